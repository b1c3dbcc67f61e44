package oropos.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A sink that keeps everything, for tests of readers.
public final class Gathered implements Sink {

    public final List<Record> records = new ArrayList<>();
    public final List<String> skipped = new ArrayList<>();
    public final List<SourceId> withdrawn = new ArrayList<>();
    public final Map<SourceId, List<Notice>> notices = new LinkedHashMap<>();

    /// Reads words as a document of that name.
    public static Gathered from(SourceReader reader, String name, String words) throws IOException {
        return from(reader, Input.bytes(name, words.getBytes(StandardCharsets.UTF_8)));
    }

    public static Gathered from(SourceReader reader, Input input) throws IOException {
        Gathered gathered = new Gathered();
        reader.read(input, gathered);
        return gathered;
    }

    public Record only() {
        if (records.size() != 1) {
            throw new AssertionError("one record expected, but were " + records + " " + skipped);
        }
        return records.getFirst();
    }

    /// The parts as "HEADING > HEADING: words" lines.
    public static List<String> parts(Record record) {
        return record.parts().stream()
                .map(part ->
                        part.headings().isEmpty()
                                ? part.text()
                                : String.join(" > ", part.headings()) + ": " + part.text())
                .toList();
    }

    @Override
    public void record(Record record) {
        records.add(record);
    }

    @Override
    public void skipped(String where, String why) {
        skipped.add(where + ": " + why);
    }

    @Override
    public void withdrawn(SourceId id, String form) {
        withdrawn.add(id);
    }

    @Override
    public void notice(SourceId affected, Notice notice) {
        notices.computeIfAbsent(affected, id -> new ArrayList<>()).add(notice);
    }
}
