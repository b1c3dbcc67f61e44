package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import oropos.appraisal.EvidenceTable;
import oropos.library.Claim;
import oropos.library.Design;
import oropos.library.TextKind;

/// Newer guidelines whose words are not held.
class NewerGuidelinesTests {

    private static final String ASKED =
            "What is the best treatment for a 40-year-old with scabies?";

    private static WeighedTexts old() {
        return new WeighedTexts()
                .year(2010)
                .block(
                        "guideline:a/1",
                        "Scabies care",
                        Design.PRACTICE_GUIDELINE,
                        WeighedTexts.ADULTS,
                        WeighedTexts.claim(
                                Claim.Kind.RECOMMENDATION,
                                "drugs",
                                "permethrin",
                                Claim.Direction.FAVOURS),
                        "Permethrin is recommended for scabies in adults.");
    }

    private static WeighedTexts with(WeighedTexts texts, int year, String title) {
        return texts.year(year)
                .kind(TextKind.SUMMARY_OF_PRIMARY)
                .block(
                        "guideline:a/2",
                        title,
                        Design.PRACTICE_GUIDELINE,
                        WeighedTexts.ADULTS,
                        WeighedTexts.claim(Claim.Kind.FINDING, "evidence", null, null),
                        "A new edition appeared.");
    }

    private static boolean knowsANewer(EvidenceTable table) {
        Relevance relevance =
                new Relevance(table.question(), WeighedTexts.TERMINOLOGY, WeighedTexts.READER);
        Utterance first =
                new Utterances(WeighedTexts.TERMINOLOGY, new SentenceRoles())
                        .of(table, relevance, new Sieve(lost -> {})).stream()
                                .filter(one -> one.text().startsWith("Permethrin"))
                                .findFirst()
                                .orElseThrow();
        return new NewerGuidelines(table, relevance).than(first).isPresent();
    }

    @Test
    void aGuidelineWhoseWordsAreHeldKeepsNothingBack() {
        assertThat(knowsANewer(with(old(), 2023, "Scabies guideline").weighedFor(ASKED))).isFalse();
    }

    @Test
    void withoutANewerOneThereIsNone() {
        assertThat(knowsANewer(old().weighedFor(ASKED))).isFalse();
    }

    @Test
    void aNewerOneOfWhichOnlyARecordIsHeldIsKnown() {
        EvidenceTable table =
                old().year(2023)
                        .kind(TextKind.SUMMARY_OF_PRIMARY)
                        .record("guideline:a/2", "Scabies guideline", WeighedTexts.ADULTS)
                        .weighedFor(ASKED);

        assertThat(knowsANewer(table)).isTrue();
    }

    @Test
    void anOlderOneOrOneOnAnotherDiseaseIsNotNewer() {
        assertThat(
                        knowsANewer(
                                old().year(2005)
                                        .kind(TextKind.SUMMARY_OF_PRIMARY)
                                        .record(
                                                "guideline:a/2",
                                                "Scabies guideline",
                                                WeighedTexts.ADULTS)
                                        .weighedFor(ASKED)))
                .isFalse();
        assertThat(
                        knowsANewer(
                                old().year(2023)
                                        .kind(TextKind.SUMMARY_OF_PRIMARY)
                                        .record(
                                                "guideline:a/2",
                                                "Gout guideline",
                                                WeighedTexts.ADULTS)
                                        .weighedFor(ASKED)))
                .isFalse();
    }
}
