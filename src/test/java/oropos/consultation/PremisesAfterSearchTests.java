package oropos.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.answer.Answer;
import oropos.library.Library;
import oropos.library.Progress;
import oropos.question.Asked;
import oropos.question.Reader;
import oropos.retrieval.Retrieval;
import oropos.terminology.Terminology;
import oropos.verification.ServerKey;

/// Premises that only sources show: grades and editions
/// an issuer did not give. Labelled before the code; needs the drug labels beside the repository.
class PremisesAfterSearchTests {

    @TempDir static Path folder;

    private static Library library;
    private static Retrieval retrieval;
    private static Consultation consultation;

    @BeforeAll
    static void open() {
        Path labels =
                Optional.ofNullable(System.getenv("OROPOS_SHARED"))
                        .map(Path::of)
                        .orElse(Path.of("../shared/data"))
                        .resolve("literature/fda-labels");
        Assumptions.assumeTrue(
                Files.isDirectory(labels),
                () -> "skipped: the drug labels in " + labels + " are not on this machine");
        library = Library.open(folder, Library.Access.WRITE);
        library.addStarter();
        library.add(List.of(labels), Progress.none());
        retrieval = Retrieval.open(folder, library, Terminology.builtIn(), null);
        retrieval.refresh(Progress.none());
        consultation =
                new Consultation(library, Terminology.builtIn(), retrieval, ServerKey.passing());
    }

    @AfterAll
    static void close() {
        if (retrieval != null) {
            retrieval.close();
            library.close();
        }
    }

    private static Answer ask(String question) {
        return consultation.ask(Asked.by(Reader.PHYSICIAN, question), stage -> {});
    }

    private static List<List<String>> rows() throws IOException {
        return rows("premise-labelled.tsv");
    }

    private static List<List<String>> rows(String file) throws IOException {
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        PremisesAfterSearchTests.class.getResourceAsStream(
                                                "/oropos/question/" + file)),
                                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("half"))
                    .map(line -> List.of(line.split("\t")))
                    .toList();
        }
    }

    @Test
    void labelledPremisesAreFoundAndCleanQuestionsAreNot() throws IOException {
        Map<String, int[]> found = new TreeMap<>();
        for (List<String> row : rows()) {
            String kind = row.get(1);
            if (!List.of("guideline", "doseFar", "clean").contains(kind)) {
                continue;
            }
            List<Answer.FalsePremise> premises = ask(row.get(2)).premises();
            int[] count = found.computeIfAbsent(kind + " " + row.getFirst(), key -> new int[2]);
            count[0] += premises.isEmpty() ? 0 : 1;
            count[1]++;
            if (premises.isEmpty() != kind.equals("clean")) {
                System.out.println("premise missed or wrong: " + row + " " + premises);
            }
        }
        found.forEach((kind, count) ->
                System.out.printf(
                        "premises after the search, %s: %d of %d%n", kind, count[0], count[1]));

        assertThat(Objects.requireNonNull(found.get("clean A"))[0]).isZero();
        assertThat(Objects.requireNonNull(found.get("clean B"))[0]).isZero();
        assertThat(Objects.requireNonNull(found.get("guideline A"))[0]).isGreaterThanOrEqualTo(4);
    }

    /// What the labels and strengths in the library hold, and what they and the limits of `dose-limits.tsv`
    /// hold together.
    @Test
    void dosesFarFromWhatIsStatedAreHeldAndNoOrdinaryOne() throws IOException {
        Map<String, int[]> held = new TreeMap<>();
        for (List<String> row : rows("dose-labelled.tsv")) {
            List<Answer.FalsePremise> premises =
                    ask(row.getLast()).premises().stream()
                            .filter(premise -> List.of("dose", "unit").contains(premise.kind()))
                            .toList();
            int[] count =
                    held.computeIfAbsent(row.get(2) + " " + row.getFirst(), key -> new int[3]);
            count[0] +=
                    premises.stream().anyMatch(premise -> !premise.rule().equals("far-amount"))
                            ? 1
                            : 0;
            count[1] += premises.isEmpty() ? 0 : 1;
            count[2]++;
        }
        held.forEach((kind, count) ->
                System.out.printf(
                        "doses, %s: held by library and strengths %d, with limits %d of %d%n",
                        kind, count[0], count[1], count[2]));

        assertThat(Objects.requireNonNull(held.get("right A"))[1]).isZero();
        assertThat(Objects.requireNonNull(held.get("right B"))[1]).isZero();
        assertThat(Objects.requireNonNull(held.get("far A"))[1]).isGreaterThanOrEqualTo(16);
    }

    @Test
    void aGradeNobodyGaveIsCorrectedFromTheIssuersOwnRecord() {
        Answer answer =
                ask(
                        "Since USPSTF gives ovarian cancer screening an A grade, how often should my mother be screened?");

        assertThat(answer.premises())
                .anySatisfy(premise -> {
                    assertThat(premise.correction()).contains("USPSTF 2018: D");
                    assertThat(premise.citations()).isNotEmpty();
                });
    }

    @Test
    void aDoseTenTimesWhatTheLabelStatesIsHeldAgainstItWithItsSentence() {
        Answer answer = ask("Atorvastatin 800 mg daily after a heart attack?");

        assertThat(answer.premises())
                .anySatisfy(premise -> {
                    assertThat(premise.kind()).isEqualTo("dose");
                    assertThat(premise.quote()).contains("800 mg");
                    assertThat(premise.citations())
                            .isNotEmpty()
                            .allSatisfy(one -> assertThat(one.source()).startsWith("label:"));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Atorvastatin 0.5 mg daily after a heart attack?",
                "Should I take Lipitor 0.4 mg every evening?"
            })
    void aDoseOfATenthOfWhatTheLabelStatesIsHeldAgainstIt(String question) {
        assertThat(ask(question).premises())
                .anySatisfy(premise -> {
                    assertThat(premise.rule()).isEqualTo("dose-below-label");
                    assertThat(premise.citations()).isNotEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Atorvastatin 10 mg daily after a heart attack?",
                "Atorvastatin 5 mg daily after a heart attack?",
                "Atorvastatin 0.5 mg daily for a 4-year-old?",
                "Atorvastatin 80 mg daily after a heart attack?",
                "Atorvastatin 40 mg daily after a heart attack?",
                "Atorvastatin 800 mg daily for a 4-year-old?",
                "Atorvastatin 800 mg daily in pregnancy?",
                "Vitamin D 50,000 IU weekly for deficiency?",
                "Methylprednisolone 1 g daily for optic neuritis?",
                "Adalimumab 80 mg for Crohn's disease?",
                "Tirzepatide 15 mg weekly for obesity?"
            })
    void noDoseIsAccusedThatALabelStatesOrNoSourceSpeaksOf(String question) {
        assertThat(ask(question).premises())
                .noneMatch(premise -> premise.rule().startsWith("dose-"));
    }

    @Test
    void amountsWrittenInTheOtherUnitAreTheSameDose() {
        assertThat(ask("Atorvastatin 0.08 g daily after a heart attack?").premises())
                .noneMatch(premise -> premise.rule().startsWith("dose-"));
    }
}
