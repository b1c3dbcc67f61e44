package oropos.terminology;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/// Makes the vocabularies that ship in the jar from NLM's and the FDA's files.
///
/// Run by hand when a list is renewed, from the repository's root, after `mvn test-compile`:
///
/// ```
/// java -cp target/classes:target/test-classes oropos.terminology.VocabularyMaker \
///     ../shared/data/vocabulary src/main/resources/vocabulary
/// ```
///
/// The same input gives the same bytes.
final class VocabularyMaker {

    private VocabularyMaker() {}

    /// One line of a vocabulary file.
    record Line(
            String id,
            String name,
            Concept.Kind kind,
            List<String> trees,
            List<String> synonyms,
            List<String> others) {

        String text() {
            return String.join(
                    "\t",
                    id,
                    name,
                    kind.name(),
                    String.join(" ", trees),
                    String.join("|", synonyms),
                    String.join("|", others));
        }
    }

    public static void main(String... folders) throws IOException {
        if (folders.length != 2) {
            throw new IllegalArgumentException("usage: VocabularyMaker FROM TO");
        }
        Path from = Path.of(folders[0]);
        Path to = Path.of(folders[1]);
        DrugsAtFda drugs = DrugsAtFda.read(from.resolve("drugs-at-fda-2019-products.txt"));
        MeshFiles mesh =
                MeshFiles.read(
                        from.resolve("mesh2024_terms.tsv.gz"),
                        from.resolve("mesh2024_trees.tsv.gz"),
                        from.resolve("medical-abbreviations.csv"));
        List<Line> descriptors = mesh.lines(drugs.names());
        write(
                to.resolve("mesh-2024.tsv.gz"),
                "# version: MeSH 2024\n"
                        + "# Courtesy of the U.S. National Library of Medicine. A selection from MeSH"
                        + " (Medical Subject Headings) 2024, made by Oropos, not kept current by NLM;"
                        + " NLM does not endorse this product.\n"
                        + "# trees: positions; synonyms: names of the same thing, for searching;"
                        + " others: names of what MeSH files under it, for reading only.\n",
                descriptors);
        List<Line> brands = drugs.lines(descriptors);
        write(
                to.resolve("fda-2019.tsv.gz"),
                "# version: Drugs@FDA 2019\n"
                        + "# Names from Drugs@FDA, products file of 2019, U.S. Food and Drug"
                        + " Administration (public data): brands as synonyms of their ingredient,"
                        + " combination products under their own name. Names only.\n",
                brands);
        Set<String> read = new HashSet<>();
        descriptors.forEach(line -> read.add(line.id()));
        writeHeadings(to.resolve("mesh-headings-2024.tsv.gz"), mesh.headings(read));
        System.out.println(descriptors.size() + " descriptors, " + brands.size() + " drug lines");
    }

    private static void writeHeadings(Path file, List<String> rows) throws IOException {
        try (Writer out = open(file)) {
            out.write(
                    "# version: MeSH 2024\n"
                            + "# Courtesy of the U.S. National Library of Medicine. Descriptors of MeSH"
                            + " (Medical Subject Headings) 2024 that are not in mesh-2024.tsv.gz, not"
                            + " kept current by NLM; NLM does not endorse this product.\n"
                            + "# Names and positions of headings, for searching by heading; texts are"
                            + " not read for them.\n"
                            + "id\tname\ttrees\n");
            for (String row : rows) {
                out.write(row + "\n");
            }
        }
    }

    private static Writer open(Path file) throws IOException {
        return new BufferedWriter(
                new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(file)) {
                            {
                                def.setLevel(9);
                            }
                        },
                        StandardCharsets.UTF_8));
    }

    private static void write(Path file, String head, List<Line> lines) throws IOException {
        try (Writer out = open(file)) {
            out.write(head);
            out.write("id\tname\tkind\ttrees\tsynonyms\tothers\n");
            for (Line line : lines) {
                out.write(line.text());
                out.write('\n');
            }
        }
    }
}
