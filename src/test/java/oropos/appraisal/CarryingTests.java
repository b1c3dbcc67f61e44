package oropos.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static oropos.appraisal.Bench.asking;
import static oropos.appraisal.Bench.finds;
import static oropos.appraisal.Bench.harms;
import static oropos.appraisal.Bench.recommends;
import static oropos.appraisal.Bench.row;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import oropos.appraisal.Certainty.Level;
import oropos.appraisal.Evidence.MayCarry;
import oropos.library.Claim.Direction;
import oropos.library.Design;
import oropos.library.Passage.Role;
import oropos.library.Population.Pregnancy;
import oropos.library.TextKind;
import oropos.terminology.Sex;

class CarryingTests {

    private static MayCarry may(Bench.Asking asked, Bench.Row row) {
        return Bench.one(asked.ask(), row).mayCarry();
    }

    private static Bench.Row adults() {
        return row("A", Design.RANDOMISED_TRIAL).ages(18, 80).n(900);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "8, false", "12, false", "13, true", "17, true", "18, true"})
    void adultEvidenceNeverCarriesABenefitUnderThirteen(int years, boolean benefit) {
        assertThat(may(asking().years(years), adults()).benefit()).isEqualTo(benefit);
        assertThat(may(asking().years(years), adults()).harm()).isTrue();
    }

    @Test
    void aGroupThatReachesUnderThirteenIsGuardedToo() {
        assertThat(may(asking().group(0, 17), adults()).benefit()).isFalse();
    }

    @Test
    void fromThirteenToSeventeenAdultEvidenceStandsOneStepDownAndSaysSo() {
        Evidence row = Bench.one(asking().years(15).ask(), adults());

        assertThat(row.certainty().level()).isEqualTo(Level.MODERATE);
        assertThat(row.mayCarry().reasons()).contains("from adults: one step down");
    }

    @Test
    void aHarmAndARecommendationAgainstMayCarryWhateverThePeople() {
        assertThat(may(asking().years(8), adults().claim(harms("calcitonin", "cancer"))))
                .satisfies(it -> {
                    assertThat(it.harm()).isTrue();
                    assertThat(it.benefit()).isFalse();
                    assertThat(it.reasons()).contains("adults only, asked about a child under 13");
                });
        assertThat(
                        may(
                                        asking().years(8),
                                        row("G", Design.PRACTICE_GUIDELINE)
                                                .ages(18, 120)
                                                .claim(
                                                        recommends(
                                                                "vertebroplasty",
                                                                Direction.AGAINST)))
                                .harm())
                .isTrue();
    }

    @Test
    void childrensEvidenceDoesNotCarryABenefitForAnAdult() {
        assertThat(may(asking().years(40), row("A", Design.RANDOMISED_TRIAL).ages(5, 17)).benefit())
                .isFalse();
    }

    @Test
    void aRecommendationForAnotherAgeBandStaysInTheTableAndCarriesNothing() {
        Evidence row =
                Bench.one(
                        asking().years(72).sex(Sex.FEMALE).ask(),
                        row("USPSTF", Design.PRACTICE_GUIDELINE)
                                .ages(40, 59)
                                .claim(recommends("aspirin", Direction.AGAINST)));

        assertThat(row.setAside()).isNull();
        assertThat(row.mayCarry().benefit()).isFalse();
        assertThat(row.mayCarry().harm()).isFalse();
        assertThat(row.mayCarry().reasons())
                .containsExactly(
                        "a recommendation for another population: asked about 72 years, written"
                                + " for 40 to 59 years");
    }

    @Test
    void evidenceThatLeavesOutPregnancyOrDoesNotSpeakOfItCarriesNoBenefitInIt() {
        Bench.Asking pregnant = asking().years(30).pregnant(true);

        assertThat(may(pregnant, adults()).benefit()).isFalse();
        assertThat(may(pregnant, adults().pregnancy(Pregnancy.EXCLUDED)).benefit()).isFalse();
        assertThat(may(pregnant, adults().pregnancy(Pregnancy.ONLY)).benefit()).isTrue();
        assertThat(may(pregnant, row("U", Design.RANDOMISED_TRIAL)).benefit()).isFalse();
    }

    @Test
    void evidenceInTheOtherSexCarriesNoBenefit() {
        assertThat(may(asking().years(50).sex(Sex.FEMALE), adults().sex(Sex.MALE)).benefit())
                .isFalse();
    }

    @Test
    void evidenceWithoutNewbornsCarriesNoBenefitForOne() {
        Bench.Asking newborn = asking().days(5);

        assertThat(may(newborn, row("A", Design.RANDOMISED_TRIAL).ages(1, 17)).benefit()).isFalse();
        assertThat(may(newborn, row("A", Design.RANDOMISED_TRIAL)).benefit()).isFalse();
        assertThat(may(newborn, row("A", Design.RANDOMISED_TRIAL).ages(0, 17)).benefit()).isTrue();
    }

    @Test
    void aSourceThatStatesNoAgesCarriesForAChildOnlyWhereItSpeaksOfChildren() {
        Bench.Row silent = row("SEED-3", Design.NARRATIVE_REVIEW).text("Bracing may help.");
        Bench.Row speaking =
                row("B", Design.PATIENT_INFORMATION).text("In children it mostly heals by itself.");

        assertThat(may(asking().years(8), silent).benefit()).isFalse();
        assertThat(may(asking().years(8), speaking).benefit()).isTrue();
        assertThat(may(asking().years(40), silent).benefit()).isTrue();
    }

    @Test
    void aSummaryOfASecondaryPageNeverCarriesAloneAndMayStandBeside() {
        MayCarry may =
                may(
                        asking().years(40),
                        adults().textKind(TextKind.SUMMARY_OF_SECONDARY)
                                .claim(finds("alendronate", "fractures", Direction.FAVOURS)));

        assertThat(may)
                .isEqualTo(
                        new MayCarry(
                                false,
                                false,
                                true,
                                java.util.List.of(
                                        "summary of a secondary page: never alone until a reviewer"
                                                + " read the original")));
    }

    @ParameterizedTest
    @EnumSource(
            value = Design.class,
            names = {"LABORATORY", "OPINION"})
    void whatIsNoStudyInPeopleCarriesNothing(Design design) {
        MayCarry may = may(asking().years(40), row("A", design).ages(18, 80));

        assertThat(may.benefit()).isFalse();
        assertThat(may.harm()).isFalse();
    }

    @Test
    void textbooksAndPatientPagesMayCarryAndStandLast() {
        EvidenceTable table =
                Bench.weigh(
                        asking().years(40).ask(),
                        row("BOOK", Design.TEXTBOOK).ages(18, 120),
                        row("PAGE", Design.PATIENT_INFORMATION).ages(18, 120),
                        row("SERIES", Design.CASE_SERIES).ages(18, 80));

        assertThat(table.rows()).allMatch(row -> row.mayCarry().benefit());
        assertThat(table.rows().getFirst().source().id().value()).isEqualTo("starter:SERIES");
    }

    @Test
    void aSingleCaseShowsNoBenefitButMayWarn() {
        MayCarry may = may(asking().years(40), row("A", Design.CASE_REPORT).ages(40, 40));

        assertThat(may.benefit()).isFalse();
        assertThat(may.harm()).isTrue();
    }

    @Test
    void anOlderEditionStillCarriesAndSaysThatANewerIsKnown() {
        MayCarry may =
                may(
                        asking().years(40),
                        row("A", Design.PRACTICE_GUIDELINE)
                                .ages(18, 120)
                                .newerEdition("replaced 2025-01-14"));

        assertThat(may.harm()).isTrue();
        assertThat(may.reasons()).contains("a newer edition is known: replaced 2025-01-14");
    }

    @Test
    void aTitleAssertsNothing() {
        assertThat(may(asking().years(40), adults().role(Role.TITLE)).benefit()).isFalse();
        assertThat(may(asking().years(40), adults().role(Role.QUESTION)).harm()).isFalse();
    }

    @Test
    void anUncertainDesignIsSaid() {
        assertThat(may(asking().years(40), adults().uncertain()).reasons())
                .containsExactly("design uncertain: stated by the document");
    }
}
