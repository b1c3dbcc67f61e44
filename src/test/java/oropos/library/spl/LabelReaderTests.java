package oropos.library.spl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import oropos.library.Gathered;
import oropos.library.Head;
import oropos.library.Record;
import oropos.library.TextKind;

class LabelReaderTests {

    private static final String LABEL =
            """
            <?xml version="1.0" encoding="UTF-8"?><document xmlns="urn:hl7-org:v3">
            <id root="1"/><code code="34391-3" displayName="HUMAN PRESCRIPTION DRUG LABEL"/>
            <title>These highlights do not include all the information.</title>
            <effectiveTime value="20130930"/><setId root="0AAAAAAA-0000-1111-2222-333333333333"/><versionNumber value="7"/>
            <author><assignedEntity><representedOrganization><name>Made-up Pharma</name></representedOrganization></assignedEntity></author>
            <component><structuredBody>
              <component><section><code code="48780-1"/><subject><manufacturedProduct><manufacturedProduct>
                <name>Madeupin<suffix>XR</suffix></name><asEntityWithGeneric><genericMedicine><name>madeupinib</name></genericMedicine></asEntityWithGeneric>
                <ingredient><ingredientSubstance><name>MADEUPINIB HCL</name><activeMoiety><activeMoiety><name>MADEUPINIB</name></activeMoiety></activeMoiety></ingredientSubstance></ingredient>
              </manufacturedProduct></manufacturedProduct></subject></section></component>
              <component><section><code code="34067-9" displayName="INDICATIONS &amp; USAGE SECTION"/><title>1 INDICATIONS AND USAGE</title>
                <text><paragraph>For <content styleCode="bold">made-up</content> bones:</paragraph><list><item>brittle</item><item><caption>b</caption>soft.</item></list></text>
                <excerpt><highlight><text><paragraph>Short form.</paragraph></text></highlight></excerpt>
                <component><section><code code="42229-5" displayName="SPL UNCLASSIFIED SECTION"/><title>1.1 Children</title><text>Loose words<footnote>per day</footnote>.</text></section></component></section></component>
              <component><section><code code="34081-0" displayName="PEDIATRIC USE SECTION"/><title/><text><paragraph>Not under 4 years.</paragraph>
                <table><caption>Doses</caption><thead><tr><th>Weight</th><th>Dose</th></tr></thead><tbody><tr><td>15 kg to &lt;30 kg</td><td>20 mg</td></tr></tbody></table></text></section></component>
              <component><section><code code="51945-4"/><text><paragraph>Package picture</paragraph></text></section></component>
            </structuredBody></component></document>
            """;

    private final LabelReader reader = new LabelReader();

    @Test
    void theLabelIsCalledByItsProductsAndIngredients() throws IOException {
        Record record = Gathered.from(reader, "l.xml", LABEL).only();
        assertThat(record.id()).hasToString("label:0aaaaaaa-0000-1111-2222-333333333333");
        assertThat(record.form()).isEqualTo("label");
        assertThat(record.title())
                .isEqualTo("Madeupin XR (madeupinib): human prescription drug label");
        assertThat(record.mesh()).containsExactly("madeupinib");
        assertThat(record.types()).containsExactly("Drug label", "Human prescription drug label");
        assertThat(record.issuer()).isEqualTo("Made-up Pharma");
        assertThat(record.venue()).isEqualTo("Drug label, version 7, effective 2013-09-30");
        assertThat(record.published()).isEqualTo(LocalDate.of(2013, 9, 30));
        assertThat(record.url())
                .isEqualTo(
                        "https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid="
                                + "0aaaaaaa-0000-1111-2222-333333333333");
        assertThat(record.textKind()).isEqualTo(TextKind.FULL_TEXT);
    }

    @Test
    void sectionsStandUnderTheirTitleOrTheNameOfTheirCode() throws IOException {
        assertThat(Gathered.parts(Gathered.from(reader, "l.xml", LABEL).only()))
                .containsExactly(
                        "1 INDICATIONS AND USAGE: For made-up bones: brittle; b soft.",
                        "1 INDICATIONS AND USAGE > 1.1 Children: Loose words [note: per day].",
                        "Pediatric use: Not under 4 years.",
                        "Pediatric use > Table: Doses\n\n15 kg to <30 kg | Dose: 20 mg");
    }

    @Test
    void aLabelWithoutProductsKeepsItsPrintedTitle() throws IOException {
        String bare = LABEL.replaceAll("(?s)<subject>.*</subject>", "");
        assertThat(Gathered.from(reader, "l.xml", bare).only().title())
                .isEqualTo("These highlights do not include all the information.");
    }

    @Test
    void aLabelWithoutSetIdIsSkipped() throws IOException {
        assertThat(Gathered.from(reader, "l.xml", LABEL.replaceAll("<setId[^>]*>", "")).skipped)
                .containsExactly("l.xml: a label without set id");
    }

    @Test
    void otherDocumentsAreNotItsOwn() {
        assertThat(reads(LABEL)).isTrue();
        assertThat(reads("<document xmlns='http://cnx.rice.edu/cnxml'/>")).isFalse();
    }

    private boolean reads(String words) {
        return reader.reads(new Head("x", words.getBytes(StandardCharsets.UTF_8)));
    }
}
