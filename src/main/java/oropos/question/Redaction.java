package oropos.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import oropos.terminology.Normal;
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

    /// The same without what the asker says identifies nobody. Whoever asks need not know how far a stretch
    /// reaches: one that holds the words given ("Quincke" in "Dr. Quincke") is meant, in any case.
    Redaction restoring(Set<String> words) {
        if (words.isEmpty()) {
            return this;
        }
        return new Redaction(
                text, removals.stream().filter(one -> !isRestored(one, words)).toList());
    }

    private boolean isRestored(Removal removal, Set<String> words) {
        String own = plain(removal.span().of(text));
        return words.stream().anyMatch(word -> holds(own, plain(word)));
    }

    private static boolean holds(String own, String word) {
        int at = word.isEmpty() ? -1 : own.indexOf(word);
        return at >= 0
                && (at == 0 || !Character.isLetterOrDigit(own.charAt(at - 1)))
                && (at + word.length() == own.length()
                        || !Character.isLetterOrDigit(own.charAt(at + word.length())));
    }

    private static String plain(String words) {
        return Normal.text(words).strip().toLowerCase(Locale.ROOT);
    }

    /// What is taken out, word by word, for whoever typed it.
    ///
    /// Places are those of [#clean].
    TakenOut taken(Set<String> restored) {
        List<TakenOut.Stretch> taken = new ArrayList<>();
        StringBuilder clean = new StringBuilder();
        int at = 0;
        for (Removal removal : removals) {
            clean.append(text, at, removal.span().start());
            Span kept = new Span(clean.length(), clean.length() + removal.replacement().length());
            taken.add(
                    new TakenOut.Stretch(
                            kept,
                            removal.kind(),
                            removal.span().of(text),
                            isRestored(removal, restored)));
            clean.append(removal.replacement());
            at = removal.span().end();
        }
        return new TakenOut(clean.append(text, at, text.length()).toString(), taken);
    }

    boolean covers(Span span) {
        return removals.stream().anyMatch(removal -> removal.span().overlaps(span));
    }

    /// What was taken out, each kind once, in the order of the text.
    List<ClinicalQuestion.Removed> removed(Set<String> restored) {
        Set<ClinicalQuestion.Removed> removed = new LinkedHashSet<>();
        for (Removal removal : removals) {
            removed.add(
                    new ClinicalQuestion.Removed(
                            removal.kind(), removal.replacement(), isRestored(removal, restored)));
        }
        return new ArrayList<>(removed);
    }
}
