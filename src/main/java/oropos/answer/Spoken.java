package oropos.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import oropos.terminology.Concept;
import oropos.terminology.Mention;
import oropos.terminology.QuickPattern;
import oropos.terminology.Terminology;

/// What a text speaks of, apart from any question.
///
/// @param words its words without plural endings
/// @param spoken concepts it speaks of
/// @param denied concepts it says are not there: "without osteoporosis" is about people who do not
///     have it
record Spoken(Set<String> words, List<Concept> spoken, List<Concept> denied) {

    /// What both texts together speak of. Each is read by itself: a denial does not reach from one
    /// into the other.
    Spoken and(Spoken other) {
        Set<String> all = new HashSet<>(words);
        all.addAll(other.words);
        return new Spoken(all, joined(spoken, other.spoken), joined(denied, other.denied));
    }

    private static List<Concept> joined(List<Concept> one, List<Concept> other) {
        return other.isEmpty()
                ? one
                : Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    /// Reads texts and remembers the last ones: the sentences of a library are read again with every
    /// question that finds them, and reading is pure.
    static final class Reader {

        /// Letters remembered. A letter of text costs about 3 bytes here, so 4 million are about 12 MB.
        static final long MOST_LETTERS = 4_000_000;

        private final Terminology terminology;
        private final Cache<String, Spoken> read =
                Caffeine.newBuilder()
                        .maximumWeight(MOST_LETTERS)
                        .weigher((String text, Spoken _) -> text.length() + 64)
                        .build();

        Reader(Terminology terminology) {
            this.terminology = terminology;
        }

        /// @param text of the library, never of an asker: it is kept in memory
        Spoken of(String text) {
            return read.get(text, this::reading);
        }

        private Spoken reading(String text) {
            List<Mention> mentions = terminology.read(text).mentions();
            Matcher refused = NOT_TO_BE_USED.matcher(text);
            int from =
                    NOT_TO_BE_USED.mayBeIn(text) && refused.find() ? refused.end() : text.length();
            return new Spoken(
                    Set.copyOf(Relevance.stems(text)),
                    concepts(mentions, from, false),
                    concepts(mentions, from, true));
        }

        /// What is not to be used, and for whom, is spoken of: only its use is denied.
        private static final QuickPattern NOT_TO_BE_USED =
                QuickPattern.of(
                        "(?i)\\bnot (?:been )?(?:approved|indicated|recommended|licensed|intended|advised)\\b"
                                + "|\\b(?:should|must|may|can|do) not (?:be )?(?:used?|taken?|given?|prescribed?|started?|receive)\\b"
                                + "|\\badvised (?:not to|to not) (?:use|take)\\b");

        private static List<Concept> concepts(List<Mention> mentions, int from, boolean denied) {
            return mentions.stream()
                    .filter(mention ->
                            (mention.assertion() == Mention.Assertion.NEGATED
                                            && mention.span().start() < from)
                                    == denied)
                    .map(Mention::concept)
                    .distinct()
                    .toList();
        }
    }
}
