package oropos.library;

import java.util.ArrayList;
import java.util.List;
import oropos.terminology.Listing;
import oropos.terminology.Normal;
import oropos.terminology.Span;

/// A record's words set as one text, with the exact place of every passage.
///
/// The text is the title, then each part, joined by blank lines, all in the normal form. Long parts
/// are cut at sentence ends, so that a passage is short enough to be found, read and encoded as one
/// thought.
///
/// @param hash SHA-256 of `text` in UTF-8
record Typeset(String text, String hash, List<Passage> passages) {

    /// Longest passage made by cutting, in UTF-16 units: about 300 words, within what the encoder
    /// reads at once.
    static final int LONGEST = 1_500;

    /// A rest shorter than this stays with the passage before it.
    static final int SHORTEST_REST = 300;

    private static final String BETWEEN = "\n\n";

    Typeset {
        passages = List.copyOf(passages);
    }

    static Typeset of(Record record) {
        StringBuilder text = new StringBuilder();
        List<Placed> placed = new ArrayList<>();
        place(new Part(Passage.Role.TITLE, oneLine(record.title())), text, placed);
        for (Part part : record.parts()) {
            place(part, text, placed);
        }
        String whole = text.toString();
        String hash = Sha256.of(whole);
        List<Passage> passages = new ArrayList<>(placed.size());
        for (Placed at : placed) {
            Part part = at.part;
            List<String> headings = part.headings().stream().map(Typeset::oneLine).toList();
            passages.add(
                    new Passage(
                            new Passage.Id(record.id(), hash, passages.size()),
                            part.role(),
                            at.span,
                            at.span.of(whole),
                            headings,
                            part.claim()));
        }
        return new Typeset(whole, hash, passages);
    }

    static String oneLine(String words) {
        return Normal.text(words).replace(BETWEEN, " ");
    }

    private record Placed(Part part, Span span) {}

    private static void place(Part part, StringBuilder text, List<Placed> placed) {
        String words = Normal.text(part.text());
        if (words.isEmpty()) {
            return;
        }
        if (!text.isEmpty()) {
            text.append(BETWEEN);
        }
        int start = text.length();
        text.append(words);
        for (Span piece : pieces(part.role(), words)) {
            placed.add(new Placed(part, piece.shifted(start)));
        }
    }

    private static List<Span> pieces(Passage.Role role, String words) {
        return switch (role) {
            case TITLE, BLOCK, QUESTION -> List.of(new Span(0, words.length()));
            case ABSTRACT, BODY, ANSWER -> cut(words);
        };
    }

    /// Cuts between sentences, and never inside a list; a sentence that is itself too long is cut between words.
    static List<Span> cut(String words) {
        if (words.length() <= LONGEST) {
            return List.of(new Span(0, words.length()));
        }
        List<Span> pieces = new ArrayList<>();
        int from = 0;
        int to = 0;
        for (Span sentence : Listing.units(words)) {
            if (to > from && sentence.end() - from > LONGEST) {
                pieces.add(new Span(from, to));
                from = sentence.start();
            }
            to = sentence.end();
            while (to - from > LONGEST) {
                int end = wordEnd(words, from, from + LONGEST);
                pieces.add(new Span(from, end));
                from = end;
                while (from < to && Character.isWhitespace(words.charAt(from))) {
                    from++;
                }
            }
        }
        if (to > from) {
            pieces.add(new Span(from, to));
        }
        int last = pieces.size() - 1;
        if (last > 0 && pieces.get(last).length() < SHORTEST_REST) {
            Span rest = pieces.remove(last);
            pieces.set(last - 1, new Span(pieces.get(last - 1).start(), rest.end()));
        }
        return pieces;
    }

    /// The last place at or before `most` where a word ends, or `most` itself, never inside a
    /// character.
    private static int wordEnd(String words, int from, int most) {
        for (int at = most; at > from; at--) {
            if (Character.isWhitespace(words.charAt(at))) {
                return at;
            }
        }
        return Character.isLowSurrogate(words.charAt(most)) ? most - 1 : most;
    }
}
