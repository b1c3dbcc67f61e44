package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.terminology.Age;
import oropos.terminology.Ages;

/// Ages told by "at" within a question, and numbers behind "at" that are none.
class AtAnAgeTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Should I take statins at 78 to prevent a first heart attack?|78|YEAR",
                "pap smear at 22 needed?|22|YEAR",
                "Shingles vaccine at 60 or wait until 65?|60|YEAR",
                "HPV vaccine at 45 worth it?|45|YEAR"
            })
    void anAgeIsReadWithinAQuestion(String text, int value, String unit) {
        Ages.Found found = NotedAges.in(text).getFirst();

        assertThat(found.exact())
                .isEqualTo(new Age(BigDecimal.valueOf(value), Age.Unit.valueOf(unit)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Is oxygen at 15 needed?",
                "Bedroom at 18 ok for a newborn?",
                "Pulse at 72 normal?",
                "Blood pressure at 90 ok?",
                "Whooping cough vaccine at 28 weeks?",
                "MMR at 9 months after measles contact?",
                "Pain at 3 weeks post surgery, walking ok?",
                "Temperature at 38 to treat?",
                "Creatinine at 90 normal?",
                "simvastatin at 80 safe?",
                "Propranolol at 40 to stop panic attacks",
                "aspirin at 75 to prevent a stroke",
                "steroids at 34 to help lungs?",
                "weaned off morphine at 2 weeks normal?",
                "broken leg, walking at 8 weeks?"
            })
    void whatIsMeasuredOrSetOrCountedIsNoAge(String text) {
        assertThat(NotedAges.in(text)).noneMatch(found -> found.exact() != null);
    }
}
