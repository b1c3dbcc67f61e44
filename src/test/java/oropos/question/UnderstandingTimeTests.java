package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// How long understanding takes: 20 ms for a line, 150 ms for a page of 3,000 characters. Held here with five
/// and ten times as much for machines that do other work; the median of what was measured is printed, by
/// the clock and in time of the processor, which other work does not lengthen as much.
class UnderstandingTimeTests {

    private static final String LINE =
            "What is the best treatment for an 8-year-old patient with T12 and T11 compression"
                    + " fractures and borderline osteoporosis?";

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    /// @param processor milliseconds the processor spent
    private record Spent(double clock, double processor) {}

    private static Spent median(String text, int times) {
        for (int i = 0; i < times; i++) {
            Asking.understood(text);
        }
        long[] nanos = new long[times];
        long[] busy = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            long before = THREAD.getCurrentThreadCpuTime();
            Asking.understood(text);
            busy[i] = THREAD.getCurrentThreadCpuTime() - before;
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        Arrays.sort(busy);
        return new Spent(nanos[times / 2] / 1e6, busy[times / 2] / 1e6);
    }

    @Test
    void aLineAndAPageAreUnderstoodInTime() {
        StringBuilder page = new StringBuilder();
        while (page.length() < 3_000) {
            page.append("He is 8 years old and has had back pain for three weeks, no fever, no")
                    .append(
                            " weight loss, and takes prednisolone 5 mg daily for nephrotic syndrome. ");
        }
        Spent line = median(LINE, 60);
        Spent whole = median(page + LINE, 20);
        System.out.printf(
                "understanding: a line %.1f ms (%.1f ms of the processor), a page %.1f ms (%.1f)%n",
                line.clock(), line.processor(), whole.clock(), whole.processor());
        assertThat(line.clock()).as("a line, in ms").isLessThan(100);
        assertThat(whole.clock()).as("a page, in ms").isLessThan(1_500);
    }
}
