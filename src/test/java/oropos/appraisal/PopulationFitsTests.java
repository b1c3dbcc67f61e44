package oropos.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static oropos.appraisal.Bench.asking;
import static oropos.appraisal.Bench.recommends;
import static oropos.appraisal.Bench.row;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oropos.appraisal.PopulationFit.Direct;
import oropos.appraisal.PopulationFit.Gap;
import oropos.appraisal.PopulationFit.Indirect;
import oropos.appraisal.PopulationFit.Unstated;
import oropos.library.Claim.Direction;
import oropos.library.Design;
import oropos.library.Population;
import oropos.library.Population.Pregnancy;
import oropos.terminology.AgeRange;
import oropos.terminology.Mention.Assertion;
import oropos.terminology.Sex;

class PopulationFitsTests {

    private static PopulationFit fit(Bench.Asking asked, Bench.Row row) {
        return Bench.one(asked.ask(), row).fit();
    }

    private static Bench.Row trial() {
        return row("A", Design.RANDOMISED_TRIAL);
    }

    @ParameterizedTest
    @CsvSource({
        "8, 5, 17, DIRECT",
        "8, 8, 8, DIRECT",
        "8, 4, 19, DIRECT",
        "8, 55, 80, ADULT_FOR_CHILD",
        "8, 16, 65, ADULT_FOR_CHILD",
        "17, 18, 65, ADULT_FOR_CHILD",
        "12, 0, 11, AGE",
        "8, 0, 1, AGE",
        "8, 0, 90, MIXED",
        "16, 14, 70, MIXED",
        "40, 14, 70, DIRECT",
        "40, 2, 70, MIXED",
        "18, 18, 65, DIRECT",
        "40, 5, 17, CHILD_FOR_ADULT",
        "72, 40, 59, AGE",
        "72, 65, 120, DIRECT",
        "30, 65, 120, AGE"
    })
    void agesAreComparedYearByYear(int asked, int from, int to, String expected) {
        PopulationFit fit = fit(asking().years(asked), trial().ages(from, to));

        if (expected.equals("DIRECT")) {
            assertThat(fit).isEqualTo(new Direct());
        } else {
            assertThat(fit)
                    .isInstanceOfSatisfying(
                            Indirect.class,
                            indirect ->
                                    assertThat(indirect.gap()).isEqualTo(Gap.valueOf(expected)));
        }
    }

    @Test
    void theDifferenceIsSaidInWordsAReaderCanCheck() {
        assertThat(fit(asking().years(8), trial().ages(55, 80)))
                .isEqualTo(
                        new Indirect(
                                "asked about 8 years, studied in 55 to 80 years",
                                Gap.ADULT_FOR_CHILD));
        assertThat(fit(asking().years(8), row("G", Design.PRACTICE_GUIDELINE).ages(18, 120)))
                .isEqualTo(
                        new Indirect(
                                "asked about 8 years, written for 18 years or older",
                                Gap.ADULT_FOR_CHILD));
    }

    @Test
    void aGroupAskedAboutFitsAStudyInMostOfIt() {
        assertThat(fit(asking().group(18, 120), trial().ages(40, 75))).isEqualTo(new Direct());
        assertThat(fit(asking().group(0, 17), trial().ages(5, 17))).isEqualTo(new Direct());
        assertThat(fit(asking().group(18, 120), trial().ages(55, 70)))
                .isInstanceOfSatisfying(
                        Indirect.class, it -> assertThat(it.gap()).isEqualTo(Gap.MIXED));
    }

    @Test
    void whatReachesEighteenIsForNoGroupOfAdultsButForWhoIsEighteen() {
        assertThat(fit(asking().group(18, 120), trial().ages(3, 18)))
                .isInstanceOfSatisfying(
                        Indirect.class, it -> assertThat(it.gap()).isEqualTo(Gap.CHILD_FOR_ADULT));
        assertThat(fit(asking().years(18), trial().ages(3, 18))).isEqualTo(new Direct());
    }

    @Test
    void withoutAnAgeAdultsFitAndSpecialGroupsDoNot() {
        assertThat(fit(asking(), trial().ages(18, 75))).isEqualTo(new Direct());
        assertThat(fit(asking(), trial().ages(5, 17)))
                .isEqualTo(new Indirect("asked without an age, studied in 5 to 17 years", Gap.AGE));
        assertThat(fit(asking(), trial().ages(65, 120)))
                .isInstanceOfSatisfying(
                        Indirect.class, it -> assertThat(it.gap()).isEqualTo(Gap.AGE));
    }

    @Test
    void silenceIsUnstatedAndNeverAGuess() {
        assertThat(fit(asking().years(8), trial())).isEqualTo(new Unstated());
        assertThat(fit(asking(), trial())).isEqualTo(new Unstated());
        assertThat(fit(asking().years(8), trial().sex(Sex.FEMALE))).isEqualTo(new Unstated());
    }

    @Test
    void theOtherSexIsAGapAndAnUnknownSexIsNone() {
        Bench.Row men = trial().ages(18, 80).sex(Sex.MALE);

        assertThat(fit(asking().years(50).sex(Sex.FEMALE), men))
                .isEqualTo(
                        new Indirect(
                                "asked about a female patient, studied in male patients only",
                                Gap.SEX));
        assertThat(fit(asking().years(50), men)).isEqualTo(new Direct());
    }

    @Test
    void pregnancyNeedsASourceThatSpeaksOfIt() {
        Bench.Asking pregnant = asking().years(30).pregnant(true);

        assertThat(fit(pregnant, trial().ages(18, 45).pregnancy(Pregnancy.ONLY)))
                .isEqualTo(new Direct());
        assertThat(fit(pregnant, trial().ages(18, 45).pregnancy(Pregnancy.EXCLUDED)))
                .isEqualTo(
                        new Indirect("asked about pregnancy, which was left out", Gap.PREGNANCY));
        assertThat(fit(pregnant, trial().ages(18, 45)))
                .isInstanceOfSatisfying(
                        Indirect.class, it -> assertThat(it.gap()).isEqualTo(Gap.PREGNANCY));
        assertThat(
                        fit(
                                asking().years(30).pregnant(false),
                                trial().ages(18, 45).pregnancy(Pregnancy.ONLY)))
                .isInstanceOfSatisfying(
                        Indirect.class,
                        it ->
                                assertThat(it.difference())
                                        .isEqualTo(
                                                "studied in pregnancy; the question says not"
                                                        + " pregnant"));
    }

    @Test
    void whatEveryoneHadIsNamedWhereTheQuestionDoesNotSaySo() {
        Bench.Row trial = trial().ages(4, 19).conditions("osteogenesis imperfecta");

        assertThat(fit(asking().years(8).problem("D010024", "osteoporosis"), trial))
                .isEqualTo(
                        new Indirect(
                                "all had osteogenesis imperfecta; the question does not say so",
                                Gap.CONDITION));
        assertThat(fit(asking().years(8).problem("D010013", "osteogenesis imperfecta"), trial))
                .isEqualTo(new Direct());
        assertThat(
                        fit(
                                asking().years(8)
                                        .problem(
                                                "D010013",
                                                "osteogenesis imperfecta",
                                                Assertion.NEGATED),
                                trial))
                .isEqualTo(
                        new Indirect(
                                "all had osteogenesis imperfecta; the question says not",
                                Gap.CONDITION));
    }

    @Test
    void whoHasWhatNobodyOfThemHadIsNotMeant() {
        Bench.Row advice =
                row("G", Design.PRACTICE_GUIDELINE)
                        .ages(65, 120)
                        .people("adults aged 65 years or older, without osteoporosis or gout");

        assertThat(fit(asking().years(70).problem("D010024", "osteoporosis"), advice))
                .isEqualTo(
                        new Indirect(
                                "written for people without osteoporosis; the question tells of it",
                                Gap.CONDITION));
        assertThat(
                        fit(
                                asking().years(70)
                                        .problem("D010024", "osteoporosis", Assertion.POSSIBLE),
                                advice))
                .isEqualTo(new Direct());
        assertThat(
                        fit(
                                asking().years(70)
                                        .problem("D010024", "osteoporosis", Assertion.FAMILY),
                                advice))
                .isEqualTo(new Direct());
    }

    @Test
    void aDiseaseOfTheFamilyIsNotThePatients() {
        assertThat(
                        fit(
                                asking().years(8)
                                        .problem(
                                                "D010013",
                                                "osteogenesis imperfecta",
                                                Assertion.FAMILY),
                                trial().ages(4, 19).conditions("osteogenesis imperfecta")))
                .isInstanceOf(Indirect.class);
    }

    @Test
    void aWiderOrNarrowerDiseaseIsTheQuestionsOwn() {
        Bench.Asking asked = asking().years(8).problem("D016103", "vertebral fracture");

        assertThat(fit(asked, trial().ages(5, 17).conditions("fractures"))).isEqualTo(new Direct());
        assertThat(fit(asked, trial().ages(5, 17).conditions("low-trauma vertebral fracture")))
                .isEqualTo(new Direct());
    }

    @Test
    void aQualifierOfTheDiseaseThatTheQuestionLacksIsAGap() {
        Bench.Asking asked = asking().years(8).problem("D010024", "osteoporosis");

        assertThat(fit(asked, trial().ages(5, 17).conditions("secondary osteoporosis")))
                .isEqualTo(
                        new Indirect(
                                "all had secondary osteoporosis; the question does not say so",
                                Gap.CONDITION));
    }

    @Test
    void aRecommendationForANarrowerDiseaseIsConditional() {
        Bench.Asking asked = asking().years(60).problem("D010024", "osteoporosis");
        Bench.Row narrower =
                row("G", Design.PRACTICE_GUIDELINE)
                        .ages(18, 120)
                        .conditions("postmenopausal osteoporosis")
                        .claim(recommends("alendronate", Direction.FAVOURS));

        assertThat(fit(asked, narrower))
                .isEqualTo(
                        new Indirect(
                                "written for postmenopausal osteoporosis; the question names only"
                                        + " the wider condition",
                                Gap.CONDITION));
        assertThat(Bench.one(asked.ask(), narrower).mayCarry().benefit()).isTrue();
    }

    @Test
    void theGravestOfSeveralGapsDecidesAndAllAreSaid() {
        assertThat(
                        fit(
                                asking().years(8).problem("D016103", "vertebral fracture"),
                                trial().ages(40, 80).conditions("osteogenesis imperfecta")))
                .isEqualTo(
                        new Indirect(
                                "asked about 8 years, studied in 40 to 80 years; all had"
                                        + " osteogenesis imperfecta; the question does not say so",
                                Gap.ADULT_FOR_CHILD,
                                List.of(Gap.ADULT_FOR_CHILD, Gap.CONDITION)));
    }

    @Test
    void thePeopleOfAPassageCountBeforeThoseOfItsSource() {
        Population part =
                new Population(
                        "children", AgeRange.years(0, 17), null, null, List.of(), List.of(), false);
        Bench.Row row =
                row("G", Design.PRACTICE_GUIDELINE)
                        .ages(18, 120)
                        .sex(Sex.MALE)
                        .claim(recommends("alendronate", Direction.FAVOURS).in(part));

        assertThat(fit(asking().years(8), row)).isEqualTo(new Direct());
        assertThat(fit(asking().years(8).sex(Sex.FEMALE), row))
                .as("the rest of the source's people still holds")
                .isInstanceOf(Indirect.class);
    }
}
