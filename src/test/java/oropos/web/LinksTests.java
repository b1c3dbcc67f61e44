package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTests {

    @Test
    void eachIdentifierLeadsToItsPlace() {
        assertThat(Links.of("29504223", "10.1111/jpc.13768", "PMC7010480", "https://a.example/x"))
                .extracting(Links.Link::name, Links.Link::address)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "Free copy, PMC7010480",
                                "https://pmc.ncbi.nlm.nih.gov/articles/PMC7010480/"),
                        org.assertj.core.groups.Tuple.tuple(
                                "doi:10.1111/jpc.13768", "https://doi.org/10.1111/jpc.13768"),
                        org.assertj.core.groups.Tuple.tuple(
                                "PubMed 29504223", "https://pubmed.ncbi.nlm.nih.gov/29504223/"),
                        org.assertj.core.groups.Tuple.tuple("a.example", "https://a.example/x"));
    }

    @Test
    void thePlacesOwnResolverIsAskedInOpenUrl() {
        assertThat(
                        Links.resolved(
                                "https://links.example/go",
                                "Bones & stones",
                                "J Bone",
                                2018,
                                "29504223",
                                "10.1111/jpc.13768"))
                .hasValueSatisfying(link ->
                        assertThat(link.address())
                                .isEqualTo(
                                        "https://links.example/go?url_ver=Z39.88-2004&ctx_ver=Z39.88-2004"
                                                + "&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal"
                                                + "&rft.genre=article&rft.atitle=Bones%20%26%20stones"
                                                + "&rft.jtitle=J%20Bone&rft.date=2018"
                                                + "&rft_id=info%3Adoi%2F10.1111%2Fjpc.13768"
                                                + "&rft_id=info%3Apmid%2F29504223"));
        assertThat(Links.resolved("", "Title", null, null, "29504223", null)).isEmpty();
        assertThat(Links.resolved("https://links.example/?sid=a", "T", null, null, "x", "y"))
                .isEmpty();
    }

    @Test
    void aDoiWithOddCharactersIsEncoded() {
        assertThat(Links.of(null, "10.1002/(sici)1097<1::aid>3.0;2-#", null, null))
                .extracting(Links.Link::address)
                .containsExactly(
                        "https://doi.org/10.1002/%28sici%291097%3C1%3A%3Aaid%3E3.0%3B2-%23");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "//evil.example",
                "https://a b",
                "https://a\"onclick=x",
                "ftp://a.example"
            })
    void whatIsNoWebAddressBecomesNoLink(String url) {
        assertThat(Links.of(null, null, null, url)).isEmpty();
    }

    @Test
    void whatIsNoIdentifierBecomesNoLink() {
        assertThat(Links.of("12a", "not a doi", "PMC", null)).isEmpty();
        assertThat(Links.of(null, null, null, null)).isEmpty();
    }
}
