package oropos.terminology;

import java.util.List;

/// The words by which a text denies something.
///
/// Cues alone, without their scope: verification compares whether a statement and its source deny
/// alike. What a cue reaches is decided in [Terminology#read].
public final class Negations {

    private static final Cues<String> CUES = cues();

    private Negations() {}

    /// Every negation cue, in order. "Not only" and its like are none.
    public static List<Span> in(String text) {
        Plain plain = Plain.of(text);
        return CUES.in(plain, Token.of(plain)).stream()
                .filter(found -> found.meaning().equals("negation"))
                .map(Cues.Found::span)
                .toList();
    }

    private static Cues<String> cues() {
        Cues<String> cues = new Cues<>();
        for (Tables.Row row :
                Tables.read("/terminology/negations.tsv", "phrase", "meaning", "source")) {
            if (!List.of("negation", "none").contains(row.cell(1))) {
                throw row.wrong("meaning is negation or none");
            }
            cues.add(row.cell(0), row.cell(1));
        }
        return cues;
    }
}
