package oropos.web;

import org.jspecify.annotations.Nullable;
import oropos.answer.Answer.Citation;
import oropos.answer.Answer.Reference;

/// A cited passage as a reader meets it: at its mark, in the evidence rail, and on paper.
///
/// @param label what the mark shows: the work's number, with a letter where the answer cites several
///     passages of it
/// @param reference the work, or null where the answer names none (never in a checked answer)
record Note(String label, Citation citation, @Nullable Reference reference, Surroundings place) {

    /// The anchor of the note on the page.
    public String id() {
        return "c-" + label;
    }

    public boolean isSummary() {
        return citation.textKind().startsWith("summary");
    }

    /// Where the passage can be read in its source.
    public String address() {
        return SourcePage.address(citation);
    }

    /// Whether this passage fits the patient otherwise than its work as a whole.
    public boolean isOwnFit() {
        return reference != null && !reference.fit().equals(citation.fit());
    }
}
