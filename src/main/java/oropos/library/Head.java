package oropos.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The name of a document and its first bytes, by which a reader knows its own.
///
/// @param name as [Input#name()]
/// @param bytes at most [#LENGTH], decompressed
public record Head(String name, byte[] bytes) {

    /// Enough for an XML declaration, a DOCTYPE and the first elements.
    public static final int LENGTH = 8192;

    public static Head of(Input input) throws IOException {
        try (InputStream in = input.open()) {
            return new Head(input.name(), in.readNBytes(LENGTH));
        }
    }

    /// The bytes read as UTF-8; whatever is not UTF-8 becomes U+FFFD.
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
