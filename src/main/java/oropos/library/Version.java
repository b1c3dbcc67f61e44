package oropos.library;

import java.util.List;

/// One state of a source's text, kept for ever.
///
/// @param hash SHA-256 of `text` in UTF-8, hexadecimal
/// @param text normalised (NFC, one form of white space)
/// @param passages in the order they stand in the text
public record Version(
        Source source, String hash, String text, Study study, List<Passage> passages) {

    public Version {
        passages = List.copyOf(passages);
    }
}
