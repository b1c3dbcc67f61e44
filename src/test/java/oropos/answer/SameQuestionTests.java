package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which pages ask what the asker asks, and how they then answer.
class SameQuestionTests {

    private static Utterance.Aim aim(String title, String sentence, String question) {
        List<Utterance> said =
                new WeighedTexts().page("medquad:a/1#1", title, sentence).utterances(question);
        assertThat(said).hasSize(1);
        return said.getFirst().aim();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What are the treatments for Scabies ? | How is scabies treated? | Scabies is treated with creams that kill the mite.",
                "What are the treatments for Scabies ? | what can be done for scabies | Scabies is treated with creams that kill the mite.",
                "What causes Scabies ? | Why do people get scabies? | Scabies is caused by a mite that lives in the skin.",
                "How to prevent Scabies ? | Can scabies be prevented? | Scabies can be prevented by washing clothes in hot water.",
                "What is the outlook for Scabies ? | prognosis of scabies | The outlook for scabies is good with the right cream.",
                "What is (are) Scabies ? | scabies | Scabies is an infestation of the skin by a mite, treated with creams.",
                "What is (are) Scabies ? | Can you tell me about scabies? | Scabies is an infestation of the skin by a mite, treated with creams.",
            })
    void aPageOfTheSameQuestionIsKnownInOtherWords(String title, String question, String sentence) {
        assertThat(aim(title, sentence, question)).isEqualTo(Utterance.Aim.OF_THE_SAME_QUESTION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What causes Scabies ? | How is scabies treated?",
                "What are the treatments for Scabies ? | How is scabies treated in a dog kennel?",
                "What are the treatments for Scabies ? | How is scabies treated at 3 months?",
                "What is (are) Migraine ? | What is familial hemiplegic migraine?",
            })
    void aPageThatAsksSomethingElseOrLessIsNotOne(String title, String question) {
        List<Utterance> said =
                new WeighedTexts()
                        .page(
                                "medquad:a/1#1",
                                title,
                                "Scabies is caused by a mite and treated with creams, and migraine"
                                        + " is a headache.")
                        .utterances(question);

        assertThat(said).allMatch(one -> one.aim() != Utterance.Aim.OF_THE_SAME_QUESTION);
    }

    @Test
    void suchAPageIsReadInItsOwnOrderAfterWhatAnswers() {
        WeighedTexts texts =
                new WeighedTexts()
                        .page(
                                "medquad:a/1#1",
                                "What are the treatments for Scabies ?",
                                "Creams are put on the whole body at night. Scabies is treated with"
                                        + " tablets in all who live together. Itching may last for weeks after"
                                        + " treatment.");

        assertThat(
                        texts.utterances("How is scabies treated?").stream()
                                .sorted(Ranking.IN_SECTION)
                                .map(Utterance::text))
                .containsExactly(
                        "Scabies is treated with tablets in all who live together.",
                        "Creams are put on the whole body at night.",
                        "Itching may last for weeks after treatment.");
    }

    @Test
    void theNameOfASubjectAsksForNothing() {
        assertThat(
                        SameQuestion.without(
                                "What is hereditary angioedema?", List.of("Hereditary Angioedema")))
                .isEqualTo("what is  x ?");
    }

    @Test
    void whatALayoutLeftBeforeASentenceIsNoPartOfIt() {
        WeighedTexts texts =
                new WeighedTexts()
                        .page(
                                "medquad:a/1#1",
                                "What is (are) Scabies ?",
                                "Summary : Scabies is an infestation of the skin by a mite.");

        assertThat(texts.utterances("What is scabies?"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.text())
                            .isEqualTo("Scabies is an infestation of the skin by a mite.");
                    assertThat(one.span().start()).isEqualTo("Summary : ".length());
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Is zorbinin a good treatment for scabies? | false",
                "What is the latest on scabies treatment with lamps? | false",
                "Is scabies treatment given to all who live together? | true",
            })
    void whatIsSaidOfAnyTreatmentTellsNothingOnOne(String question, boolean spokenOf) {
        WeighedTexts texts =
                new WeighedTexts()
                        .page(
                                "medquad:a/1#1",
                                "What are the treatments for Scabies ?",
                                "Scabies treatment is recommended for all who live together.");
        var table = texts.weighedFor(question);

        assertThat(texts.utterances(question))
                .allMatch(one ->
                        new SameQuestion(table.question())
                                        .isSpokenOfBy(
                                                one,
                                                Aspects.of(table.question())
                                                        .withoutAsking(table.question().words()))
                                == spokenOf);
    }
}
