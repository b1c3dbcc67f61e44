package oropos.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The closed list of words Oropos may put before, between or after spans.
public final class Connectives {

    private static final Map<String, String> LIST = new LinkedHashMap<>();

    static {
        for (var row : Tables.rows("/answer/connectives.tsv", 3)) {
            LIST.put(row.get(0), row.get(1));
        }
    }

    private Connectives() {}

    /// The words of a connective.
    public static String words(String id) {
        String words = LIST.get(id);
        if (words == null) {
            throw new IllegalArgumentException("no connective is called \"" + id + "\"");
        }
        return words;
    }

    /// Those that stand before a whole statement and hold something back: "Population not stated: ".
    static List<String> reservations() {
        return LIST.values().stream().filter(words -> words.endsWith(": ")).toList();
    }

    /// Whether `id` names a connective with exactly these words.
    public static boolean holds(String id, String words) {
        return words.equals(LIST.get(id));
    }
}
