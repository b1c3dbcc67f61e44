package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTests {

    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong(5);

    private ProgressBar bar(boolean terminal) {
        return new ProgressBar(
                new PrintStream(shown, true, StandardCharsets.UTF_8), terminal, clock::get);
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aTerminalSeesOneLineThatChanges() {
        ProgressBar bar = bar(true);
        clock.addAndGet(SECOND);
        bar.step(25, 100, "a.xml");
        clock.addAndGet(SECOND);
        bar.step(50, 100, "a.xml");
        bar.step(51, 100, "a.xml, too soon to be shown");
        bar.done();
        assertThat(text())
                .isEqualTo(
                        "\r25% 25 of 100 a.xml, 25/s, 0 min 3 s remaining\u001b[K"
                                + "\r50% 50 of 100 a.xml, 25/s, 0 min 2 s remaining\u001b[K"
                                + System.lineSeparator());
    }

    @Test
    void aPipeGetsALineEveryTenSecondsWithoutControlCharacters() {
        ProgressBar bar = bar(false);
        for (int second = 1; second <= 25; second++) {
            clock.addAndGet(SECOND);
            bar.step(second, 100, "records");
        }
        bar.done();
        assertThat(text().lines())
                .containsExactly(
                        "10% 10 of 100 records, 1/s, 1 min 30 s remaining",
                        "20% 20 of 100 records, 1/s, 1 min 20 s remaining");
        assertThat(text()).doesNotContain("\r", "\u001b");
    }

    @Test
    void theEndOfLongWorkIsShownAndShortWorkSaysNothing() {
        ProgressBar bar = bar(false);
        bar.step(100, 100, "records");
        bar.done();
        assertThat(text()).isEmpty();
        clock.addAndGet(11 * SECOND);
        bar.step(90, 100, "records");
        bar.step(100, 100, "records");
        assertThat(text().lines()).hasSize(2).last().asString().startsWith("100% 100 of 100");
    }

    @Test
    void withoutATotalItCounts() {
        assertThat(ProgressBar.words(30, 0, "files", 2 * SECOND)).isEqualTo("30 files, 15/s");
        assertThat(ProgressBar.words(0, 10, "files", 0)).isEqualTo("0% 0 of 10 files, 0/s");
    }
}
