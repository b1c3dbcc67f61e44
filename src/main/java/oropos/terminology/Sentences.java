package oropos.terminology;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Sentences of a text.
public final class Sentences {

    private Sentences() {}

    /// The sentences, in order, without the white space around them.
    public static List<Span> of(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(text);
        List<Span> sentences = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            int from = start;
            int to = end;
            while (from < to && Normal.isWhiteSpace(text.charAt(from))) {
                from++;
            }
            while (to > from && Normal.isWhiteSpace(text.charAt(to - 1))) {
                to--;
            }
            if (from < to) {
                sentences.add(new Span(from, to));
            }
        }
        return sentences;
    }
}
