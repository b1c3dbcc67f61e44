package oropos.web;

import java.util.Optional;
import oropos.answer.Answer.Citation;
import oropos.library.SourceId;
import oropos.library.Version;

/// A quote with the words that stand before and after it in its source.
///
/// A sentence can be cut so that it says the opposite; here whoever reads sees what it was cut from.
/// `held` is false where the library no longer gives the text at the place the citation names: then
/// the quote stands alone and the page says so.
record Surroundings(String before, String quote, String after, boolean held) {

    /// Words shown on either side, in UTF-16 units: about two sentences.
    static final int REACH = 200;

    static Surroundings of(Citation citation, ReadingRoom room) {
        Optional<Version> version =
                room.version(new SourceId(citation.source()), citation.version());
        if (version.isEmpty() || !isThere(citation, version.get().text())) {
            return new Surroundings("", citation.quote(), "", false);
        }
        String text = version.get().text();
        String title = version.get().source().title() + "\n\n";
        int from =
                text.startsWith(title) && citation.start() >= title.length() ? title.length() : 0;
        return new Surroundings(
                before(text, from, citation.start()).replace("\n\n", "\n"),
                citation.quote(),
                after(text, citation.end()).replace("\n\n", "\n"),
                true);
    }

    private static boolean isThere(Citation citation, String text) {
        return citation.start() >= 0
                && citation.start() <= citation.end()
                && citation.end() <= text.length()
                && text.substring(citation.start(), citation.end()).equals(citation.quote());
    }

    private static String before(String text, int first, int start) {
        int from = start - REACH;
        if (from <= first) {
            return text.substring(first, start);
        }
        while (from < start && !Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        return from == start ? "…" : "…" + text.substring(from, start);
    }

    private static String after(String text, int end) {
        int to = end + REACH;
        if (to >= text.length()) {
            return text.substring(end);
        }
        while (to > end && !Character.isWhitespace(text.charAt(to))) {
            to--;
        }
        return to == end ? "…" : text.substring(end, to) + " …";
    }
}
