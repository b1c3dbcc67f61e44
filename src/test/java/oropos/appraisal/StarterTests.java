package oropos.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.appraisal.PopulationFit.Gap;
import oropos.library.Claim;
import oropos.library.Library;
import oropos.question.Asked;
import oropos.question.ClinicalQuestion;
import oropos.question.Reader;
import oropos.question.Understanding;
import oropos.question.Understood;
import oropos.retrieval.Retrieval;
import oropos.terminology.Terminology;

/// The starter library, weighed for real questions through the real search.
class StarterTests {

    @TempDir static Path folder;
    static Library library;
    static Retrieval retrieval;

    @BeforeAll
    static void open() {
        library = Library.open(folder, Library.Access.WRITE);
        library.addStarter();
        retrieval = Retrieval.open(folder, library, Terminology.builtIn(), null);
    }

    @AfterAll
    static void close() throws Exception {
        retrieval.close();
        library.close();
    }

    private static EvidenceTable weigh(String words) {
        Understood understood =
                new Understanding(Terminology.builtIn()).of(Asked.by(Reader.PHYSICIAN, words));
        ClinicalQuestion question =
                switch (understood) {
                    case Understood.Clear clear -> clear.question();
                    case Understood.NeedsDetail open -> open.question();
                    case Understood.Refused refused -> throw new AssertionError(refused);
                };
        return new Appraisal(library, Terminology.builtIn())
                .weigh(question, retrieval.find(question));
    }

    private static final String FIRST =
            "What is the best treatment for an 8-year-old patient with T12 and T11 compression"
                    + " fractures and borderline osteoporosis?";

    private static List<Evidence> of(EvidenceTable table, String words) {
        return table.rows().stream().filter(row -> row.source().title().contains(words)).toList();
    }

    private static boolean favours(Evidence row) {
        Claim claim = row.passage().claim();
        return claim != null && claim.direction() == Claim.Direction.FAVOURS;
    }

    @Test
    void noAdultEvidenceCarriesABenefitForTheChildOfTheFirstQuestion() {
        List<Evidence> adults =
                weigh(FIRST).rows().stream()
                        .filter(row ->
                                row.fit() instanceof PopulationFit.Indirect indirect
                                        && indirect.gap() == Gap.ADULT_FOR_CHILD)
                        .toList();

        assertThat(adults).hasSizeGreaterThan(8);
        assertThat(adults).noneMatch(row -> row.mayCarry().benefit());
    }

    @Test
    void theConflictOnAlendronateSaysThatAllHadOsteogenesisImperfecta() {
        List<EvidenceTable.Conflict> conflicts =
                weigh(FIRST).conflicts().stream()
                        .filter(one -> one.outcome().endsWith("with oral alendronate"))
                        .toList();

        assertThat(conflicts).isNotEmpty();
        assertThat(conflicts.getFirst().one())
                .extracting(row -> row.source().pmid())
                .containsExactly("16199940");
        assertThat(conflicts.getFirst().other())
                .extracting(row -> row.source().title())
                .containsExactly(
                        "Alendronate for the treatment of pediatric osteogenesis imperfecta: a"
                                + " randomized placebo-controlled study");
        assertThat(conflicts.getFirst().people())
                .allSatisfy(words -> assertThat(words).contains("osteogenesis imperfecta"));
    }

    @Test
    void theConflictOnVertebroplastyHoldsBothSidesAndOnlyAdults() {
        EvidenceTable.Conflict conflict =
                weigh(FIRST).conflicts().stream()
                        .filter(one -> one.outcome().equals("pain with vertebroplasty"))
                        .findFirst()
                        .orElseThrow();

        assertThat(conflict.one())
                .extracting(row -> row.source().issuer())
                .containsExactly("American College of Radiology");
        assertThat(conflict.other())
                .extracting(row -> row.source().pmid())
                .containsExactlyInAnyOrder("21368099", "30399208");
        assertThat(conflict.people()).allSatisfy(words -> assertThat(words).startsWith("adults"));
    }

    @Test
    void kyphoplastyAndVertebroplastyInOneGuidelineAreNoConflict() {
        assertThat(weigh(FIRST).conflicts())
                .noneMatch(one -> one.outcome().contains("kyphoplasty"));
    }

    @Test
    void theRouteRuleOfOsteogenesisImperfectaIsNotDirectForEveryChild() {
        assertThat(of(weigh(FIRST), "bisphosphonate therapy in children"))
                .filteredOn(row -> row.passage().text().contains("osteogenesis imperfecta"))
                .hasSizeGreaterThan(1)
                .allSatisfy(row ->
                        assertThat(row.fit())
                                .isEqualTo(
                                        new PopulationFit.Indirect(
                                                "written for osteogenesis imperfecta; the"
                                                        + " question does not say so",
                                                Gap.CONDITION)));
    }

    @Test
    void theZoledronateTrialIsIndirectForAChildWithoutGlucocorticoidsAndVeryLowForFractures() {
        Evidence row =
                weigh(FIRST).rows().stream()
                        .filter(one -> "34228102".equals(one.source().pmid()))
                        .filter(one ->
                                one.passage().claim() != null
                                        && "new vertebral fractures"
                                                .equals(one.passage().claim().outcome()))
                        .findFirst()
                        .orElseThrow();

        assertThat(row.fit())
                .isEqualTo(
                        new PopulationFit.Indirect(
                                "all had glucocorticoids; the question does not say so",
                                Gap.CONDITION));
        assertThat(row.certainty().level()).isEqualTo(Certainty.Level.VERY_LOW);
        assertThat(row.certainty().reasons()).contains("-2 imprecision: 34 people, 2 events");
    }

    @Test
    void harmsOfTreatmentsInPlayAreKeptAndScreeningForOtherDiseasesIsNot() {
        EvidenceTable table = weigh(FIRST);

        assertThat(table.rows())
                .filteredOn(row -> "26308295".equals(row.source().pmid()))
                .filteredOn(row -> row.passage().claim() != null)
                .isNotEmpty()
                .allMatch(row -> row.setAside() == null);
        assertThat(of(table, "Hypertension"))
                .allMatch(row -> row.setAside() == Evidence.SetAside.OFF_TOPIC);
    }

    @Test
    void calcitoninOf2010DoesNotCarryABenefitAgainstTheRegulatorOf2012() {
        for (String asked :
                List.of(
                        "Is calcitonin useful for pain in an 80-year-old with an osteoporotic"
                                + " vertebral compression fracture?",
                        "Should a 48-year-old woman take calcitonin for an osteoporotic vertebral"
                                + " compression fracture?")) {
            List<Evidence> forIt =
                    weigh(asked).rows().stream()
                            .filter(row -> favours(row) && row.setAside() == null)
                            .filter(row ->
                                    row.passage().claim() != null
                                            && "calcitonin"
                                                    .equals(row.passage().claim().intervention())
                                            && "pain".equals(row.passage().claim().outcome()))
                            .toList();

            assertThat(forIt).as(asked).isNotEmpty();
            assertThat(forIt)
                    .as(asked)
                    .allSatisfy(row -> {
                        assertThat(row.mayCarry().benefit()).isFalse();
                        assertThat(row.mayCarry().reasons())
                                .anyMatch(it -> it.startsWith("a regulator found against"));
                    });
        }
    }

    @Test
    void screeningMammographyAt72IsTheRecommendationForThatAge() {
        EvidenceTable table = weigh("Should a 72-year-old woman have screening mammography?");

        assertThat(table.rows().getFirst().source().title()).contains("Breast Cancer");
        assertThat(table.rows().getFirst().fit()).isEqualTo(new PopulationFit.Direct());
        assertThat(table.rows())
                .filteredOn(row -> row.setAside() == null)
                .allMatch(row -> row.source().title().matches(".*(Breast|BRCA-Related) Cancer.*"));
    }

    @Test
    void aDiseaseTheLibraryDoesNotHoldLeavesNothingToUse() {
        assertThat(weigh("How should croup be treated in a 2-year-old?").rows())
                .noneMatch(row -> row.setAside() == null);
    }
}
