package oropos.library.mesh;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import oropos.library.Head;
import oropos.library.Input;
import oropos.library.Sink;
import oropos.library.SourceFileException;
import oropos.library.SourceReader;
import oropos.library.xml.Element;
import oropos.library.xml.Xml;

/// Reads MeSH for the vocabulary of a data folder: NLM's descriptor records in XML (`desc2024.xml`),
/// or tables of terms and of tree positions with a `DescriptorUI` column.
///
/// Descriptors are no sources: they are kept as compact tables in the data folder and counted.
public final class MeshReader implements SourceReader {

    /// What the count of descriptors is called.
    public static final String NAMES = "mesh names";

    /// What the count of descriptors with tree positions is called.
    public static final String TREES = "mesh trees";

    private static final String ROOT = "DescriptorRecordSet";
    private static final String FIRST_COLUMNS = "DescriptorUI\tDescriptorName\t";
    private static final int MAX_LINE = 100_000;

    private final Path folder;

    /// @param folder where the tables are kept; made when the first is written
    public MeshReader(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean reads(Head head) {
        return head.text().startsWith(FIRST_COLUMNS)
                || Xml.root(head.bytes()).orElse("").equals(ROOT);
    }

    @Override
    public void read(Input input, Sink sink) throws IOException {
        Descriptors descriptors = new Descriptors(input.name());
        if (Head.of(input).text().startsWith(FIRST_COLUMNS)) {
            table(input, descriptors);
        } else {
            Xml.each(
                    input,
                    Set.of("DescriptorRecord"),
                    Set.of("AllowableQualifiersList", "ConceptRelationList"),
                    record -> descriptor(record, descriptors));
        }
        if (descriptors.isEmpty()) {
            throw new SourceFileException(
                    "the file holds no MeSH descriptor", input.name(), "fetch it again");
        }
        if (descriptors.named() > 0) {
            descriptors.writeNames(folder.resolve("mesh-names.tsv"));
            sink.vocabulary(NAMES, descriptors.named());
        }
        if (descriptors.placed() > 0) {
            descriptors.writeTrees(folder.resolve("mesh-trees.tsv"));
            sink.vocabulary(TREES, descriptors.placed());
        }
    }

    private static void descriptor(Element record, Descriptors descriptors) {
        String id = record.words("DescriptorUI");
        descriptors.name(id, record.words("DescriptorName", "String"), "");
        record.all("ConceptList", "Concept", "TermList", "Term")
                .filter(term -> !term.attribute("IsPermutedTermYN").equals("Y"))
                .forEach(term -> descriptors.name(id, "", term.words("String")));
        record.all("TreeNumberList", "TreeNumber")
                .forEach(tree -> descriptors.tree(id, "", tree.words()));
    }

    private static void table(Input input, Descriptors descriptors) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(input.open(), StandardCharsets.UTF_8))) {
            List<String> columns = List.of(lines.readLine().split("\t", -1));
            int term = columns.indexOf("TermName");
            int tree = columns.indexOf("tree_location");
            int permuted = columns.indexOf("IsPermutedTermYN");
            if (term < 0 && tree < 0) {
                throw new SourceFileException(
                        "the table has neither a column TermName nor tree_location",
                        input.name(),
                        "name the columns so");
            }
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String[] cells = line.split("\t", -1);
                if (cells.length != columns.size() || line.length() > MAX_LINE) {
                    throw new SourceFileException(
                            "a row of "
                                    + cells.length
                                    + " instead of "
                                    + columns.size()
                                    + " columns",
                            input.name() + ", line " + number,
                            "fetch the file again; the vocabulary stays as it was");
                }
                if (tree >= 0) {
                    descriptors.tree(cells[0], cells[1], cells[tree]);
                } else if (permuted < 0 || !cells[permuted].equals("Y")) {
                    descriptors.name(cells[0], cells[1], cells[term]);
                }
            }
        }
    }
}
