package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Months of a pregnancy, or since something, are nobody's age and no weeks: "my wife is 5 months pregnant" is no girl
/// of 5 months, "my mum is 6 months sober" no baby.
class MonthsOfPregnancyTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "my wife is 5 months pregnant, can she take ibuprofen? | - | true | -",
                "my daughter is 7 months pregnant and has heartburn, what can she take? | - | true | -",
                "my daughter, 7 months pregnant, has itching | - | true | -",
                "she's 8 months pregnant, is flying ok? | - | true | -",
                "my wife is five months pregnant, can she take ibuprofen? | - | true | -",
                "my sister is 3 months along and has nausea | - | true | -",
                "she is 6 and a half months pregnant with back pain | - | true | -",
                "30-year-old, 7 months into her pregnancy, itching | 30 years | true | -",
                "my daughter is 16 and 4 months pregnant, can she take ibuprofen? | 16 years | true | -",
                "I'm 32 and 5 months pregnant with heartburn | 32 years | true | -",
                "my wife is 12 weeks along, is paracetamol ok? | - | true | 12 weeks",
                "my wife is 20 weeks pregnant, is paracetamol ok? | - | true | 20 weeks",
                "I'm 32 and 20 weeks pregnant with heartburn | 32 years | true | 20 weeks",
                "My boy is 4 months along with his twin brother, both have a cold | 4 months | - | -",
                "my wife is 3 months postpartum and has mastitis, can she take ibuprofen? | - | - | -",
                "my mum is 6 months sober, can she take diazepam? | - | - | -",
                "my husband is 6 weeks clean from heroin, tramadol ok? | - | - | -",
                "my dad is 3 months out from his heart attack, can he fly? | - | - | -",
                "my daughter is 3 months postpartum with mastitis | - | - | -",
                "my son is 8 months he has a fever | 8 months | - | -",
                "my husband is 45 years old with gout | 45 years | - | -",
                "my son is 5 months and has a cold | 5 months | - | -",
                "she is 8 months old and has a cold | 8 months | - | -"
            })
    void areNoAge(
            String text,
            @Nullable String age,
            @Nullable Boolean pregnant,
            @Nullable String gestation) {
        Patient patient =
                switch (Asking.understood(text)) {
                    case Understood.Clear clear -> clear.question().patient();
                    case Understood.NeedsDetail needs -> needs.question().patient();
                    case Understood.Refused refused ->
                            throw new AssertionError(refused.reason() + ": " + text);
                };

        assertThat(patient.ages() == null ? null : String.valueOf(patient.age())).isEqualTo(age);
        assertThat(patient.pregnant()).isEqualTo(pregnant);
        assertThat(patient.facts().get("gestation")).isEqualTo(gestation);
    }
}
