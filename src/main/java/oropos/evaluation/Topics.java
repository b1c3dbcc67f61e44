package oropos.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The questions of a test collection: `id<TAB>question` lines, or BEIR's JSON lines with `_id` and
/// `text`; plain or compressed by gzip.
public final class Topics {

    private Topics() {}

    /// @param words as written, not empty
    public record Topic(String id, String words) {}

    /// In the order of the file.
    ///
    /// @throws IllegalArgumentException naming the line that cannot be read
    public static List<Topic> of(Path file) throws IOException {
        List<Topic> topics = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        try (BufferedReader lines = TextFiles.open(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                String where = file + ", line " + number + ": ";
                Topic topic = line.startsWith("{") ? json(line, where) : tabbed(line, where);
                if (!ids.add(topic.id())) {
                    throw new IllegalArgumentException(
                            where + "the id \"" + topic.id() + "\" stands there a second time");
                }
                topics.add(topic);
            }
        }
        if (topics.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no question");
        }
        return topics;
    }

    private static Topic tabbed(String line, String where) {
        int tab = line.indexOf('\t');
        if (tab <= 0 || line.substring(tab + 1).isBlank()) {
            throw new IllegalArgumentException(
                    where
                            + "an id, a tab and a question are expected, but it is \""
                            + cut(line)
                            + '"');
        }
        return new Topic(line.substring(0, tab).strip(), line.substring(tab + 1).strip());
    }

    private static Topic json(String line, String where) {
        try {
            JsonNode object = JsonMapper.shared().readTree(line);
            String id = object.path("_id").asString("");
            String text = object.path("text").asString("");
            if (!id.isBlank() && !text.isBlank()) {
                return new Topic(id, text.strip());
            }
        } catch (JacksonException broken) {
            // told below
        }
        throw new IllegalArgumentException(
                where
                        + "a JSON object with \"_id\" and \"text\" is expected, but it is \""
                        + cut(line)
                        + '"');
    }

    private static String cut(String line) {
        return line.length() <= 80 ? line : line.substring(0, 80) + "...";
    }
}
