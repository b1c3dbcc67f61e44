package oropos.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.library.Claim;
import oropos.library.Passage;
import oropos.library.Population;
import oropos.library.Source;
import oropos.library.Version;
import oropos.terminology.Span;

/// A citation beside what the record holds at its place.
///
/// @param passage the passage that holds the whole span
record Cited(Answer.Citation citation, Version version, Passage passage, Span span) {

    Source source() {
        return version.source();
    }

    @Nullable Claim claim() {
        return passage.claim();
    }

    /// The words that stand there.
    String words() {
        return span.of(version.text());
    }

    /// Whom the passage is about.
    Population population() {
        Claim claim = claim();
        Population own = claim == null ? null : claim.population();
        return own == null ? version.study().population() : own;
    }

    /// The record's side of a citation, or null where it holds no such version or place.
    static @Nullable Cited of(Answer.Citation citation, @Nullable Version version) {
        if (version == null
                || citation.start() < 0
                || citation.start() >= citation.end()
                || citation.end() > version.text().length()) {
            return null;
        }
        Span span = new Span(citation.start(), citation.end());
        Passage passage = holding(version.passages(), span);
        return passage == null ? null : new Cited(citation, version, passage, span);
    }

    private static @Nullable Passage holding(List<Passage> passages, Span span) {
        return passages.stream()
                .filter(passage -> passage.span().contains(span))
                .findFirst()
                .orElse(null);
    }
}
