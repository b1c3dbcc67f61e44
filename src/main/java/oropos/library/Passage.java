package oropos.library;

import java.util.List;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Span;

/// A stretch of one version of a source, at its exact place.
///
/// @param id unique in the library and stable: source, version and ordinal
/// @param span where it stands in the version's text
/// @param text the words there, always `version.text().substring(start, end)`
/// @param headings the headings above it, outermost first ("RESULTS", "Adverse reactions")
/// @param claim typed fields, where the document gave them
public record Passage(
        Id id, Role role, Span span, String text, List<String> headings, @Nullable Claim claim) {

    /// The name of a passage.
    ///
    /// @param version SHA-256 of the version's text
    /// @param ordinal its place in the version, from 0
    public record Id(SourceId source, String version, int ordinal) {
        @Override
        public String toString() {
            return source + "@" + version.substring(0, 12) + "/" + ordinal;
        }
    }

    /// What a passage is in its source.
    public enum Role {
        TITLE,
        ABSTRACT,
        BODY,
        BLOCK,
        QUESTION,
        ANSWER
    }

    public Passage {
        headings = List.copyOf(headings);
    }
}
