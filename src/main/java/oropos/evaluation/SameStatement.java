package oropos.evaluation;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.inference.Embedder;
import oropos.terminology.Sentences;
import oropos.terminology.Words;

/// Whether a text says what somebody expects of it.
///
/// A statement counts as said where one sentence, or two that follow each other, hold most of its
/// content words and, where an encoder runs, mean nearly the same: half the share of words plus half
/// the cosine, at least [#SAID], and both deny or neither does. The threshold was set on pairs judged
/// by hand (`evaluation/same-statements.tsv`, [SameStatementTests]); it is a measure of our own and no
/// physician's judgement.
final class SameStatement {

    /// From here on a statement counts as said.
    static final double SAID = 0.66;

    /// The same by words alone.
    static final double SAID_BY_WORDS = 0.6;

    /// Letters that two words begin with alike, and their share of the longer word, to be one word.
    private static final int LEAST_ALIKE = 4;

    private static final double ALIKE = 0.55;

    private static final Set<String> EMPTY =
            Set.of(
                    "the",
                    "a",
                    "an",
                    "of",
                    "to",
                    "in",
                    "is",
                    "are",
                    "and",
                    "or",
                    "for",
                    "with",
                    "by",
                    "be",
                    "it",
                    "its",
                    "that",
                    "this",
                    "can",
                    "may",
                    "as",
                    "on",
                    "at",
                    "such",
                    "from",
                    "which",
                    "your",
                    "you",
                    "if",
                    "has",
                    "have",
                    "been",
                    "was",
                    "were",
                    "will",
                    "also",
                    "other",
                    "some",
                    "include",
                    "includes",
                    "including",
                    "should",
                    "there",
                    "than",
                    "when",
                    "not",
                    "no",
                    "used",
                    "patients",
                    "people",
                    "person",
                    "individuals",
                    "like",
                    "e",
                    "g",
                    "i");

    private static final Set<String> DENIALS =
            Set.of(
                    "not", "no", "never", "cannot", "without", "neither", "nor", "don't", "doesn't",
                    "isn't");

    private final @Nullable Embedder embedder;
    private final Map<String, float[]> vectors = new HashMap<>();

    SameStatement(@Nullable Embedder embedder) {
        this.embedder = embedder;
    }

    boolean hearsMeaning() {
        return embedder != null;
    }

    /// Whether `text` says `statement`.
    boolean isSaid(String statement, String text) {
        double least = embedder == null ? SAID_BY_WORDS : SAID;
        return likeness(statement, text) >= least;
    }

    /// The best likeness of any one or two sentences, 0 to 1.
    double likeness(String statement, String text) {
        List<String> sentences = Sentences.of(text).stream().map(span -> span.of(text)).toList();
        double best = 0;
        for (int i = 0; i < sentences.size(); i++) {
            best = Math.max(best, pair(statement, sentences.get(i)));
            if (i + 1 < sentences.size()) {
                best =
                        Math.max(
                                best,
                                pair(statement, sentences.get(i) + " " + sentences.get(i + 1)));
            }
        }
        return best;
    }

    double pair(String statement, String said) {
        if (denies(statement) != denies(said)) {
            return 0;
        }
        double words = share(statement, said);
        if (embedder == null || words == 0) {
            return words;
        }
        return (words + cosine(statement, said)) / 2;
    }

    private static boolean denies(String text) {
        return Words.of(text).stream().anyMatch(DENIALS::contains);
    }

    private static double share(String statement, String said) {
        Set<String> wanted = content(statement);
        if (wanted.isEmpty()) {
            return 0;
        }
        Set<String> there = content(said);
        return (double)
                        wanted.stream()
                                .filter(word -> there.stream().anyMatch(one -> isSame(word, one)))
                                .count()
                / wanted.size();
    }

    private static Set<String> content(String text) {
        Set<String> words = new LinkedHashSet<>(Words.of(text));
        words.removeAll(EMPTY);
        return words;
    }

    /// "treatment" meets "treat", "infections" meets "infectious": words that begin alike.
    private static boolean isSame(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int shorter = Math.min(one.length(), other.length());
        int alike = 0;
        while (alike < shorter && one.charAt(alike) == other.charAt(alike)) {
            alike++;
        }
        return alike >= LEAST_ALIKE && alike >= ALIKE * Math.max(one.length(), other.length());
    }

    private double cosine(String one, String other) {
        float[] a = vector(one);
        float[] b = vector(other);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private float[] vector(String text) {
        return vectors.computeIfAbsent(
                text, words -> java.util.Objects.requireNonNull(embedder).passage(words));
    }
}
