package oropos.library.medline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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

class MedlineReaderTests {

    private static final String RECORD =
            """
            PMID- 90000001
            OWN - NLM
            LR  - 20230207
            STAT- MEDLINE
            VI  - 106
            IP  - 12
            DP  - 2021 Nov 19
            TI  - Drug A in children
                  with made-up bones.
            PG  - e5222-e5235
            LID - 10.5555/EJ.2021.001 [doi]
            AB  - BACKGROUND: Bones broke. METHODS: We gave Drug A (NOTE: once).
                  RESULTS: It helped 12 of 34. AUTHORS' CONCLUSIONS: Good.
            CI  - (c) 2021 Made-up Society.
            FAU - Ward, Leanne M
            AU  - Ward LM
            AU  - Núñez AM
            CN  - Bone Study Group
            LA  - ger
            PT  - Randomized Controlled Trial
            PT  - Journal Article
            DEP - 20211002
            TT  - Wirkstoff A bei Kindern.
            TA  - J Made-up Bones
            RIN - J Made-up Bones. 2023 Feb 6;3(2):4. doi: 10.5555/notice.9. PMID: 90000009
            CIN - J Other. 2022;1:1. PMID: 90000010
            MH  - Child
            MH  - Spinal Fractures/drug therapy/*etiology
            PMC - PMC9000001
            """;

    private final MedlineReader reader = new MedlineReader();

    @Test
    void fieldsAreExact() throws IOException {
        Record record = Gathered.from(reader, "a.nbib", RECORD).only();
        assertThat(record.id()).hasToString("pmid:90000001");
        assertThat(record.form()).isEqualTo("medline");
        assertThat(record.title()).isEqualTo("Drug A in children with made-up bones");
        assertThat(record.venue()).isEqualTo("J Made-up Bones 2021;106(12):e5222-e5235");
        assertThat(record.published()).isEqualTo(LocalDate.of(2021, 10, 2));
        assertThat(record.revised()).isEqualTo(LocalDate.of(2023, 2, 7));
        assertThat(record.authors()).containsExactly("Ward LM", "Núñez AM", "Bone Study Group");
        assertThat(record.doi()).isEqualTo("10.5555/ej.2021.001");
        assertThat(record.pmcid()).isEqualTo("PMC9000001");
        assertThat(record.language()).isEqualTo("de");
        assertThat(record.licence()).isEqualTo("(c) 2021 Made-up Society.");
        assertThat(record.mesh())
                .containsExactly(
                        "Child", "Spinal Fractures/drug therapy", "Spinal Fractures/*etiology");
        assertThat(Gathered.parts(record))
                .containsExactly(
                        "BACKGROUND: Bones broke. ",
                        "METHODS: We gave Drug A (NOTE: once). ",
                        "RESULTS: It helped 12 of 34. ",
                        "AUTHORS' CONCLUSIONS: Good.",
                        "Title in the original language: Wirkstoff A bei Kindern");
        assertThat(record.notices()).hasSize(1);
        Notice notice = record.notices().getFirst();
        assertThat(notice.kind()).isEqualTo(Notice.Kind.RETRACTION_IN);
        assertThat(notice.pmid()).isEqualTo("90000009");
        assertThat(notice.doi()).isEqualTo("10.5555/notice.9");
        assertThat(notice.date()).isEqualTo(LocalDate.of(2023, 2, 6));
    }

    @Test
    void recordsAreApartByEmptyLinesOrANewPmid() throws IOException {
        Gathered gathered =
                Gathered.from(
                        reader,
                        "a.txt",
                        "\ufeff\r\nPMID- 1\r\nTI  - One.\r\n\r\nPMID-2\r\nTI- Two\r\nPMID- 3\r\nTI  - Three\r\n");
        assertThat(gathered.records)
                .extracting(record -> record.id() + " " + record.title())
                .containsExactly("pmid:1 One", "pmid:2 Two", "pmid:3 Three");
        assertThat(gathered.records)
                .allMatch(r -> r.truncations().equals(List.of("without abstract")));
    }

    @Test
    void aRecordWithoutNameOrWordsIsSkippedWithItsLine() throws IOException {
        Gathered gathered =
                Gathered.from(reader, "a.txt", "PMID- 5\nOWN - NLM\n\nTI  - Nameless\n\nPMID- x\n");
        assertThat(gathered.records).isEmpty();
        assertThat(gathered.skipped)
                .containsExactly(
                        "a.txt, line 1: no title and no abstract",
                        "a.txt, line 3: no PMID, PMCID or DOI to call the record by",
                        "a.txt, line 6: no PMID, PMCID or DOI to call the record by");
    }

    @Test
    void endlessLinesAreRefused() {
        String line = "PMID- 1\nAB  - " + "x".repeat(MedlineReader.MAX_LINE + 1);
        assertThatThrownBy(() -> Gathered.from(reader, "a.txt", line))
                .isInstanceOf(SourceFileException.class)
                .hasMessageContaining("a line holds more than");
    }

    @Test
    void otherTextIsNotItsOwn() {
        assertThat(reads(RECORD)).isTrue();
        assertThat(reads("Dear PMID- 1")).isFalse();
        assertThat(reads("TY  - JOUR\nTI  - x")).isFalse();
        assertThat(reads("<a/>")).isFalse();
        assertThat(reads("")).isFalse();
    }

    @Test
    void everyRealFileIsReadOrSkippedWithAReason() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Literature.at("literature/pubmed-xml"))) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        Gathered gathered = new Gathered();
        List<String> mine = new ArrayList<>();
        for (Path file : files) {
            Input input = Input.file(file);
            if (reader.reads(Head.of(input))) {
                mine.add(input.name());
                reader.read(input, gathered);
            }
        }
        assertThat(mine).hasSize(11);
        assertThat(gathered.records).hasSize(13);
        assertThat(gathered.skipped).hasSize(8);
    }

    private boolean reads(String words) {
        return reader.reads(new Head("x", words.getBytes(StandardCharsets.UTF_8)));
    }
}
