package oropos.library.medquad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import oropos.library.Gathered;
import oropos.library.Head;
import oropos.library.Passage.Role;
import oropos.library.Record;
import oropos.library.SourceFileException;
import oropos.library.TextKind;

class MedquadReaderTests {

    private static final String DOCUMENT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document id="0000042" source="GARD" url="https://example.org/made-up">
            <Focus>Made-up bone syndrome</Focus>
            <FocusAnnotations><Category>Disease</Category>
              <Synonyms><Synonym>MBS</Synonym><Synonym>Made-up disease</Synonym></Synonyms></FocusAnnotations>
            <QAPairs>
              <QAPair pid="1"><Question qid="0000042-1" qtype="symptoms">What are the symptoms of Made-up bone syndrome? ?</Question>
                <Answer>Pain.

              More pain.</Answer></QAPair>
              <QAPair pid="3"><Question qid="0000042-3" qtype="treatment">How is it treated ?</Question><Answer></Answer></QAPair>
              <QAPair pid="4"><Question qid="0000042-4" qtype="treatment"/><Answer>x</Answer></QAPair>
            </QAPairs></Document>
            """;

    private final MedquadReader reader = new MedquadReader();

    @Test
    void eachPairIsARecordNamedAsInTheArchive() throws IOException {
        Gathered gathered = Gathered.from(reader, "medquad.zip!/2_GARD_QA/0000042.xml", DOCUMENT);
        assertThat(gathered.records)
                .extracting(record -> record.id().toString())
                .containsExactly("medquad:2_GARD_QA/0000042#1", "medquad:2_GARD_QA/0000042#3");
        assertThat(gathered.skipped)
                .containsExactly(
                        "medquad.zip!/2_GARD_QA/0000042.xml, pair 4: a pair without number or"
                                + " question");
        Record record = gathered.records.getFirst();
        assertThat(record.title()).isEqualTo("What are the symptoms of Made-up bone syndrome?");
        assertThat(record.textKind()).isEqualTo(TextKind.FULL_TEXT);
        assertThat(record.linkOnly()).isFalse();
        assertThat(record.types()).containsExactly("Disease", "symptoms");
        assertThat(record.issuer()).isEqualTo("Genetic and Rare Diseases Information Center");
        assertThat(record.url()).isEqualTo("https://example.org/made-up");
        assertThat(record.licence()).isEqualTo("CC BY 4.0");
        assertThat(Gathered.parts(record))
                .containsExactly(
                        "Made-up bone syndrome: What are the symptoms of Made-up bone syndrome?",
                        "Also called: Made-up bone syndrome: MBS; Made-up disease",
                        "Made-up bone syndrome: Pain.\n\nMore pain.");
        assertThat(record.parts())
                .extracting(part -> part.role())
                .isEqualTo(List.of(Role.QUESTION, Role.QUESTION, Role.ANSWER));
    }

    @Test
    void aRemovedAnswerLeavesALink() throws IOException {
        Record record = Gathered.from(reader, "0000042.xml", DOCUMENT).records.getLast();
        assertThat(record.linkOnly()).isTrue();
        assertThat(record.title()).isEqualTo("How is it treated?");
        assertThat(record.truncations()).containsExactly("answer removed at the source");
        assertThat(record.parts()).noneMatch(part -> part.role() == Role.ANSWER);
    }

    @Test
    void outsideItsFolderADocumentIsNamedByItsCollection() throws IOException {
        assertThat(Gathered.from(reader, "mine/renamed.xml", DOCUMENT).records.getFirst().id())
                .hasToString("medquad:2_GARD_QA/0000042#1");
        assertThat(Gathered.from(reader, "x/2_GARD_QA/7.XML", DOCUMENT).records.getFirst().id())
                .hasToString("medquad:2_GARD_QA/7#1");
    }

    @Test
    void theOtherElementNamesAreReadToo() throws IOException {
        Record record =
                Gathered.from(
                                reader,
                                "6_NINDS_QA/0000007.xml",
                                """
                                <doc docid="0000007" corpus="NINDS" url="https://example.org/x">
                                <doctitle-focus>Made-up palsy</doctitle-focus>
                                <qaPairs><pair pid="1"><question qid="0000007-1" qtype="information">what is it ?</question>
                                <answer>A palsy.</answer></pair></qaPairs></doc>
                                """)
                        .only();
        assertThat(record.id()).hasToString("medquad:6_NINDS_QA/0000007#1");
        assertThat(Gathered.parts(record))
                .containsExactly("Made-up palsy: what is it?", "Made-up palsy: A palsy.");
    }

    @Test
    void endlessQuestionMarksAreOne() throws IOException {
        String many = DOCUMENT.replace("How is it treated ?", "How" + " ?".repeat(500_000));
        assertThat(Gathered.from(reader, "q.xml", many).records.getLast().title())
                .isEqualTo("How?");
    }

    @Test
    void otherDocumentsAreNotItsOwn() {
        assertThat(reads(DOCUMENT)).isTrue();
        assertThat(reads("<Document><body>x</body></Document>")).isFalse();
        assertThat(reads("<document xmlns='urn:hl7-org:v3'/>")).isFalse();
    }

    @Test
    void aDocumentWithoutQuestionsIsRefused() {
        assertThatThrownBy(() ->
                        Gathered.from(reader, "a.xml", "<Document><Focus>x</Focus></Document>"))
                .isInstanceOf(SourceFileException.class)
                .hasMessageContaining("a.xml: the document holds no question");
    }

    private boolean reads(String words) {
        return reader.reads(new Head("x", words.getBytes(StandardCharsets.UTF_8)));
    }
}
