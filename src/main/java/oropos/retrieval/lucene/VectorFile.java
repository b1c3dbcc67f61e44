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
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Vectors on disk, found by the hash of the text they stand for, whatever generation the text is
/// in: a text is encoded once.
///
/// A 256-byte header names the encoder; then come rows of 16 bytes of hash and the vector's floats,
/// little-endian. Rows are only ever appended; of a text that has several the last counts. A row that
/// a crash cut off is ignored and overwritten, one that is damaged ([Checksums]) is not there; a file of
/// another encoder has another name.
public final class VectorFile {

    private static final int HEADER = 256;
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Path file;
    private final byte[] header;
    private final int dimensions;
    private final Map<BytesRef, Integer> rows = new HashMap<>();
    private final Checksums sums;
    private int counted;
    private volatile @Nullable MemorySegment data;

    /// Opens or later makes the file for an encoder.
    ///
    /// @throws IOException where the file exists and is not one of ours
    public VectorFile(Path folder, String encoder, int dimensions) throws IOException {
        this.file = folder.resolve("vectors-" + encoder.replaceAll("[^A-Za-z0-9.-]", "_") + ".bin");
        this.header =
                Arrays.copyOf(
                        ("oropos vectors 1 " + encoder + " " + dimensions + "\n")
                                .getBytes(StandardCharsets.UTF_8),
                        HEADER);
        this.dimensions = dimensions;
        this.sums = new Checksums(file);
        read();
    }

    private int rowLength() {
        return GenerationWriter.HASH + Float.BYTES * dimensions;
    }

    private synchronized void read() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < HEADER) {
                return;
            }
            MemorySegment all =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
            byte[] found = new byte[HEADER];
            MemorySegment.copy(all, ValueLayout.JAVA_BYTE, 0, found, 0, HEADER);
            if (!Arrays.equals(found, header)) {
                throw new IOException(
                        file + " holds vectors of something else; delete it to compute it again");
            }
            int count = (int) ((all.byteSize() - HEADER) / rowLength());
            for (; counted < count; counted++) {
                byte[] hash = new byte[GenerationWriter.HASH];
                MemorySegment.copy(all, ValueLayout.JAVA_BYTE, at(counted), hash, 0, hash.length);
                rows.put(new BytesRef(hash), counted);
            }
            data = all;
            sums.read();
        }
    }

    private long at(int row) {
        return HEADER + (long) row * rowLength();
    }

    /// Takes in what another process appended.
    public void refresh() throws IOException {
        read();
    }

    /// Whether a text's vector is kept, undamaged.
    public boolean has(String text) {
        return row(new BytesRef(GenerationWriter.hash(text))).isPresent();
    }

    synchronized OptionalInt row(BytesRef hash) {
        Integer row = rows.get(hash);
        MemorySegment all = data;
        if (row == null || all == null) {
            return OptionalInt.empty();
        }
        if (!sums.holds(row, bytes(all, row))) {
            rows.remove(hash);
            return OptionalInt.empty();
        }
        return OptionalInt.of(row);
    }

    private MemorySegment bytes(MemorySegment all, int row) {
        return all.asSlice(at(row), rowLength());
    }

    void read(int row, float[] into) {
        MemorySegment all = data;
        if (all == null) {
            throw new IllegalStateException(file + " is empty");
        }
        MemorySegment.copy(all, FLOAT, at(row) + GenerationWriter.HASH, into, 0, dimensions);
    }

    /// Reads a byte of the row's beginning and one of its end. Rows lie far apart, and the processor waits
    /// for the memory of each; it waits for many at once where nothing else stands between them.
    int touch(int row) {
        MemorySegment all = data;
        return all == null
                ? 0
                : all.get(ValueLayout.JAVA_BYTE, at(row))
                        + all.get(ValueLayout.JAVA_BYTE, at(row + 1) - 1);
    }

    /// Appends vectors, in the order of the map, and makes them durable.
    public synchronized void append(Map<String, float[]> vectors) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(rowLength(), vectors.size()))
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (Map.Entry<String, float[]> vector : vectors.entrySet()) {
            if (vector.getValue().length != dimensions) {
                throw new IllegalArgumentException(
                        "a vector here has "
                                + dimensions
                                + " numbers, but was given "
                                + vector.getValue().length);
            }
            bytes.put(GenerationWriter.hash(vector.getKey()));
            for (float number : vector.getValue()) {
                bytes.putFloat(number);
            }
        }
        bytes.flip();
        Files.createDirectories(file.toAbsolutePath().getParent());
        int first;
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.size() < HEADER) {
                channel.write(ByteBuffer.wrap(header), 0);
            }
            first = (int) ((channel.size() - HEADER) / rowLength());
            long end = at(first);
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
            channel.force(true);
        }
        read();
        MemorySegment all = data;
        if (all != null) {
            sums.write(first, counted, row -> bytes(all, row));
        }
    }
}
