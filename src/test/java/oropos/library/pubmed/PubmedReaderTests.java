package oropos.library.pubmed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import oropos.library.Gathered;
import oropos.library.Head;
import oropos.library.Input;
import oropos.library.Notice;
import oropos.library.Passage;
import oropos.library.Record;
import oropos.library.Sink;
import oropos.library.SourceFileException;
import oropos.library.SourceId;
import oropos.library.TextKind;

class PubmedReaderTests {

    private static final String DOCTYPE =
            """
            <?xml version="1.0" ?>
            <!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">
            """;

    private static final String ARTICLE =
            """
            <PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM">
            <PMID Version="1">90000001</PMID>
            <DateRevised><Year>2023</Year><Month>02</Month><Day>07</Day></DateRevised>
            <Article PubModel="Print-Electronic">
              <Journal><JournalIssue CitedMedium="Internet"><Volume>106</Volume><Issue>12</Issue>
                <PubDate><Year>2021</Year><Month>Nov</Month><Day>19</Day></PubDate></JournalIssue>
                <Title>The Journal of made-up bones</Title><ISOAbbreviation>J. Made-up Bones</ISOAbbreviation></Journal>
              <ArticleTitle>Drug A in children with <i>COL1A1</i> variants: 10<sup>9</sup> cells.</ArticleTitle>
              <Pagination><MedlinePgn>e5222-e5235</MedlinePgn></Pagination>
              <ELocationID EIdType="doi" ValidYN="Y">10.5555/EJ.2021.001</ELocationID>
              <Abstract>
                <AbstractText Label="BACKGROUND" NlmCategory="BACKGROUND">Bone mass was &lt; 2 SD.</AbstractText>
                <AbstractText Label="METHODS" NlmCategory="METHODS">We gave 6 mg/m<sup>2</sup> and CO<sub>2</sub>.</AbstractText>
                <AbstractText Label="RESULTS">It helped &nbsp;12 of 34.</AbstractText>
                <AbstractText>An unlabelled end.</AbstractText>
                <CopyrightInformation>(c) 2021 Made-up Society.</CopyrightInformation>
              </Abstract>
              <AuthorList CompleteYN="Y">
                <Author ValidYN="Y"><LastName>Ward</LastName><ForeName>Leanne M</ForeName><Initials>LM</Initials></Author>
                <Author ValidYN="Y"><LastName>Núñez</LastName><ForeName>Ana María</ForeName><Suffix>Jr</Suffix></Author>
                <Author ValidYN="N"><LastName>Wrong</LastName><Initials>W</Initials></Author>
                <Author ValidYN="Y"><CollectiveName>Bone Study Group</CollectiveName></Author>
              </AuthorList>
              <Language>ger</Language>
              <DataBankList CompleteYN="Y">
                <DataBank><DataBankName>ClinicalTrials.gov</DataBankName><AccessionNumberList><AccessionNumber>NCT00000001</AccessionNumber></AccessionNumberList></DataBank>
                <DataBank><DataBankName>GENBANK</DataBankName><AccessionNumberList><AccessionNumber>X12345</AccessionNumber></AccessionNumberList></DataBank>
              </DataBankList>
              <PublicationTypeList><PublicationType UI="D016449">Randomized Controlled Trial</PublicationType><PublicationType UI="D016428">Journal Article</PublicationType></PublicationTypeList>
              <VernacularTitle>Wirkstoff A bei Kindern.</VernacularTitle>
              <ArticleDate DateType="Electronic"><Year>2021</Year><Month>10</Month><Day>02</Day></ArticleDate>
            </Article>
            <MedlineJournalInfo><MedlineTA>J Made-up Bones</MedlineTA></MedlineJournalInfo>
            <CommentsCorrectionsList>
              <CommentsCorrections RefType="RetractionIn"><RefSource>J Made-up Bones. 2023 Feb 6;3(2):4. doi: 10.5555/notice.9.</RefSource><PMID Version="1">90000009</PMID></CommentsCorrections>
              <CommentsCorrections RefType="ErratumFor"><RefSource>J Made-up Bones. 2020;1:1</RefSource></CommentsCorrections>
              <CommentsCorrections RefType="Cites"><PMID Version="1">90000010</PMID></CommentsCorrections>
            </CommentsCorrectionsList>
            <MeshHeadingList>
              <MeshHeading><DescriptorName UI="D002648" MajorTopicYN="N">Child</DescriptorName></MeshHeading>
              <MeshHeading><DescriptorName MajorTopicYN="N">Spinal Fractures</DescriptorName><QualifierName MajorTopicYN="N">drug therapy</QualifierName><QualifierName MajorTopicYN="Y">etiology</QualifierName></MeshHeading>
              <MeshHeading><DescriptorName MajorTopicYN="Y">Osteoporosis</DescriptorName></MeshHeading>
            </MeshHeadingList>
            </MedlineCitation>
            <PubmedData><ArticleIdList><ArticleId IdType="pubmed">90000001</ArticleId><ArticleId IdType="pmc">PMC9000001.2</ArticleId></ArticleIdList>
              <ReferenceList><Reference><Citation>Other 2001</Citation><ArticleIdList><ArticleId IdType="doi">10.5555/other</ArticleId><ArticleId IdType="pmc">PMC1</ArticleId></ArticleIdList></Reference></ReferenceList>
            </PubmedData></PubmedArticle>
            """;

    private final PubmedReader reader = new PubmedReader();

    private Gathered read(String xml) throws IOException {
        return Gathered.from(reader, "a.xml", xml);
    }

    private static String set(String... records) {
        return DOCTYPE + "<PubmedArticleSet>" + String.join("", records) + "</PubmedArticleSet>";
    }

    private static String with(String... replacements) {
        String article = ARTICLE;
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(article).contains(replacements[i]);
            article = article.replace(replacements[i], replacements[i + 1]);
        }
        return set(article);
    }

    @Test
    void bibliographicFieldsAreExact() throws IOException {
        Record record = read(set(ARTICLE)).only();
        assertThat(record.id()).isEqualTo(SourceId.pmid("90000001"));
        assertThat(record.form()).isEqualTo("pubmed");
        assertThat(record.textKind()).isEqualTo(TextKind.ABSTRACT);
        assertThat(record.title())
                .isEqualTo("Drug A in children with COL1A1 variants: 10\u2079 cells");
        assertThat(record.venue()).isEqualTo("J Made-up Bones 2021;106(12):e5222-e5235");
        assertThat(record.year()).isEqualTo(2021);
        assertThat(record.published()).isEqualTo(LocalDate.of(2021, 10, 2));
        assertThat(record.revised()).isEqualTo(LocalDate.of(2023, 2, 7));
        assertThat(record.authors()).containsExactly("Ward LM", "Núñez AM Jr", "Bone Study Group");
        assertThat(record.pmid()).isEqualTo("90000001");
        assertThat(record.doi()).isEqualTo("10.5555/ej.2021.001");
        assertThat(record.pmcid()).isEqualTo("PMC9000001");
        assertThat(record.language()).isEqualTo("de");
        assertThat(record.url()).isEqualTo("https://pubmed.ncbi.nlm.nih.gov/90000001/");
        assertThat(record.licence()).isEqualTo("(c) 2021 Made-up Society.");
        assertThat(record.types())
                .containsExactly("Randomized Controlled Trial", "Journal Article");
        assertThat(record.truncations()).isEmpty();
    }

    @Test
    void labelsBecomeHeadingsAndMarkupStaysMeaningful() throws IOException {
        Record record = read(set(ARTICLE)).only();
        assertThat(Gathered.parts(record))
                .containsExactly(
                        "BACKGROUND: Bone mass was < 2 SD.",
                        "METHODS: We gave 6 mg/m\u00b2 and CO2.",
                        "RESULTS: It helped 12 of 34.",
                        "An unlabelled end.",
                        "Title in the original language: Wirkstoff A bei Kindern",
                        "Trial registration: ClinicalTrials.gov NCT00000001");
        assertThat(record.parts().getFirst().role()).isEqualTo(Passage.Role.ABSTRACT);
    }

    @Test
    void meshHeadingsKeepQualifiersAndMainPoints() throws IOException {
        assertThat(read(set(ARTICLE)).only().mesh())
                .containsExactly(
                        "Child",
                        "Spinal Fractures/drug therapy",
                        "Spinal Fractures/*etiology",
                        "*Osteoporosis");
    }

    @Test
    void noticesKeepTheirDirectionAndCitationsAreNone() throws IOException {
        assertThat(read(set(ARTICLE)).only().notices())
                .containsExactly(
                        new Notice(
                                Notice.Kind.RETRACTION_IN,
                                "90000009",
                                "10.5555/notice.9",
                                "J Made-up Bones. 2023 Feb 6;3(2):4. doi: 10.5555/notice.9.",
                                LocalDate.of(2023, 2, 6)),
                        new Notice(
                                Notice.Kind.ERRATUM_OF,
                                null,
                                null,
                                "J Made-up Bones. 2020;1:1",
                                null));
    }

    @Test
    void noticesOfTheOlderFormAreElements() throws IOException {
        String old =
                with(
                        "<CommentsCorrectionsList>",
                        "<CommentsCorrections><RetractionIn><RefSource>X 2001</RefSource>"
                                + "<PMID>90000011</PMID></RetractionIn></CommentsCorrections>"
                                + "<CommentsCorrectionsList>");
        assertThat(read(old).only().notices().getFirst().kind())
                .isEqualTo(Notice.Kind.RETRACTION_IN);
        assertThat(read(old).only().notices().getFirst().pmid()).isEqualTo("90000011");
    }

    @Test
    void theDoiOfAReferenceIsNeverTheArticles() throws IOException {
        String xml =
                with(
                        "<ELocationID EIdType=\"doi\" ValidYN=\"Y\">10.5555/EJ.2021.001"
                                + "</ELocationID>",
                        "");
        assertThat(read(xml).only().doi()).isNull();
    }

    @Test
    void anInvalidElectronicDoiIsNoDoi() throws IOException {
        assertThat(
                        read(with("EIdType=\"doi\" ValidYN=\"Y\"", "EIdType=\"doi\" ValidYN=\"N\""))
                                .only()
                                .doi())
                .isNull();
    }

    @Test
    void aMedlineDateGivesItsFirstYearAndNoDay() throws IOException {
        Record record =
                read(with(
                                "<Year>2021</Year><Month>Nov</Month><Day>19</Day>",
                                "<MedlineDate>1998 Dec-1999 Jan</MedlineDate>",
                                "<ArticleDate DateType=\"Electronic\"><Year>2021</Year><Month>10"
                                        + "</Month><Day>02</Day></ArticleDate>",
                                ""))
                        .only();
        assertThat(record.year()).isEqualTo(1998);
        assertThat(record.published()).isNull();
        assertThat(record.venue()).isEqualTo("J Made-up Bones 1998;106(12):e5222-e5235");
    }

    @Test
    void withoutPmidThePmcidThenTheDoiNamesIt() throws IOException {
        String noPmid = "<PMID Version=\"1\">90000001</PMID>";
        assertThat(read(with(noPmid, "")).only().id()).hasToString("pmc:PMC9000001");
        String pmc = "<ArticleId IdType=\"pmc\">PMC9000001.2</ArticleId>";
        assertThat(read(with(noPmid, "<PMID/>", pmc, "")).only().id())
                .hasToString("doi:10.5555/ej.2021.001");
        Gathered none =
                read(
                        with(
                                noPmid,
                                "<PMID Version=\"1\">none</PMID>",
                                pmc,
                                "",
                                "10.5555/EJ.2021.001",
                                "not a DOI"));
        assertThat(none.records).isEmpty();
        assertThat(none.skipped)
                .containsExactly("a.xml, record 1: no PMID, PMCID or DOI to call the record by");
    }

    @Test
    void aRecordWithoutAbstractIsKeptAndCounted() throws IOException {
        String xml =
                "<PubmedArticle><MedlineCitation><PMID>7</PMID><Article><ArticleTitle>Only a"
                        + " title</ArticleTitle></Article></MedlineCitation></PubmedArticle>";
        Record record = read(xml).only();
        assertThat(record.title()).isEqualTo("Only a title");
        assertThat(record.parts()).isEmpty();
        assertThat(record.truncations()).containsExactly("without abstract");
        assertThat(record.language()).isEqualTo("en");
        assertThat(record.venue()).isNull();
    }

    @Test
    void theOriginalTitleStandsWhereNoTranslationExists() throws IOException {
        String xml =
                with(
                        "Drug A in children with <i>COL1A1</i> variants: 10<sup>9</sup> cells.",
                        "[Not Available].");
        assertThat(read(xml).only().title()).isEqualTo("Wirkstoff A bei Kindern");
    }

    @Test
    void anAbstractInPlainWordsHasItsHeadingAndForeignOnesAreLeftOut() throws IOException {
        String xml =
                with(
                        "<MeshHeadingList>",
                        "<OtherAbstract Type=\"plain-language-summary\" Language=\"eng\">"
                                + "<AbstractText>It helped.</AbstractText></OtherAbstract>"
                                + "<OtherAbstract Type=\"Publisher\" Language=\"spa\">"
                                + "<AbstractText>Ayudó.</AbstractText></OtherAbstract>"
                                + "<MeshHeadingList>");
        Record record = read(xml).only();
        assertThat(Gathered.parts(record)).contains("Plain language summary: It helped.");
        assertThat(record.truncations()).containsExactly("abstract in another language left out");
    }

    @Test
    void whatNlmCutIsSaid() throws IOException {
        String xml = with("An unlabelled end.", "It ends(ABSTRACT TRUNCATED AT 250 WORDS)");
        assertThat(read(xml).only().truncations())
                .containsExactly("abstract truncated at 250 words by NLM");
    }

    @Test
    void booksCarryTheirPublisherAndSections() throws IOException {
        Record record =
                read("""
                <PubmedBookArticle><BookDocument><PMID>90000002</PMID>
                <ArticleIdList><ArticleId IdType="bookaccession">NBK1</ArticleId></ArticleIdList>
                <Book><Publisher><PublisherName>Made-up College</PublisherName></Publisher>
                <BookTitle book="x">Bones: a guideline</BookTitle><PubDate><Year>2012</Year></PubDate>
                <AuthorList Type="editors"><Author><LastName>Editor</LastName><Initials>E</Initials></Author></AuthorList></Book>
                <ArticleTitle>Bones of children</ArticleTitle><Language>eng</Language>
                <PublicationType>Practice Guideline</PublicationType>
                <Abstract><AbstractText>What to do.</AbstractText></Abstract>
                <Sections><Section><SectionTitle>Summary</SectionTitle></Section><Section><SectionTitle>Drugs</SectionTitle></Section></Sections>
                </BookDocument></PubmedBookArticle>
                """)
                        .only();
        assertThat(record.title()).isEqualTo("Bones of children");
        assertThat(record.venue()).isEqualTo("Bones: a guideline. Made-up College; 2012");
        assertThat(record.issuer()).isEqualTo("Made-up College");
        assertThat(record.authors()).containsExactly("Editor E");
        assertThat(record.types()).containsExactly("Practice Guideline");
        assertThat(record.url()).isEqualTo("https://www.ncbi.nlm.nih.gov/books/NBK1/");
        assertThat(Gathered.parts(record))
                .containsExactly("What to do.", "Sections: Summary; Drugs");
    }

    @Test
    void deletionsAreWithdrawn() throws IOException {
        Gathered gathered =
                read(
                        set(
                                ARTICLE,
                                "<DeleteCitation><PMID Version=\"1\">5</PMID><PMID>6</PMID>"
                                        + "</DeleteCitation>"));
        assertThat(gathered.records).hasSize(1);
        assertThat(gathered.withdrawn).containsExactly(SourceId.pmid("5"), SourceId.pmid("6"));
    }

    @Test
    void citationSetsOfOldAreRead() throws IOException {
        String citation = ARTICLE.substring(ARTICLE.indexOf("<MedlineCitation"));
        citation = citation.substring(0, citation.indexOf("</MedlineCitation>") + 18);
        Record record = read("<MedlineCitationSet>" + citation + "</MedlineCitationSet>").only();
        assertThat(record.pmid()).isEqualTo("90000001");
    }

    @Test
    void recordsBeforeTheDamageAreKept() {
        Gathered gathered = new Gathered();
        String damaged = set(ARTICLE, ARTICLE).replaceFirst("</PubmedArticle>\\s*</Pub.*$", "");
        assertThatThrownBy(() ->
                        reader.read(
                                Input.bytes("a.xml", damaged.getBytes(StandardCharsets.UTF_8)),
                                gathered))
                .isInstanceOf(SourceFileException.class)
                .hasMessageContaining("a.xml, line")
                .hasMessageContaining("damaged");
        assertThat(gathered.records).hasSize(1);
    }

    @Test
    void onlyItsOwnRootsAreRead() {
        assertThat(reads(set(ARTICLE))).isTrue();
        assertThat(reads("<eSearchResult/>")).isFalse();
        assertThat(reads("PMID- 1\nTI  - x")).isFalse();
        assertThat(reads("")).isFalse();
    }

    @Test
    void aFileOfManyRecordsIsStreamed() throws IOException {
        byte[] article = ARTICLE.getBytes(StandardCharsets.UTF_8);
        int many = 30_000;
        Input large =
                new Input() {
                    @Override
                    public String name() {
                        return "large.xml";
                    }

                    @Override
                    public InputStream open() {
                        Stream<InputStream> articles =
                                Stream.generate(() -> bytes(article)).limit(many);
                        return new SequenceInputStream(
                                Collections.enumeration(
                                        List.of(
                                                bytes(
                                                        "<PubmedArticleSet>"
                                                                .getBytes(StandardCharsets.UTF_8)),
                                                new SequenceInputStream(enumeration(articles)),
                                                bytes(
                                                        "</PubmedArticleSet>"
                                                                .getBytes(
                                                                        StandardCharsets.UTF_8)))));
                    }

                    @Override
                    public long size() {
                        return -1;
                    }
                };
        Runtime memory = Runtime.getRuntime();
        System.gc();
        long before = memory.totalMemory() - memory.freeMemory();
        long[] seen = {0, 0};
        reader.read(
                large,
                new Sink() {
                    @Override
                    public void record(Record record) {
                        if (++seen[0] % 10_000 == 0) {
                            System.gc();
                            seen[1] = Math.max(seen[1], memory.totalMemory() - memory.freeMemory());
                        }
                    }

                    @Override
                    public void skipped(String where, String why) {}

                    @Override
                    public void withdrawn(SourceId id, String form) {}

                    @Override
                    public void notice(SourceId affected, Notice notice) {}
                });
        assertThat(seen[0]).isEqualTo(many);
        assertThat(seen[1] - before).as("bytes more in use").isLessThan(60_000_000);
    }

    private static java.util.Enumeration<InputStream> enumeration(Stream<InputStream> streams) {
        var each = streams.iterator();
        return new java.util.Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return each.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return each.next();
            }
        };
    }

    private static InputStream bytes(byte[] bytes) {
        return new java.io.ByteArrayInputStream(bytes);
    }

    private boolean reads(String words) {
        return reader.reads(new Head("x", words.getBytes(StandardCharsets.UTF_8)));
    }
}
