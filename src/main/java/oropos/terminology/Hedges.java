package oropos.terminology;

import java.util.List;

/// The words by which a text holds back: may, suggests, unclear, limited evidence.
public final class Hedges {

    private static final Cues<String> CUES = cues();

    private Hedges() {}

    /// Every hedge, in order.
    public static List<Span> in(String text) {
        Plain plain = Plain.of(text);
        return CUES.in(plain, Token.of(plain)).stream()
                .filter(found -> found.meaning().equals("hedge"))
                .map(Cues.Found::span)
                .filter(span -> !isMonth(span.of(text)))
                .toList();
    }

    /// "May 2018" is a month; at the head of a sentence "May" asks, it does not hold back.
    private static boolean isMonth(String words) {
        return words.equals("May");
    }

    private static Cues<String> cues() {
        Cues<String> cues = new Cues<>();
        for (Tables.Row row :
                Tables.read("/terminology/hedges.tsv", "phrase", "meaning", "source")) {
            if (!List.of("hedge", "none").contains(row.cell(1))) {
                throw row.wrong("meaning is hedge or none");
            }
            cues.add(row.cell(0), row.cell(1));
        }
        return cues;
    }
}
