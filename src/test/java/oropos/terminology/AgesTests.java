package oropos.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgesTests {

    /// What is found, as "8 years | 0 years to 17 years".
    private static String found(String text) {
        return Ages.in(text).stream()
                .map(age -> age.range().toString())
                .collect(Collectors.joining(" | "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    an 8-year-old patient; 8 years
                    an 8 year old patient; 8 years
                    8yo with back pain; 8 years
                    two of my son's bones are flat, he is nine; 9 years
                    He's 2 and runs everywhere; 2 years
                    She's only 9 weeks and has a mark; 9 weeks
                    a 6-week-old with a bruise; 6 weeks
                    my girl of 5 months; 0 to 17 years | 5 months
                    6/52 old, well; 6 weeks
                    which vaccine at 70 against shingles; 70 years
                    8 y/o with back pain; 8 years
                    67yoF with chest pain; 67 years
                    patient is 8 yrs; 8 years
                    she is 8 yrs old; 8 years
                    aged 8; 8 years
                    age 8; 8 years
                    Age: 8 years; 8 years
                    at the age of 8; 8 years
                    age of 8 years; 8 years
                    an eight-year-old patient; 8 years
                    thirty-two year old patient; 32 years
                    a patient of sixty-five years of age; 65 years
                    8½-year-old; 8.5 years
                    18-month-old; 18 months
                    18 months old; 18 months
                    18mo with fever; 18 months
                    a baby 18 months of age; 0 days to 23 months | 18 months
                    3 days old; 3 days
                    a 6-week-old, 38.4, looks well; 6 weeks
                    6 wk old; 6 weeks
                    6 wk, fever; 6 weeks
                    8 years 6 months old; 102 months
                    2 years and 3 months old; 27 months
                    Nirsevimab, second season, 10 months?; 10 months
                    Girl 14, Z-score -2.3; 14 years
                    girl of 8, L2 collapse; 8 years
                    boy of 11, D7-D11; 11 years
                    my daughter is 9 and coughs; 9 years
                    My son is 4.; 4 years
                    our grandson just turned 10; 10 years
                    woman, 67, hip fracture; 67 years
                    a man (54) with chest pain; 54 years
                    Aspirin to prevent a first heart attack at 72?; 72 years
                    65M with chest pain; 65 years
                    a 34F with headache; 34 years
                    in my 81-year-old?; 81 years
                    day 3 of life; 3 days
                    4-17 years of age; 4 to 17 years
                    aged 65 to 75 years; 65 to 75 years
                    aged 65-75; 65 to 75 years
                    ages 5 through 12; 5 to 12 years
                    between 5 and 12 years of age; 5 to 12 years
                    between the ages of 40 and 74; 40 to 74 years
                    aged between 6 months and 5 years; 6 months to 5 years
                    participants 4-17 years; 4 to 17 years
                    women 50 to 74 years; 50 to 74 years
                    adults 55–80 years; 18 years or older | 55 to 80 years
                    2- to 5-year-olds; 2 to 5 years
                    6 months to 5 years of age; 6 months to 5 years
                    ≥65 years; 65 years or older
                    >= 65 years; 65 years or older
                    age ≥ 65; 65 years or older
                    65 years or older; 65 years or older
                    65 years and over; 65 years or older
                    65 and older; 65 years or older
                    aged 65+; 65 years or older
                    women 65+; 65 years or older
                    older than 60; 61 years or older
                    older than 60 years; 61 years or older
                    aged over 60; 60 years or older
                    people over 60; 60 years or older
                    over 65s; 65 years or older
                    at least 18 years of age; 18 years or older
                    under 21; no
                    women under 21; 0 to 20 years
                    people aged under 21; 0 to 20 years
                    under 5s; 0 to 4 years
                    <18 y; 0 to 17 years
                    < 18 years; 0 to 17 years
                    younger than 5 years; 0 to 4 years
                    younger than 3 months; 0 to 2 months
                    up to 5 years of age; 0 to 5 years
                    less than 2 years of age; 0 to 1 year
                    5 years or younger; 0 to 5 years
                    women younger than 21 years; 0 to 20 years
                    newborn; 0 to 30 days
                    neonates; 0 to 30 days
                    infants; 1 to 23 months
                    my toddler; 1 to 3 years
                    preschool children; 2 to 5 years
                    a child; 0 to 17 years
                    school-age children; 6 to 12 years
                    adolescents; 13 to 18 years
                    a teenager; 13 to 18 years
                    young adults; 19 to 24 years
                    adults; 18 years or older
                    middle-aged men; 45 to 64 years
                    elderly people; 65 years or older
                    older adults; 65 years or older
                    an octogenarian; 80 to 89 years
                    nonagenarians; 90 to 99 years
                    in her 70s; 70 to 79 years
                    in his early 60s; 60 to 69 years
                    in their seventies; 70 to 79 years
                    mean age 62 years; 62 years
                    mean age was 62.3 years; 62.3 years
                    median age of 8 years; 8 years
                    children and adolescents; 0 to 17 years
                    paediatric; 0 to 17 years
                    """)
    void reads(String text, String expected) {
        assertThat(found(text)).isEqualTo(expected.equals("no") ? "" : expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for 3 years",
                "2 years of follow-up",
                "10-year risk",
                "5-year survival",
                "over 12 months of treatment",
                "back pain for two weeks",
                "a 3-week-old fracture",
                "treated for 18 months",
                "after 6 months of alendronate",
                "zoledronate every 6 months",
                "within 30 days",
                "in the last 5 years",
                "three years ago",
                "an 8-week course",
                "a 12-month randomised trial",
                "followed for a median of 5 years",
                "vitamin D for 3 months, then stop",
                "heart rate at 72, no fever",
                "weight 14 kg",
                "T-score -2.5",
                "70 mg weekly",
                "over 60 mg",
                "more than 3 months of steroids",
                "less than 24 hours",
                "at 12 months",
                "Child-Pugh class C",
                "women of childbearing potential in childbirth",
                "the children's hospital",
                "infant formula",
                "adult-onset asthma",
                "32 weeks' gestation",
                "born at 29 weeks",
                "34+2 weeks pregnant",
                "gestational age of 32 weeks",
                "in the 1990s",
                "COVID-19",
                "18 months of treatment",
                "duration 3 years, stable",
                "every 3 to 5 years",
                "The median follow-up for surviving patients was 57 months.",
                "She is married for 5 years and well",
                "the duration of disease in the patients was 3 years",
                "1 to 2 years after transplant",
                "Day 8",
                "page 8"
            })
    void isNoAge(String text) {
        assertThat(found(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    32 weeks' gestation; 32 weeks
                    preterm infants born at 29 weeks; 29 weeks
                    34+2 weeks pregnant; 34 weeks
                    gestational age of 32 weeks; 32 weeks
                    28-32 weeks gestation; 28 to 32 weeks
                    <37 weeks' gestation; 0 to 36 weeks
                    at 24 weeks of pregnancy; 24 weeks
                    GA 36 weeks; 36 weeks
                    """)
    void tellsWeeksOfPregnancyApart(String text, String expected) {
        assertThat(Ages.gestation(text))
                .extracting(found -> found.range().toString())
                .containsExactly(expected);
        assertThat(Ages.in(text)).noneMatch(age -> age.exact() != null);
    }

    @Test
    void givesAnExactAgeOnlyWhereOneIsStated() {
        assertThat(Ages.in("an 8-year-old child aged 5-9"))
                .extracting(Ages.Found::exact)
                .containsExactly(Age.years(8), null, null);
    }

    @Test
    void pointsAtTheWords() {
        String text = "For an 8‑year‑old, not the 40-year risk.";
        assertThat(Ages.in(text))
                .singleElement()
                .satisfies(age -> {
                    assertThat(age.words()).isEqualTo("8‑year‑old");
                    assertThat(age.span().of(text)).isEqualTo("8‑year‑old");
                });
    }

    @Test
    void rejectsImpossibleAges() {
        assertThat(found("aged 150 years")).isEmpty();
        assertThat(found("a 999-year-old tree")).isEmpty();
        assertThat(found("aged 75 to 65 years")).doesNotContain("75 to");
    }

    @Test
    void namesTheMeshGroupsOfARange() {
        assertThat(AgeGroups.of(AgeRange.years(8, 8))).isEqualTo(List.of("D002648"));
        assertThat(AgeGroups.of(AgeRange.years(0, 17)))
                .containsExactly("D007231", "D007223", "D002675", "D002648", "D000293");
        assertThat(AgeGroups.of(AgeRange.years(81, 81))).containsExactly("D000368", "D000369");
        assertThat(AgeGroups.name("D002648")).isEqualTo("Child");
        assertThat(AgeGroups.group("D999999")).isEmpty();
    }
}
