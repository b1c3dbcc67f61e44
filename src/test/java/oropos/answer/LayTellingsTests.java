package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How statements are told to patients and carers, piece by piece. What may be told at all is tested in
/// the verification room.
class LayTellingsTests {

    private static final Glossary GLOSSARY =
            new Glossary(
                    List.of(
                            term("hypertension", "", "hypertension=high blood pressure"),
                            term("pulmonary hypertension", "", ""),
                            term("acute lymphoblastic leukaemia", "ALL", ""),
                            term("renal", "", "renal=kidney"),
                            term("endocrine", "", ""),
                            term("vertebra", "vertebrae", "")));

    private static GlossaryTerm term(String name, String forms, String plain) {
        return Glossary.term(List.of(name, forms, plain, "what it is", "", "a source"));
    }

    private static Answer.Statement statement(String text, @Nullable String strength) {
        return new Answer.Statement(
                "s1",
                "template",
                text,
                List.of(),
                strength,
                new Answer.CertaintyView("low", true, List.of()),
                List.of());
    }

    private static List<String> names(String text) {
        return GLOSSARY.in(text).stream().map(found -> found.term().name()).toList();
    }

    @Test
    void theLongestTermIsTheOneThatIsMeant() {
        assertThat(names("pulmonary hypertension and hypertension"))
                .containsExactly("pulmonary hypertension", "hypertension");
        assertThat(GLOSSARY.plain("Pulmonary hypertension is no hypertension"))
                .isEqualTo("Pulmonary hypertension is no high blood pressure");
    }

    @Test
    void initialsStandForTheirTermOnlyInCapitals() {
        assertThat(names("of all children one had ALL"))
                .containsExactly("acute lymphoblastic leukaemia");
    }

    @Test
    void aWordInsideAProperNameIsNoTerm() {
        assertThat(names("the Australasian Paediatric Endocrine Group")).isEmpty();
        assertThat(names("Endocrine illness")).containsExactly("endocrine");
    }

    @Test
    void aTermIsNotFoundAcrossAComma() {
        assertThat(names("pulmonary, hypertension")).containsExactly("hypertension");
    }

    @Test
    void thePlainWordTakesTheArticleItNeeds() {
        assertThat(GLOSSARY.plain("an hypertension")).isEqualTo("a high blood pressure");
        assertThat(GLOSSARY.plain("Renal disease")).isEqualTo("Kidney disease");
    }

    @Test
    void theLineBeginsWithTheWordsTheReaderHasBeforeThem() {
        GlossaryTerm term =
                Glossary.term(
                        List.of(
                                "densitometry",
                                "DXA|densitometric",
                                "",
                                "a test",
                                "DEN-sih",
                                "a source"));
        assertThat(term.line("DXA")).isEqualTo("DXA (densitometry): a test.");
        assertThat(term.line("densitometric")).isEqualTo("Densitometry (say: DEN-sih): a test.");
        assertThat(
                        term("hypertension", "", "hypertension=high blood pressure")
                                .line("hypertension"))
                .isEqualTo("High blood pressure (doctors say: hypertension): what it is.");
    }

    @Test
    void aTermWithoutASourceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GlossaryTerm("a", List.of("a"), Map.of(), "b", "", " "));
    }

    @Test
    void twoClausesArePartedAtTheirSemicolonAndOnlyThere() {
        assertThat(
                        PartedSentences.of(
                                "Vertebrae reshaped in 16 of 19 children; in the others the deformity persisted."))
                .isEqualTo(
                        "Vertebrae reshaped in 16 of 19 children. In the others the deformity persisted.");
        String list = "It asks about night pain; weight loss; and bruises.";
        assertThat(PartedSentences.of(list)).isEqualTo(list);
        String leaning = "The drug was given to all; although it was stopped in two.";
        assertThat(PartedSentences.of(leaning)).isEqualTo(leaning);
        String bracket = "It was rare (in boys it was seen twice; in girls it was seen once).";
        assertThat(PartedSentences.of(bracket)).isEqualTo(bracket);
    }

    @Test
    void aBracketThatNamesTheSourceStandsAlone() {
        assertThat(PartedSentences.of("The drug is given every year (guideline of a group, 2018)."))
                .isEqualTo("The drug is given every year. (Guideline of a group, 2018.)");
        String figure = "The fracture was more likely then (odds ratio 4.7).";
        assertThat(PartedSentences.of(figure)).isEqualTo(figure);
    }

    @Test
    void aShareOfCountedPeopleIsSaidAsACountToo() {
        Shares hundred = new Shares(100);
        assertThat(hundred.said("In 181 children it was seen in 32%."))
                .isEqualTo("In 181 children it was seen in 32% (32 in 100).");
        assertThat(new Shares(1_000).said("Among 136 children, 16.3% had a fracture."))
                .isEqualTo("Among 136 children, 16.3% (163 in 1,000) had a fracture.");
    }

    @Test
    void aChangeADifferenceAndAShareOfThingsAreNoCounts() {
        for (String text :
                List.of(
                        "In 84 children, density rose by 29% with denosumab.",
                        "In 84 children, the risk was 2% higher.",
                        "It followed 16.4% of infusions (204 infusions in 81 patients).",
                        "Of 34 people seen again, 18 (53%) had pain.")) {
            assertThat(new Shares(100).said(text)).isEqualTo(text);
        }
    }

    @Test
    void oneDenominatorHoldsForTheWholeAnswer() {
        assertThat(
                        Shares.of(
                                List.of(
                                        statement("In 9 children it was seen in 32%.", null),
                                        statement("In 8 children it was seen in 1.5%.", null))))
                .isEqualTo(new Shares(1_000));
    }

    @Test
    void onlyWhatSomebodyRecommendsIsFramed() {
        assertThat(LayTellings.isOffer(statement("Screening is recommended for women.", "grade B")))
                .isTrue();
        assertThat(LayTellings.isOffer(statement("Screening is recommended for women.", null)))
                .isFalse();
        for (String text :
                List.of(
                        "Screening is not recommended for men.",
                        "They made a strong recommendation against the operation.",
                        "Evidence is insufficient; nothing is recommended.")) {
            assertThat(LayTellings.isOffer(statement(text, "grade D"))).as(text).isFalse();
        }
    }

    @Test
    void everyKindOfSectionHasOnePlaceInTheOrderOfPatients() {
        ReaderPlan plan = ReaderPlan.shipped();
        assertThat(plan.parts().stream().flatMap(part -> part.takes().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(SectionPlan.KEYS.stream(), Stream.of(ComparedStudies.SECTION))
                                .toList());
        assertThat(plan.readers()).containsExactly("patient", "carer");
    }
}
