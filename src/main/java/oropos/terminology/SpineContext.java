package oropos.terminology;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Whether letters with numbers are vertebrae here.
final class SpineContext {

    /// How far from a level words of the spine are looked for, in characters.
    static final int NEAR = 60;

    /// How far from a level words that speak against it are looked for, in characters.
    static final int BESIDE = 14;

    private static final Map<String, String> WORDS = words();

    private SpineContext() {}

    static boolean isSpine(String text, int start, int end, List<Vertebrae.Level> levels) {
        String written = text.substring(start, end);
        boolean dorsal = written.regionMatches(true, 0, "D", 0, 1);
        boolean capitals =
                written.equals(written.toUpperCase(Locale.ROOT).replace("TH", "Th"))
                        || written.matches("[A-Z0-9 ,/&+-]+|.*\\b(and|to|or|through)\\b.*")
                                && Character.isUpperCase(written.charAt(0));
        boolean apart = written.matches("(?i)[a-z]+ \\d+.*");
        boolean sure =
                capitals
                        && !dorsal
                        && !apart
                        && levels.stream().anyMatch(level -> isSure(level.code(), written));
        if (isAny(text, Math.max(0, start - BESIDE), start, "before")
                || isAny(text, end, Math.min(text.length(), end + BESIDE), "other")) {
            return false;
        }
        boolean hormone = levels.stream().allMatch(level -> level.code().matches("T[1-4]"));
        boolean near =
                isAny(text, clauseStart(text, start, hormone ? BESIDE : NEAR), start, "spine")
                        || isAny(text, end, clauseEnd(text, end, hormone ? BESIDE : NEAR), "spine");
        boolean vitamin = dorsal && levels.size() == 1 && levels.getFirst().code().matches("T[23]");
        return sure || near && !vitamin;
    }

    private static String stops(int reach) {
        return reach == BESIDE ? ",;?!\n" : ";?!\n";
    }

    private static int clauseStart(String text, int start, int reach) {
        int from = start;
        while (from > 0
                && start - from < reach
                && stops(reach).indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return from;
    }

    private static int clauseEnd(String text, int end, int reach) {
        int to = end;
        while (to < text.length()
                && to - end < reach
                && stops(reach).indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return to;
    }

    /// Levels nothing else in medicine is called by.
    private static boolean isSure(String code, String written) {
        boolean mistakable = code.matches("[CS]\\d|T[1-4]");
        return !mistakable || written.startsWith("Th");
    }

    private static boolean isAny(String text, int from, int to, String role) {
        for (Token token : Token.of(Plain.of(text.substring(from, to)))) {
            String word = token.word();
            if (role.equals(WORDS.get(word)) || role.equals(WORDS.get(Spelling.key(word)))) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        for (Tables.Row row :
                Tables.read("/terminology/vertebra-words.tsv", "word", "role", "why")) {
            if (!List.of("spine", "other", "before").contains(row.cell(1))) {
                throw row.wrong("role is spine, other or before");
            }
            words.put(row.cell(0), row.cell(1));
        }
        return Map.copyOf(words);
    }
}
