package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who took part, read from words alone. The second half of these tests holds the reading against the
/// MeSH tags of PubMedQA's development records, on the half that was not looked at while it was made.
class GroupReadingTests {

    private static final Set<String> UNDER_13 =
            Set.of("Infant, Newborn", "Infant", "Child, Preschool", "Child");

    private final GroupReading reading = GroupReading.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We studied patients aged 4 to 18 years. | Child, Preschool;Child;Adolescent",
                "Mean age was 61.8\u00b114.3 years. | Adult;Middle Aged;Aged",
                "The median age was 45 years. | Adult;Middle Aged",
                "Women aged 50 and older were asked. | Middle Aged;Aged",
                "Children under 5 years were weighed. | Infant, Newborn;Infant;Child, Preschool",
                "Very low birth weight infants were fed early. | Infant, Newborn",
                "Preterm infants were weighed and seen again in infancy. | Infant, Newborn;Infant",
                "Mean age was higher in the control group (p < 0.05). | ",
                "A colonoscopy was done 4 to 6 weeks after discharge. | ",
                "Patients were followed for 10 years. | ",
                "Nurses who had been exposed to smoke during childhood were asked. | "
            })
    void agesAndWordsTellWhoWasThere(String text, String groups) {
        List<String> expected = groups == null ? List.of() : List.of(groups.split(";"));
        assertThat(reading.tags("A study", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thirty-four mice were assigned to receive injections. | true",
                "Transgastric splenectomy in a porcine model. | true",
                "A mouse monoclonal antibody was given to patients. | false",
                "People allergic to cat dander were tested. | false"
            })
    void anExperimentOnAnimalsIsTold(String text, boolean animals) {
        assertThat(reading.speaksOfAnimals("A study", text)).isEqualTo(animals);
    }

    @Test
    void onePassingWordOfPregnancyIsNotWhatARecordIsAbout() {
        assertThat(reading.speaksOfPregnancy("Bone loss in women", "Nobody was pregnant at entry."))
                .isFalse();
        assertThat(reading.speaksOfPregnancy("Screening in pregnancy", "Urine was tested."))
                .isTrue();
        assertThat(reading.speaksOfPregnancy("C-section rates", "Rates of C-sections were told."))
                .isTrue();
    }

    @Test
    void childrenLeftOutAndPaediatricBagsAreNoChildrenStudied() {
        Study study =
                GroupsMeasured.described(
                        "Chemotherapy of a rare cancer",
                        "We studied 122 patients. Excluded were 4 patients treated elsewhere, 4 children, and 1"
                                + " patient who died.");
        assertThat(study.population().ages()).isNull();
        assertThat(study.population().ageGroups()).isEmpty();
        assertThat(reading.tags("A study", "Nurses were assigned to the pediatric bag.")).isEmpty();
        assertThat(
                        reading.tags(
                                "Appendicitis in the elderly",
                                "It is hard to tell in children and in the aged."))
                .doesNotContain("Child");
    }

    @Test
    void tagsHiddenPeopleUnderThirteenPregnancyAndAnimalsAreFound() throws Exception {
        List<GroupsMeasured> all = GroupsMeasured.records();
        measured("even", all.stream().filter(GroupsMeasured::isEven).toList());
        double[] odd = measured("odd", all.stream().filter(one -> !one.isEven()).toList());
        measured("all", all);

        assertThat(odd[0]).isGreaterThan(.78);
        assertThat(odd[1]).isGreaterThan(.87);
        assertThat(odd[2]).isGreaterThan(.88);
    }

    private static double[] measured(String name, List<GroupsMeasured> records) {
        List<String> under13 =
                AgeWords.shipped().tagged(List.copyOf(UNDER_13)).stream()
                        .map(AgeWords.Group::id)
                        .toList();
        Predicate<GroupsMeasured> young =
                one -> one.study().population().ageGroups().stream().anyMatch(under13::contains);
        Predicate<GroupsMeasured> tagged = one -> UNDER_13.stream().anyMatch(one.tags()::contains);
        double children = GroupsMeasured.f1(records, tagged, young);
        double statingAnAge =
                GroupsMeasured.f1(
                        records.stream()
                                .filter(one -> !one.study().population().ageGroups().isEmpty())
                                .toList(),
                        tagged,
                        young);
        double pregnancy =
                GroupsMeasured.f1(
                        records,
                        one -> one.tags().contains("Pregnancy"),
                        one ->
                                one.study().population().pregnancy() != null
                                        && one.study().population().pregnancy()
                                                != Population.Pregnancy.EXCLUDED);
        double animals =
                GroupsMeasured.f1(
                        records, one -> one.tags().contains("Animals"), GroupsMeasured::animals);
        System.out.printf(
                "PubMedQA, tags hidden, %s, %d records: under 13 F1 %.3f (where a group is stated %.3f), pregnancy %.3f, animals %.3f%n",
                name, records.size(), children, statingAnAge, pregnancy, animals);
        return new double[] {children, pregnancy, animals};
    }
}
