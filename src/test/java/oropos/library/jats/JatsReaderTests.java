package oropos.library.jats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import oropos.library.Gathered;
import oropos.library.Head;
import oropos.library.Input;
import oropos.library.Literature;
import oropos.library.Notice;
import oropos.library.Passage.Role;
import oropos.library.Record;
import oropos.library.TextKind;

class JatsReaderTests {

    private static final String ARTICLE =
            """
            <!DOCTYPE article PUBLIC "-//NLM//DTD Journal Archiving and Interchange DTD v2.3 20070202//EN" "archivearticle.dtd">
            <article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="research-article" xml:lang="en"><front>
            <journal-meta><journal-id journal-id-type="nlm-ta">J Made-up Bones</journal-id><journal-title>The Journal</journal-title></journal-meta>
            <article-meta>
            <article-id pub-id-type="pmid">90000001</article-id><article-id pub-id-type="pmc">9000001</article-id><article-id pub-id-type="doi">10.5555/X.1</article-id>
            <article-categories><subj-group subj-group-type="heading"><subject>Research</subject></subj-group></article-categories>
            <title-group><article-title>Drug A in <italic>made-up</italic> bones<xref ref-type="fn" rid="f1">*</xref></article-title><subtitle>a trial</subtitle></title-group>
            <contrib-group><contrib contrib-type="author"><name><surname>Ward</surname><given-names>Leanne M</given-names><suffix>Jr</suffix></name><xref ref-type="aff" rid="a">1</xref></contrib>
            <contrib contrib-type="author"><name><surname>Lee</surname><given-names>KY</given-names></name></contrib>
            <contrib contrib-type="author"><collab>Bone Study Group<contrib-group><contrib><name><surname>Member</surname><given-names>A</given-names></name></contrib></contrib-group></collab></contrib>
            <contrib contrib-type="editor"><name><surname>Editor</surname><given-names>E</given-names></name></contrib></contrib-group>
            <pub-date pub-type="collection"><year>2005</year></pub-date><pub-date pub-type="epub"><day>9</day><month>8</month><year>2004</year></pub-date>
            <volume>4</volume><issue>2</issue><fpage>23</fpage><lpage>29</lpage>
            <permissions><license xlink:href="http://creativecommons.org/licenses/by/2.0"><p>Open.</p></license></permissions>
            <related-article related-article-type="corrected-article" ext-link-type="doi" xlink:href="10.5555/old.1"/>
            <abstract><sec><title>Background</title><p>Bones broke.</p></sec><sec><title>Results</title><p>It helped<sup><xref ref-type="bibr" rid="b1">1</xref>,<xref ref-type="bibr" rid="b2">2</xref></sup>.</p></sec></abstract>
            <abstract abstract-type="graphical"><p>Picture.</p></abstract>
            <trans-abstract xml:lang="es"><p>Ayudó.</p></trans-abstract>
            </article-meta></front>
            <body>
            <sec><title>Methods</title><p>We gave 6 mg [<xref ref-type="bibr" rid="b1">1</xref>&#x2013;<xref ref-type="bibr" rid="b3">3</xref>] as <xref ref-type="bibr" rid="b4">Smith et al.</xref> did (<xref ref-type="table" rid="t1">Table 1</xref>). Excluded were: <list><list-item><p>newborns</p></list-item><list-item><label>b.</label><p>adults</p></list-item></list> Everyone agreed.</p>
              <sec><title>Dose</title><p>Do not give to:</p><list><list-item><p>pregnant women</p></list-item><list-item><p>newborns.</p></list-item></list>
              <p>Next day.</p></sec></sec>
            <sec><title>Results</title>
              <table-wrap id="t1"><label>Table 1</label><caption><p>Fractures by group</p></caption>
              <table><thead><tr><th rowspan="2">Event</th><th colspan="2">Drug A</th></tr><tr><th>n</th><th>%<xref ref-type="table-fn" rid="x">a</xref></th></tr></thead>
              <tbody><tr><td>Any fracture</td><td>3</td><td>10</td></tr><tr><td colspan="3">Adverse events</td></tr><tr><td>Fever</td><td>5</td><td/></tr></tbody></table>
              <table-wrap-foot><fn><p>a of 30</p></fn></table-wrap-foot></table-wrap>
              <fig><label>Figure 1.</label><caption><title>Flow</title><p>Who stayed.</p></caption><graphic xlink:href="x.jpg"/></fig>
            </sec></body>
            <back><ack><p>Thanks.</p></ack><ref-list><ref id="b1"><mixed-citation>Ref one <pub-id pub-id-type="pmid">1</pub-id></mixed-citation></ref></ref-list></back>
            <sub-article><front-stub/><body><p>Reply.</p></body></sub-article>
            </article>
            """;

    private final JatsReader reader = new JatsReader();

    @Test
    void theFrontIsExact() throws IOException {
        Record record = Gathered.from(reader, "a.nxml", ARTICLE).only();
        assertThat(record.id()).hasToString("pmc:PMC9000001");
        assertThat(record.form()).isEqualTo("jats");
        assertThat(record.textKind()).isEqualTo(TextKind.FULL_TEXT);
        assertThat(record.title()).isEqualTo("Drug A in made-up bones: a trial");
        assertThat(record.authors()).containsExactly("Ward LM Jr", "Lee KY", "Bone Study Group");
        assertThat(record.venue()).isEqualTo("J Made-up Bones 2005;4(2):23-29");
        assertThat(record.year()).isEqualTo(2005);
        assertThat(record.published()).isEqualTo(LocalDate.of(2004, 8, 9));
        assertThat(record.pmid()).isEqualTo("90000001");
        assertThat(record.doi()).isEqualTo("10.5555/x.1");
        assertThat(record.pmcid()).isEqualTo("PMC9000001");
        assertThat(record.licence()).isEqualTo("CC BY 2.0");
        assertThat(record.types()).containsExactly("research-article", "Research");
        assertThat(record.notices())
                .containsExactly(
                        new Notice(Notice.Kind.ERRATUM_OF, null, "10.5555/old.1", null, null));
    }

    @Test
    void sectionsListsTablesAndCaptionsAreParts() throws IOException {
        Record record = Gathered.from(reader, "a.nxml", ARTICLE).only();
        assertThat(Gathered.parts(record))
                .containsExactly(
                        "Background: Bones broke.",
                        "Results: It helped.",
                        "Methods: We gave 6 mg as Smith et al. did (Table 1). Excluded were:"
                                + " newborns; adults Everyone agreed.",
                        "Methods > Dose: Do not give to: pregnant women; newborns.",
                        "Methods > Dose: Next day.",
                        "Results > Table 1: Fractures by group\n\n"
                                + "Any fracture | Drug A, n: 3 | Drug A, %: 10\n\n"
                                + "Adverse events\n\n"
                                + "Fever | Drug A, n: 5\n\n"
                                + "a of 30",
                        "Results > Figure 1: Flow Who stayed.");
        assertThat(record.parts().getFirst().role()).isEqualTo(Role.ABSTRACT);
        assertThat(record.parts().getLast().role()).isEqualTo(Role.BODY);
        assertThat(record.truncations())
                .containsExactly(
                        "abstract in another language left out",
                        "article inside an article left out");
    }

    @Test
    void withoutPmcidThePmidThenTheDoiNamesIt() throws IOException {
        String noPmc = ARTICLE.replace("<article-id pub-id-type=\"pmc\">9000001</article-id>", "");
        assertThat(Gathered.from(reader, "a", noPmc).only().id()).hasToString("pmid:90000001");
        String neither =
                noPmc.replace("<article-id pub-id-type=\"pmid\">90000001</article-id>", "");
        assertThat(Gathered.from(reader, "a", neither).only().id()).hasToString("doi:10.5555/x.1");
        Gathered none = Gathered.from(reader, "a", neither.replace("10.5555/X.1", "-"));
        assertThat(none.skipped)
                .containsExactly("a, article 1: no PMCID, PMID or DOI to call the record by");
    }

    @Test
    void standardTypesAlsoStandAsMeshNamesThem() throws IOException {
        String letter = ARTICLE.replace("research-article", "systematic-review");
        assertThat(Gathered.from(reader, "a", letter).only().types())
                .containsExactly("Systematic Review", "systematic-review", "Research");
    }

    @Test
    void otherArticlesAreNotItsOwn() {
        assertThat(reads(ARTICLE)).isTrue();
        assertThat(reads("<article><h1>A web page</h1></article>")).isFalse();
        assertThat(reads("<article xmlns='http://docbook.org/ns/docbook'><info/></article>"))
                .isFalse();
    }

    @Test
    void all300RealArticlesAreRead() throws IOException {
        List<Path> files;
        try (Stream<Path> folder = Files.list(Literature.at("literature/jats-cc-by"))) {
            files = folder.sorted().toList();
        }
        Gathered gathered = new Gathered();
        for (Path file : files) {
            assertThat(reader.reads(Head.of(Input.file(file)))).as(file.toString()).isTrue();
            reader.read(Input.file(file), gathered);
        }
        assertThat(gathered.skipped).isEmpty();
        assertThat(gathered.records).hasSize(300);
        for (int i = 0; i < files.size(); i++) {
            Record record = gathered.records.get(i);
            assertThat(record.id() + ".nxml").isEqualTo("pmc:" + files.get(i).getFileName());
            assertThat(record.year()).isNotNull();
            assertThat(record.licence()).isNotNull();
            assertThat(record.venue()).isNotNull();
        }
        assertThat(gathered.records)
                .filteredOn(record -> record.textKind() == TextKind.ABSTRACT)
                .extracting(record -> record.id() + " " + record.truncations())
                .containsExactly("pmc:PMC5173951 [without text]");
    }

    private boolean reads(String words) {
        return reader.reads(new Head("x", words.getBytes(StandardCharsets.UTF_8)));
    }
}
