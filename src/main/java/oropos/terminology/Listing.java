package oropos.terminology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A list in a stored text: the words that announce it and its items, one paragraph.
///
/// An item without the words before it may say the contrary ("Do not take it if you: • have an ulcer"),
/// and those words without their items say nothing. So the whole is one unit, from the beginning of the
/// sentence that announces it to the end of its paragraph, however many full stops stand inside. Readers of
/// sources write a list so where the source marks its items; nothing is read into text that only
/// looks like one.
///
/// @param span the whole unit
/// @param leadIn the words before the first item
/// @param items without their marks, at least two
public record Listing(Span span, Span leadIn, List<Span> items) {

    /// What stands before each item.
    public static final String MARK = "\u2022";

    private static final String NEXT = " " + MARK + " ";

    public Listing {
        items = List.copyOf(items);
        if (items.size() < 2 || leadIn.start() != span.start() || leadIn.length() == 0) {
            throw new IllegalArgumentException(
                    "a list has words before it and at least two items: " + leadIn + ", " + items);
        }
    }

    /// A list as it is stored.
    public static String written(String leadIn, List<String> items) {
        return leadIn + NEXT + String.join(NEXT, items);
    }

    /// The list that a text is from its first word to its last, or empty.
    public static Optional<Listing> whole(String text) {
        int first = text.indexOf(NEXT);
        if (first <= 0 || text.indexOf("\n\n") >= 0) {
            return Optional.empty();
        }
        List<Span> items = new ArrayList<>();
        int from = first + NEXT.length();
        for (int next = text.indexOf(NEXT, from); next >= 0; next = text.indexOf(NEXT, from)) {
            items.add(new Span(from, next));
            from = next + NEXT.length();
        }
        items.add(new Span(from, text.length()));
        if (items.size() < 2 || items.stream().anyMatch(item -> item.length() == 0)) {
            return Optional.empty();
        }
        return Optional.of(new Listing(new Span(0, text.length()), new Span(0, first), items));
    }

    /// The sentences of a text ([Sentences#of]), a list with the sentence that announces it as one.
    public static List<Span> units(String text) {
        List<Span> sentences = Sentences.of(text);
        if (text.indexOf(MARK.charAt(0)) < 0) {
            return sentences;
        }
        List<Span> units = new ArrayList<>();
        int paragraph = 0;
        while (paragraph < text.length()) {
            int blank = text.indexOf("\n\n", paragraph);
            int end = blank < 0 ? text.length() : blank;
            paragraph(text, paragraph, end, sentences, units);
            paragraph = blank < 0 ? end : end + 2;
        }
        return units;
    }

    private static void paragraph(
            String text, int from, int to, List<Span> sentences, List<Span> units) {
        int mark = text.indexOf(NEXT, from);
        List<Span> before =
                mark < 0 || mark >= to ? List.of() : Sentences.of(text.substring(from, mark));
        if (before.isEmpty()
                || whole(text.substring(from + before.getLast().start(), to)).isEmpty()) {
            sentences.stream()
                    .filter(one -> one.start() >= from && one.end() <= to)
                    .forEach(units::add);
            return;
        }
        before.subList(0, before.size() - 1).forEach(one -> units.add(one.shifted(from)));
        units.add(new Span(from + before.getLast().start(), to));
    }

    /// Whether two places of a text lie in one list: what stands between them is never cut there.
    public static boolean isCutAt(String text, int place) {
        int from = text.lastIndexOf("\n\n", Math.max(0, place - 1));
        int blank = text.indexOf("\n\n", place);
        int start = from < 0 ? 0 : from + 2;
        int end = blank < 0 ? text.length() : blank;
        int mark = text.indexOf(NEXT, start);
        return mark >= 0 && mark < end && place > mark && place < end;
    }
}
