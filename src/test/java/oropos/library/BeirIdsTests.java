package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeirIdsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31715818",
                "MED-10",
                "a b",
                "100%",
                "%0041",
                "tab\there",
                "Ünï\u00a0code",
                "doc/12#3?x=y&z",
                "日本 語",
                "😀",
                "\ud83d",
                " leading",
                "line\nbreak",
                "\u0000"
            })
    void anIdComesBackAsItWas(String id) {
        assertThat(BeirIds.id(BeirIds.source(id))).isEqualTo(id);
    }

    @Test
    void aUsualIdReadsAsItIs() {
        assertThat(BeirIds.source("MED-10").value()).isEqualTo("beir:MED-10");
    }

    @Test
    void theNameOfAnotherSourceIsKeptWhole() {
        assertThat(BeirIds.id(SourceId.pmid("123"))).isEqualTo("pmid:123");
    }
}
