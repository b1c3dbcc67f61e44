package oropos.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListingTests {

    private static final String TEXT =
            "Gout hurts. You are more likely to get it if you \u2022 Are a man. Men have more uric acid. \u2022 Smoke\n\nIt can be treated.";

    @Test
    void aListIsOneUnitFromTheSentenceThatAnnouncesItToTheEndOfItsParagraph() {
        assertThat(Listing.units(TEXT))
                .extracting(unit -> unit.of(TEXT))
                .containsExactly(
                        "Gout hurts.",
                        "You are more likely to get it if you \u2022 Are a man. Men have more uric acid. \u2022 Smoke",
                        "It can be treated.");
    }

    @Test
    void whatAnnouncesItAndItsItemsAreItsParts() {
        String unit = Listing.written("Do not take it if you:", List.of("have an ulcer", "bleed"));
        Listing listing = Listing.whole(unit).orElseThrow();
        assertThat(listing.leadIn().of(unit)).isEqualTo("Do not take it if you:");
        assertThat(listing.items())
                .extracting(item -> item.of(unit))
                .containsExactly("have an ulcer", "bleed");
    }

    @Test
    void oneItemOrNoWordsBeforeThemAreNoList() {
        assertThat(Listing.whole("Signs: \u2022 fever")).isEmpty();
        assertThat(Listing.whole("\u2022 fever \u2022 cough")).isEmpty();
        assertThat(Listing.units("Fever. Cough.")).hasSize(2);
    }

    @Test
    void everyPlaceBehindTheFirstMarkIsInsideIt() {
        assertThat(Listing.isCutAt(TEXT, TEXT.indexOf("Men have"))).isTrue();
        assertThat(Listing.isCutAt(TEXT, TEXT.indexOf("You are"))).isFalse();
        assertThat(Listing.isCutAt(TEXT, TEXT.indexOf("\n\n"))).isFalse();
        assertThat(Listing.isCutAt(TEXT, TEXT.indexOf("It can"))).isFalse();
    }
}
