package oropos.question;

import java.util.List;
import java.util.Set;

/// Which words of a text ask.
final class AskingWords {
    static final Set<String> AUXILIARY =
            Set.of(
                    "can", "could", "should", "does", "do", "did", "is", "are", "was", "am", "may",
                    "might", "must", "will", "would", "has", "have", "need");
    private static final Set<String> OPENERS =
            Set.of(
                    "what", "which", "how", "why", "when", "where", "who", "whats", "should", "can",
                    "could", "may", "might", "does", "do", "did", "will", "would", "must", "any");
    private static final Set<String> INVERTED = Set.of("is", "are", "am", "was", "has", "have");
    private static final Set<String> AFTER_AND =
            Set.of("what", "which", "how", "should", "can", "could", "does", "do", "will", "would");

    private AskingWords() {}

    static boolean[] in(Wording wording) {
        List<Wording.Word> words = wording.words();
        boolean[] asking = new boolean[words.size()];
        boolean anyMark = wording.text().indexOf('?') >= 0;
        int start = 0;
        while (start < words.size()) {
            int end = start;
            while (end + 1 < words.size()
                    && words.get(end + 1).sentence() == words.get(start).sentence()) {
                end++;
            }
            int stop =
                    end + 1 < words.size()
                            ? words.get(end + 1).span().start()
                            : wording.text().length();
            boolean marked =
                    wording.text().substring(words.get(end).span().end(), stop).indexOf('?') >= 0;
            int from = opener(words, start, end, marked);
            if (marked && from < 0) {
                from = end;
                while (from > start && words.get(from - 1).clause() == words.get(end).clause()) {
                    from--;
                }
            }
            if (from < 0 && !anyMark) {
                from = insideClause(words, start, end);
            }
            if (from >= 0 && (marked || !anyMark)) {
                for (int at = from; at <= end; at++) {
                    asking[at] = true;
                }
            }
            start = end + 1;
        }
        return asking;
    }

    private static int opener(List<Wording.Word> words, int start, int end, boolean marked) {
        for (int at = start; at <= end; at++) {
            String text = words.get(at).text();
            boolean first = at == start;
            boolean clause = first || words.get(at).clause() != words.get(at - 1).clause();
            String before = first ? "" : words.get(at - 1).text();
            String next = at < end ? words.get(at + 1).text() : "";
            if (clause && OPENERS.contains(text)
                    || first && INVERTED.contains(text)
                    || clause
                            && INVERTED.contains(text)
                            && isSubjectWord(next)
                            && (marked || !isTelling(text, next))
                    || before.matches("and|but|so|or|then") && AFTER_AND.contains(text)
                    || before.matches("at|for|from|in|to|by")
                            && text.matches("what|which|how|whom")) {
                return at;
            }
        }
        return -1;
    }

    /// "My girl has worms can i take the med too", "he is sick what do i do": where nothing is marked.
    private static int insideClause(List<Wording.Word> words, int start, int end) {
        for (int at = start + 1; at < end; at++) {
            String text = words.get(at).text();
            String next = words.get(at + 1).text();
            boolean asks =
                    text.matches("can|should|could|shall|may|do|does|am|is")
                                    && next.matches("i|we|he|she|it|they|my")
                            || text.matches("what|how|which")
                                    && next.matches(
                                            "do|can|should|could|much|many|often|long|dose|would");
            if (asks
                    && !words.get(at - 1)
                            .text()
                            .matches("what|how|when|if|as|than|nor|neither|where|that|know|not")) {
                return at;
            }
        }
        return -1;
    }

    /// "I'm pregnant, have a severe headache and": told, where nothing marks a question.
    private static boolean isTelling(String verb, String next) {
        return verb.matches("has|have") && next.matches("an?|the|there|this|that|one");
    }

    private static boolean isSubjectWord(String next) {
        return Set.of(
                        "it", "there", "this", "that", "she", "he", "they", "i", "we", "my", "his",
                        "her", "our", "the", "a", "an", "one")
                .contains(next);
    }
}
