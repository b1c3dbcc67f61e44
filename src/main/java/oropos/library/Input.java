package oropos.library;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One document to read: a file, or an entry of an archive, already decompressed.
///
/// Whoever makes an input from an archive guards against entries that leave their folder and against
/// bombs; a reader may trust that a stream ends by [#limit()].
public interface Input {

    /// How it is called in messages: the file's name, and for an entry of an archive
    /// `archive.zip!/folder/entry.xml`.
    String name();

    /// A fresh stream from the first byte, decompressed. The caller closes it. Reading beyond
    /// [#limit()] fails with a [SourceFileException].
    InputStream open() throws IOException;

    /// Bytes after decompression, or -1 where unknown before reading.
    long size();

    /// The most bytes its streams will give.
    default long limit() {
        return Long.MAX_VALUE;
    }

    /// The other documents of the same archive or folder whose names end so, in order: what a module
    /// of a book must ask to learn its book. None where the document stands alone.
    default List<Input> companions(String ending) {
        return List.of();
    }

    /// A plain file as it is.
    static Input file(Path path) {
        return new Input() {
            @Override
            public String name() {
                return String.valueOf(path.getFileName());
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(path);
            }

            @Override
            public long size() {
                try {
                    return Files.size(path);
                } catch (IOException unknown) {
                    return -1;
                }
            }
        };
    }

    /// Bytes in memory: entries of the jar, tests.
    static Input bytes(String name, byte[] bytes) {
        return new Input() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
    }
}
