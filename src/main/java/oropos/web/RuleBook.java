package oropos.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// One rule file as people read it: every row with its words, its source and whether a clinician
/// signed it. The room that owns the file checks and obeys it; here it is only shown.
///
/// @param path where it stands among the resources, also its address under `/rules/`
/// @param title its name on the page
/// @param signed rows a clinician signed; null where rows of this file are not signed one by one
record RuleBook(
        String path,
        String title,
        String version,
        String about,
        List<Row> rows,
        @Nullable Integer signed) {

    /// @param words what the row says, by name
    /// @param source what it rests on, or null where the file names one for all rows
    /// @param reviewed whether a clinician signed it, or null where that is not asked
    record Row(
            String name,
            Map<String, String> words,
            @Nullable String source,
            @Nullable Boolean reviewed) {}

    /// Names under which a row is known.
    private static final List<String> NAMES = List.of("id", "key", "code", "kind", "name");

    RuleBook {
        if (version.isBlank() || rows.isEmpty()) {
            throw new IllegalStateException(
                    path + " needs a version and rows, but had \"" + version + "\" and " + rows);
        }
        rows = List.copyOf(rows);
    }

    static RuleBook of(String path, String title, String text) {
        return path.endsWith(".yaml") ? ofYaml(path, title, text) : ofTable(path, title, text);
    }

    private static RuleBook ofTable(String path, String title, String text) {
        String version = "";
        StringJoiner about = new StringJoiner(" ");
        List<String> head = List.of();
        List<Row> rows = new ArrayList<>();
        for (String line : text.split("\\R")) {
            if (line.matches("# version[:\\s].*")) {
                version = line.replaceFirst("# version[:\\s]\\s*", "");
            } else if (line.startsWith("#")) {
                about.add(line.substring(1).strip());
            } else if (!line.isBlank() && head.isEmpty()) {
                head = List.of(line.split("\t", -1));
            } else if (!line.isBlank()) {
                rows.add(row(head, line.split("\t", -1)));
            }
        }
        return new RuleBook(path, title, version, about.toString(), rows, null);
    }

    private static Row row(List<String> head, String[] cells) {
        Map<String, String> words = new LinkedHashMap<>();
        String source = null;
        for (int at = 1; at < cells.length; at++) {
            String column = at < head.size() ? head.get(at) : "";
            if (column.equals("source") || column.equals("why")) {
                source = cells[at];
            } else if (!cells[at].isBlank()) {
                words.put(column, cells[at]);
            }
        }
        return new Row(cells[0], words, source, null);
    }

    private static RuleBook ofYaml(String path, String title, String text) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        if (!(new Yaml(new SafeConstructor(strict)).load(text) instanceof Map<?, ?> map)) {
            throw new IllegalStateException(path + " does not hold keys and values");
        }
        List<Row> rows = new ArrayList<>();
        String version = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = String.valueOf(entry.getKey());
            if (key.equals("version")) {
                version = String.valueOf(entry.getValue());
            } else if (entry.getValue() instanceof List<?> list
                    && !list.isEmpty()
                    && list.getFirst() instanceof Map) {
                list.forEach(one -> rows.add(row(key, (Map<?, ?>) one)));
            } else if (entry.getValue() instanceof Map<?, ?> inner) {
                inner.forEach((name, value) -> rows.add(named(key, name, value)));
            } else {
                rows.add(new Row(key, Map.of("", said(entry.getValue())), null, null));
            }
        }
        boolean isSigned = rows.stream().anyMatch(row -> row.reviewed() != null);
        return new RuleBook(
                path,
                title,
                version,
                about(text),
                rows,
                isSigned
                        ? (int)
                                rows.stream()
                                        .filter(row -> Boolean.TRUE.equals(row.reviewed()))
                                        .count()
                        : null);
    }

    private static Row named(String key, Object name, @Nullable Object value) {
        return value instanceof Map<?, ?> map && map.containsKey("source")
                ? row(String.valueOf(name), map)
                : new Row(key + ", " + name, Map.of("", said(value)), null, null);
    }

    private static Row row(String key, Map<?, ?> values) {
        Map<String, String> words = new LinkedHashMap<>();
        String name = "";
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            String column = String.valueOf(entry.getKey());
            if (name.isEmpty() && NAMES.contains(column)) {
                name = String.valueOf(entry.getValue());
            } else if (!column.equals("source") && !column.equals("reviewed")) {
                words.put(column, said(entry.getValue()));
            }
        }
        Object source = values.get("source");
        return new Row(
                name.isEmpty() ? key : name,
                words,
                source == null ? null : source.toString(),
                values.get("reviewed") instanceof Boolean reviewed ? reviewed : null);
    }

    /// Groups that all must be heard are joined by "and", what of a group is enough by "or".
    private static String said(@Nullable Object value) {
        if (value instanceof List<?> list) {
            boolean groups = list.stream().anyMatch(List.class::isInstance);
            StringJoiner said = new StringJoiner(groups ? "\nand\n" : "\n");
            list.forEach(one -> said.add(said(one)));
            return said.toString();
        }
        if (value instanceof Map<?, ?> map) {
            StringJoiner said = new StringJoiner("\n");
            map.forEach((key, one) -> said.add(key + ": " + said(one)));
            return said.toString();
        }
        return String.valueOf(value);
    }

    /// The comment at the head of a file.
    private static String about(String text) {
        StringJoiner about = new StringJoiner(" ");
        for (String line : text.split("\\R")) {
            if (!line.startsWith("#")) {
                break;
            }
            about.add(line.substring(1).strip());
        }
        return about.toString().strip();
    }
}
