package oropos.terminology;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Sentences of a text, as exact stretches of it.
///
/// The JDK's sentence iterator, corrected where medicine writes otherwise than newspapers: no
/// sentence ends after "vs.", "Fig.", "i.v." or an initial, inside short brackets, or in a
/// decimal; one does end before a citation mark's following capital ("... fracture.[3] The ...").
/// An empty line always parts.
public final class Sentences {

    /// Longest bracket that is kept in one sentence, in characters.
    static final int SHORT_BRACKET = 300;

    /// Longest citation mark after a full stop ("[12,14-16]"), in characters.
    static final int LONGEST_CITATION = 24;

    private static final Map<String, String> ABBREVIATIONS = abbreviations();
    private static final Set<String> STARTS = starts();

    private Sentences() {}

    /// The sentences, in order, without the white space around them. Together they hold every
    /// character that is not white space.
    public static List<Span> of(String text) {
        List<Span> sentences = new ArrayList<>();
        int paragraph = 0;
        while (paragraph < text.length()) {
            int end = paragraphEnd(text, paragraph);
            paragraph(text, paragraph, end, sentences);
            paragraph = end;
        }
        return sentences;
    }

    private static int paragraphEnd(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                int next = i + 1;
                while (next < text.length()
                        && isBlank(text.charAt(next))
                        && text.charAt(next) != '\n') {
                    next++;
                }
                if (next < text.length() && text.charAt(next) == '\n') {
                    return next + 1;
                }
                i = next - 1;
            }
        }
        return text.length();
    }

    private static boolean isBlank(char c) {
        return Normal.isWhiteSpace(c);
    }

    private static void paragraph(String text, int from, int to, List<Span> sentences) {
        String paragraph = text.substring(from, to);
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(paragraph);
        BitSet bracketed = bracketed(paragraph);
        int start = 0;
        breaks.first();
        int last = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            for (int unseen : unseen(paragraph, last, end)) {
                if (unseen > start && !bracketed.get(unseen)) {
                    add(paragraph, start, unseen, from, sentences);
                    start = unseen;
                }
            }
            last = end;
            if (end < paragraph.length() && (bracketed.get(end) || !isEnd(paragraph, start, end))) {
                continue;
            }
            add(paragraph, start, end, from, sentences);
            start = end;
        }
        add(paragraph, start, paragraph.length(), from, sentences);
    }

    private static void add(String text, int start, int end, int shift, List<Span> sentences) {
        int from = start;
        int to = end;
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            sentences.add(new Span(from + shift, to + shift));
        }
    }

    /// Positions inside short brackets.
    private static BitSet bracketed(String text) {
        BitSet inside = new BitSet(text.length());
        int[] open = new int[64];
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[') {
                open[depth % open.length] = i;
                depth++;
            } else if ((c == ')' || c == ']') && depth > 0) {
                depth--;
                int start = open[depth % open.length];
                if (i - start <= SHORT_BRACKET && start < i) {
                    inside.set(start + 1, i + 1);
                }
            }
        }
        return inside;
    }

    /// Whether the break at `end` ends a sentence that began at `start`.
    private static boolean isEnd(String text, int start, int end) {
        int stop = end - 1;
        while (stop > start && isBlank(text.charAt(stop))) {
            stop--;
        }
        if (text.charAt(stop) == '?' || text.charAt(stop) == '!') {
            return !isQuery(text, stop, start);
        }
        if (text.charAt(stop) != '.') {
            // closing brackets and quotes, other scripts' full stops, a line end
            return ".!?)]\"'\u201d\u2019\u3002\u061f\u0964".indexOf(text.charAt(stop)) >= 0
                    || stop + 1 == text.length()
                    || !isOnlyLineBreak(text, stop + 1, end);
        }
        return !isAbbreviation(text, start, stop, end);
    }

    /// "? leukaemia": the mark stands before the word it doubts.
    private static boolean isQuery(String text, int stop, int start) {
        return text.charAt(stop) == '?' && (stop == start || isBlank(text.charAt(stop - 1)));
    }

    private static boolean isOnlyLineBreak(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAbbreviation(String text, int start, int stop, int next) {
        int word = stop;
        while (word > start
                && stop - word < 20
                && !isBlank(text.charAt(word - 1))
                && "([,;".indexOf(text.charAt(word - 1)) < 0) {
            word--;
        }
        String written = text.substring(word, stop);
        String lower = written.toLowerCase(Locale.ROOT);
        String following = wordAt(text, next);
        String ends = ABBREVIATIONS.get(lower);
        if (ends == null) {
            return isInitial(text, start, word, written);
        }
        return switch (ends) {
            case "never" -> true;
            case "number" -> !following.isEmpty() && Token.isDigit(following.charAt(0));
            default -> !STARTS.contains(following);
        };
    }

    /// A capital before a full stop is an initial at the head of a sentence or after another one or
    /// a title ("J. A. Smith"), but not after a word ("vitamin D.").
    private static boolean isInitial(String text, int start, int word, String written) {
        if (written.length() != 1 || !Character.isUpperCase(written.charAt(0))) {
            return false;
        }
        int before = word - 1;
        while (before > start && isBlank(text.charAt(before))) {
            before--;
        }
        if (before <= start) {
            return true;
        }
        if (text.charAt(before) == '.') {
            return before >= 1
                    && Character.isUpperCase(text.charAt(before - 1))
                    && (before < 2 || !Character.isLetter(text.charAt(before - 2)));
        }
        return text.charAt(before) == ',' || text.charAt(before) == '&';
    }

    private static String wordAt(String text, int at) {
        int from = at;
        while (from < text.length()
                && (isBlank(text.charAt(from)) || "([\"'".indexOf(text.charAt(from)) >= 0)) {
            from++;
        }
        int to = from;
        while (to < text.length() && to - from < 20 && Character.isLetterOrDigit(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }

    /// Where the iterator saw no end between `from` and `to`: after a citation mark (".[3] The",
    /// ".12 The") and before a sentence that begins with a number ("... pain. 34 children were").
    private static List<Integer> unseen(String text, int from, int to) {
        List<Integer> ends = new ArrayList<>();
        for (int i = Math.max(1, from); i + 3 < to; i++) {
            if (text.charAt(i) != '.' || !Character.isLetterOrDigit(text.charAt(i - 1))) {
                continue;
            }
            int end = Character.isLetter(text.charAt(i - 1)) ? citationEnd(text, i + 1, to) : -1;
            if (end > 0
                    && end + 1 < to
                    && isBlank(text.charAt(end))
                    && Character.isUpperCase(text.charAt(end + 1))
                    && STARTS.contains(wordAt(text, end))) {
                ends.add(end + 1);
            } else if (isBlank(text.charAt(i + 1))
                    && isCount(text, i + 2, to)
                    && isWhole(text, from, i)) {
                ends.add(i + 1);
            }
        }
        return ends;
    }

    /// A number followed by a word in small letters, and no year: "34 children".
    private static boolean isCount(String text, int start, int to) {
        int i = start;
        while (i < to && i - start < 6 && Token.isDigit(text.charAt(i))) {
            i++;
        }
        boolean year =
                i - start == 4 && (text.startsWith("19", start) || text.startsWith("20", start));
        return i > start
                && !year
                && i + 2 < to
                && text.charAt(i) == ' '
                && Character.isLowerCase(text.charAt(i + 1))
                && Character.isLowerCase(text.charAt(i + 2));
    }

    /// Whether the word before a full stop is a word or a year, and no abbreviation.
    private static boolean isWhole(String text, int from, int stop) {
        int word = stop;
        while (word > from
                && stop - word < 20
                && Character.isLetterOrDigit(text.charAt(word - 1))) {
            word--;
        }
        String written = text.substring(word, stop);
        boolean letters = written.length() > 2 && Character.isLetter(written.charAt(0));
        boolean year = written.length() == 4 && Token.isDigit(written.charAt(0));
        return (letters || year) && !ABBREVIATIONS.containsKey(written.toLowerCase(Locale.ROOT));
    }

    private static int citationEnd(String text, int start, int to) {
        int i = start;
        boolean digit = false;
        while (i < to
                && i - start < LONGEST_CITATION
                && "[](),-\u2013 0123456789\u00b9\u00b2\u00b3".indexOf(text.charAt(i)) >= 0
                && !(text.charAt(i) == ' ' && (!digit || text.charAt(i - 1) != ','))) {
            digit |= Character.isDigit(text.charAt(i)) || text.charAt(i) > '\u007f';
            i++;
        }
        return digit && i > start ? i : -1;
    }

    private static Map<String, String> abbreviations() {
        Map<String, String> abbreviations = new HashMap<>();
        for (Tables.Row row :
                Tables.read("/terminology/abbreviations.tsv", "abbreviation", "ends")) {
            if (!List.of("never", "number", "may").contains(row.cell(1))) {
                throw row.wrong("ends is never, number or may");
            }
            abbreviations.put(row.cell(0), row.cell(1));
        }
        return Map.copyOf(abbreviations);
    }

    private static Set<String> starts() {
        Set<String> starts = new HashSet<>();
        for (Tables.Row row : Tables.read("/terminology/sentence-starts.tsv", "word")) {
            starts.add(row.cell(0));
        }
        return Set.copyOf(starts);
    }
}
