package oropos.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedMeshTests {

    @TempDir Path folder;

    private void names(String... rows) throws IOException {
        table("mesh-names.tsv", "synonyms", rows);
    }

    private void trees(String... rows) throws IOException {
        table("mesh-trees.tsv", "trees", rows);
    }

    private void table(String file, String column, String... rows) throws IOException {
        Files.writeString(
                folder.resolve(file),
                "# version: desc2031.xml\nid\tname\t" + column + "\n" + String.join("\n", rows));
    }

    private static List<String> read(Terminology terminology, String text) {
        return terminology.read(text).mentions().stream().map(m -> m.concept().id()).toList();
    }

    @Test
    void withoutAnImportNothingIsLoaded() {
        assertThat(Terminology.of(folder.resolve("absent"))).isSameAs(Terminology.builtIn());
        assertThat(Terminology.builtIn().version()).isEqualTo("MeSH 2024, Drugs@FDA 2019");
    }

    @Test
    void aDescriptorNewerThanThisProgramIsRead() throws IOException {
        names("mesh:D900001\tQuarry Lung Syndrome\tStonecutter's Cough|QLS");
        trees("mesh:D900001\tQuarry Lung Syndrome\tC08.381.999");

        Terminology terminology = Terminology.of(folder);

        assertThat(read(terminology, "it was stonecutter's cough")).containsExactly("mesh:D900001");
        assertThat(terminology.concept("mesh:D900001"))
                .hasValueSatisfying(
                        concept -> assertThat(concept.kind()).isEqualTo(Concept.Kind.PROBLEM));
        Concept lungDiseases = terminology.heading("lung diseases").orElseThrow();
        assertThat(terminology.narrower(lungDiseases))
                .extracting(Concept::name)
                .contains("Quarry Lung Syndrome", "Pneumonia");
        assertThat(terminology.version()).startsWith("MeSH 2024, Drugs@FDA 2019, imported MeSH ");
    }

    @Test
    void initialsThatMayMeanManyThingsAreNotRead() throws IOException {
        names("mesh:D900001\tQuarry Lung Syndrome\tQLS|QL-2");
        trees("mesh:D900001\tQuarry Lung Syndrome\tC08.381.999");

        assertThat(read(Terminology.of(folder), "QLS was found")).isEmpty();
    }

    @Test
    void aHeadingThatSpeaksOfNoPatientIsAHeadingAndNotRead() throws IOException {
        names("mesh:D900002\tQuarry Statistics\tStone Counts");
        trees("mesh:D900002\tQuarry Statistics\tE05.318.999");

        Terminology terminology = Terminology.of(folder);

        assertThat(read(terminology, "quarry statistics and stone counts")).isEmpty();
        assertThat(terminology.heading("quarry statistics")).isPresent();
    }

    @Test
    void whatIsShippedKeepsItsWordsAndItsKind() throws IOException {
        Concept osteoporosis = Terminology.builtIn().heading("Osteoporosis").orElseThrow();
        names(
                osteoporosis.id() + "\tOsteoporosis\tBrittle Quarry Bones",
                "mesh:D900003\tQuarry Fracture\tOsteoporosis");
        trees("mesh:D900003\tQuarry Fracture\tC26.404.999");

        Terminology terminology = Terminology.of(folder);

        assertThat(read(terminology, "osteoporosis")).containsExactly(osteoporosis.id());
        assertThat(read(terminology, "brittle quarry bones")).containsExactly(osteoporosis.id());
        assertThat(terminology.concept(osteoporosis.id()).orElseThrow().trees())
                .isEqualTo(osteoporosis.trees());
    }

    @Test
    void aDamagedImportNamesFileAndLine() throws IOException {
        names("mesh:D900001\tQuarry Lung Syndrome");

        assertThatIllegalStateException()
                .isThrownBy(() -> Terminology.of(folder))
                .withMessageContaining("mesh-names.tsv line 3");
    }

    @Test
    void theVersionFollowsTheContent() throws IOException {
        names("mesh:D900001\tQuarry Lung Syndrome\t");
        String first = Terminology.of(folder).version();
        names("mesh:D900001\tQuarry Lung Disease\t");

        assertThat(Terminology.of(folder).version()).isNotEqualTo(first);
    }

    @Test
    void headingsOutsideTheReadingVocabularyHaveTheirTrees() {
        Terminology terminology = Terminology.builtIn();
        Concept cohorts = terminology.heading("cohort studies").orElseThrow();

        assertThat(terminology.narrower(cohorts))
                .extracting(Concept::name)
                .contains("Prospective Studies", "Follow-Up Studies")
                .doesNotContain("Cohort Studies", "Case-Control Studies");
        assertThat(terminology.heading("heart attack").orElseThrow().name())
                .isEqualTo("Myocardial Infarction");
        assertThat(terminology.heading("no such heading at all")).isEmpty();
    }

    /// The whole of MeSH 2024 as an operator would import it: 30,000 descriptors, 250,000 names.
    @Test
    void theWholeOfMeshLoadsInAMomentAndChangesNothingThatIsShipped() throws IOException {
        Path shared =
                Path.of(System.getenv().getOrDefault("OROPOS_SHARED", "../shared/data"))
                        .resolve("vocabulary");
        assumeTrue(
                Files.isDirectory(shared), "real data absent: " + shared + " (set OROPOS_SHARED)");
        int names = whole(shared.resolve("mesh2024_terms.tsv.gz"), "mesh-names.tsv", "synonyms", 4);
        whole(shared.resolve("mesh2024_trees.tsv.gz"), "mesh-trees.tsv", "trees", 2);
        Terminology builtIn = Terminology.builtIn();
        System.gc();
        Runtime memory = Runtime.getRuntime();
        long before = memory.totalMemory() - memory.freeMemory();

        long start = System.nanoTime();
        Terminology terminology = Terminology.of(folder);
        double seconds = (System.nanoTime() - start) / 1e9;

        System.gc();
        System.out.printf(
                Locale.ROOT,
                "whole MeSH: %d names in %.2f s, %d MB%n",
                names,
                seconds,
                (memory.totalMemory() - memory.freeMemory() - before) >> 20);
        assertThat(seconds).as("seconds, on any machine").isLessThan(6);
        String question =
                "What is the best treatment for an 8-year-old patient with T12 and T11 compression"
                        + " fractures and borderline osteoporosis?";
        assertThat(read(terminology, question)).isEqualTo(read(builtIn, question));
        assertThat(terminology.heading("Risk").orElseThrow().trees()).isNotEmpty();
    }

    private int whole(Path from, String to, String column, int value) throws IOException {
        TreeMap<String, Set<String>> rows = new TreeMap<>();
        int count = 0;
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(from)),
                                StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                boolean permuted = column.equals("synonyms") && cells[6].equals("Y");
                if (cells[0].startsWith("D") && !permuted) {
                    rows.computeIfAbsent(
                                    "mesh:" + cells[0] + "\t" + cells[1], any -> new TreeSet<>())
                            .add(cells[value].replace('|', '/'));
                    count++;
                }
            }
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve(to))) {
            out.write("# version: whole\nid\tname\t" + column + "\n");
            for (var row : rows.entrySet()) {
                out.write(row.getKey() + "\t" + String.join("|", row.getValue()) + "\n");
            }
        }
        return count;
    }
}
