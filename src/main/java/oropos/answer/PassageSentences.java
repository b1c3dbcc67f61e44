package oropos.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Listing;
import oropos.terminology.Span;
import oropos.terminology.Words;

/// Reads passages of running text into sentences, with all that holds of a sentence whatever is asked.
///
/// Where a sentence ends, whether it is a whole thought and whom it speaks of is the same for every
/// question that finds the passage, and costs more than weighing it. The last passages read are
/// remembered by their words; reading is pure, so a remembered one is what reading would give.
final class PassageSentences {

    /// Letters remembered. With its sentences a letter costs about 3 bytes, so 6 million are about
    /// 18 MB: a fifth of the shared literature.
    static final long MOST_LETTERS = 6_000_000;

    private final Cache<String, Read> read =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_LETTERS)
                    .weigher((String text, Read _) -> text.length() + 128)
                    .build();

    private record Read(List<Sentence> sentences, List<LeaningPair> pairs) {}

    /// A sentence with the one behind it, which speaks of the subject of the first as "it" or "the
    /// disease": said together, both stand.
    ///
    /// @param second the words of the one behind
    record LeaningPair(Sentence first, Sentence both, String second) {}

    /// One sentence, or a list with the words that announce it, apart from any question.
    ///
    /// @param span where it stands in its passage
    /// @param lead the words that say what it says of its subject: the sentence itself, of a list what
    ///     stands before its items
    /// @param whole whether it can stand alone ([WholeThought#holds])
    /// @param leans whether it leans on one before it even where it names the subject asked about
    /// @param leansUnnamed whether it does where it does not
    /// @param saysLittle whether it only announces others or tells what is being studied
    /// @param opens whether it opens the passage with "this condition" and leans on nothing else: what a page
    ///     that answers a question calls the subject of that question
    record Sentence(
            Span span,
            String text,
            String lead,
            boolean whole,
            boolean leans,
            boolean leansUnnamed,
            boolean saysLittle,
            boolean opens,
            SentencePeople people) {

        boolean isList() {
            return lead.length() < text.length();
        }

        boolean dangles(boolean namesSubject) {
            return namesSubject ? leans : leansUnnamed;
        }
    }

    /// @param text of the library, never of an asker: it is kept in memory
    List<Sentence> of(String text) {
        return reading(text).sentences();
    }

    List<LeaningPair> pairs(String text) {
        return reading(text).pairs();
    }

    private Read reading(String text) {
        return read.get(
                text,
                words -> {
                    List<Sentence> sentences = sentences(words);
                    return new Read(sentences, pairs(sentences, words));
                });
    }

    private static List<LeaningPair> pairs(List<Sentence> sentences, String text) {
        List<LeaningPair> pairs = new ArrayList<>();
        for (int at = 1; at < sentences.size(); at++) {
            Sentence first = joinable(sentences.get(at - 1), text);
            Sentence second = sentences.get(at);
            if (first == null || first.leansUnnamed() || second.isList()) {
                continue;
            }
            Span span = new Span(first.span().start(), second.span().end());
            String both = span.of(text);
            if (Words.of(both).size() <= BottomLines.LEAD_WORDS
                    && WholeThought.goesOn(second.text())
                    && WholeThought.holds(both)) {
                pairs.add(
                        new LeaningPair(
                                first,
                                new Sentence(
                                        span,
                                        both,
                                        both,
                                        true,
                                        first.leans(),
                                        first.leansUnnamed(),
                                        second.saysLittle(),
                                        false,
                                        SentencePeople.in(both)),
                                second.text()));
            }
        }
        return List.copyOf(pairs);
    }

    /// "More serious causes include ...": said apart, what stands before would tell of the harmless half
    /// alone.
    private static final Pattern GRAVER_HALF =
            Pattern.compile(
                    "^(?:In (?:some|rare|severe) cases, |Some |Other |Rarely, )?(?:[Tt]he )?(?:[Mm]ore |[Mm]ost |[Vv]ery )?(?:[Ss]erious|[Ss]evere|[Dd]angerous|[Ll]ife-threatening) (?:(?:and|or|but|rare|possible|potential|underlying|less common) ){0,2}(?:causes?|symptoms?|signs?|side effects?|complications?|reactions?|conditions?|problems?|forms?)\\b");

    private static List<Sentence> sentences(String text) {
        List<Sentence> read = new ArrayList<>();
        for (Span unit : Listing.units(text)) {
            Span span = withoutFurniture(unit, text);
            Optional<Listing> listing = Listing.whole(span.of(text));
            Sentence before = read.isEmpty() ? null : joinable(read.getLast(), text);
            boolean graver = GRAVER_HALF.matcher(span.of(text)).find();
            if (listing.isEmpty()) {
                if (graver && before != null) {
                    read.removeLast();
                    span = new Span(before.span().start(), span.end());
                }
                read.add(
                        read.isEmpty() && WholeThought.opensOnThis(span.of(text))
                                ? opening(span, span.of(text))
                                : sentence(span, span.of(text)));
                continue;
            }
            Span leadIn = listing.get().leadIn().shifted(span.start());
            boolean leans = graver || WholeThought.leansAsLead(leadIn.of(text));
            if (leans && before != null) {
                read.removeLast();
                leadIn = new Span(before.span().start(), leadIn.end());
                span = new Span(before.span().start(), span.end());
                read.add(listed(span.of(text), span, leadIn.of(text), before));
            } else {
                read.add(listed(span.of(text), span, leadIn.of(text), null));
            }
        }
        return List.copyOf(read);
    }

    /// The sentence, where the next may be said with it.
    private static @Nullable Sentence joinable(Sentence one, String text) {
        int end = one.span().end();
        return one.whole() && !one.isList() && text.indexOf("\n\n", end) != end ? one : null;
    }

    /// @param before the sentence it begins with, where its lead-in leans on one
    private static Sentence listed(String text, Span span, String lead, @Nullable Sentence before) {
        if (!WholeThought.holdsAsList(text, lead, before != null)) {
            return new Sentence(
                    span, text, lead, false, true, true, false, false, SentencePeople.NOBODY);
        }
        String begins = before == null ? WholeThought.closed(lead) : before.text();
        return new Sentence(
                span,
                text,
                lead,
                true,
                WholeThought.dangles(begins, true),
                WholeThought.dangles(begins, false),
                false,
                false,
                SentencePeople.in(lead));
    }

    private static Span withoutFurniture(Span span, String text) {
        int before = PageFurniture.before(span.of(text));
        return before == 0 ? span : new Span(span.start() + before, span.end());
    }

    private static Sentence sentence(Span span, String words) {
        if (!WholeThought.holds(words)) {
            return new Sentence(
                    span, words, words, false, true, true, false, false, SentencePeople.NOBODY);
        }
        return new Sentence(
                span,
                words,
                words,
                true,
                WholeThought.dangles(words, true),
                WholeThought.dangles(words, false),
                WholeThought.saysLittle(words),
                false,
                SentencePeople.in(words));
    }

    private static Sentence opening(Span span, String words) {
        return new Sentence(
                span,
                words,
                words,
                true,
                true,
                true,
                WholeThought.saysLittle(words),
                true,
                SentencePeople.in(words));
    }
}
