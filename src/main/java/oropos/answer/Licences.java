package oropos.answer;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import oropos.library.Source;

/// Whether the text of a source may be sent to another machine and told in other words there, by what
/// its licence says.
///
/// What no row allows may not: a licence that forbids commercial use or changes, a copyright line, a
/// licence nobody knows, or none. Sources of the starter library are Oropos's own words.
public final class Licences {

    private record Row(Pattern words, boolean allows) {}

    private static final List<Row> ROWS =
            Tables.rows("/answer/licences.tsv", 3).stream()
                    .map(row -> new Row(Pattern.compile(row.get(0)), allows(row.get(1))))
                    .toList();

    private static final String OWN = "starter";

    private final boolean unknownToo;

    /// @param unknownToo whether an operator answers for sources whose licence no row knows
    public Licences(boolean unknownToo) {
        this.unknownToo = unknownToo;
    }

    /// Whether it may be sent.
    public boolean allow(Source source) {
        if (source.form().equals(OWN)) {
            return true;
        }
        String licence =
                source.licence() == null ? "" : source.licence().toLowerCase(Locale.ROOT).strip();
        return ROWS.stream()
                .filter(row -> row.words().matcher(licence).find())
                .findFirst()
                .map(Row::allows)
                .orElse(unknownToo);
    }

    private static boolean allows(String word) {
        return switch (word) {
            case "allowed" -> true;
            case "forbidden" -> false;
            default ->
                    throw new IllegalStateException(
                            "licences.tsv says allowed or forbidden, not \"" + word + "\"");
        };
    }
}
