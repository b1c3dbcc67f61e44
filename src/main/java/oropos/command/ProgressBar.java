package oropos.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import oropos.library.Progress;

/// One line on a terminal: how much is done, how fast, how long it will still take. Where the stream
/// is no terminal it prints a line every ten seconds instead. What is over sooner says nothing.
final class ProgressBar implements Progress {

    private static final long TERMINAL_PAUSE = Duration.ofMillis(200).toNanos();
    private static final long FILE_PAUSE = Duration.ofSeconds(10).toNanos();

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier clock;
    private long begun;
    private long last;
    private boolean shown;

    ProgressBar(PrintStream out) {
        this(out, System.console() != null && System.console().isTerminal(), System::nanoTime);
    }

    /// @param clock nanoseconds from any beginning
    ProgressBar(PrintStream out, boolean terminal, LongSupplier clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.begun = clock.getAsLong();
        this.last = begun;
    }

    @Override
    public synchronized void step(long done, long total, String what) {
        long now = clock.getAsLong();
        boolean last = shown && done >= total && total > 0;
        if (now - this.last < (terminal ? TERMINAL_PAUSE : FILE_PAUSE) && !last) {
            return;
        }
        this.last = now;
        shown = true;
        out.print(
                (terminal ? "\r" : "")
                        + words(done, total, what, now - begun)
                        + (terminal ? "\u001b[K" : "\n"));
        out.flush();
    }

    /// Ends the line and starts the clock again.
    synchronized void done() {
        if (shown && terminal) {
            out.println();
        }
        shown = false;
        begun = clock.getAsLong();
        last = begun;
    }

    /// Names of files come from outside: a terminal must not obey them.
    static String printable(String words) {
        return words.replaceAll("\\p{Cntrl}", "?");
    }

    static String words(long done, long total, String what, long nanos) {
        double seconds = Math.max(nanos / 1e9, 1e-3);
        double rate = done / seconds;
        StringBuilder words = new StringBuilder();
        if (total > 0) {
            words.append(Math.min(100, 100 * done / total)).append("% ");
        }
        words.append(done);
        if (total > 0) {
            words.append(" of ").append(total);
        }
        words.append(' ')
                .append(printable(what))
                .append(", ")
                .append(Math.round(rate))
                .append("/s");
        if (total > done && rate > 0) {
            long left = Math.round((total - done) / rate);
            words.append(", ")
                    .append(left / 60)
                    .append(" min ")
                    .append(left % 60)
                    .append(" s remaining");
        }
        return words.toString();
    }
}
