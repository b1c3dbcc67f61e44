package oropos.answer;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import oropos.terminology.Words;

/// Whether a sentence can stand alone.
///
/// A sentence cut out of its text may lean on what went before ("It reduced this by half") or may say
/// what was planned instead of what is so. Such a sentence is never a statement.
final class WholeThought {

    /// Fewer words than this say too little; more can't be read at the bedside.
    static final int FEWEST_WORDS = 6;

    static final int MOST_WORDS = 60;

    private static final Pattern LEANS =
            Pattern.compile(
                    "^(it|its|this|that|these|those|they|their|them|he|she|his|her|such|both|neither|the (former|latter|same|other|two|present|current|results?|findings?|drug|authors?|data|difference|effect|treatment|groups?|trial|study)|however|moreover|furthermore|in addition|additionally|also|therefore|thus|hence|but|and|or|so|conversely|in contrast|on the other hand|similarly|likewise|for example|for instance|of these|of them|in this (case|study|trial)|here|another|others?|one of|instead|nevertheless|nonetheless|yet|then|as a result|consequently)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern PLANS =
            Pattern.compile(
                    "\\b(we (aimed|sought|investigated|examined|studied|evaluated|assessed|compared|hypothesi[sz]ed|conducted|performed|reviewed|searched|report|describe|present|used|included|enrolled|recruited)|(aim|aims|objective|objectives|purpose|goal) (of|was|is|were|are)|was (undertaken|conducted|designed|performed) to|were (randomly )?(assigned|randomi[sz]ed|allocated|recruited|enrolled)|this (study|trial|review|article|paper|report|chapter|module|section)|in this (chapter|module|section|article)|see (table|figure|fig)|table \\d|figure \\d|copyright|all rights reserved|click here)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final List<String> METHOD_HEADINGS =
            List.of(
                    "method",
                    "objective",
                    "aim",
                    "purpose",
                    "design",
                    "setting",
                    "participants",
                    "patients",
                    "search",
                    "selection",
                    "data",
                    "statistic",
                    "background",
                    "introduction",
                    "rationale",
                    "intervention",
                    "main outcome",
                    "measure",
                    "funding",
                    "registration",
                    "acknowledg",
                    "references",
                    "author",
                    "competing",
                    "conflict");

    private WholeThought() {}

    static boolean holds(String sentence) {
        int words = Words.of(sentence).size();
        String trimmed = sentence.strip();
        return words >= FEWEST_WORDS
                && words <= MOST_WORDS
                && !trimmed.endsWith("?")
                && !trimmed.endsWith(":")
                && startsLikeASentence(trimmed)
                && !LEANS.matcher(trimmed).find()
                && !PLANS.matcher(trimmed).find();
    }

    private static boolean startsLikeASentence(String text) {
        int first = text.codePointAt(0);
        return Character.isUpperCase(first) || Character.isDigit(first);
    }

    /// Whether what stands under these headings says what was done, not what is so.
    static boolean underMethods(List<String> headings) {
        return !headings.isEmpty() && startsWithAny(headings.getLast(), METHOD_HEADINGS);
    }

    static boolean underConclusions(List<String> headings) {
        return !headings.isEmpty()
                && startsWithAny(
                        headings.getLast(),
                        List.of(
                                "conclusion",
                                "interpretation",
                                "author",
                                "implication",
                                "key message",
                                "recommendation",
                                "main results",
                                "summary"))
                && !headings.getLast().toLowerCase(Locale.ROOT).startsWith("author contrib");
    }

    private static boolean startsWithAny(String heading, List<String> starts) {
        String low = heading.toLowerCase(Locale.ROOT).strip();
        return starts.stream().anyMatch(low::startsWith);
    }
}
