package oropos.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Sentences;
import oropos.terminology.Span;
import oropos.terminology.Words;

/// Reads passages of running text into sentences, with all that holds of a sentence whatever is asked.
///
/// Where a sentence ends, whether it is a whole thought and whom it speaks of is the same for every
/// question that finds the passage, and costs more than weighing it. The last passages read are
/// remembered by their words; reading is pure, so a remembered one is what reading would give.
///
/// A list belongs to what announces it ("Standard treatments are: ..."): with its short items it is one
/// statement, and an item that is a sentence of its own stands without its mark.
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

    /// Most words of an item of a list.
    private static final int ITEM_WORDS = 14;

    private static final Pattern ITEM = Pattern.compile("^[-\u2013\u2022*] (?=\\S)");

    private static List<Sentence> reading(String text) {
        List<Sentence> sentences = new ArrayList<>();
        List<Span> spans = Sentences.of(text);
        for (int i = 0; i < spans.size(); i++) {
            Span span = withoutMark(spans.get(i), text);
            String words = span.of(text);
            int last = i;
            if (words.endsWith(":")) {
                last = lastItem(spans, i, span.start(), text);
            }
            sentences.add(
                    last > i
                            ? list(new Span(span.start(), spans.get(last).end()), words, text)
                            : sentence(span, words));
            i = last;
        }
        return List.copyOf(sentences);
    }

    /// The mark before an item of a list is no part of what it says.
    private static Span withoutMark(Span span, String text) {
        Matcher item = ITEM.matcher(span.of(text));
        return item.find() ? new Span(span.start() + item.end(), span.end()) : span;
    }

    /// The last of the short items that follow what announces them, as long as all of it can be read at
    /// the bedside; the announcing sentence itself where there is none.
    private static int lastItem(List<Span> spans, int announcing, int start, String text) {
        int last = announcing;
        for (int i = announcing + 1; i < spans.size(); i++) {
            String item = spans.get(i).of(text);
            if (!ITEM.matcher(item).find()
                    || Words.of(item).size() > ITEM_WORDS
                    || Words.of(text.substring(start, spans.get(i).end())).size()
                            > WholeThought.MOST_WORDS) {
                // A list that is cut says less than it announces.
                return ITEM.matcher(item).find() ? announcing : last;
            }
            last = i;
        }
        return last;
    }

    /// A list says what announces it says: whether it can stand alone is read there.
    private static Sentence list(Span span, String announcing, String text) {
        String words = span.of(text);
        String first = announcing.substring(0, announcing.length() - 1) + ".";
        if (!WholeThought.holds(first) || words.contains("?") || words.contains(" | ")) {
            return new Sentence(span, words, false, true, true, false, SentencePeople.NOBODY);
        }
        return new Sentence(
                span,
                words,
                true,
                WholeThought.dangles(first, true),
                WholeThought.dangles(first, false),
                false,
                SentencePeople.in(words));
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
