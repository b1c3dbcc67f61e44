package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An answer as a person reads it in the terminal.
class PrintedTests {

    @TempDir static Path folder;

    @Test
    void whereNothingIsFoundEverySectionIsNamedInALineAndNoEmptyCardIsSetOut() {
        String printed =
                Typed.in(
                                "--data",
                                folder,
                                "--no-vectors",
                                "ask",
                                "Croup, 14 kg: dexamethasone dose?")
                        .out();

        assertThat(printed)
                .contains("Not found in this library.")
                .contains("Looked for and not found")
                .contains("- Doses stated in sources: a dose with drug, route, unit, frequency")
                .doesNotContain("Benefit:")
                .doesNotContain("not reported");
    }

    @Test
    void anAnswerShowsItsCardAndEachSection() {
        String printed =
                Typed.in(
                                "--data",
                                folder,
                                "--no-vectors",
                                "ask",
                                "Aspirin to prevent a first heart attack at 72?")
                        .out();

        assertThat(printed)
                .contains("Certainty: not rated")
                .contains("Harm:      not reported")
                .contains("Tests and intervals\n-------------------\nNot found in this library");
        assertThat(printed.lines()).allMatch(line -> line.length() <= Printed.WIDTH);
    }

    @Test
    void severalQuestionsAreHeadedByTheTitleOfEachAndNotByOneThatMixesThem() {
        String printed =
                Typed.in(
                                "--data",
                                folder,
                                "--no-vectors",
                                "ask",
                                "What dose of zoledronic acid is used in children with osteoporosis,"
                                        + " and can a 45-year-old man be screened for osteoporosis?")
                        .out()
                        .replaceAll("\\s+", " ");

        assertThat(printed)
                .contains("; SCREENING FOR OSTEOPOROSIS IN A 45-YEAR-OLD MAN")
                .doesNotContain("ZOLEDRONIC ACID IN OSTEOPOROSIS IN A 45-YEAR-OLD MAN");
    }
}
