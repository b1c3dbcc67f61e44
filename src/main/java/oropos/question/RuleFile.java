package oropos.question;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// One of the versioned files in which editors keep the rules of this room.
///
/// A file holds `version` and what its rule kind needs. Everything is checked when it is loaded: an
/// unknown key, a missing one or a row without a source stops the start with the file and row named.
record RuleFile(String name, String version, Row content, String sha256) {

    /// The rule files ship in the jar under this path.
    static final String FOLDER = "/question/";

    static RuleFile read(String name) {
        return parse(name, text(name));
    }

    private static String text(String name) {
        try (InputStream in = RuleFile.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the rule file " + name + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the rule file " + name + " cannot be read", e);
        }
    }

    /// Reads rule files and remembers which and in what order: for the version over all of them.
    static final class Shelf {

        private final List<RuleFile> read = new ArrayList<>();

        RuleFile file(String name) {
            RuleFile file = RuleFile.read(name);
            read.add(file);
            return file;
        }

        Table table(String name) {
            Table table = Table.read(name);
            read.add(table.asFile());
            return table;
        }

        /// First twelve hex digits of the hash over all that was read.
        String version() {
            return versionOf(read);
        }
    }

    /// A long list that is kept as a table: its rows, without head and comments.
    ///
    /// @param version what stands after "# version:"
    record Table(String name, String version, List<List<String>> rows, String sha256) {

        static Table read(String name) {
            String text = text(name);
            List<String> lines =
                    text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
            int columns = lines.getFirst().split("\t", -1).length;
            List<List<String>> rows =
                    lines.stream().skip(1).map(line -> List.of(line.split("\t", -1))).toList();
            for (List<String> row : rows) {
                if (row.size() != columns) {
                    throw new IllegalStateException(
                            name + ": a row has " + columns + " cells, but one was " + row);
                }
            }
            if (!text.startsWith("# version: ")) {
                throw new IllegalStateException(name + " does not begin with its version");
            }
            return new Table(
                    name,
                    text.lines().findFirst().orElseThrow().substring(11),
                    rows,
                    RuleFile.sha256(text));
        }

        /// The table as one of the files whose versions stand in receipts.
        RuleFile asFile() {
            return new RuleFile(name, version, new Row(name, Map.of()), sha256);
        }
    }

    static RuleFile parse(String name, String yaml) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        strict.setMaxAliasesForCollections(50);
        Object loaded = new Yaml(new SafeConstructor(strict)).load(yaml);
        if (!(loaded instanceof Map<?, ?> map)) {
            throw new IllegalStateException(name + " does not hold keys and values");
        }
        Row content = new Row(name, map);
        return new RuleFile(name, content.text("version"), content, sha256(yaml));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /// First twelve hex digits of the hash over names, versions and contents of the files.
    static String versionOf(List<RuleFile> files) {
        StringBuilder all = new StringBuilder();
        for (RuleFile file : files) {
            all.append(file.name()).append(' ').append(file.version()).append(' ');
            all.append(file.sha256()).append('\n');
        }
        return sha256(all.toString()).substring(0, 12);
    }

    /// A row of a rule file; `place` names it in messages.
    record Row(String place, Map<?, ?> values) {

        String text(String key) {
            String text = optionalText(key);
            if (text == null || text.isBlank()) {
                throw new IllegalStateException(place + ": \"" + key + "\" is missing");
            }
            return text;
        }

        @Nullable String optionalText(String key) {
            Object value = values.get(key);
            return value == null ? null : value.toString().strip();
        }

        boolean flag(String key) {
            Object value = values.get(key);
            if (value == null || value instanceof Boolean) {
                return Boolean.TRUE.equals(value);
            }
            throw new IllegalStateException(
                    place + ": \"" + key + "\" is true or false, but was " + value);
        }

        @Nullable Boolean optionalFlag(String key) {
            return values.containsKey(key) ? (Boolean) flag(key) : null;
        }

        int number(String key) {
            if (values.get(key) instanceof Integer number) {
                return number;
            }
            throw new IllegalStateException(place + ": \"" + key + "\" is a whole number");
        }

        boolean has(String key) {
            return values.containsKey(key);
        }

        /// A list of texts, or one text divided by commas; empty where the key is missing.
        List<String> texts(Object key) {
            return texts(key.toString(), values.get(key));
        }

        List<List<String>> groups(String key) {
            List<List<String>> groups = new ArrayList<>();
            if (values.get(key) instanceof List<?> list) {
                for (Object group : list) {
                    groups.add(group instanceof String one ? List.of(one) : texts(key, group));
                }
            }
            return List.copyOf(groups);
        }

        private List<String> texts(String key, @Nullable Object value) {
            if (value == null) {
                return List.of();
            }
            if (value instanceof String one) {
                return Stream.of(one.split(","))
                        .map(String::strip)
                        .filter(s -> !s.isEmpty())
                        .toList();
            }
            if (!(value instanceof List<?> list)) {
                throw new IllegalStateException(place + ": \"" + key + "\" is a list");
            }
            List<String> texts = new ArrayList<>();
            for (Object one : list) {
                if (one == null || one instanceof Map || one instanceof List) {
                    throw new IllegalStateException(
                            place + ": \"" + key + "\" holds texts, but one was " + one);
                }
                texts.add(one.toString());
            }
            return List.copyOf(texts);
        }

        /// The rows under a key, each named by its id or key.
        List<Row> rows(String key) {
            List<Row> rows = new ArrayList<>();
            if (!(values.get(key) instanceof List<?> list)) {
                throw new IllegalStateException(place + ": \"" + key + "\" is a list of rows");
            }
            Set<String> seen = new HashSet<>();
            for (Object one : list) {
                if (!(one instanceof Map<?, ?> map)) {
                    throw new IllegalStateException(
                            place + ": a row of \"" + key + "\" was " + one);
                }
                Object name = map.containsKey("id") ? map.get("id") : map.get("key");
                if (name != null && !seen.add(name.toString())) {
                    throw new IllegalStateException(place + ": two rows are called " + name);
                }
                rows.add(
                        new Row(
                                place + ", " + key + " " + (name == null ? rows.size() + 1 : name),
                                map));
            }
            return List.copyOf(rows);
        }

        @Nullable Row row(String key) {
            return values.get(key) instanceof Map<?, ?> map
                    ? new Row(place + ", " + key, map)
                    : null;
        }

        List<String> keys() {
            return values.keySet().stream().map(String::valueOf).toList();
        }

        /// Refuses keys nobody reads, so that a slip of the pen does not silence a rule.
        void knows(Set<String> keys) {
            for (Object key : values.keySet()) {
                if (!keys.contains(key.toString())) {
                    throw new IllegalStateException(
                            place
                                    + ": \""
                                    + key
                                    + "\" is not a key here; known are "
                                    + new TreeSet<>(keys));
                }
            }
        }
    }
}
