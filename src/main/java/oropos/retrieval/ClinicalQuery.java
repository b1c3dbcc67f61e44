package oropos.retrieval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oropos.retrieval.pubmed.Expression;
import oropos.retrieval.pubmed.QueryParser;
import oropos.retrieval.pubmed.SyntaxProblem;

/// A filter of PubMed's Clinical Queries: records whose method suits a kind of question.
///
/// @param code `therapy-narrow`
/// @param category what is asked: therapy, diagnosis, aetiology, prognosis, prediction
/// @param scope `broad` finds more, `narrow` finds fewer and surer ones
/// @param query the string as pinned, in PubMed's syntax
/// @param source where it was printed
public record ClinicalQuery(
        String code, String category, String scope, String query, String source) {

    private static final String FILE = "/oropos/retrieval/clinical-queries.tsv";
    private static final String VERSION = "# version: ";
    private static final String COLUMNS = "category\tscope\tquery\tsource";

    private static final List<ClinicalQuery> SHIPPED = shipped();

    /// All of them, in the order of the file.
    public static List<ClinicalQuery> all() {
        return SHIPPED;
    }

    static Optional<ClinicalQuery> of(String code) {
        return SHIPPED.stream().filter(one -> one.code.equals(code)).findFirst();
    }

    /// In words: "therapy, narrow".
    public String words() {
        return category + ", " + scope;
    }

    Expression expression() {
        return QueryParser.parse(query);
    }

    private static List<ClinicalQuery> shipped() {
        try (InputStream stream = ClinicalQuery.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException(FILE + " is missing from the program");
            }
            return read(
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                            .lines()
                            .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + FILE, failure);
        }
    }

    /// @throws IllegalStateException naming the line that is wrong
    static List<ClinicalQuery> read(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().startsWith(VERSION)) {
            throw wrong(1, "must be \"" + VERSION + "...\"");
        }
        List<ClinicalQuery> queries = new ArrayList<>();
        boolean named = false;
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!named) {
                if (!line.equals(COLUMNS)) {
                    throw wrong(i + 1, "must name the columns " + COLUMNS.replace('\t', ' '));
                }
                named = true;
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length != 4 || List.of(cells).stream().anyMatch(String::isBlank)) {
                throw wrong(i + 1, "must hold category, scope, query and source");
            }
            ClinicalQuery query =
                    new ClinicalQuery(
                            cells[0] + "-" + cells[1], cells[0], cells[1], cells[2], cells[3]);
            try {
                query.expression();
            } catch (SyntaxProblem problem) {
                throw wrong(i + 1, "cannot be read: " + problem.getMessage());
            }
            queries.add(query);
        }
        return List.copyOf(queries);
    }

    private static IllegalStateException wrong(int line, String what) {
        return new IllegalStateException(FILE + ", line " + line + " " + what);
    }
}
