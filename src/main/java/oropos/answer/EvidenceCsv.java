package oropos.answer;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The evidence table as CSV (RFC 4180, UTF-8, CRLF).
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe before it: titles and
/// sentences come from files that others wrote.
public final class EvidenceCsv {

    private static final List<String> HEAD =
            List.of(
                    "mark",
                    "source",
                    "title",
                    "year",
                    "design",
                    "design certain",
                    "n",
                    "population",
                    "fit",
                    "difference",
                    "outcome",
                    "outcome asked about",
                    "measure",
                    "estimate",
                    "interval low",
                    "interval high",
                    "certainty",
                    "standing",
                    "standing note",
                    "says");

    private EvidenceCsv() {}

    public static String of(List<EvidenceRow> rows) {
        StringBuilder csv = new StringBuilder(line(HEAD));
        rows.forEach(row -> csv.append(line(cells(row))));
        return csv.toString();
    }

    private static List<String> cells(EvidenceRow row) {
        Answer.Reference reference = row.reference();
        Effect effect = row.effect();
        return List.of(
                Integer.toString(reference.mark()),
                reference.source(),
                reference.title(),
                words(reference.year()),
                reference.design(),
                reference.designCertain() ? "yes" : "no",
                words(reference.n()),
                reference.population(),
                reference.fit().kind(),
                words(reference.fit().difference()),
                words(row.outcome()),
                row.asked() ? "yes" : "",
                effect == null ? "" : effect.measure(),
                effect == null ? "" : figure(effect.estimate()),
                effect == null ? "" : figure(effect.low()),
                effect == null ? "" : figure(effect.high()),
                row.certainty().level(),
                reference.standing(),
                words(reference.standingNote()),
                row.says());
    }

    private static String words(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String figure(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(EvidenceCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String words) {
        boolean formula =
                !words.isEmpty()
                        && "=+-@\t\r".indexOf(words.charAt(0)) >= 0
                        && !words.matches("-?\\d+(\\.\\d+)?");
        String safe = formula ? "'" + words : words;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
