package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import oropos.library.Claim;
import oropos.library.Design;

class EvidenceRowTests {

    private static Claim on(String outcome) {
        return new Claim(
                Claim.Kind.FINDING,
                "drugs",
                null,
                "permethrin",
                "placebo",
                outcome,
                Claim.Direction.FAVOURS,
                null,
                null,
                null,
                new TreeMap<>(),
                null,
                null,
                null,
                false);
    }

    private static Answer answer() {
        return new WeighedTexts()
                .block(
                        "pmid:1",
                        "A trial of permethrin",
                        Design.RANDOMISED_TRIAL,
                        WeighedTexts.ADULTS,
                        on("cure"),
                        "Permethrin cured scabies in adults more often (RR 1.50, 95% CI 1.20 to 1.90).")
                .page(
                        "medquad:a/1#1",
                        "What are the treatments for Scabies ?",
                        "Scabies is treated with a cream for one night.")
                .answer("What is the best treatment for a 40-year-old with scabies?");
    }

    private static List<EvidenceRow> rows(Answer answer) {
        return EvidenceRow.of(
                answer,
                citation ->
                        citation.source().equals("pmid:1")
                                ? Optional.of(on("cure"))
                                : Optional.empty());
    }

    @Test
    void thereIsARowForEachSourceUsed() {
        Answer answer = answer();
        List<EvidenceRow> rows = rows(answer);

        assertThat(rows)
                .extracting(row -> row.reference().mark())
                .containsExactlyElementsOf(
                        answer.references().stream().map(Answer.Reference::mark).toList());
        assertThat(rows)
                .filteredOn(row -> row.effect() != null)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.outcome()).isEqualTo("cure");
                    assertThat(row.effect()).extracting(Effect::measure).isEqualTo("RR");
                    assertThat(row.says()).startsWith("Permethrin cured");
                });
    }

    @Test
    void rowsOnTheOutcomeAskedAboutComeFirstAndAreMarked() {
        Answer answer =
                new WeighedTexts()
                        .page(
                                "medquad:a/1#1",
                                "What are the treatments for Scabies ?",
                                "Scabies is treated with a cream for one night.")
                        .block(
                                "pmid:1",
                                "Permethrin for scabies",
                                Design.RANDOMISED_TRIAL,
                                WeighedTexts.ADULTS,
                                on("itching at night"),
                                "Permethrin reduced itching in adults with scabies more often (RR 1.50, 95% CI 1.20 to 1.90).")
                        .answer("Does permethrin reduce itching in a 40-year-old with scabies?");
        List<EvidenceRow> rows =
                EvidenceRow.of(
                        answer,
                        citation ->
                                citation.source().equals("pmid:1")
                                        ? Optional.of(on("itching at night"))
                                        : Optional.empty());

        assertThat(rows).extracting(EvidenceRow::asked).startsWith(true);
        assertThat(rows.getFirst().outcome()).isEqualTo("itching at night");
        assertThat(EvidenceCsv.of(rows)).contains("itching at night,yes");
        assertThat(rows(answer())).noneMatch(EvidenceRow::asked);
    }

    @Test
    void theTableIsWrittenAsCsv() {
        String csv = EvidenceCsv.of(rows(answer()));

        assertThat(csv).startsWith("mark,source,title,year,");
        assertThat(csv.split("\r\n")).hasSize(3);
        assertThat(csv).contains(",RR,1.5,1.2,1.9,").contains("\"Permethrin cured scabies");
    }

    @Test
    void noCellIsAFormula() {
        Answer answer =
                new WeighedTexts()
                        .page(
                                "medquad:a/1#1",
                                "=HYPERLINK(1) scabies",
                                "Scabies is treated with a cream for one night.")
                        .answer("How is scabies treated?");

        assertThat(EvidenceCsv.of(EvidenceRow.of(answer, any -> Optional.empty())))
                .contains(",'=HYPERLINK(1) scabies,");
    }
}
