package oropos.library.pubmed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import oropos.library.Gathered;
import oropos.library.Head;
import oropos.library.Input;
import oropos.library.Literature;
import oropos.library.Notice;
import oropos.library.Record;
import oropos.library.SourceFileException;

class RealPubmedTests {

    private final PubmedReader reader = new PubmedReader();

    @Test
    void everyPubmedFileIsReadOrRefusedWithAReason() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Literature.at("literature/pubmed-xml"))) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        Gathered gathered = new Gathered();
        List<String> refused = new ArrayList<>();
        int mine = 0;
        for (Path file : files) {
            Input input = Input.file(file);
            if (!reader.reads(Head.of(input))) {
                continue;
            }
            mine++;
            try {
                reader.read(input, gathered);
            } catch (SourceFileException reason) {
                refused.add(reason.getMessage());
            }
        }
        assertThat(files).hasSizeGreaterThan(260);
        assertThat(mine).isEqualTo(185);
        assertThat(gathered.records).hasSize(272);
        assertThat(gathered.skipped)
                .containsExactly(
                        "MedlineImporterTestBookArticleSet.xml, record 2, pmid:21413195: no title"
                                + " and no abstract",
                        "MedlineImporterTestMinimalEntry.xml, record 1: no MedlineCitation in the"
                                + " record");
        assertThat(refused).hasSize(2);
        assertThat(refused.get(0)).startsWith("MedlineImporterTestMalformedEntry.xml, line 4");
        assertThat(refused.get(1)).startsWith("37909814.xml: the file holds no PubMed record");
        assertThat(gathered.records)
                .filteredOn(record -> record.truncations().contains(Abstracts.NONE))
                .hasSize(55);
    }

    @Test
    void retractionsOfTheSampleOf2006HaveTheirDirection() throws IOException {
        Path sample = Literature.at("literature/pubmed-xml/w3c_exi/data/NLM/medsamp2006.xml");
        Gathered gathered = Gathered.from(reader, Input.file(sample));
        assertThat(having(gathered, Notice.Kind.RETRACTION_IN))
                .containsExactly("pmid:8655018", "pmid:8863847");
        assertThat(having(gathered, Notice.Kind.RETRACTION_OF)).containsExactly("pmid:9634358");
    }

    @Test
    void theIdentifiersOfReferencesAreNotTheArticles() throws IOException {
        Path file = Literature.at("literature/pubmed-xml/metapub/tests/fixtures/pmid_xml");
        Record record = Gathered.from(reader, Input.file(file.resolve("32051057.xml"))).only();
        assertThat(record.pmid()).isEqualTo("32051057");
        assertThat(record.doi()).isEqualTo("10.1017/s0954422419000301");
        assertThat(record.url()).isEqualTo("https://pubmed.ncbi.nlm.nih.gov/32051057/");
    }

    private static List<String> having(Gathered gathered, Notice.Kind kind) {
        return gathered.records.stream()
                .filter(record -> record.notices().stream().anyMatch(n -> n.kind() == kind))
                .map(record -> record.id().toString())
                .toList();
    }
}
