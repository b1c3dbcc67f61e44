package oropos.library;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// A document as it stands in a file or in an archive, opened through gzip where its first bytes say
/// so, and never longer than the limits of [GuardedStream] allow.
final class CompressedInput implements Input {

    private static final int BUFFER = 1 << 16;

    /// Where its raw bytes come from.
    @FunctionalInterface
    interface Origin {
        InputStream open() throws IOException;
    }

    private final String name;
    private final Origin origin;
    private final long size;
    private final List<Input> siblings;

    CompressedInput(String name, Origin origin, long size, List<Input> siblings) {
        this.name = name;
        this.origin = origin;
        this.size = size;
        this.siblings = siblings;
    }

    static CompressedInput file(Path file, String name, List<Input> siblings) {
        long size;
        try {
            size = Files.size(file);
        } catch (IOException unknown) {
            size = -1;
        }
        return new CompressedInput(name, () -> Files.newInputStream(file), size, siblings);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public long limit() {
        return GuardedStream.MAX_DOCUMENT;
    }

    @Override
    public List<Input> companions(String ending) {
        return siblings.stream().filter(other -> other.name().endsWith(ending)).toList();
    }

    @Override
    public InputStream open() throws IOException {
        InputStream raw = new BufferedInputStream(origin.open(), BUFFER);
        try {
            raw.mark(4);
            byte[] magic = raw.readNBytes(2);
            raw.reset();
            if (magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b) {
                GuardedStream.Counted packed = new GuardedStream.Counted(raw);
                return new GuardedStream(new GZIPInputStream(packed, 1 << 13), name, packed::bytes);
            }
            return new GuardedStream(raw, name, null);
        } catch (IOException damage) {
            raw.close();
            throw damage;
        }
    }
}
