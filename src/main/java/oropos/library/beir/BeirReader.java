package oropos.library.beir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import oropos.library.BeirIds;
import oropos.library.Head;
import oropos.library.Input;
import oropos.library.Passage.Role;
import oropos.library.Record;
import oropos.library.Sink;
import oropos.library.SourceReader;
import oropos.library.TextKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the documents of a collection in BEIR's form (Thakur et al., *BEIR*, arXiv:2104.08663): one
/// JSON object a line with `_id`, `title` and `text`.
///
/// A document is one passage, because collections judge whole documents; only one longer than
/// [#LONGEST] is cut. Its name is `beir:` and its id (see [BeirIds]).
public final class BeirReader implements SourceReader {

    /// The form of its records.
    public static final String FORM = "beir";

    /// Longest passage, in UTF-16 units; the encoder reads about the first 2,000.
    static final int LONGEST = 12_000;

    /// Longest line read, in UTF-16 units: a long book.
    private static final int LONGEST_LINE = 32 << 20;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final boolean everything;

    private BeirReader(boolean everything) {
        this.everything = everything;
    }

    /// Reads what looks like such a collection.
    public static BeirReader amongOthers() {
        return new BeirReader(false);
    }

    /// Reads whatever it is given as such a collection, so that a broken line is told by its number.
    public static BeirReader ofEverything() {
        return new BeirReader(true);
    }

    @Override
    public boolean reads(Head head) {
        if (everything) {
            return true;
        }
        String text = withoutMark(head.text()).stripLeading();
        return text.startsWith("{") && text.lines().findFirst().orElse("").contains("\"_id\"");
    }

    @Override
    public void read(Input input, Sink sink) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(input.open(), StandardCharsets.UTF_8), 1 << 16)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String object = number == 1 ? withoutMark(line) : line;
                if (!object.isBlank()) {
                    document(object, input.name() + ", line " + number, sink);
                }
            }
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static void document(String line, String where, Sink sink) {
        if (line.length() > LONGEST_LINE) {
            sink.skipped(where, "a line of more than " + LONGEST_LINE + " characters");
            return;
        }
        JsonNode object;
        try {
            object = JSON.readTree(line);
        } catch (JacksonException broken) {
            sink.skipped(where, "no JSON object stands on the line");
            return;
        }
        String id = words(object, "_id");
        String title = words(object, "title");
        String text = words(object, "text");
        if (!object.isObject()) {
            sink.skipped(where, "no JSON object stands on the line");
        } else if (id.isEmpty()) {
            sink.skipped(where, "no \"_id\"");
        } else if (id.length() > BeirIds.LONGEST) {
            sink.skipped(where, "an \"_id\" of more than " + BeirIds.LONGEST + " characters");
        } else if (title.isBlank() && text.isBlank()) {
            sink.skipped(where, "neither \"title\" nor \"text\"");
        } else {
            sink.record(record(id, title, text));
        }
    }

    /// A text or a number; anything else counts as not there.
    private static String words(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isString() || value.isNumber() ? value.asString() : "";
    }

    private static Record record(String id, String title, String text) {
        Record.Builder record = Record.of(BeirIds.source(id), FORM, title, TextKind.ABSTRACT);
        for (int from = 0; from < text.length(); ) {
            int to = end(text, from);
            record.part(Role.BLOCK, List.of(), text.substring(from, to));
            from = to;
        }
        return record.build();
    }

    /// Where a passage ends: at the last white space before the limit, if there is one.
    private static int end(String text, int from) {
        if (text.length() - from <= LONGEST) {
            return text.length();
        }
        int to = from + LONGEST;
        while (to > from + LONGEST / 2 && !Character.isWhitespace(text.charAt(to))) {
            to--;
        }
        if (!Character.isWhitespace(text.charAt(to))) {
            to = from + LONGEST;
        }
        return Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    }
}
