package oropos.verification;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oropos.answer.PageFurniture;
import oropos.library.Claim;
import oropos.library.Passage;
import oropos.terminology.Listing;
import oropos.terminology.Span;

/// Whether a quote is a whole unit of its passage: a sentence cut before its grade, its hedge or its
/// "not" is exact and still false.
///
/// Of a passage with typed fields the whole block is a unit, or the lead its editor marked; of
/// running text, whole sentences, and of a list with the words that announce it the whole. Where a sentence ends is decided twice: by the reader of sentences
/// that also cut the statement, and here, without it. A full stop after an abbreviation, after a
/// single capital, before a small letter or inside open brackets ends nothing.
final class WholeUnit {

    private static final Set<String> ABBREVIATIONS =
            RuleTable.read("abbreviations.tsv", "words", "source").rows().stream()
                    .map(row -> row.getFirst().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());

    private static final Pattern INITIAL = Pattern.compile("\\s*\\p{Lu}\\.");

    private WholeUnit() {}

    static boolean holds(Passage passage, Span span) {
        if (passage.span().equals(span)) {
            return true;
        }
        Span within =
                new Span(
                        span.start() - passage.span().start(), span.end() - passage.span().start());
        Claim claim = passage.claim();
        if (claim != null) {
            String lead = claim.lead();
            return lead != null && lead.equals(within.of(passage.text()));
        }
        Set<Integer> starts = new HashSet<>();
        Set<Integer> ends = new HashSet<>();
        for (Span sentence : Listing.units(passage.text())) {
            starts.add(sentence.start());
            starts.add(sentence.start() + PageFurniture.before(sentence.of(passage.text())));
            ends.add(sentence.end());
        }
        // Words that announce a list say nothing without it.
        if (within.of(passage.text()).endsWith(":")
                || Listing.isCutAt(passage.text(), within.start())
                || Listing.isCutAt(passage.text(), within.end())) {
            return false;
        }
        return starts.contains(within.start())
                && ends.contains(within.end())
                && (beginsSentence(passage.text(), within.start())
                        || within.start() == PageFurniture.before(passage.text()))
                && endsSentence(passage.text(), within.end());
    }

    static boolean beginsSentence(String text, int at) {
        int before = at;
        while (before > 0 && isSpace(text.charAt(before - 1))) {
            before--;
        }
        return before == 0
                || before < at && (endsParagraph(text, before, at) || endsSentence(text, before));
    }

    /// Whether a sentence ends at this offset (the offset after its last character).
    static boolean endsSentence(String text, int end) {
        int next = end;
        while (next < text.length() && isSpace(text.charAt(next))) {
            next++;
        }
        if (next == text.length() || endsParagraph(text, end, next)) {
            return true;
        }
        int last = end;
        while (last > 0 && isClosing(text.charAt(last - 1))) {
            last--;
        }
        if (next == end || last == 0 || !isStop(text.charAt(last - 1))) {
            return false;
        }
        int start = text.lastIndexOf("\n\n", Math.max(0, last - 1)) + 1;
        if (isOpen(text.substring(start, end))) {
            return false;
        }
        if (Character.isLowerCase(text.codePointAt(next))) {
            return false;
        }
        return text.charAt(last - 1) != '.' || !abbreviates(text, last - 1);
    }

    /// Whether the full stop at this offset belongs to an abbreviation or to one of several initials
    /// ("J. R. Smith"). A single capital alone ends a sentence: "25-hydroxyvitamin D."
    private static boolean abbreviates(String text, int stop) {
        int from = startOfWord(text, stop);
        String word = text.substring(from, stop).toLowerCase(Locale.ROOT);
        if (ABBREVIATIONS.contains(word)) {
            return true;
        }
        int before = startOfWord(text, Math.max(0, from - 1));
        return isInitial(text, from, stop)
                        && (isInitial(text, before, Math.max(0, from - 2))
                                || INITIAL.matcher(text.substring(stop + 1)).lookingAt())
                || from > 1
                        && ABBREVIATIONS.contains(
                                text.substring(before, stop).toLowerCase(Locale.ROOT));
    }

    private static int startOfWord(String text, int end) {
        int from = end;
        while (from > 0
                && !isSpace(text.charAt(from - 1))
                && "([{\"".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return from;
    }

    private static boolean isInitial(String text, int from, int stop) {
        return stop - from == 1
                && Character.isUpperCase(text.charAt(from))
                && stop < text.length()
                && text.charAt(stop) == '.';
    }

    /// Whether more brackets open than close.
    private static boolean isOpen(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if ((c == ')' || c == ']' || c == '}') && depth > 0) {
                depth--;
            }
        }
        return depth > 0;
    }

    private static boolean endsParagraph(String text, int from, int to) {
        return text.substring(from, to).contains("\n\n");
    }

    private static boolean isStop(char c) {
        return c == '.' || c == '!' || c == '?' || c == '\u2026';
    }

    private static boolean isClosing(char c) {
        return ")]}\"'\u201d\u2019".indexOf(c) >= 0;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00a0';
    }
}
