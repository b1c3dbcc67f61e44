package oropos.answer;

import java.util.ArrayList;
import java.util.List;

/// The closed lists out of which a statement may be told in other words: what may join two, what may
/// fall away at the beginning, which plain words may stand for medical ones.
///
/// Whoever tells, a model or a rule, has nothing else: promise P1 holds for a told sentence because
/// every word of it is a stretch of a statement or stands here.
public final class TellingWords {

    /// Words between two statements.
    ///
    /// @param closes whether the statement before it loses its full stop
    public record Joiner(String id, String words, boolean closes) {}

    /// A medical term and its plain words.
    public record Plain(String term, String words) {}

    private static final List<Joiner> JOINERS = new ArrayList<>();
    private static final List<String> OPENERS = new ArrayList<>();
    private static final List<Plain> PLAIN = new ArrayList<>();

    static {
        for (List<String> row : Tables.rows("/answer/telling-words.tsv", 4)) {
            switch (row.get(0)) {
                case "joiner" -> {
                    boolean closes = row.get(2).startsWith(";");
                    JOINERS.add(
                            new Joiner(row.get(1), (closes ? "" : " ") + row.get(2) + " ", closes));
                }
                case "opener" -> OPENERS.add(row.get(1) + " ");
                case "plain" -> PLAIN.add(new Plain(row.get(1), row.get(2)));
                default ->
                        throw new IllegalStateException(
                                "telling-words.tsv knows no kind \"" + row.get(0) + "\"");
            }
        }
        JOINERS.add(new Joiner("next", " ", false));
    }

    private TellingWords() {}

    /// Longest first, so that the one that is meant is found.
    public static List<Joiner> joiners() {
        return JOINERS;
    }

    /// What may fall away at the beginning of a statement, each with its space.
    public static List<String> openers() {
        return OPENERS;
    }

    public static List<Plain> plain() {
        return PLAIN;
    }

    /// Readers for whom plain words may stand in place of medical ones.
    public static boolean plainFor(String reader) {
        return reader.equals("patient") || reader.equals("carer");
    }
}
