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

    /// A record as it would be stored, described, without storing it.
    public static Version of(Record record) {
        Typeset typeset = Typeset.of(record);
        Standing standing = record.standing();
        return new Version(
                new Source(
                        record.id(),
                        record.form(),
                        record.id(),
                        record.title(),
                        record.authors(),
                        record.issuer(),
                        record.venue(),
                        record.year(),
                        record.pmid(),
                        record.doi(),
                        record.pmcid(),
                        record.url(),
                        record.licence(),
                        record.language(),
                        record.types(),
                        record.mesh(),
                        record.issuerGrade(),
                        record.newerEdition(),
                        record.published(),
                        record.textKind(),
                        standing == null ? Standing.CURRENT : standing,
                        null,
                        record.linkOnly()),
                typeset.hash(),
                typeset.text(),
                Describer.builtIn().describe(record),
                typeset.passages());
    }
}
