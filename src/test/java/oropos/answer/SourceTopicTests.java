package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTopicTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is (are) Genital Herpes ? | Genital Herpes",
                "What are the treatments for Parasites - Scabies ? | Parasites - Scabies",
                "What are the symptoms of Migraine ? | Migraine",
                "What are the genetic changes related to Gout ? | Gout",
                "Who is at risk for Shingles? ? | Shingles?",
                "How to diagnose Kidney Stones ? | Kidney Stones",
                "How many people are affected by Gout ? | Gout",
                "Do you have information about Flu Shot | Flu Shot",
                "Is Gout inherited ? | Gout",
                "Antibiotic drugs | Antibiotic drugs"
            })
    void theTopicIsWhatIsLeftOfATitleWithoutItsQuestion(String title, String topic) {
        assertThat(SourceTopic.of(title)).isEqualTo(topic);
    }

    @Test
    void onlyWordsOfThisPlaceHold() {
        assertThat(SourceTopic.holds("[Scabies] ", "What is (are) Scabies ?", List.of())).isTrue();
        assertThat(SourceTopic.holds("[Gout] ", "What is (are) Scabies ?", List.of("Gout")))
                .isTrue();
        assertThat(SourceTopic.holds("[Gout] ", "What is (are) Scabies ?", List.of())).isFalse();
        assertThat(SourceTopic.holds("Scabies: ", "What is (are) Scabies ?", List.of())).isFalse();
    }
}
