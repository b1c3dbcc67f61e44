package oropos.retrieval.lucene;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.IntFunction;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The checksums of a file of vectors, in a file beside it: CRC-32C, 4 bytes a row, little-endian.
///
/// What a failing disk changes in a vector would come out as another ranking and nobody would know.
/// So a row that does not have its checksum is as good as not there, and its text is encoded again.
/// Rows that were written before there were checksums are believed, and get theirs with the next
/// ones.
final class Checksums {

    private static final byte[] HEADER = "oropos sums 1  \n".getBytes(StandardCharsets.US_ASCII);

    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final System.Logger LOG = System.getLogger(Checksums.class.getName());

    private final Path file;
    private final Path of;
    private volatile @Nullable MemorySegment sums;

    /// The checksums of a file.
    Checksums(Path of) {
        this.of = of;
        this.file = file(of);
    }

    /// Where they stand.
    static Path file(Path of) {
        return of.resolveSibling(of.getFileName() + ".sums");
    }

    /// Takes in what was written meanwhile.
    void read() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MemorySegment all =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
            boolean ours =
                    all.byteSize() >= HEADER.length
                            && all.asSlice(0, HEADER.length).mismatch(MemorySegment.ofArray(HEADER))
                                    < 0;
            sums = ours ? all : null;
        }
    }

    /// Forgets all: the file is begun anew.
    void clear() throws IOException {
        Files.deleteIfExists(file);
        sums = null;
    }

    private int count() {
        MemorySegment all = sums;
        return all == null ? 0 : (int) ((all.byteSize() - HEADER.length) / Integer.BYTES);
    }

    /// Whether a row is as it was written, as far as is known; says so in the log where it is not.
    boolean holds(int row, MemorySegment bytes) {
        MemorySegment all = sums;
        if (all == null || row >= count() || all.get(INT, at(row)) == sum(bytes)) {
            return true;
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "Row {0} of {1} is damaged; its text is to be encoded again",
                row,
                of);
        return false;
    }

    private static long at(int row) {
        return HEADER.length + (long) row * Integer.BYTES;
    }

    private static int sum(MemorySegment bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.asByteBuffer());
        return (int) sum.getValue();
    }

    /// Writes the checksums of new rows, and of those before them that have none. It does not wait for
    /// the disk: what a crash loses here is believed or encoded once more.
    ///
    /// @param first the first new row
    /// @param count how many rows there are now
    void write(int first, int count, IntFunction<MemorySegment> rows) throws IOException {
        int from = Math.min(first, count());
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(Integer.BYTES, count - from))
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (int row = from; row < count; row++) {
            bytes.putInt(sum(rows.apply(row)));
        }
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            write(channel, ByteBuffer.wrap(HEADER), 0);
            write(channel, bytes.flip(), at(from));
            channel.truncate(at(count));
        }
        read();
    }

    private static void write(FileChannel to, ByteBuffer bytes, long from) throws IOException {
        long at = from;
        while (bytes.hasRemaining()) {
            at += to.write(bytes, at);
        }
    }
}
