package oropos.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedPredicateTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Does exercise improve balance? | improve",
                "Does the risk of bleeding predict death? | predict",
                "Is drainage after high-risk surgery necessary? | necessary",
                "Are clinical predictors adequate? | adequate",
                "Does age play a role in healing? | role",
                "Can the test be reliable in infants? | reliable",
                "Stents in small vessels: are they safe? | safe",
                "Is it a risk factor for falls? | risk",
                "Treatment of osteoporosis | -"
            })
    void aQuestionTurnsOnOneWord(String question, String word) {
        assertThat(
                        AskedPredicate.of(
                                question.toLowerCase(Locale.ROOT),
                                ConclusionWords.shipped().predicates()))
                .isEqualTo(word == null ? "" : word);
    }
}
