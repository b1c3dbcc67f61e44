package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealArchivesTests {

    static List<String> read(Path path, Gathered gathered) throws IOException {
        return read(path, gathered, SourceReaders.builtIn(Path.of("target/never-written")));
    }

    static List<String> read(Path path, Gathered gathered, List<SourceReader> readers)
            throws IOException {
        List<String> refused = new ArrayList<>();
        SourceFiles.each(
                path,
                input -> {
                    try {
                        Head head = Head.of(input);
                        for (SourceReader reader : readers) {
                            if (reader.reads(head)) {
                                reader.read(input, gathered);
                                return;
                            }
                        }
                    } catch (SourceFileException reason) {
                        refused.add(reason.getMessage());
                    }
                });
        return refused;
    }

    @Test
    void allPairsOfMedquadAreRead() throws IOException {
        Gathered gathered = new Gathered();
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        List<String> refused = read(Literature.at("literature/medquad.zip"), gathered);
        long seconds =
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start)
                        / 1_000_000_000;
        assertThat(seconds).as("seconds of processor").isLessThan(30);
        assertThat(gathered.skipped).isEmpty();
        assertThat(refused)
                .hasSize(8)
                .filteredOn(sentence -> sentence.contains("holds no question"))
                .hasSize(6);
        assertThat(gathered.records).hasSize(47_441 + 16);
        assertThat(gathered.records).filteredOn(Record::linkOnly).hasSize(31_034);
        assertThat(gathered.records).extracting(Record::id).doesNotHaveDuplicates();
    }

    @Test
    void theBooksOfOpenstaxAreReadWithTheirTitles() throws IOException {
        Gathered gathered = new Gathered();
        List<String> refused = read(Literature.at("literature/openstax-nursing.zip"), gathered);
        assertThat(refused).hasSize(4);
        assertThat(gathered.records).hasSize(481);
        assertThat(gathered.records).allMatch(record -> "CC BY 4.0".equals(record.licence()));
        assertThat(gathered.records)
                .extracting(Record::venue)
                .containsOnly(
                        "Pharmacology for Nurses",
                        "Nutrition for Nurses",
                        "Population Health for Nurses");
        assertThat(gathered.skipped).hasSize(11);
    }

    @Test
    void allRecommendationsOfTheOpioidGuidelineCarryTheirCategory() throws IOException {
        Gathered gathered = new Gathered();
        List<String> refused = read(Literature.at("literature/cdc-opioid-guideline"), gathered);
        assertThat(refused).hasSize(3);
        assertThat(gathered.records).hasSize(19);
        assertThat(gathered.records)
                .filteredOn(record -> record.types().contains("Recommendation"))
                .hasSize(11)
                .flatExtracting(Gathered::parts)
                .hasSize(12)
                .allMatch(part -> part.contains("recommendation category "));
        assertThat(gathered.records).filteredOn(record -> record.issuerGrade() != null).hasSize(10);
    }

    @Test
    void theFiveLabelsAreRead() throws IOException {
        Gathered gathered = new Gathered();
        assertThat(read(Literature.at("literature/fda-labels"), gathered)).isEmpty();
        assertThat(gathered.records)
                .extracting(Record::title)
                .containsExactly(
                        "TRIAMINIC Childrens Night Time Cold and Cough (Diphenhydramine HCl,"
                                + " Phenylephrine HCl): human OTC drug label",
                        "Humira (Adalimumab): human prescription drug label",
                        "Lipitor (atorvastatin calcium): human prescription drug label",
                        "Lipitor (atorvastatin calcium trihydrate): human prescription drug label",
                        "Haloperidol: human prescription drug label");
        assertThat(gathered.records)
                .allMatch(record ->
                        record.parts().stream()
                                .anyMatch(part ->
                                        part.headings()
                                                .toString()
                                                .matches("(?i).*(dosage|directions).*")));
    }

    @Test
    void nothingInTheWholeLiteratureEscapesItsReader() throws IOException {
        Gathered gathered = new Gathered();
        Path literature = Literature.at("literature");
        List<String> refused = read(literature.resolve("pubmed-xml"), gathered);
        assertThat(refused)
                .allMatch(sentence -> sentence.startsWith("pubmed-xml/"))
                .allMatch(sentence -> sentence.contains(". What to do: "));
        assertThat(gathered.records).extracting(Record::form).contains("pubmed", "medline", "jats");
    }
}
