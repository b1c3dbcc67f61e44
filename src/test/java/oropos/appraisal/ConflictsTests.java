package oropos.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static oropos.appraisal.Bench.asking;
import static oropos.appraisal.Bench.finds;
import static oropos.appraisal.Bench.harms;
import static oropos.appraisal.Bench.recommends;
import static oropos.appraisal.Bench.row;

import java.util.List;
import org.junit.jupiter.api.Test;
import oropos.appraisal.EvidenceTable.Conflict;
import oropos.library.Claim.Direction;
import oropos.library.Design;
import oropos.library.Population.Pregnancy;
import oropos.library.Standing;
import oropos.terminology.Sex;

/// Pairs that are opposed, and pairs that only look so.
class ConflictsTests {

    private static List<Conflict> conflicts(Bench.Row... rows) {
        return Bench.weigh(asking().years(60).ask(), rows).conflicts();
    }

    private static Bench.Row trial(String key, Bench.Assert claim) {
        return row(key, Design.RANDOMISED_TRIAL).ages(18, 90).n(900).claim(claim);
    }

    private static Bench.Row guideline(String key, Bench.Assert claim) {
        return row(key, Design.PRACTICE_GUIDELINE).ages(18, 120).claim(claim);
    }

    private static final Bench.Assert FOR = finds("alendronate", "fractures", Direction.FAVOURS);
    private static final Bench.Assert NONE =
            finds("alendronate", "fractures", Direction.NO_DIFFERENCE);

    private static List<String> keys(List<Evidence> rows) {
        return rows.stream().map(row -> row.source().id().value().substring(8)).toList();
    }

    @Test
    void oppositeFindingsOnOneOutcomeInOverlappingPeopleAreAConflict() {
        List<Conflict> conflicts = conflicts(trial("A", FOR), trial("B", NONE));

        assertThat(conflicts).hasSize(1);
        assertThat(conflicts.getFirst().outcome()).isEqualTo("fractures with alendronate");
        assertThat(keys(conflicts.getFirst().one())).containsExactly("A");
        assertThat(keys(conflicts.getFirst().other())).containsExactly("B");
    }

    @Test
    void oneOutcomeInOtherWordsIsStillOne() {
        assertThat(
                        conflicts(
                                trial(
                                        "A",
                                        finds("alendronate", "new fractures", Direction.FAVOURS)),
                                trial(
                                        "B",
                                        finds(
                                                "alendronate",
                                                "risk of fracture",
                                                Direction.AGAINST))))
                .hasSize(1);
    }

    @Test
    void aDrugAndItsClassMeet() {
        assertThat(
                        conflicts(
                                trial(
                                        "A",
                                        finds("bisphosphonates", "fractures", Direction.FAVOURS)),
                                trial("B", NONE)))
                .hasSize(1);
    }

    @Test
    void otherOutcomesAreNoConflict() {
        assertThat(
                        conflicts(
                                trial("A", finds("alendronate", "bone density", Direction.FAVOURS)),
                                trial("B", NONE)))
                .isEmpty();
        assertThat(
                        conflicts(
                                trial("A", finds("calcitonin", "pain", Direction.FAVOURS)),
                                trial(
                                        "B",
                                        finds(
                                                "calcitonin",
                                                "chronic pain at rest",
                                                Direction.NO_DIFFERENCE))))
                .isEmpty();
        assertThat(
                        conflicts(
                                trial(
                                        "A",
                                        finds(
                                                "alendronate",
                                                "vertebral fractures",
                                                Direction.FAVOURS)),
                                trial(
                                        "B",
                                        finds(
                                                "alendronate",
                                                "long-bone fractures",
                                                Direction.NO_DIFFERENCE))))
                .isEmpty();
    }

    @Test
    void anotherRouteOrServiceIsNoConflict() {
        assertThat(
                        conflicts(
                                trial(
                                        "A",
                                        finds("oral alendronate", "fractures", Direction.FAVOURS)),
                                trial(
                                        "B",
                                        finds(
                                                "intravenous alendronate",
                                                "fractures",
                                                Direction.NO_DIFFERENCE))))
                .isEmpty();
        assertThat(
                        conflicts(
                                guideline(
                                        "A",
                                        recommends(
                                                "screening for osteoporosis", Direction.FAVOURS)),
                                guideline(
                                        "B",
                                        recommends("calcium for osteoporosis", Direction.AGAINST))))
                .isEmpty();
        assertThat(
                        conflicts(
                                guideline("A", recommends("kyphoplasty", Direction.FAVOURS)),
                                guideline("B", recommends("vertebroplasty", Direction.AGAINST))))
                .isEmpty();
    }

    @Test
    void peopleWhoDoNotOverlapAreNoConflict() {
        assertThat(conflicts(trial("A", FOR).ages(18, 59), trial("B", NONE).ages(60, 90)))
                .isEmpty();
        assertThat(conflicts(trial("A", FOR).sex(Sex.MALE), trial("B", NONE).sex(Sex.FEMALE)))
                .isEmpty();
        assertThat(
                        conflicts(
                                trial("A", FOR).pregnancy(Pregnancy.ONLY),
                                trial("B", NONE).pregnancy(Pregnancy.EXCLUDED)))
                .isEmpty();
        assertThat(
                        conflicts(
                                trial("A", FOR).conditions("osteogenesis imperfecta"),
                                trial("B", NONE).conditions("postmenopausal osteoporosis")))
                .isEmpty();
        assertThat(
                        conflicts(
                                trial("A", FOR).conditions("osteoporosis"),
                                trial("B", NONE).conditions("postmenopausal osteoporosis")))
                .hasSize(1);
    }

    @Test
    void factsThatExcludeEachOtherAreNoConflict() {
        assertThat(
                        conflicts(
                                trial(
                                        "A",
                                        finds("brace", "pain", Direction.FAVOURS)
                                                .when("mechanism", "lowEnergy")),
                                trial(
                                        "B",
                                        finds("brace", "pain", Direction.NO_DIFFERENCE)
                                                .when("mechanism", "highEnergy"))))
                .isEmpty();
    }

    @Test
    void anotherComparatorIsNoConflictAndPlaceboIsASham() {
        assertThat(
                        conflicts(
                                trial(
                                        "A",
                                        finds("alendronate", "fractures", Direction.FAVOURS)
                                                .against("placebo")),
                                trial(
                                        "B",
                                        finds("alendronate", "fractures", Direction.NO_DIFFERENCE)
                                                .against("calcitonin"))))
                .isEmpty();
        assertThat(
                        conflicts(
                                trial(
                                        "A",
                                        finds("vertebroplasty", "pain", Direction.FAVOURS)
                                                .against("sham procedure")),
                                trial(
                                        "B",
                                        finds("vertebroplasty", "pain", Direction.NO_DIFFERENCE)
                                                .against("placebo"))))
                .hasSize(1);
    }

    @Test
    void insufficientIsNeverAgainst() {
        assertThat(
                        conflicts(
                                guideline("A", recommends("alendronate", Direction.FAVOURS)),
                                guideline("B", recommends("alendronate", Direction.INSUFFICIENT))))
                .isEmpty();
    }

    @Test
    void aHarmBesideABenefitIsATradeOff() {
        assertThat(
                        conflicts(
                                guideline("A", recommends("calcitonin", Direction.FAVOURS)),
                                trial("B", harms("calcitonin", "cancer"))))
                .isEmpty();
    }

    @Test
    void aSurrogateDoesNotOpposeARecommendation() {
        assertThat(
                        conflicts(
                                guideline("A", recommends("alendronate", Direction.FAVOURS)),
                                trial(
                                        "B",
                                        finds(
                                                        "alendronate",
                                                        "bone density",
                                                        Direction.NO_DIFFERENCE)
                                                .surrogate())))
                .isEmpty();
    }

    @Test
    void agreeingClaimsJoinTheirSideAndOneSourceDoesNotOpposeItself() {
        List<Conflict> conflicts =
                conflicts(
                        guideline(
                                "ACR",
                                recommends("vertebroplasty", Direction.FAVOURS)
                                        .on("pain")
                                        .against("medical management")),
                        guideline(
                                "AAOS", recommends("vertebroplasty", Direction.AGAINST).on("pain")),
                        row("COCHRANE", Design.SYSTEMATIC_REVIEW)
                                .ages(18, 120)
                                .claim(
                                        finds("vertebroplasty", "pain", Direction.NO_DIFFERENCE)
                                                .against("sham procedure")));

        assertThat(conflicts).hasSize(1);
        assertThat(keys(conflicts.getFirst().one())).containsExactly("ACR");
        assertThat(keys(conflicts.getFirst().other())).containsExactly("AAOS", "COCHRANE");
        assertThat(conflicts(trial("A", FOR), trial("B", NONE).work("A"))).isEmpty();
    }

    @Test
    void retractedWorkTakesNoSide() {
        assertThat(conflicts(trial("A", FOR).standing(Standing.RETRACTED), trial("B", NONE)))
                .isEmpty();
    }

    @Test
    void aContradictedStudyIsLessCertainUnlessTheOtherIsWeaker() {
        EvidenceTable trials =
                Bench.weigh(asking().years(60).ask(), trial("A", FOR), trial("B", NONE));
        assertThat(trials.rows())
                .allSatisfy(row ->
                        assertThat(row.certainty().reasons())
                                .contains(
                                        "-1 inconsistency: another study points the other"
                                                + " way"));

        EvidenceTable series =
                Bench.weigh(
                        asking().years(60).ask(),
                        trial("TRIAL", NONE),
                        row("SERIES", Design.CASE_SERIES).ages(18, 90).claim(FOR));
        assertThat(series.conflicts()).hasSize(1);
        assertThat(series.rows().getFirst().certainty().level()).isEqualTo(Certainty.Level.HIGH);
    }

    @Test
    void conflictsAmongAdultsAreShownToAChildsQuestionAndSayWhomTheyAreAbout() {
        List<Conflict> conflicts =
                Bench.weigh(
                                asking().years(8).ask(),
                                trial("A", FOR).people("adults over 50"),
                                trial("B", NONE).people("adults over 60"))
                        .conflicts();

        assertThat(conflicts).hasSize(1);
        assertThat(conflicts.getFirst().people())
                .containsExactly("adults over 50", "adults over 60");
    }

    @Test
    void aRegulatorsVerdictBarsTheBenefitInThePeopleItSpokeOf() {
        Bench.Row regulator =
                row("EMA", Design.REGULATOR)
                        .ages(18, 120)
                        .year(2012)
                        .title("EMA limits calcitonin")
                        .claim(recommends("calcitonin", Direction.AGAINST));
        EvidenceTable table =
                Bench.weigh(
                        asking().years(60).ask(),
                        regulator,
                        guideline("AAOS", recommends("calcitonin", Direction.FAVOURS)).year(2010),
                        trial("CHILDREN", finds("calcitonin", "pain", Direction.FAVOURS))
                                .ages(5, 17));

        assertThat(table.rows())
                .filteredOn(row -> row.source().id().value().equals("starter:AAOS"))
                .allSatisfy(row -> {
                    assertThat(row.mayCarry().benefit()).isFalse();
                    assertThat(row.mayCarry().reasons())
                            .contains("a regulator found against it: EMA limits calcitonin");
                });
        assertThat(table.rows())
                .filteredOn(row -> row.source().id().value().equals("starter:CHILDREN"))
                .allSatisfy(row ->
                        assertThat(row.mayCarry().reasons())
                                .noneMatch(it -> it.startsWith("a regulator")));
    }
}
