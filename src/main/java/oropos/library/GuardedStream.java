package oropos.library;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Decompressed bytes that end by a limit, and whose damage is told in a sentence.
///
/// Literature compresses about 5 to 15 times; a document that grows 200 times and beyond 50 MB is
/// made to fill a computer.
final class GuardedStream extends FilterInputStream {

    /// Bytes of one document after decompression. PubMed's yearly files have about 0.3 GB.
    static final long MAX_DOCUMENT = 8L << 30;

    /// Below this many bytes nothing is a bomb.
    static final long SUSPICIOUS = 50L << 20;

    /// Decompressed bytes for one compressed byte.
    static final int MAX_RATIO = 200;

    private final String name;
    private final @Nullable LongSupplier packed;
    private long bytes;

    GuardedStream(InputStream in, String name, @Nullable LongSupplier packed) {
        super(in);
        this.name = name;
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(buffer, offset, length);
        } catch (EOFException | ZipException damage) {
            throw new SourceFileException(
                    "the compressed data are damaged or end too early",
                    name,
                    "fetch the file again; what stood before the damage was read",
                    damage);
        }
        if (read > 0) {
            bytes += read;
            check();
        }
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        byte[] passed = new byte[(int) Math.min(wanted, 1 << 13)];
        return Math.max(0, read(passed, 0, passed.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void check() {
        if (bytes > MAX_DOCUMENT) {
            throw new SourceFileException(
                    "the document is longer than " + MAX_DOCUMENT + " bytes", name, "split it");
        }
        if (packed != null
                && bytes > SUSPICIOUS
                && bytes / MAX_RATIO > Math.max(1, packed.getAsLong())) {
            throw new SourceFileException(
                    "the compressed data grow more than " + MAX_RATIO + " times, as bombs do",
                    name,
                    "decompress it yourself if you trust it");
        }
    }

    /// Counts the bytes taken from a stream.
    static final class Counted extends FilterInputStream {
        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        long bytes() {
            return bytes;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            bytes += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            bytes += Math.max(0, read);
            return read;
        }
    }
}
