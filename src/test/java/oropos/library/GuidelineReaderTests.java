package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.terminology.Age;
import oropos.terminology.AgeRange;
import oropos.terminology.Sex;

class GuidelineReaderTests {

    private static final String WHOLE =
            """
            ---
            key: SIMM18
            pmid: "29504223"
            doi: 10.1111/JPC.13768
            title: "Consensus: bisphosphonates in children"
            authors: [Simm PJ, Biggin A]
            issuer: APEG
            venue: J Paediatr Child Health 2018;54(3):223-233
            year: 2018
            published: 2018-03-05
            design: practice guideline
            n: 34
            population: children and adolescents
            ages: 0-17
            conditions:
              - osteogenesis imperfecta
              - glucocorticoids
            url: https://example.org/a
            licence: CC BY 4.0
            grade: "USPSTF 2018: B"
            newerEdition: 2024 announced
            language: de
            ---

            # Treatment

            Free words
            over two lines.

            ## Infusions

            ::: recommendation
            section: drugs
            about: vertebral fracture
            intervention: pamidronate
            comparator:
            outcome: pain
            direction: noDifference
            strength: consider
            certainty: low
            ages: 65+
            sex: female
            pregnancy: excluded
            conditions: [osteoporosis, pain]
            population: older women
            when: mechanism=lowEnergy; walking=yes
            lead: Consider pamidronate
            n: 12
            events: 3
            surrogate: true
            ---
            Consider pamidronate
            with care.
            :::

            - first item
            - second item

            ::: finding
            section: harms
            ---
            Plain finding.
            :::
            """;

    private static Record read(SourceReader reader, String text) throws IOException {
        List<Record> records = new ArrayList<>();
        reader.read(
                Input.bytes("a.md", text.getBytes(StandardCharsets.UTF_8)),
                new Sink() {
                    @Override
                    public void record(Record record) {
                        records.add(record);
                    }

                    @Override
                    public void skipped(String where, String why) {
                        throw new AssertionError(where + why);
                    }

                    @Override
                    public void withdrawn(SourceId id, String form) {
                        throw new AssertionError(id);
                    }

                    @Override
                    public void notice(SourceId affected, Notice notice) {
                        throw new AssertionError(affected);
                    }
                });
        assertThat(records).hasSize(1);
        return records.getFirst();
    }

    private static Record read(String text) throws IOException {
        return read(GuidelineReader.guidelines(), text);
    }

    @Test
    void everyFieldIsRead() throws IOException {
        Record record = read(WHOLE);
        assertThat(record.id()).hasToString("pmid:29504223");
        assertThat(record.form()).isEqualTo("guideline");
        assertThat(record.doi()).isEqualTo("10.1111/jpc.13768");
        assertThat(record.title()).isEqualTo("Consensus: bisphosphonates in children");
        assertThat(record.authors()).containsExactly("Simm PJ", "Biggin A");
        assertThat(record.issuer()).isEqualTo("APEG");
        assertThat(record.venue()).isEqualTo("J Paediatr Child Health 2018;54(3):223-233");
        assertThat(record.year()).isEqualTo(2018);
        assertThat(record.published()).isEqualTo(LocalDate.of(2018, 3, 5));
        assertThat(record.url()).isEqualTo("https://example.org/a");
        assertThat(record.licence()).isEqualTo("CC BY 4.0");
        assertThat(record.issuerGrade()).isEqualTo("USPSTF 2018: B");
        assertThat(record.newerEdition()).isEqualTo("2024 announced");
        assertThat(record.language()).isEqualTo("de");
        assertThat(record.textKind()).isEqualTo(TextKind.FULL_TEXT);
        assertThat(record.stated())
                .isEqualTo(
                        new Study(
                                Design.PRACTICE_GUIDELINE,
                                true,
                                "stated in the document",
                                new Population(
                                        "children and adolescents",
                                        AgeRange.years(0, 17),
                                        null,
                                        null,
                                        List.of("osteogenesis imperfecta", "glucocorticoids"),
                                        List.of(),
                                        false),
                                34,
                                GuidelineReader.RULES));
    }

    @Test
    void blocksAndParagraphsStandInTheirOrderUnderTheirHeadings() throws IOException {
        List<Part> parts = read(WHOLE).parts();
        assertThat(parts)
                .extracting(Part::text)
                .containsExactly(
                        "Free words\nover two lines.",
                        "Consider pamidronate with care.",
                        "first item",
                        "second item",
                        "Plain finding.");
        assertThat(parts.get(0).headings()).containsExactly("Treatment");
        assertThat(parts.get(1).headings()).containsExactly("Treatment", "Infusions");
        assertThat(parts.get(0).role()).isEqualTo(Passage.Role.BODY);
        assertThat(parts.get(1).role()).isEqualTo(Passage.Role.BLOCK);
    }

    @Test
    void aBlocksFieldsAreItsClaim() throws IOException {
        Claim claim = read(WHOLE).parts().get(1).claim();
        assertThat(claim)
                .isEqualTo(
                        new Claim(
                                Claim.Kind.RECOMMENDATION,
                                "drugs",
                                "vertebral fracture",
                                "pamidronate",
                                null,
                                "pain",
                                Claim.Direction.NO_DIFFERENCE,
                                "consider",
                                "low",
                                new Population(
                                        "older women",
                                        AgeRange.years(65, AgeRange.OPEN_END),
                                        Sex.FEMALE,
                                        Population.Pregnancy.EXCLUDED,
                                        List.of("osteoporosis", "pain"),
                                        List.of(),
                                        false),
                                Map.of("mechanism", "lowEnergy", "walking", "yes"),
                                "Consider pamidronate",
                                12,
                                3,
                                true));
        Claim plain = read(WHOLE).parts().get(4).claim();

        assertThat(Objects.requireNonNull(plain).population())
                .as("not different from the whole")
                .isNull();
        assertThat(Objects.requireNonNull(plain).kind()).isEqualTo(Claim.Kind.FINDING);
    }

    @Test
    void aBlockInheritsWhatItDoesNotSayAndAnyTakesAway() throws IOException {
        Claim claim =
                read(WHOLE.replace("section: harms", "section: harms\nages: 5-12\nconditions: any"))
                        .parts()
                        .get(4)
                        .claim();

        assertThat(Objects.requireNonNull(claim).population())
                .isEqualTo(
                        new Population(
                                "5 to 12 years",
                                AgeRange.years(5, 12),
                                null,
                                null,
                                List.of(),
                                List.of(),
                                false));
    }

    @ParameterizedTest
    @CsvSource({
        "0-17, 0, YEAR, 17, YEAR",
        "6mo-5y, 6, MONTH, 5, YEAR",
        "1-23mo, 1, MONTH, 23, MONTH",
        "0d-28d, 0, DAY, 28, DAY",
        "65+, 65, YEAR, 120, YEAR",
        "8, 8, YEAR, 8, YEAR",
        "2.5–4, 2.5, YEAR, 4, YEAR"
    })
    void agesAreReadInTheirUnits(
            String words, String youngest, Age.Unit first, String oldest, Age.Unit last)
            throws IOException {
        Study study = read(WHOLE.replace("ages: 0-17", "ages: \"" + words + "\"")).stated();

        assertThat(Objects.requireNonNull(study).population().ages())
                .isEqualTo(
                        new AgeRange(
                                new Age(new BigDecimal(youngest), first),
                                new Age(new BigDecimal(oldest), last)));
    }

    @Test
    void theIdIsTheBestThereIs() throws IOException {
        String noPmid = WHOLE.replace("pmid: \"29504223\"\n", "");
        assertThat(read(noPmid).id()).hasToString("doi:10.1111/jpc.13768");
        assertThat(read(noPmid.replace("doi: 10.1111/JPC.13768", "pmcid: PMC12")).id())
                .hasToString("pmc:PMC12");
        String bare = noPmid.replace("doi: 10.1111/JPC.13768\n", "");
        assertThat(read(bare).id()).hasToString("guideline:apeg/simm18");
        assertThat(read(bare.replace("key: SIMM18", "id: guideline:apeg/own")).id())
                .hasToString("guideline:apeg/own");
        assertThat(read(bare.replace("key: SIMM18\n", "")).id())
                .hasToString("guideline:apeg/consensus-bisphosphonates-in-children");
        assertThat(
                        read(
                                        GuidelineReader.starter(),
                                        bare.replace("n: 34", "textKind: summaryOfPrimary"))
                                .id())
                .hasToString("starter:SIMM18");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: \"Consensus: bisphosphonates in children\" | x: 1 | line 5 | no field",
                "year: 2018 | year: soon | line 9 | whole number",
                "year: 2018 | year: 20188 | line 9 | whole number",
                "published: 2018-03-05 | published: March 2018 | line 10 | no date",
                "design: practice guideline | design: good paper | line 11 | no value of",
                "design: practice guideline | venue: twice | line 11 | given twice",
                "ages: 0-17 | ages: children | line 14 | cannot be read",
                "ages: 0-17 | ages: 17-5 | line 14 | cannot be read",
                "pmid: \"29504223\" | pmid: PMC1 | line 3 | cannot be",
                "doi: 10.1111/JPC.13768 | doi: jpc.13768 | line 4 | cannot be",
                "url: https://example.org/a | url: javascript:alert(1) | line 18 | no address",
                "licence: CC BY 4.0 | textKind: summaryOfPrimary | line 19 | starter library",
                "section: harms | section: other | line 60 | no section",
                "section: harms | about: x | line 59 | \"section\" is missing",
                "lead: Consider pamidronate | lead: Consider zoledronate | line 47 | does not stand",
                "direction: noDifference | direction: up | line 38 | no value of",
                "when: mechanism=lowEnergy; walking=yes | when: a fall | line 46 | no single fact",
                "surrogate: true | surrogate: maybe | line 50 | no value of",
                "n: 12 | n: twelve | line 48 | whole number",
                "outcome: pain | outcome pain | line 37 | is no field",
                "Plain finding. | '' | line 61 | no words",
                "::: finding | ::: thought | line 59 | no block is called"
            })
    void whatIsWrongIsToldWithFileLineAndRemedy(
            String right, String wrong, String line, String what) {
        String text = WHOLE.replace(right, wrong);
        assertThat(text).isNotEqualTo(WHOLE);
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SourceFileException.class)
                .hasMessageContaining("a.md, " + line)
                .hasMessageContaining(what)
                .hasMessageContaining("What to do: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: x\n",
                "---\n- a\n- b\n---\nx",
                "---\n---\nx",
                "---\ntitle: [a, [b]]\ndesign: review\n---\n",
                "---\ntitle: {a: b}\ndesign: review\n---\n",
                "---\ntitle: a\ndesign: review\nissuer: x\n---\n::: finding\nsection: drugs\n---\nx",
                "---\ntitle: a\ndesign: review\nissuer: x\n---\n::: finding\nsection: drugs\n:::\n",
                "---\ntitle: a\ndesign: review\nissuer: x\n---\n::: finding\n::: finding\n:::\n",
                "---\ntitle: &a [*a]\n---\n",
                "---\ndesign: review\nissuer: x\n---\nwords",
                "---\ntitle: a\ndesign: review\n---\nno issuer"
            })
    void brokenDocumentsAreRefused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SourceFileException.class)
                .hasMessageContaining("a.md, line ")
                .hasMessageContaining("What to do: ");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThatThrownBy(() ->
                        GuidelineReader.guidelines()
                                .read(Input.bytes("a.md", new byte[] {'-', (byte) 0xE9}), nobody()))
                .isInstanceOf(SourceFileException.class)
                .hasMessageContaining("UTF-8");
    }

    private static Sink nobody() {
        return new Sink() {
            @Override
            public void record(Record record) {}

            @Override
            public void skipped(String where, String why) {}

            @Override
            public void withdrawn(SourceId id, String form) {}

            @Override
            public void notice(SourceId affected, Notice notice) {}
        };
    }

    @Test
    void onlyMarkdownWithFieldsAtItsHeadIsRead() {
        SourceReader reader = GuidelineReader.guidelines();
        assertThat(reader.reads(head("x.md", "---\ntitle: a\n"))).isTrue();
        assertThat(reader.reads(head("x.MD", "---\r\ntitle: a\r\n"))).isTrue();
        assertThat(reader.reads(head("x.md", "\uFEFF---\ntitle: a\n"))).isTrue();
        assertThat(reader.reads(head("x.md", "# Readme"))).isFalse();
        assertThat(reader.reads(head("x.xml", "---\ntitle: a\n"))).isFalse();
    }

    private static Head head(String name, String text) {
        return new Head(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void lineEndingsDoNotMatter() throws IOException {
        assertThat(read(WHOLE.replace("\n", "\r\n")).parts().get(1).text())
                .isEqualTo(read(WHOLE).parts().get(1).text());
    }
}
