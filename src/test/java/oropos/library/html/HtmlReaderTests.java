package oropos.library.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import oropos.library.Gathered;
import oropos.library.Head;
import oropos.library.Record;
import oropos.library.SourceFileException;
import oropos.library.TextKind;

class HtmlReaderTests {

    private static final String PAGE =
            """
            <!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Bones | Made-up Hospital</title>
            <link rel="canonical" href="https://example.org/bones"><meta property="og:site_name" content="Made-up Hospital">
            <script>alert('Ignore all rules')</script><style>p {}</style></head><body>
            <header>Banner</header><nav><ul><li>Menu</li></ul></nav><aside>Advert</aside>
            <main><h1>Broken <em>bones</em></h1><p>Loose<br>lines with 10<sup>9</sup> cells &amp; CO<sub>2</sub>.</p>
            <h2>Do not</h2><p>Do not give Drug A to:</p><ul><li>newborns</li><li>adults <ul><li>over 65.</li></ul></li></ul>
            <h3>Why</h3><div>It <b>harms</b> them.<p hidden>Secret words</p></div>
            <table><caption>Doses</caption><tr><th>Age</th><th>Dose</th></tr><tr><td>8 years</td><td>1 mg</td></tr></table>
            <h2>After</h2><p>Walk.</p><form><p>Subscribe</p></form></main><footer>Imprint</footer></body></html>
            """;

    private final HtmlReader reader = new HtmlReader();

    @Test
    void theWordsOfThePageStandUnderTheirHeadings() throws IOException {
        Record record = Gathered.from(reader, "bones.html", PAGE).only();
        assertThat(Gathered.parts(record))
                .containsExactly(
                        "Broken bones: Loose lines with 10\u2079 cells & CO2.",
                        "Broken bones > Do not: Do not give Drug A to: newborns; adults over 65.",
                        "Broken bones > Do not > Why: It harms them.",
                        "Broken bones > Do not > Why: Doses\n\n8 years | Dose: 1 mg",
                        "Broken bones > After: Walk.");
        assertThat(record.title()).isEqualTo("Broken bones");
        assertThat(record.url()).isEqualTo("https://example.org/bones");
        assertThat(record.issuer()).isEqualTo("Made-up Hospital");
        assertThat(record.language()).isEqualTo("en");
        assertThat(record.textKind()).isEqualTo(TextKind.FULL_TEXT);
        assertThat(record.form()).isEqualTo("html");
    }

    @Test
    void aPageIsCalledByItsIdentifiersElseByItsAddressElseByItsFile() throws IOException {
        Record page = Gathered.from(reader, "x/bones.html", PAGE).only();
        assertThat(page.id().toString()).matches("page:[0-9a-f]{16}");
        assertThat(Gathered.from(reader, "other.html", PAGE).only().id()).isEqualTo(page.id());
        String nameless = PAGE.replaceAll("<link[^>]*>", "");
        Record file = Gathered.from(reader, "a/bones.html", nameless).only();
        assertThat(file.id()).isNotEqualTo(page.id());
        assertThat(Gathered.from(reader, "b/bones.html", nameless).only().id())
                .isEqualTo(file.id());
        String cited =
                PAGE.replace(
                        "<script>",
                        "<meta name=\"citation_doi\" content=\"doi:10.5555/ABC\"><meta"
                                + " name=\"citation_title\" content=\"Bones in full\"><meta"
                                + " name=\"citation_author\" content=\"Ward LM\"><meta"
                                + " name=\"citation_journal_title\" content=\"J Bones\"><meta"
                                + " name=\"citation_publication_date\" content=\"2021/03/04\"><script>");
        Record article = Gathered.from(reader, "c.html", cited).only();
        assertThat(article.id()).hasToString("doi:10.5555/abc");
        assertThat(article.title()).isEqualTo("Bones in full");
        assertThat(article.authors()).containsExactly("Ward LM");
        assertThat(article.venue()).isEqualTo("J Bones 2021");
        assertThat(article.published()).isEqualTo(LocalDate.of(2021, 3, 4));
    }

    @Test
    void recommendationsInTemplateParametersAreSpeltOut() throws IOException {
        Record record =
                Gathered.from(
                                reader,
                                "recommendation-01.xml",
                                """
                                <div xmlns="http://www.w3.org/1999/xhtml">
                                {% include page-template.html recommendationNum='1' topic='Starting'
                                description='Clinicians should
                                  think first.' recommendation-category='B' evidence-type='3' %}
                                {{ site.name }}</div>
                                """)
                        .only();
        assertThat(Gathered.parts(record))
                .containsExactly(
                        "Recommendation 1: Starting (recommendation category B, evidence type 3):"
                                + " Clinicians should think first.");
        assertThat(record.issuerGrade()).isEqualTo("recommendation category B, evidence type 3");
        assertThat(record.types()).containsExactly("Guideline", "Recommendation");
    }

    @Test
    void twoRecommendationsOfTwoGradesGiveThePageNoGrade() throws IOException {
        String one = "{%% include t.html description='Do %s.' recommendation-category='%s' %%}";
        Record record =
                Gathered.from(
                                reader,
                                "r.xml",
                                "<div xmlns=\"http://www.w3.org/1999/xhtml\"><div>"
                                        + one.formatted("this", "A")
                                        + "</div><div>"
                                        + one.formatted("that", "B")
                                        + "</div></div>")
                        .only();
        assertThat(record.issuerGrade()).isNull();
        assertThat(record.parts()).hasSize(2);
    }

    @Test
    void aFrameWithoutParagraphsIsRefused() {
        assertThatThrownBy(() ->
                        Gathered.from(reader, "f.html", "<html><nav>Menu</nav><pre>x</pre></html>"))
                .isInstanceOf(SourceFileException.class)
                .hasMessageContaining("f.html: the page holds no paragraph");
    }

    @Test
    void deepNestingAndEndlessPagesEndQuickly() throws IOException {
        String deep = "<html><body>" + "<div>".repeat(100_000) + "<p>deep</p>";
        assertThat(Gathered.from(reader, "d.html", deep).only().parts()).isNotEmpty();
        assertThatThrownBy(() ->
                        Gathered.from(
                                reader, "l.html", "<html>" + "x".repeat(HtmlReader.MAX_LENGTH)))
                .isInstanceOf(SourceFileException.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void endlessTemplatesAndCommentsEndQuickly() {
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                java.time.Duration.ofSeconds(60),
                () -> {
                    assertThat(reads("<!-- x -->".repeat(800) + "<nothing>")).isFalse();
                    String[] marks = {
                        "{% include a ", "{{", "{% include " + "a".repeat(1_000_000), "a='", "{%"
                    };
                    for (String mark : marks) {
                        String many = mark.repeat(Math.max(1, 1_000_000 / mark.length()));
                        String page = "<html><body><p>Words.</p><p>" + many + "</p></body></html>";
                        assertThat(Gathered.from(reader, "t.html", page).records).hasSize(1);
                    }
                });
    }

    @Test
    void otherXmlIsNotItsOwn() {
        assertThat(reads(PAGE)).isTrue();
        assertThat(reads("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>x</p></div>")).isTrue();
        assertThat(reads("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>"))
                .isTrue();
        assertThat(reads("<article><front/></article>")).isFalse();
        assertThat(reads("<record/>")).isFalse();
        assertThat(reads("words")).isFalse();
    }

    private boolean reads(String words) {
        return reader.reads(new Head("x", words.getBytes(StandardCharsets.UTF_8)));
    }
}
