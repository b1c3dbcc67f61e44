package oropos.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class NormalTests {

    @Test
    void makesWhiteSpaceOne() {
        assertThat(Normal.text("  a \t b\u00a0\u2009c\nd\r\ne  ")).isEqualTo("a b c d e");
        assertThat(Normal.text("a\n\nb\r\n \r\nc\n\n\n\nd")).isEqualTo("a\n\nb\n\nc\n\nd");
        assertThat(Normal.text("a\u2028b\u2029c")).isEqualTo("a b\n\nc");
        assertThat(Normal.text("")).isEmpty();
        assertThat(Normal.text(" \n\n ")).isEmpty();
    }

    @Test
    void composes() {
        assertThat(Normal.text("Sjo\u0308gren")).isEqualTo("Sj\u00f6gren");
        assertThat(Normal.text("T\u2081\u2082 10\u2079 \u00bd"))
                .isEqualTo("T\u2081\u2082 10\u2079 \u00bd");
    }

    @Test
    void leavesOutWhatNobodySees() {
        assertThat(Normal.text("osteo\u00adporosis\u200b\ufeff\u0000\u0007"))
                .isEqualTo("osteoporosis");
        assertThat(Normal.text("a\u202eb\u202c\u2066c\u2069")).isEqualTo("abc");
        assertThat(Normal.text("a" + Character.toString(0xE0041) + "b")).isEqualTo("ab");
        assertThat(Normal.text("x\ud800y")).isEqualTo("x\ufffdy");
    }

    @Test
    void keepsEmojiAndScripts() {
        String family = "👩‍👩‍👧 שלום می‌خواهم";
        assertThat(Normal.text(family)).isEqualTo(family);
    }

    @Test
    void cutsStacksOfMarks() {
        assertThat(Normal.text("a" + "\u0301\u0323".repeat(50_000)).length()).isLessThan(40);
    }

    @RepeatedTest(200)
    void twiceIsOnce(RepetitionInfo repetition) {
        String text = RandomText.of(new Random(repetition.getCurrentRepetition()), 200);
        String once = Normal.text(text);
        assertThat(Normal.text(once)).isEqualTo(once);
        assertThat(Normalizer.isNormalized(once, Normalizer.Form.NFC)).isTrue();
        assertThat(once).doesNotContain("  ").doesNotContain("\n\n\n").doesNotContain("\t");
        assertThat(once).isEqualTo(once.strip());
    }
}
