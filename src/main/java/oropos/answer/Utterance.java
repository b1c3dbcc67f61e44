package oropos.answer;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.Evidence;
import oropos.library.Claim;
import oropos.terminology.Span;

/// Something a weighed passage says, ready to become a statement.
///
/// @param span where it stands in the version's text
/// @param text the exact words there
/// @param claim its typed fields, stated by the document or read from the sentence
/// @param lead the stretch fit to head an answer, or null where only the whole may be shown
/// @param relevance share of the question's words it meets, 0 to 1
/// @param own the same of its own words alone, without what its place adds
/// @param subject share of the question's problems, drugs, procedures and tests it speaks of, 0 to 1;
///     of a block with its title, of a sentence by its own words
/// @param fitOrder how near its people are, 0 the nearest; see [Ranking]
/// @param typed whether the document itself gave the fields
record Utterance(
        Evidence row,
        Span span,
        String text,
        Claim claim,
        @Nullable Span lead,
        double relevance,
        double own,
        double subject,
        int fitOrder,
        boolean typed) {

    private static final Pattern FIGURE = Pattern.compile("\\b(?!(?:19|20)\\d\\d\\b)\\d[\\d.,]*");

    String leadText() {
        return lead == null
                ? text
                : text.substring(lead.start() - span.start(), lead.end() - span.start());
    }

    Span leadSpan() {
        return lead == null ? span : lead;
    }

    /// Whether it tells a figure; a year is none.
    boolean hasNumber() {
        return FIGURE.matcher(text).find();
    }
}
