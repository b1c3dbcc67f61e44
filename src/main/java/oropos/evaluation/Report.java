package oropos.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import oropos.answer.AnswerJson;

/// What was measured, in the order it was measured.
///
/// @param about under what it was measured: machine, Java, library, how it was searched
/// @param problems what does not hold, in words: a quote that does not stand in the record, an answer
///     that came out differently. Empty where all is well
public record Report(Map<String, String> about, List<Figure> figures, List<String> problems) {

    /// Number of the JSON form.
    static final int SCHEMA = 1;

    public Report {
        about = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(about));
        figures = List.copyOf(figures);
        problems = List.copyOf(problems);
    }

    /// For a terminal.
    public String text() {
        StringBuilder out = new StringBuilder();
        about.forEach((what, words) -> out.append(what).append(": ").append(words).append('\n'));
        int names = width(figures.stream().map(Figure::name).toList());
        int values = width(figures.stream().map(Figure::shown).toList());
        int units = width(figures.stream().map(Figure::unit).toList());
        String group = "";
        for (Figure figure : figures) {
            if (!figure.group().equals(group)) {
                group = figure.group();
                out.append('\n').append(group).append('\n');
            }
            String row =
                    "  "
                            + figure.name()
                            + " ".repeat(names - figure.name().length() + 2)
                            + " ".repeat(values - figure.shown().length())
                            + figure.shown()
                            + " "
                            + figure.unit()
                            + " ".repeat(units - figure.unit().length() + 2)
                            + figure.note();
            out.append(row.stripTrailing()).append('\n');
        }
        problems.forEach(problem -> out.append("\nDOES NOT HOLD: ").append(problem));
        return out.toString().stripTrailing();
    }

    private static int width(List<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(0);
    }

    /// A table for a document.
    public String markdown() {
        StringBuilder out = new StringBuilder("| what | measured | how |\n|---|---|---|\n");
        about.forEach((what, words) -> row(out, what, words, ""));
        for (Figure figure : figures) {
            row(
                    out,
                    figure.group() + ": " + figure.name(),
                    figure.shown() + " " + figure.unit(),
                    figure.note());
        }
        problems.forEach(problem -> row(out, "DOES NOT HOLD", problem, ""));
        return out.toString().stripTrailing();
    }

    private static void row(StringBuilder out, String... cells) {
        for (String cell : cells) {
            out.append("| ").append(cell.replace("|", "\\|").replace("\n", " ")).append(' ');
        }
        out.append("|\n");
    }

    /// For programs: `{schema, about {}, figures [{group, name, value, unit, note}], problems []}`.
    public String json() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Figure figure : figures) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("group", figure.group());
            row.put("name", figure.name());
            row.put("value", figure.value());
            row.put("unit", figure.unit());
            row.put("note", figure.note());
            rows.add(row);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("schema", SCHEMA);
        all.put("about", about);
        all.put("figures", rows);
        all.put("problems", problems);
        return AnswerJson.canonical(all);
    }
}
