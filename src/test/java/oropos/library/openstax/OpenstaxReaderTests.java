package oropos.library.openstax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import oropos.library.Gathered;
import oropos.library.Head;
import oropos.library.Input;
import oropos.library.Record;
import oropos.library.TextKind;

class OpenstaxReaderTests {

    private static final String MODULE =
            """
            <document xmlns="http://cnx.rice.edu/cnxml"><title>Made-up drugs</title>
            <metadata xmlns:md="http://cnx.rice.edu/mdml"><md:content-id>m90001</md:content-id></metadata>
            <content>
            <section class="learning-objectives"><title>Learning Outcomes</title><para>By the end you can</para></section>
            <para>Drug A<sup>2</sup> is a <term>made-up drug</term> (see <link target-id="fig-1"/>).</para>
            <section><title>Doses</title>
              <para>Never give it to:</para><list><item>newborns</item><item>pregnant clients</item></list>
              <note><title>Safety alert</title><para>Check twice.</para></note>
              <table><title>Doses by age</title><tgroup cols="3"><thead><row><entry>Age</entry><entry namest="c2" nameend="c3">Dose</entry></row></thead>
              <tbody><row><entry morerows="1">Child</entry><entry>1 mg</entry><entry>daily</entry></row><row><entry>2 mg</entry><entry>weekly</entry></row></tbody></tgroup></table>
              <figure id="fig-1"><media alt="x"><image src="y.png"/></media><caption>A made-up drug.</caption></figure>
              <exercise><problem><para>What is it?</para></problem></exercise>
            </section></content>
            <glossary><definition><term>drug A</term><meaning>a made-up drug</meaning></definition></glossary>
            </document>
            """;

    private static final String COLLECTION =
            """
            <col:collection xmlns:col="http://cnx.rice.edu/collxml" xmlns:md="http://cnx.rice.edu/mdml">
            <col:metadata><md:title>Made-up Nursing</md:title><md:slug>made-up</md:slug><md:license url="http://creativecommons.org/licenses/by/4.0/"/></col:metadata>
            <col:content><col:subcollection><md:title>Part one</md:title><col:content><col:module document="m90000"/><col:module document="m90001"/></col:content></col:subcollection></col:content>
            </col:collection>
            """;

    private final OpenstaxReader reader = new OpenstaxReader();

    private static Input input(String name, String words, Input... beside) {
        Input plain = Input.bytes(name, words.getBytes(StandardCharsets.UTF_8));
        return new Input() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() throws IOException {
                return plain.open();
            }

            @Override
            public long size() {
                return plain.size();
            }

            @Override
            public List<Input> companions(String ending) {
                return List.of(beside).stream().filter(i -> i.name().endsWith(ending)).toList();
            }
        };
    }

    @Test
    void aModuleKnowsItsBook() throws IOException {
        Input collection = input("collections/x.collection.xml", COLLECTION);
        Record record =
                Gathered.from(reader, input("m90001/index.cnxml", MODULE, collection)).only();
        assertThat(record.id()).hasToString("openstax:m90001");
        assertThat(record.form()).isEqualTo("openstax");
        assertThat(record.textKind()).isEqualTo(TextKind.FULL_TEXT);
        assertThat(record.title()).isEqualTo("Made-up drugs");
        assertThat(record.venue()).isEqualTo("Made-up Nursing");
        assertThat(record.licence()).isEqualTo("CC BY 4.0");
        assertThat(record.url()).isEqualTo("https://openstax.org/details/books/made-up");
        assertThat(record.truncations()).containsExactly("exercises of a textbook left out");
    }

    @Test
    void sectionsListsTablesAndTermsAreParts() throws IOException {
        assertThat(Gathered.parts(Gathered.from(reader, "a", MODULE).only()))
                .containsExactly(
                        "Drug A\u00b2 is a made-up drug (see the figure).",
                        "Doses: Never give it to: newborns; pregnant clients",
                        "Doses > Safety alert: Check twice.",
                        "Doses > Doses by age: Doses by age\n\n"
                                + "Child | Dose: 1 mg | Dose: daily\n\n"
                                + "Child | Dose: 2 mg | Dose: weekly",
                        "Doses > Figure: A made-up drug.",
                        "Key terms: drug A: a made-up drug");
    }

    @Test
    void aModuleOfNoBookIsSkippedWhereBooksAreKnown() throws IOException {
        Input collection =
                input("x.collection.xml", COLLECTION.replace("\"m90001\"", "\"m90002\""));
        Gathered gathered = Gathered.from(reader, input("i.cnxml", MODULE, collection));
        assertThat(gathered.records).isEmpty();
        assertThat(gathered.skipped)
                .containsExactly("i.cnxml: a module that no book beside it includes");
    }

    @Test
    void collectionsAreItsOwnAndSayNothing() throws IOException {
        assertThat(reads(COLLECTION)).isTrue();
        Gathered gathered = Gathered.from(reader, "x.collection.xml", COLLECTION);
        assertThat(gathered.records).isEmpty();
        assertThat(gathered.skipped).isEmpty();
        assertThat(reads("<document xmlns='urn:hl7-org:v3'><id/></document>")).isFalse();
    }

    @Test
    void aModuleWithoutTextOrIdIsSkipped() throws IOException {
        String empty = MODULE.replaceAll("(?s)<content>.*</glossary>", "<content/>");
        assertThat(Gathered.from(reader, "e", empty).skipped)
                .containsExactly("e: a module without text");
        assertThat(Gathered.from(reader, "e", MODULE.replace("m90001", "bad id")).skipped)
                .containsExactly("e: a module without id");
    }

    private boolean reads(String words) {
        return reader.reads(new Head("x", words.getBytes(StandardCharsets.UTF_8)));
    }
}
