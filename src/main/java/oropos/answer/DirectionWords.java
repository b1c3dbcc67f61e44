package oropos.answer;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.Comparison;

/// The first line of an answer to a yes/no question or to a comparison.
///
/// It says which way the answer goes and what says so, in words of a closed list of its own
/// (`answer/direction-words.tsv`): they stand beside no span, so no statement can begin with them. An
/// answer that abstains, or whose direction is not known, has none: its outcome says why.
public final class DirectionWords {

    private static final Map<String, String> LIST = new LinkedHashMap<>();

    static {
        for (var row : Tables.rows("/answer/direction-words.tsv", 3)) {
            LIST.put(row.get(0), row.get(1));
        }
    }

    private DirectionWords() {}

    /// The line, or null where there is none.
    public static @Nullable String of(Answer answer) {
        if (answer.direction() == null || answer.outcome().kind().equals("abstained")) {
            return null;
        }
        if (isCompared(answer)) {
            return compared(answer);
        }
        boolean leads = !answer.bottomLine().lead().isEmpty();
        return switch (answer.direction()) {
            case "yes" -> words(leads ? "yes" : "yesConcluded");
            case "no" -> words(leads ? "no" : "noConcluded");
            case "conflict" -> words("conflict");
            default -> null;
        };
    }

    private static boolean isCompared(Answer answer) {
        return answer.sections().stream()
                .anyMatch(section ->
                        section.key().equals(ComparedStudies.SECTION)
                                && !section.statements().isEmpty());
    }

    /// Which way a comparison goes, with what was compared in the asker's words.
    private static @Nullable String compared(Answer answer) {
        String line = LIST.get("compared." + answer.direction());
        return line == null
                ? null
                : Comparison.of(answer.asked())
                        .map(asked ->
                                line.replace("{one}", asked.one())
                                        .replace("{other}", asked.other())
                                        .replace("{outcome}", capital(asked.outcome())))
                        .orElse(null);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String words(String id) {
        return Objects.requireNonNull(LIST.get(id), id);
    }
}
