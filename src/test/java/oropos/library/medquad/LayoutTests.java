package oropos.library.medquad;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayoutTests {

    @Test
    void aDashAfterAWideGapBeginsAnItemOfTheListAnnouncedBeforeIt() {
        assertThat(
                        Layout.of(
                                "It hurts.    You are more likely to get it if you      - Are old    - Smoke        It can be treated."))
                .isEqualTo(
                        "It hurts.\n\nYou are more likely to get it if you • Are old • Smoke\n\nIt can be treated.");
    }

    @Test
    void paragraphsBehindAColonAreItsItemsUpToWhatIsSurelyProse() {
        assertThat(
                        Layout.of(
                                "Signs include:\n   \nFever\n   \nChest pain\n   \nThe doctor will ask."))
                .isEqualTo("Signs include: • Fever • Chest pain\n\nThe doctor will ask.");
        assertThat(
                        Layout.of(
                                "Triggers include:\n \nCold air\n \nHeavy meals\n \nUnstable Angina\n \nA clot is the cause."))
                .isEqualTo(
                        "Triggers include: • Cold air • Heavy meals\n\nUnstable Angina\n\nA clot is the cause.");
    }

    @Test
    void whereTheEndIsNotSureThereIsNoList() {
        // The last line may be an item or the head of what follows.
        assertThat(
                        Layout.of(
                                "Signs include:\n \nFever\n \nSneezing fits\n \nBlood clots, which can move, form."))
                .doesNotContain("•");
        assertThat(Layout.of("Key Points\n    - It is rare.    - It is mild.")).doesNotContain("•");
    }

    @Test
    void itemsSaidASecondTimeAreNoPartOfTheLastOne() {
        assertThat(
                        Layout.of(
                                "Signs may include: - bad breath   - red gums  - loose teeth  bad breath red gums loose teeth See a dentist. You may - ask   - be asked"))
                .startsWith(
                        "Signs may include: • bad breath • red gums • loose teeth\n\nSee a dentist. You may");
    }

    @Test
    void aParagraphThatGoesOnBehindAGapIsNotParted() {
        assertThat(Layout.of("One of    the signs.")).isEqualTo("One of the signs.");
    }
}
