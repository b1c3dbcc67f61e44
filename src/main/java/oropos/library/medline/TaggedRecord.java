package oropos.library.medline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The fields of one record in MEDLINE text: tag to values, in the order they stand.
final class TaggedRecord {

    private final int line;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private String last = "";

    /// @param line where the record begins, from 1
    TaggedRecord(int line) {
        this.line = line;
    }

    int line() {
        return line;
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    void add(String tag, String value) {
        fields.computeIfAbsent(tag, any -> new ArrayList<>()).add(value.strip());
        last = tag;
    }

    /// A line that goes on with the field before it.
    void goOn(String words) {
        List<String> values = fields.get(last);
        if (values != null) {
            values.add((values.removeLast() + " " + words.strip()).strip());
        }
    }

    List<String> all(String tag) {
        return fields.getOrDefault(tag, List.of()).stream().filter(v -> !v.isEmpty()).toList();
    }

    String first(String tag) {
        List<String> values = all(tag);
        return values.isEmpty() ? "" : values.getFirst();
    }
}
