package oropos.library;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the table of Retraction Watch (CSV, shared by Crossref): a row for each notice, with the DOI
/// and PMID of the paper it is about.
///
/// The paper is what stands under `OriginalPaper...`; what stands under `Retraction...` is the notice,
/// and a notice is not itself retracted. A reinstatement takes back the retractions up to its day.
final class RetractionWatchReader implements SourceReader {

    private static final String NATURE = "RetractionNature";
    private static final String PAPER_DOI = "OriginalPaperDOI";
    private static final String PAPER_PMID = "OriginalPaperPubMedID";
    private static final Set<String> NEEDED = Set.of(NATURE, PAPER_DOI, PAPER_PMID);

    private static final Pattern DOI = Pattern.compile("10\\.\\d{3,9}/\\S+");
    private static final Pattern PMID = Pattern.compile("[1-9]\\d{0,8}");

    /// Month, day, year, as the table writes them ("8/21/2023 0:00"), or ISO 8601.
    private static final Pattern AMERICAN = Pattern.compile("^(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b.*");

    private static final Pattern ISO = Pattern.compile("^(\\d{4})-(\\d{2})-(\\d{2})\\b.*");

    private static final String SOURCE = "Retraction Watch";

    @Override
    public boolean reads(Head head) {
        String text = head.text();
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        return NEEDED.stream().allMatch(first::contains) && first.contains(",");
    }

    @Override
    public void read(Input input, Sink sink) throws IOException {
        try (InputStreamReader in = new InputStreamReader(input.open(), StandardCharsets.UTF_8)) {
            CsvRows rows = new CsvRows(in);
            Map<String, Integer> columns = columns(rows.next());
            int number = 1;
            for (List<String> row = rows.next(); row != null; row = rows.next()) {
                number++;
                if (!(row.size() == 1 && row.getFirst().isBlank())) {
                    read(new Row(columns, row), input.name() + ", row " + number, sink);
                }
            }
        }
    }

    private record Row(Map<String, Integer> columns, List<String> cells) {
        String cell(String column) {
            Integer at = columns.get(column);
            return at == null || at >= cells.size() ? "" : cells.get(at).strip();
        }
    }

    private static Map<String, Integer> columns(@Nullable List<String> names) {
        Map<String, Integer> columns = new HashMap<>();
        if (names != null) {
            for (int i = 0; i < names.size(); i++) {
                columns.putIfAbsent(names.get(i).replace("\uFEFF", "").strip(), i);
            }
        }
        return columns;
    }

    private static void read(Row row, String where, Sink sink) {
        Notice.Kind kind = kind(row.cell(NATURE));
        if (kind == null) {
            sink.skipped(where, "a kind of notice nobody knows");
            return;
        }
        LocalDate day = day(row.cell("RetractionDate"));
        if (kind == Notice.Kind.REINSTATED_IN && day == null) {
            sink.skipped(
                    where,
                    "a reinstatement without a day: which retraction it takes back is not said");
            return;
        }
        String doi = row.cell(PAPER_DOI).toLowerCase(Locale.ROOT);
        String pmid = row.cell(PAPER_PMID);
        Notice notice =
                new Notice(
                        kind,
                        number(row.cell("RetractionPubMedID")),
                        other(row.cell("RetractionDOI").toLowerCase(Locale.ROOT), doi),
                        note(row.cell("Reason")),
                        day);
        boolean named = false;
        if (DOI.matcher(doi).matches()) {
            sink.notice(SourceId.doi(doi), notice);
            named = true;
        }
        if (number(pmid) != null) {
            sink.notice(SourceId.pmid(pmid), notice);
            named = true;
        }
        if (!named) {
            sink.skipped(where, "no DOI and no PMID of the paper");
        }
    }

    private static Notice.@Nullable Kind kind(String nature) {
        return switch (nature.toLowerCase(Locale.ROOT)) {
            case "retraction" -> Notice.Kind.RETRACTION_IN;
            case "expression of concern" -> Notice.Kind.CONCERN_IN;
            case "correction" -> Notice.Kind.ERRATUM_IN;
            case "reinstatement" -> Notice.Kind.REINSTATED_IN;
            default -> null;
        };
    }

    private static @Nullable String number(String pmid) {
        return PMID.matcher(pmid).matches() ? pmid : null;
    }

    private static @Nullable String other(String notice, String paper) {
        return DOI.matcher(notice).matches() && !notice.equals(paper) ? notice : null;
    }

    /// Reasons as the table gives them: "+Error in Data;+Investigation by Journal;".
    private static String note(String reasons) {
        String words =
                reasons.replace("+", "").replaceAll(";\\s*$", "").replaceAll(";\\s*", "; ").strip();
        return words.isEmpty() ? SOURCE : SOURCE + ": " + words;
    }

    private static @Nullable LocalDate day(String words) {
        Matcher american = AMERICAN.matcher(words);
        Matcher iso = ISO.matcher(words);
        try {
            return american.matches()
                    ? LocalDate.of(
                            Integer.parseInt(american.group(3)),
                            Integer.parseInt(american.group(1)),
                            Integer.parseInt(american.group(2)))
                    : iso.matches()
                            ? LocalDate.of(
                                    Integer.parseInt(iso.group(1)),
                                    Integer.parseInt(iso.group(2)),
                                    Integer.parseInt(iso.group(3)))
                            : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
