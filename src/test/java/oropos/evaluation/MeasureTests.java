package oropos.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.library.Library;
import oropos.library.Progress;

class MeasureTests {

    /// Aim: 300 ms for 95 of 100 answers on the starter library. A busy machine gets five times that
    /// before this fails.
    private static final double FIVE_TIMES_THE_AIM = 5 * 300;

    /// Draws the same questions at every run.
    private static final long SEED = 20_261_123;

    @TempDir static Path folder;
    static Path data;
    static Report report;

    @BeforeAll
    static void measure() throws IOException {
        data = folder.resolve("data");
        try (Library library = Library.open(data, Library.Access.WRITE)) {
            library.addStarter();
        }
        List<String> drawn = new ArrayList<>(Questions.shipped());
        Collections.shuffle(drawn, new Random(SEED));
        Path guidelines = Files.createDirectories(folder.resolve("guidelines"));
        Files.writeString(guidelines.resolve("one.md"), guideline("one"));
        Files.writeString(guidelines.resolve("two.md"), guideline("two"));
        Plan plan =
                new Plan(
                        data,
                        false,
                        drawn.subList(0, 8),
                        2,
                        List.of(1, 4),
                        24,
                        0,
                        List.of(List.of(guidelines)),
                        null);
        report = Measure.of(plan, Progress.none(), words -> {});
    }

    private static String guideline(String slug) {
        return """
        ---
        id: guideline:example/%s
        title: Example guideline %s
        issuer: Example
        year: 2020
        design: practice guideline
        url: https://example.org/%s
        licence: none
        ---

        ::: recommendation
        section: nonDrug
        direction: favours
        strength: recommended
        ---
        Rest is recommended for people with a sore knee.
        :::
        """
                .formatted(slug, slug, slug);
    }

    private static double value(String group, String name) {
        return report.figures().stream()
                .filter(figure -> figure.group().equals(group) && figure.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(group + ": " + name + " is not in " + report.text()))
                .value();
    }

    @Test
    void answersOnTheStarterLibraryAreNoSlowerThanFiveTimesTheAim() {
        assertThat(value("answers, 1 at once", "95th percentile")).isLessThan(FIVE_TIMES_THE_AIM);
        assertThat(value("answers, 4 at once", "95th percentile"))
                .isLessThan(4 * FIVE_TIMES_THE_AIM);
    }

    @Test
    void everyQuoteOfEveryAnswerStandsInTheRecord() {
        assertThat(report.problems()).isEmpty();
        assertThat(value("verification", "quotes")).isPositive();
        assertThat(value("verification", "quotes that stand in the record")).isEqualTo(100);
        assertThat(value("verification", "answers that hold")).isEqualTo(100);
    }

    @Test
    void repeatsFromFourThreadsGiveTheSameBytes() {
        assertThat(value("repeats", "compared byte for byte")).isEqualTo(24);
        assertThat(value("repeats", "that differ from the first")).isZero();
    }

    @Test
    void importsAreCountedByFormatIntoAFolderThatIsRemoved() throws IOException {
        assertThat(report.figures())
                .anySatisfy(figure -> {
                    assertThat(figure.group()).isEqualTo(Imports.GROUP);
                    assertThat(figure.name()).isEqualTo("guideline");
                    assertThat(figure.unit()).isEqualTo("records/s");
                    assertThat(figure.note()).startsWith("2 records in ");
                });
        try (Library library = Library.open(data, Library.Access.READ)) {
            assertThat(library.status().forms()).containsOnlyKeys("starter");
        }
    }

    @Test
    void eachFigureHasAUnitAndTheReportSaysUnderWhatItWasMeasured() {
        assertThat(report.about()).containsKeys("machine", "java", "library", "search");
        assertThat(report.figures())
                .allSatisfy(figure -> assertThat(figure.unit()).isNotBlank())
                .extracting(Figure::group)
                .contains(Opened.GROUP, "answers", "verification", "repeats", Imports.GROUP);
    }

    @Test
    void aFolderInUseTakesNoMeasuredImport() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Imports(List.of(List.of(data)), Progress.none()).measure(data))
                .withMessageContaining("holds a library already");
    }

    @Test
    void aMissingFileIsNamedBeforeAnythingIsImported() {
        Path missing = folder.resolve("nowhere.xml");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Imports(List.of(List.of(missing)), Progress.none()).measure(null))
                .withMessageContaining("nowhere.xml");
    }

    @Test
    void aPlanWithoutQuestionsOrWithTooManyAskersIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> plan(List.of(), 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> plan(List.of("Croup?"), 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> plan(List.of("Croup?"), 1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(List.of("Croup?"), 1, Plan.MOST_ASKERS + 1))
                .withMessageContaining("65");
    }

    private static Plan plan(List<String> questions, int rounds, int askers) {
        return new Plan(data, false, questions, rounds, List.of(askers), 0, 0, List.of(), null);
    }
}
