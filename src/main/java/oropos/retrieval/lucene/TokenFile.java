package oropos.retrieval.lucene;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The vectors of the word pieces of texts on disk, one bit a dimension ([OneBit]), found by the hash
/// of the text: about 10 KB for an abstract instead of 124.
///
/// Two files, both little-endian, with a header that names the encoder and the mean and only ever
/// appended to. In the data file stand the mean vector, which every code refers to and which no library
/// has its own of ([oropos.inference.PieceMean]), and then for each text its pieces (2 bytes each), their scales (2 bytes each, IEEE 754 half) and their
/// bits. In the list stand a text's hash, place and count. The list is written when the data are
/// safe on disk, so that what a crash cut off is not in the list and is overwritten. A text whose pieces
/// are damaged ([Checksums]) is not there; of a text that stands there several times the last counts.
public final class TokenFile {

    private static final int HEADER = 4_096;
    private static final int MEAN_AT = 256;
    private static final String DATA = ".bin";
    private static final String LIST = ".list";

    /// Begins the header; before 2 the mean was that of the first texts written.
    private static final String KIND = "oropos tokens ";

    /// The mean of a file that is only read.
    private static final Supplier<float[]> NEVER =
            () -> {
                throw new IllegalStateException("files of an earlier mean are not begun anew");
            };

    private static final System.Logger LOG = System.getLogger(TokenFile.class.getName());

    private static final int ROW = GenerationWriter.HASH + Long.BYTES + Integer.BYTES;
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final String encoder;
    private final Path data;
    private final Path list;
    private final byte[] name;
    private final int dimensions;
    private final int words;
    private final Supplier<float[]> whose;
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

    /// The mean that codes refer to.
    ///
    /// @param name another mean, another name
    /// @param states asked for once, when the files are begun
    public record Mean(String name, Supplier<float[]> states) {}

    /// Opens or later makes the files for an encoder and a mean.
    ///
    /// @throws IOException where they exist and are not ours
    public TokenFile(Path folder, String encoder, int dimensions, Mean mean) throws IOException {
        this(
                encoder,
                folder.resolve(file(encoder) + "-" + mean.name() + DATA),
                KIND + "2 " + encoder + " " + dimensions + " " + mean.name() + "\n",
                dimensions,
                mean.states());
    }

    private TokenFile(
            String encoder, Path data, String line, int dimensions, Supplier<float[]> whose)
            throws IOException {
        this.encoder = encoder;
        this.data = data;
        this.list = list(data);
        this.name = Arrays.copyOf(line.getBytes(StandardCharsets.UTF_8), MEAN_AT);
        this.dimensions = dimensions;
        this.words = OneBit.words(dimensions);
        this.whose = whose;
        if (MEAN_AT + Float.BYTES * dimensions > HEADER) {
            throw new IllegalArgumentException(dimensions + " dimensions do not fit the header");
        }
        this.sums = new Checksums(data);
        read();
    }

    private static String file(String encoder) {
        return "tokens-" + encoder.replaceAll("[^A-Za-z0-9.-]", "_");
    }

    private static Path list(Path data) {
        String name = data.getFileName().toString();
        return data.resolveSibling(name.substring(0, name.length() - DATA.length()) + LIST);
    }

    /// What the same encoder left under other means: to be searched, never to be added to, until all
    /// texts are there under this one. What is damaged, or was just deleted, is left out.
    public List<TokenFile> earlier() throws IOException {
        List<TokenFile> earlier = new ArrayList<>();
        for (Path other : others()) {
            try {
                earlier.add(new TokenFile(encoder, other, line(other), dimensions, NEVER));
            } catch (IOException unusable) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "{0} is not searched: {1}",
                        other,
                        unusable.getMessage());
            }
        }
        return earlier;
    }

    /// Deletes what [#earlier] tells.
    public void forgetEarlier() throws IOException {
        for (Path other : others()) {
            Files.deleteIfExists(list(other));
            Files.deleteIfExists(other);
            Files.deleteIfExists(Checksums.file(other));
        }
    }

    private List<Path> others() throws IOException {
        Path folder = data.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        String begin = " " + encoder + " " + dimensions;
        List<Path> others = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, file(encoder) + "*" + DATA)) {
            for (Path other : files) {
                String line = line(other);
                boolean same =
                        line.startsWith(KIND + "1" + begin + "\n")
                                || line.startsWith(KIND + "2" + begin + " ");
                if (same && !other.getFileName().equals(data.getFileName())) {
                    others.add(other);
                }
            }
        }
        Collections.sort(others);
        return others;
    }

    /// The first line of a file; nothing where it has none.
    private static String line(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            String begin = new String(stream.readNBytes(MEAN_AT), StandardCharsets.UTF_8);
            return begin.substring(0, begin.indexOf('\n') + 1);
        }
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
                shared = whose.get();
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
