package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.review.ReviewedLibrary;

/// How soon the first byte of an article's page comes while many ask for it, and how heavy it is.
///
/// Requests are due at fixed times whether or not earlier ones were answered, and a time counts from when
/// a request was due: a server that stalls is not spared. `-Doropos.load=500 -Doropos.load.seconds=20`
/// measures; the suite is content with less.
@Tag("measured")
class ArticleLoadTests {

    private static final int RATE = Integer.getInteger("oropos.load", 100);
    private static final int SECONDS = Integer.getInteger("oropos.load.seconds", 3);
    private static final int CONNECTIONS = 16;
    private static final int WARM = 3_000;

    /// 45 KB, apart from the font.
    private static final int HEAVIEST = 45 * 1024;

    /// What a busy machine that builds may need; the aim itself is measured on request.
    private static final double PATIENCE_MILLIS = 1_000;

    @TempDir Path folder;
    private int port;

    /// How late each request was sent, because the machine was busy or the answer before it was late.
    private final Queue<Long> late = new ConcurrentLinkedQueue<>();

    @Test
    void theFirstByteComesSoonAndThePageIsLight() throws Exception {
        Path data = folder.resolve("data");
        String path;
        try (ReviewedLibrary house = new ReviewedLibrary(data)) {
            path = "/articles/" + house.published(house.submitted(ReviewedLibrary.CHILD)).address();
        }
        try (Program server = Program.serving(data)) {
            port = server.port();
            Got page;
            try (Line line = new Line()) {
                page = line.get(path);
                for (int i = 0; i < WARM; i++) {
                    line.get(path);
                }
            }
            ProcessHandle serving = server.process().toHandle();
            Duration before = serving.info().totalCpuDuration().orElse(Duration.ZERO);
            long[] nanos = load(path);
            Duration used = serving.info().totalCpuDuration().orElse(Duration.ZERO).minus(before);
            long[] sent = late.stream().mapToLong(Long::longValue).sorted().toArray();
            System.err.printf(
                    "article page: %d bytes packed, %d requests at %d/s over %d connections, first byte"
                            + " median %.2f ms, p95 %.2f ms, p99 %.2f ms, longest %.1f ms; sent late by"
                            + " the asker: p95 %.2f ms, p99 %.2f ms; the server used %.3f ms of"
                            + " processor time for each%n",
                    page.bytes(),
                    nanos.length,
                    RATE,
                    CONNECTIONS,
                    millis(nanos, 0.5),
                    millis(nanos, 0.95),
                    millis(nanos, 0.99),
                    millis(nanos, 1),
                    millis(sent, 0.95),
                    millis(sent, 0.99),
                    used.toNanos() / 1e6 / nanos.length);
            assertThat(nanos).hasSize(RATE * SECONDS);
            assertThat(page.bytes()).isLessThan(HEAVIEST);
            assertThat(millis(nanos, 0.99)).isLessThan(PATIENCE_MILLIS);
        }
    }

    private long[] load(String path) throws Exception {
        List<Callable<List<Long>>> parts = new ArrayList<>();
        long begin = System.nanoTime() + 200_000_000L;
        for (int c = 0; c < CONNECTIONS; c++) {
            int first = c;
            parts.add(() -> {
                List<Long> taken = new ArrayList<>();
                try (Line line = new Line()) {
                    for (int i = first; i < RATE * SECONDS; i += CONNECTIONS) {
                        long due = begin + i * 1_000_000_000L / RATE;
                        for (long wait = due - System.nanoTime();
                                wait > 0;
                                wait = due - System.nanoTime()) {
                            LockSupport.parkNanos(wait);
                        }
                        late.add(System.nanoTime() - due);
                        Got got = line.get(path);
                        taken.add(got.firstByte() - due);
                    }
                }
                return taken;
            });
        }
        List<Long> all = new ArrayList<>();
        try (ExecutorService askers = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (Future<List<Long>> part : askers.invokeAll(parts)) {
                all.addAll(part.get());
            }
        }
        return all.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static double millis(long[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, rank)] / 1e6;
    }

    private record Got(long firstByte, int bytes) {}

    /// One connection that is kept open, as a browser or a proxy keeps it.
    private final class Line implements AutoCloseable {

        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        private final InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        private final OutputStream out = socket.getOutputStream();

        private Line() throws IOException {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(20_000);
        }

        Got get(String path) throws IOException {
            out.write(
                    ("GET "
                                    + path
                                    + " HTTP/1.1\r\nHost: localhost:"
                                    + port
                                    + "\r\nAccept-Encoding: gzip\r\nSec-Fetch-Site: none\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            in.mark(1);
            if (in.read() < 0) {
                throw new IOException("the server hung up");
            }
            long first = System.nanoTime();
            in.reset();
            String status = head();
            assertThat(status).startsWith("HTTP/1.1 200");
            int length = -1;
            for (String line = head(); !line.isEmpty(); line = head()) {
                if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
                }
            }
            assertThat(length).as("its length is told").isPositive();
            in.readNBytes(length);
            return new Got(first, length);
        }

        private String head() throws IOException {
            byte[] line = new byte[8_192];
            int at = 0;
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("the server hung up");
                }
                line[at++] = (byte) c;
            }
            return new String(Arrays.copyOf(line, at - 1), StandardCharsets.US_ASCII);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
