package oropos.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import oropos.terminology.Sentences;
import oropos.terminology.Span;

/// Reads passages of running text into sentences, with all that holds of a sentence whatever is asked.
///
/// Where a sentence ends, whether it is a whole thought and whom it speaks of is the same for every
/// question that finds the passage, and costs more than weighing it. The last passages read are
/// remembered by their words; reading is pure, so a remembered one is what reading would give.
final class PassageSentences {

    /// Letters remembered. With its sentences a letter costs about 3 bytes, so 6 million are about
    /// 18 MB: a fifth of the shared literature.
    static final long MOST_LETTERS = 6_000_000;

    private final Cache<String, List<Sentence>> read =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_LETTERS)
                    .weigher((String text, List<Sentence> _) -> text.length() + 128)
                    .build();

    /// One sentence, apart from any question.
    ///
    /// @param span where it stands in its passage
    /// @param whole whether it can stand alone ([WholeThought#holds])
    /// @param leans whether it leans on one before it even where it names the subject asked about
    /// @param leansUnnamed whether it does where it does not
    /// @param saysLittle whether it only announces others or tells what is being studied
    record Sentence(
            Span span,
            String text,
            boolean whole,
            boolean leans,
            boolean leansUnnamed,
            boolean saysLittle,
            SentencePeople people) {

        boolean dangles(boolean namesSubject) {
            return namesSubject ? leans : leansUnnamed;
        }
    }

    /// @param text of the library, never of an asker: it is kept in memory
    List<Sentence> of(String text) {
        return read.get(text, PassageSentences::reading);
    }

    private static List<Sentence> reading(String text) {
        return Sentences.of(text).stream()
                .map(span -> withoutFurniture(span, text))
                .map(span -> sentence(span, span.of(text)))
                .toList();
    }

    private static Span withoutFurniture(Span span, String text) {
        int before = PageFurniture.before(span.of(text));
        return before == 0 ? span : new Span(span.start() + before, span.end());
    }

    private static Sentence sentence(Span span, String words) {
        if (!WholeThought.holds(words)) {
            return new Sentence(span, words, false, true, true, false, SentencePeople.NOBODY);
        }
        return new Sentence(
                span,
                words,
                true,
                WholeThought.dangles(words, true),
                WholeThought.dangles(words, false),
                WholeThought.saysLittle(words),
                SentencePeople.in(words));
    }
}
