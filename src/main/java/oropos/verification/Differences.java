package oropos.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import oropos.answer.AnswerJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where two answers say different things, by path (`bottomLine.lead[0].text`).
final class Differences {

    /// Differences told; the first say enough.
    static final int TOLD = 5;

    /// Longest value told, in UTF-16 units.
    private static final int LONGEST = 160;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final List<Problem> found = new ArrayList<>();

    private Differences() {}

    /// @param file what a file says
    /// @param record what the record gives
    static List<Problem> between(Object file, Object record) {
        Differences differences = new Differences();
        differences.compare(
                "",
                MAPPER.readTree(AnswerJson.canonical(file)),
                MAPPER.readTree(AnswerJson.canonical(record)));
        return differences.found;
    }

    private void compare(String path, @Nullable JsonNode file, @Nullable JsonNode record) {
        if (found.size() >= TOLD) {
            return;
        }
        if (file != null && record != null && file.isObject() && record.isObject()) {
            TreeSet<String> names = new TreeSet<>(file.propertyNames());
            names.addAll(record.propertyNames());
            for (String name : names) {
                compare(
                        path.isEmpty() ? name : path + "." + name,
                        file.get(name),
                        record.get(name));
            }
        } else if (file != null && record != null && file.isArray() && record.isArray()) {
            for (int i = 0; i < Math.max(file.size(), record.size()); i++) {
                compare(path + "[" + i + "]", file.get(i), record.get(i));
            }
        } else if (file == null || !file.equals(record)) {
            found.add(
                    new Problem(
                            path,
                            "recomputed",
                            "the file says "
                                    + words(file)
                                    + ", the same question and passages give "
                                    + words(record)));
        }
    }

    private static String words(@Nullable JsonNode value) {
        if (value == null) {
            return "nothing";
        }
        String words = value.toString();
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "...";
    }
}
