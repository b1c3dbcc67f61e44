package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/// Signs told in few words are heard, and what only sounds like them is not (decision 103).
class ShortSignsTests {

    @ParameterizedTest
    @CsvFileSource(resources = "short-signs.tsv", delimiter = '\t', quoteCharacter = '\0')
    void signsAreHeardOrQuiet(String rule, String text) {
        if (rule.startsWith("!")) {
            assertThat(Asking.signs(text)).doesNotContain(rule.substring(1));
        } else if (rule.equals("-")) {
            assertThat(Asking.signs(text)).isEmpty();
        } else {
            assertThat(Asking.signs(text)).contains(rule);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no drug allergies except none | no | -",
                "no known drug allergies apart from nil | no | -",
                "no allergies except for penicillin | yes | penicillin",
                "no allergies known, amoxicillin gave me a rash | yes | amoxicillin",
                "no known allergies, penicillin gave me hives | yes | penicillin",
                "NKDA, amoxicillin gave him a rash | yes | amoxicillin",
                "no known allergies - trimethoprim made me come out in hives | yes | trimethoprim",
                "denies allergies, cefalexin gave her a rash in 2019 | yes | cefalexin",
                "no allergies, penicillin never gave me a rash | - | -",
                "no allergies known, does amoxicillin give a rash? | - | -",
                "no allergies known, amoxicillin gave my brother a rash | - | -",
                "no allergies so far, codeine makes me sick | - | -"
            })
    void whatIsToldBehindADenialOfAllergiesIsOne(String text, String told, String drug) {
        Map<String, String> facts =
                switch (Asking.understood(text)) {
                    case Understood.Clear clear -> clear.question().patient().facts();
                    case Understood.NeedsDetail needs -> needs.question().patient().facts();
                    case Understood.Refused _ -> Map.of();
                };
        assertThat(facts.getOrDefault("allergies", "-")).isEqualTo(told);
        assertThat(facts.getOrDefault("allergy", "-")).isEqualTo(drug);
    }
}
