package oropos.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.answer.Answer;
import oropos.library.Library;
import oropos.library.Progress;
import oropos.library.Tally;
import oropos.question.Asked;
import oropos.question.Reader;
import oropos.retrieval.Retrieval;
import oropos.terminology.Terminology;
import oropos.verification.ServerKey;
import oropos.verification.Verification;

/// What is made of a place's own guidelines, alone in a library: what heads, what stands where, what
/// is left out and said to be. The texts are invented for the form they have; none is advice.
class OwnGuidelineTests {

    private static final String ADULT =
            "What is the best treatment for a 40-year-old with scabies?";

    @TempDir Path folder;

    private final List<Path> files = new ArrayList<>();

    /// @param head further fields at the head
    private void guideline(String key, String head, String... blocks) throws IOException {
        files.add(
                Files.writeString(
                        folder.resolve(key + ".md"),
                        "---\ntitle: Scabies care "
                                + key
                                + "\nissuer: A place\nkey: "
                                + key
                                + "\ndesign: practice guideline\n"
                                + head
                                + "\n---\n\n"
                                + String.join("\n", blocks)));
    }

    private static String block(String kind, String fields, String words) {
        return "::: " + kind + "\n" + fields + "\n---\n" + words + "\n:::\n";
    }

    private static String recommendation(String direction, String drug, String words) {
        return block(
                "recommendation",
                "section: drugs\nabout: scabies\nintervention: "
                        + drug
                        + "\ndirection: "
                        + direction
                        + "\nstrength: recommended\nlead: "
                        + words.substring(0, words.length() - 1),
                words);
    }

    private Answer ask(String question) {
        Path data = folder.resolve("data");
        try (Library library = Library.open(data, Library.Access.WRITE)) {
            Tally tally = library.add(files, Progress.none());
            assertThat(tally.skipped()).as(tally.first().toString()).isZero();
            Terminology terminology = Terminology.builtIn();
            Retrieval retrieval = Retrieval.open(data, library, terminology, null);
            try {
                retrieval.refresh(Progress.none());
                Answer answer =
                        new Consultation(library, terminology, retrieval, ServerKey.passing())
                                .ask(Asked.by(Reader.PHYSICIAN, question), stage -> {});
                assertThat(new Verification(terminology, library::version).verify(answer))
                        .isEmpty();
                return answer;
            } finally {
                retrieval.close();
            }
        }
    }

    private static List<String> texts(List<Answer.Statement> statements) {
        return statements.stream().map(Answer.Statement::text).toList();
    }

    private static List<String> bottomLine(Answer answer) {
        return texts(
                Stream.concat(
                                answer.bottomLine().lead().stream(),
                                answer.bottomLine().branches().stream()
                                        .flatMap(branch -> branch.statements().stream()))
                        .toList());
    }

    private static List<String> sections(Answer answer) {
        return answer.sections().stream()
                .flatMap(section -> texts(section.statements()).stream())
                .toList();
    }

    @Test
    void aRecommendationForSuchPatientsHeadsAndAnswers() throws IOException {
        guideline(
                "a",
                "year: 2024\nages: 18-80",
                recommendation("favours", "permethrin", "Permethrin is recommended for scabies."));
        Answer answer = ask("Should a 40-year-old with scabies be given permethrin?");
        assertThat(answer.outcome().kind()).isEqualTo("answered");
        assertThat(bottomLine(answer)).anyMatch(text -> text.contains("Permethrin is recommended"));
        assertThat(answer.direction()).isEqualTo("yes");
    }

    @Test
    void whereOnlySomethingIsAdvisedAgainstThatIsSaid() throws IOException {
        guideline(
                "a",
                "year: 2024\nages: 18-80",
                recommendation("against", "crotamiton", "Crotamiton is not advised for scabies."));
        Answer answer = ask(ADULT);
        assertThat(answer.outcome().kind()).isEqualTo("partly");
        assertThat(answer.outcome().reason()).isEqualTo("onlyAgainst");
        Answer asked = ask("Should a 40-year-old with scabies be given crotamiton?");
        assertThat(asked.direction()).isEqualTo("no");
    }

    @Test
    @DisplayName("P3 what was written for adults carries no bottom line of a child")
    void whatWasWrittenForOthersDoesNotHead() throws IOException {
        guideline(
                "a",
                "year: 2024\nages: 18-80",
                recommendation("favours", "ivermectin", "Ivermectin is recommended for scabies."));
        Answer answer = ask("What is the best treatment for a 6-year-old with scabies?");
        assertThat(answer.outcome().kind()).isNotEqualTo("answered");
        assertThat(bottomLine(answer)).noneMatch(text -> text.contains("Ivermectin"));
        assertThat(sections(answer)).noneMatch(text -> text.contains("Ivermectin"));
        assertThat(texts(answer.adultOrIndirect())).anyMatch(text -> text.contains("Ivermectin"));
    }

    @Test
    @DisplayName("P6 a dose that lacks a part is not shown, and that is counted")
    void anIncompleteDoseIsNotShown() throws IOException {
        guideline(
                "a",
                "year: 2024\nages: 18-80",
                recommendation(
                        "favours", "ivermectin", "Ivermectin 12 mg is recommended for scabies."));
        Answer answer = ask(ADULT);
        assertThat(bottomLine(answer)).isEmpty();
        assertThat(sections(answer)).isEmpty();
        assertThat(answer.basis().failedChecks().keySet())
                .anyMatch(reason -> reason.startsWith("a dose without"));
    }

    @Test
    @DisplayName("P6 a complete dose is quoted whole and its missing maximum is said")
    void aCompleteDoseIsQuotedWhole() throws IOException {
        String words = "Ivermectin 12 mg by mouth once daily is recommended for scabies.";
        guideline("a", "year: 2024\nages: 18-80", recommendation("favours", "ivermectin", words));
        Answer answer = ask(ADULT);
        assertThat(sections(answer))
                .anyMatch(text -> text.contains("12 mg by mouth once daily"))
                .filteredOn(text -> text.contains("12 mg"))
                .allMatch(text -> text.contains("Maximum: not stated in the source."));
    }

    @Test
    @DisplayName("P4 a retracted guideline supports nothing")
    void aRetractedGuidelineSupportsNothing() throws IOException {
        guideline(
                "a",
                "year: 2024\nages: 18-80\nstanding: retracted",
                recommendation("favours", "permethrin", "Permethrin is recommended for scabies."));
        Answer answer = ask(ADULT);
        assertThat(answer.outcome().kind()).isEqualTo("abstained");
        assertThat(answer.references()).isEmpty();
        assertThat(answer.basis().setAside()).isNotEmpty();
    }

    @Test
    void theHarmOfWhatIsRecommendedIsLookedForWhereNobodySpeaksOfTheDisease() throws IOException {
        guideline(
                "a",
                "year: 2024\nages: 18-80",
                recommendation("favours", "ivermectin", "Ivermectin is recommended for scabies."));
        files.add(
                Files.writeString(
                        folder.resolve("harm.md"),
                        "---\ntitle: Adverse effects of ivermectin\nissuer: A regulator\nkey: harm\n"
                                + "design: regulator's decision\nyear: 2023\nages: 18-80\n---\n\n"
                                + block(
                                        "harm",
                                        "section: harms\nabout: ivermectin\nintervention: ivermectin",
                                        "Ivermectin caused dizziness in 4 of 100 adults.")));
        Answer answer = ask(ADULT);
        assertThat(
                        Stream.concat(
                                sections(answer).stream(),
                                texts(answer.bottomLine().card().harm()).stream()))
                .anyMatch(text -> text.contains("dizziness in 4 of 100"));
    }

    @Test
    @DisplayName("P12 two sides of one question both stand, and none heads")
    void disagreementHasBothSides() throws IOException {
        for (String[] side :
                new String[][] {
                    {"a", "favours", "Ivermectin is recommended for scabies."},
                    {"b", "against", "Ivermectin is not recommended for scabies."}
                }) {
            guideline(
                    side[0],
                    "year: 2024\nages: 18-80",
                    block(
                            "recommendation",
                            "section: drugs\nabout: scabies\nintervention: ivermectin\ncomparator: no treatment\noutcome: cure\ndirection: "
                                    + side[1]
                                    + "\nstrength: recommended",
                            side[2]));
        }
        Answer answer = ask("Should a 40-year-old with scabies be given ivermectin?");
        assertThat(answer.conflicts()).hasSize(1);
        assertThat(answer.conflicts().getFirst().sides()).hasSize(2);
        assertThat(answer.direction()).isIn("conflict", "unknown");
        assertThat(answer.outcome().kind()).isEqualTo("partly");
    }

    @Test
    void recommendationsStandBeforeFindingsAndEverySectionIsThere() throws IOException {
        guideline(
                "a",
                "year: 2024\nages: 18-80",
                block(
                        "finding",
                        "section: drugs\nabout: scabies\nintervention: permethrin\ndirection: favours",
                        "Permethrin cured scabies in 90 of 100 adults."),
                recommendation("favours", "permethrin", "Permethrin is recommended for scabies."));
        Answer answer = ask(ADULT);
        Answer.Section drugs =
                answer.sections().stream()
                        .filter(section -> section.key().equals("drugs"))
                        .findFirst()
                        .orElseThrow();
        assertThat(texts(drugs.statements())).hasSize(2).first().asString().contains("recommended");
        assertThat(answer.sections())
                .allSatisfy(section ->
                        assertThat(section.statements().isEmpty())
                                .isEqualTo(section.notFound() != null));
        assertThat(answer.sections().size()).isGreaterThan(4);
    }

    @Test
    void whatIsAboutAnotherDiseaseIsNotUsed() throws IOException {
        guideline(
                "a",
                "year: 2024\nages: 18-80",
                recommendation("favours", "permethrin", "Permethrin is recommended for scabies."));
        Answer answer = ask("What is the best treatment for a 40-year-old with gout?");
        assertThat(answer.outcome().kind()).isEqualTo("abstained");
        assertThat(answer.outcome().reason()).isEqualTo("nothingInLibrary");
        assertThat(answer.bottomLine().lead()).isEmpty();
        assertThat(sections(answer)).isEmpty();
    }
}
