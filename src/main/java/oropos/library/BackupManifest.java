package oropos.library;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a backup holds.
///
/// @param tables version of the library's tables
/// @param snapshot state that was saved
record BackupManifest(int tables, Snapshot snapshot, List<Entry> files) {

    static final String FILE = "manifest.json";

    /// Version of the manifest's own form.
    static final int FORM = 1;

    /// Only these names are ever unpacked: nothing can leave the folder.
    private static final Pattern NAME =
            Pattern.compile("[a-z]{1,40}\\.db|keys/[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Entry(String name, long bytes, String sha256) {
        Entry {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("a backup holds no file called " + name);
            }
            if (bytes < 0 || !sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException(name + " has no length or hash");
            }
        }
    }

    /// Whether a file of a data folder holds the tables of a room other than the library.
    static boolean isOfARoom(String name) {
        return name.endsWith(".db") && !name.equals(Database.FILE) && NAME.matcher(name).matches();
    }

    BackupManifest {
        files = List.copyOf(files);
        if (files.stream().filter(file -> file.name().equals(Database.FILE)).count() != 1) {
            throw new IllegalArgumentException("a backup holds one " + Database.FILE);
        }
    }

    byte[] bytes() {
        ObjectNode object = JSON.createObjectNode();
        object.put("form", FORM);
        object.put("tables", tables);
        object.putObject("snapshot")
                .put("number", snapshot.number())
                .put("date", snapshot.date().toString())
                .put("sources", snapshot.sources())
                .put("passages", snapshot.passages());
        ArrayNode list = object.putArray("files");
        for (Entry file : files) {
            list.addObject()
                    .put("name", file.name)
                    .put("bytes", file.bytes)
                    .put("sha256", file.sha256);
        }
        return object.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    /// @throws IllegalArgumentException where the words are no manifest, saying why
    static BackupManifest read(byte[] bytes) {
        try {
            JsonNode object = JSON.readTree(bytes);
            int form = (int) number(object, "form");
            if (form != FORM) {
                throw new IllegalArgumentException(
                        "its manifest has form " + form + ", this oropos knows " + FORM);
            }
            JsonNode snapshot = needed(object.get("snapshot"), "snapshot");
            List<Entry> files = new ArrayList<>();
            for (JsonNode file : needed(object.get("files"), "files")) {
                files.add(
                        new Entry(word(file, "name"), number(file, "bytes"), word(file, "sha256")));
            }
            return new BackupManifest(
                    (int) number(object, "tables"),
                    new Snapshot(
                            number(snapshot, "number"),
                            LocalDate.parse(word(snapshot, "date")),
                            (int) number(snapshot, "sources"),
                            (int) number(snapshot, "passages")),
                    files);
        } catch (JacksonException | DateTimeException broken) {
            throw new IllegalArgumentException("its manifest cannot be read", broken);
        }
    }

    private static JsonNode needed(@Nullable JsonNode node, String name) {
        if (node == null) {
            throw new IllegalArgumentException("its manifest lacks \"" + name + "\"");
        }
        return node;
    }

    private static String word(JsonNode object, String name) {
        JsonNode node = needed(object.get(name), name);
        if (!node.isString()) {
            throw new IllegalArgumentException("its manifest has no words in \"" + name + "\"");
        }
        return node.stringValue();
    }

    private static long number(JsonNode object, String name) {
        JsonNode node = needed(object.get(name), name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new IllegalArgumentException("its manifest has no number in \"" + name + "\"");
        }
        return node.longValue();
    }
}
