package oropos.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import oropos.terminology.Span;

/// A text with what identifies a person taken out.
///
/// @param text the text as read
/// @param removals what is taken out, in order, not overlapping
record Redaction(String text, List<Removal> removals) {

    /// One stretch taken out.
    record Removal(Span span, String kind, String replacement) {}

    Redaction {
        removals = List.copyOf(removals);
    }

    /// The text without identifiers.
    String clean() {
        return of(new Span(0, text.length()));
    }

    /// A stretch of the text without identifiers. One that is cut by the stretch is taken out whole.
    String of(Span span) {
        StringBuilder clean = new StringBuilder();
        int at = span.start();
        for (Removal removal : removals) {
            if (removal.span().end() <= at || removal.span().start() >= span.end()) {
                continue;
            }
            clean.append(text, at, Math.max(at, removal.span().start()));
            clean.append(removal.replacement());
            at = removal.span().end();
        }
        if (at < span.end()) {
            clean.append(text, at, span.end());
        }
        return clean.toString();
    }

    boolean covers(Span span) {
        return removals.stream().anyMatch(removal -> removal.span().overlaps(span));
    }

    /// What was taken out, each kind once, in the order of the text.
    List<ClinicalQuestion.Removed> removed() {
        Set<ClinicalQuestion.Removed> removed = new LinkedHashSet<>();
        for (Removal removal : removals) {
            removed.add(new ClinicalQuestion.Removed(removal.kind(), removal.replacement()));
        }
        return new ArrayList<>(removed);
    }
}
