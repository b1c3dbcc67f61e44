package oropos.retrieval.lucene;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The vectors of the word pieces of texts on disk, one bit a dimension ([OneBit]), found by the hash
/// of the text: about 10 KB for an abstract instead of 124.
///
/// Two files, both little-endian, with a header that names the encoder and only ever appended to. In
/// the data file stand the mean vector of the first texts written, which every code refers to, and
/// then for each text its pieces (2 bytes each), their scales (2 bytes each, IEEE 754 half) and their
/// bits. In the list stand a text's hash, place and count. The list is written when the data are
/// safe on disk, so that what a crash cut off is not in the list and is overwritten. A text whose pieces
/// are damaged ([Checksums]) is not there; of a text that stands there several times the last counts.
public final class TokenFile {

    private static final int HEADER = 4_096;
    private static final int MEAN_AT = 256;
    private static final int ROW = GenerationWriter.HASH + Long.BYTES + Integer.BYTES;
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Path data;
    private final Path list;
    private final byte[] name;
    private final int dimensions;
    private final int words;
    private final Map<BytesRef, Place> places = new HashMap<>();
    private final Checksums sums;
    private long end = HEADER;
    private int rows;
    private float @Nullable [] mean;
    private volatile @Nullable MemorySegment codes;

    /// Where a text's pieces stand, and as the how manieth.
    private record Place(long at, int count, int row) {}

    /// A text to write.
    ///
    /// @param states for each piece its vector
    @SuppressWarnings("ArrayRecordComponent")
    public record Text(String text, int[] pieces, float[][] states) {}

    /// A text read again.
    ///
    /// @param codes the bits of the pieces, one after another
    @SuppressWarnings("ArrayRecordComponent")
    record Codes(int[] pieces, float[] scales, long[] codes) {}

    /// Opens or later makes the files for an encoder.
    ///
    /// @throws IOException where they exist and are not ours
    public TokenFile(Path folder, String encoder, int dimensions) throws IOException {
        String file = "tokens-" + encoder.replaceAll("[^A-Za-z0-9.-]", "_");
        this.data = folder.resolve(file + ".bin");
        this.list = folder.resolve(file + ".list");
        this.name =
                Arrays.copyOf(
                        ("oropos tokens 1 " + encoder + " " + dimensions + "\n")
                                .getBytes(StandardCharsets.UTF_8),
                        MEAN_AT);
        this.dimensions = dimensions;
        this.words = OneBit.words(dimensions);
        if (MEAN_AT + Float.BYTES * dimensions > HEADER) {
            throw new IllegalArgumentException(dimensions + " dimensions do not fit the header");
        }
        this.sums = new Checksums(data);
        read();
    }

    private synchronized void read() throws IOException {
        if (!Files.exists(list) || !Files.exists(data)) {
            return;
        }
        try (FileChannel of = FileChannel.open(list, StandardOpenOption.READ);
                FileChannel from = FileChannel.open(data, StandardOpenOption.READ)) {
            if (of.size() < MEAN_AT || from.size() < HEADER) {
                return;
            }
            MemorySegment all = map(from);
            MemorySegment listed = map(of);
            check(all, data);
            check(listed, list);
            float[] shared = new float[dimensions];
            MemorySegment.copy(all, FLOAT, MEAN_AT, shared, 0, dimensions);
            sums.read();
            if (!sums.holds(0, all.asSlice(0, HEADER))) {
                throw new IOException(
                        data
                                + " is damaged at its beginning; delete it and "
                                + list.getFileName()
                                + " to compute it again");
            }
            mean = shared;
            int count = (int) ((listed.byteSize() - MEAN_AT) / ROW);
            for (; rows < count; rows++) {
                byte[] hash = new byte[GenerationWriter.HASH];
                MemorySegment.copy(
                        listed, ValueLayout.JAVA_BYTE, inList(rows), hash, 0, hash.length);
                Place place = listed(listed, rows);
                long after = place.at() + length(place.count());
                if (place.at() < HEADER || place.count() < 0 || after > all.byteSize()) {
                    break;
                }
                places.put(new BytesRef(hash), place);
                end = Math.max(end, after);
            }
            codes = all;
        }
    }

    private static long inList(int row) {
        return MEAN_AT + (long) row * ROW;
    }

    private static Place listed(MemorySegment listed, int row) {
        long at = inList(row) + GenerationWriter.HASH;
        return new Place(listed.get(LONG, at), listed.get(INT, at + Long.BYTES), row);
    }

    private static MemorySegment map(FileChannel channel) throws IOException {
        return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
    }

    private void check(MemorySegment found, Path file) throws IOException {
        byte[] there = new byte[MEAN_AT];
        MemorySegment.copy(found, ValueLayout.JAVA_BYTE, 0, there, 0, MEAN_AT);
        if (!Arrays.equals(there, name)) {
            throw new IOException(
                    file + " holds vectors of something else; delete it to compute it again");
        }
    }

    /// Bytes of a text's pieces.
    private long length(int count) {
        return (long) count * (2 * Short.BYTES + words * Long.BYTES);
    }

    /// Takes in what another process appended.
    public void refresh() throws IOException {
        read();
    }

    /// Whether a text's pieces are kept, undamaged.
    public boolean has(String text) {
        return whole(new BytesRef(GenerationWriter.hash(text))) != null;
    }

    /// Whether a text's pieces are kept; whether they are damaged shows when they are read.
    synchronized boolean has(BytesRef hash) {
        return places.containsKey(hash);
    }

    /// The vector every code refers to.
    synchronized float[] mean() {
        if (mean == null) {
            throw new IllegalStateException(data + " is empty");
        }
        return mean;
    }

    /// A text's pieces; none where they are not kept.
    Codes read(BytesRef hash) {
        Place place = whole(hash);
        MemorySegment all = codes;
        if (place == null || all == null) {
            return new Codes(new int[0], new float[0], new long[0]);
        }
        int count = place.count();
        float[] scales = new float[count];
        for (int i = 0; i < count; i++) {
            scales[i] =
                    Float.float16ToFloat(
                            all.get(SHORT, place.at() + (long) (count + i) * Short.BYTES));
        }
        long[] bits = new long[count * words];
        MemorySegment.copy(all, LONG, place.at() + 2L * count * Short.BYTES, bits, 0, bits.length);
        return new Codes(pieces(all, place), scales, bits);
    }

    /// The pieces of a text alone.
    int[] pieces(BytesRef hash) {
        Place place = place(hash);
        MemorySegment all = codes;
        return place == null || all == null ? new int[0] : pieces(all, place);
    }

    private static int[] pieces(MemorySegment all, Place place) {
        int[] pieces = new int[place.count()];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = Short.toUnsignedInt(all.get(SHORT, place.at() + (long) i * Short.BYTES));
        }
        return pieces;
    }

    private synchronized @Nullable Place place(BytesRef hash) {
        return places.get(hash);
    }

    /// Where a text's pieces stand, unless they are damaged, which is remembered.
    private synchronized @Nullable Place whole(BytesRef hash) {
        Place place = places.get(hash);
        MemorySegment all = codes;
        if (place == null || all == null || sums.holds(place.row() + 1, bytes(all, place))) {
            return place;
        }
        places.remove(hash);
        return null;
    }

    private MemorySegment bytes(MemorySegment all, Place place) {
        return all.asSlice(place.at(), length(place.count()));
    }

    /// Appends texts in this order and makes them durable.
    @SuppressWarnings("try") // the lock is held, not used
    public synchronized void append(List<Text> texts) throws IOException {
        if (texts.isEmpty()) {
            return;
        }
        Files.createDirectories(data.toAbsolutePath().getParent());
        try (FileChannel to =
                        FileChannel.open(
                                data, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileChannel of =
                        FileChannel.open(
                                list, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = of.lock()) {
            read();
            float[] shared = mean;
            if (shared == null) {
                shared = mean(texts);
                sums.clear();
                of.truncate(0);
                write(to, header(shared), 0);
                write(of, ByteBuffer.wrap(name), 0);
            }
            int first = rows;
            of.truncate(inList(first)); // what pointed at data that were lost
            ByteBuffer listed =
                    ByteBuffer.allocate(texts.size() * ROW).order(ByteOrder.LITTLE_ENDIAN);
            long at = end;
            for (Text text : texts) {
                listed.put(GenerationWriter.hash(text.text()));
                listed.putLong(at).putInt(text.pieces().length);
                at = write(to, coded(text, shared), at);
            }
            to.force(true);
            write(of, listed.flip(), inList(first));
            of.force(true);
            read();
            sum(first);
        }
    }

    /// Writes the checksums of the header and of every row from this one on.
    private void sum(int first) throws IOException {
        MemorySegment all = codes;
        if (all == null) {
            return;
        }
        try (FileChannel from = FileChannel.open(list, StandardOpenOption.READ)) {
            MemorySegment listed = map(from);
            sums.write(
                    first == 0 ? 0 : first + 1,
                    rows + 1,
                    row -> row == 0 ? all.asSlice(0, HEADER) : bytes(all, listed(listed, row - 1)));
        }
    }

    private float[] mean(List<Text> texts) {
        double[] sums = new double[dimensions];
        long count = 0;
        for (Text text : texts) {
            for (float[] state : text.states()) {
                count++;
                for (int k = 0; k < dimensions; k++) {
                    sums[k] += state[k];
                }
            }
        }
        float[] shared = new float[dimensions];
        for (int k = 0; k < dimensions && count > 0; k++) {
            shared[k] = (float) (sums[k] / count);
        }
        return shared;
    }

    private ByteBuffer header(float[] shared) {
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put(name);
        for (float number : shared) {
            header.putFloat(number);
        }
        return header.rewind();
    }

    private ByteBuffer coded(Text text, float[] shared) {
        int count = text.pieces().length;
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.toIntExact(length(count))).order(ByteOrder.LITTLE_ENDIAN);
        long[] bits = new long[count * words];
        float[] scales = new float[count];
        for (int i = 0; i < count; i++) {
            scales[i] = OneBit.encode(text.states()[i], shared, bits, i * words);
            bytes.putShort((short) text.pieces()[i]);
        }
        for (float scale : scales) {
            bytes.putShort(Float.floatToFloat16(scale));
        }
        for (long word : bits) {
            bytes.putLong(word);
        }
        return bytes.flip();
    }

    private static long write(FileChannel to, ByteBuffer bytes, long from) throws IOException {
        long at = from;
        while (bytes.hasRemaining()) {
            at += to.write(bytes, at);
        }
        return at;
    }
}
