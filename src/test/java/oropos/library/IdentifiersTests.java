package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTests {

    @ParameterizedTest
    @CsvSource({
        "10.5555/ABC, 10.5555/abc",
        "doi:10.5555/x.1, 10.5555/x.1",
        "DOI: 10.5555/x, 10.5555/x",
        "https://doi.org/10.5555/x(1)<2>, 10.5555/x(1)<2>",
        "http://dx.doi.org/10.1000.10/x, 10.1000.10/x",
    })
    void doisAreReadFromTheirManyForms(String words, String doi) {
        assertThat(Identifiers.doi(words)).contains(doi);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.5555", "11.5555/x", "10.5555/x y", "not a DOI", "10.5/x"})
    void whatIsNoDoiIsNone(String words) {
        assertThat(Identifiers.doi(words)).isEmpty();
    }

    @Test
    void aDoiWithinWordsEndsBeforeThePunctuation() {
        assertThat(Identifiers.doiIn("J X. 2020;1:2. doi: 10.5555/a.b.,")).contains("10.5555/a.b");
        assertThat(Identifiers.doiIn("J X. 2020;1:2.")).isEmpty();
    }

    @Test
    void pmidsAndPmcidsKeepOnlyTheirNumber() {
        assertThat(Identifiers.pmid(" 0123 ")).contains("123");
        assertThat(Identifiers.pmid("0")).isEmpty();
        assertThat(Identifiers.pmid("12a")).isEmpty();
        assertThat(Identifiers.pmcid("pmc12.3")).contains("PMC12");
        assertThat(Identifiers.pmcid("x")).isEmpty();
    }

    @Test
    void thePmidNamesARecordBeforeThePmcidAndTheDoi() {
        Optional<String> doi = Optional.of("10.5555/x");
        Optional<String> pmcid = Optional.of("PMC1");
        assertThat(Identifiers.source(Optional.of("1"), pmcid, doi))
                .hasToString("Optional[pmid:1]");
        assertThat(Identifiers.source(Optional.empty(), pmcid, doi))
                .hasToString("Optional[pmc:PMC1]");
        assertThat(Identifiers.source(Optional.empty(), Optional.empty(), doi))
                .hasToString("Optional[doi:10.5555/x]");
    }

    @Test
    void endlessIdentifiersAreNone() {
        assertThat(Identifiers.doi("10.5555" + ".1".repeat(1_000_000) + "/x")).isEmpty();
        assertThat(Identifiers.doiIn("10.5555/" + ".".repeat(1_000_000) + "x")).isEmpty();
        assertThat(Identifiers.pmid("0".repeat(1_000_000))).isEmpty();
    }
}
