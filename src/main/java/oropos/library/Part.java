package oropos.library;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One stretch of a record's text as a reader found it: the title, a labelled part of an abstract, a
/// paragraph, a block of the guideline form, a question or its answer.
///
/// The reader need not normalise: the store does, cuts long paragraphs at sentence ends and gives
/// every passage its exact place. Parts that are blank after normalising are left out.
///
/// @param headings the headings above it, outermost first ("RESULTS", "Adverse reactions")
/// @param claim typed fields, where the document gave them
public record Part(Passage.Role role, List<String> headings, String text, @Nullable Claim claim) {

    public Part {
        headings = List.copyOf(headings);
    }

    public Part(Passage.Role role, String text) {
        this(role, List.of(), text, null);
    }

    public Part(Passage.Role role, List<String> headings, String text) {
        this(role, headings, text, null);
    }
}
