package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.question.Asked;
import oropos.question.ClinicalQuestion;
import oropos.question.Reader;
import oropos.question.Understanding;
import oropos.question.Understood;
import oropos.terminology.Terminology;

class AskingTests {

    private static final Terminology TERMINOLOGY = Terminology.builtIn();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Should hepatitis C screening be stopped at 50?",
                "Can I skip HIV screening?",
                "Is a statin no longer needed at 80?",
                "I want to stop aspirin. Is that right?",
                "Is screening for syphilis unnecessary in pregnancy?"
            })
    void aQuestionThatIsTurnedRoundIsSeenAsTurned(String asked) {
        assertThat(asking(asked).isTurned()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Should a 30-year-old be screened for HIV?",
                "She stopped smoking last year. Should a statin be given?",
                "Is aspirin better than a statin?"
            })
    void aStraightOneIsNot(String asked) {
        assertThat(asking(asked).isTurned()).isFalse();
    }

    @Test
    void whatIsAskedForIsReadInTheLastSentence() {
        assertThat(asking("Blood pressure is 150/90. Should it be treated?").isYesOrNo()).isTrue();
        assertThat(asking("How is hypertension treated?").isYesOrNo()).isFalse();
    }

    /// A word in two lists would be judged by the order in which the lists are read.
    @Test
    void noWordStandsInTwoLists() {
        Set<String> seen = new HashSet<>();
        for (List<String> row : Tables.rows("/answer/asking-words.tsv", 3)) {
            if (!row.getFirst().equals("hedges")) {
                for (String word : row.get(1).split(" ")) {
                    assertThat(seen.add(word)).as(word).isTrue();
                }
            }
        }
    }

    private static Asking asking(String asked) {
        Understood understood =
                new Understanding(TERMINOLOGY).of(Asked.by(Reader.PHYSICIAN, asked));
        return new Asking(question(understood), TERMINOLOGY);
    }

    private static ClinicalQuestion question(Understood understood) {
        return switch (understood) {
            case Understood.Clear clear -> clear.question();
            case Understood.NeedsDetail needs -> needs.question();
            case Understood.Refused refused -> throw new AssertionError(refused.reason());
        };
    }
}
