package oropos.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Whatever the text: every span lies inside it, says what stands there, in order.
class SpansTests {

    private static void areInside(String text, List<Span> spans) {
        int start = 0;
        for (Span span : spans) {
            assertThat(span.start()).isGreaterThanOrEqualTo(start);
            assertThat(span.end()).isBetween(span.start() + 1, text.length());
            start = span.start();
        }
    }

    private static void doNotOverlap(List<Span> spans) {
        for (int i = 1; i < spans.size(); i++) {
            assertThat(spans.get(i).start()).isGreaterThanOrEqualTo(spans.get(i - 1).end());
        }
    }

    @RepeatedTest(300)
    void areExact(RepetitionInfo repetition) {
        String text = RandomText.of(new Random(repetition.getCurrentRepetition()), 60);

        Concepts read = Terminology.builtIn().read(text);
        areInside(text, read.mentions().stream().map(Mention::span).toList());
        assertThat(read.mentions()).allMatch(m -> m.words().equals(m.span().of(text)));
        doNotOverlap(
                read.mentions().stream()
                        .filter(m -> Vertebrae.level(m.concept()).isEmpty())
                        .map(Mention::span)
                        .toList());

        List<Ages.Found> ages = Ages.in(text);
        areInside(text, ages.stream().map(Ages.Found::span).toList());
        doNotOverlap(ages.stream().map(Ages.Found::span).toList());
        assertThat(ages).allMatch(age -> age.words().equals(age.span().of(text)));

        List<Span> quantities = Quantities.in(text).stream().map(Quantity::span).toList();
        areInside(text, quantities);
        doNotOverlap(quantities);
        areInside(text, Doses.in(text).stream().map(DoseMention::span).toList());
        areInside(text, Negations.in(text));
        areInside(text, Hedges.in(text));
        areInside(text, Ages.gestation(text).stream().map(Ages.Found::span).toList());
    }

    @RepeatedTest(300)
    void sentencesHoldEverythingThatIsNotWhiteSpace(RepetitionInfo repetition) {
        String text = RandomText.of(new Random(1000L + repetition.getCurrentRepetition()), 60);
        List<Span> sentences = Sentences.of(text);
        areInside(text, sentences);
        doNotOverlap(sentences);
        List<Integer> outside = new ArrayList<>();
        int s = 0;
        for (int i = 0; i < text.length(); i++) {
            while (s < sentences.size() && sentences.get(s).end() <= i) {
                s++;
            }
            boolean held = s < sentences.size() && sentences.get(s).start() <= i;
            if (!held && !Normal.isWhiteSpace(text.charAt(i))) {
                outside.add(i);
            }
        }
        assertThat(outside).isEmpty();
    }

    @RepeatedTest(50)
    void readingTwiceSaysTheSame(RepetitionInfo repetition) {
        String text = RandomText.of(new Random(2000L + repetition.getCurrentRepetition()), 40);
        assertThat(Terminology.builtIn().read(text)).isEqualTo(Terminology.builtIn().read(text));
        assertThat(Quantities.in(text)).isEqualTo(Quantities.in(text));
    }
}
