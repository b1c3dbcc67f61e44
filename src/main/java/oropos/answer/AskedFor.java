package oropos.answer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.library.Claim;
import oropos.question.Particulars;
import oropos.terminology.Terminology;

/// The outcome a question asks about, and what it sets a treatment against: of statements that fit the
/// patient alike, those on that very outcome and comparison come first, and the evidence table says so.
///
/// Compared are typed fields alone; no outcome is guessed from a sentence. An outcome is met where a
/// document's own field shares a word with it that tells outcomes apart ("fractures" in "new vertebral
/// fractures"; "risk" tells nothing).
final class AskedFor {

    /// Longest question looked through, in UTF-16 units: of a pasted case its story names many things.
    private static final int LONGEST = 2_000;

    /// Words without one of which nothing is hoped for, feared or compared: most questions are not read a
    /// second time.
    private static final Pattern HOLDS_ONE =
            Pattern.compile(
                    "(?i)reduc|prevent|lower|improv|increas|rais|delay|affect|effect|impact|chance|risk|versus|\\bvs\\b|compar|\\bthan\\b|instead|rather");

    /// Stems that outcomes of all kinds are worded with.
    private static final Set<String> TELL_NOTHING =
            Set.of(
                    "risk",
                    "rate",
                    "new",
                    "change",
                    "level",
                    "event",
                    "incidence",
                    "number",
                    "time",
                    "score",
                    "year",
                    "month",
                    "week",
                    "day",
                    "all",
                    "any",
                    "cause",
                    "disease",
                    "outcome",
                    "effect",
                    "symptom",
                    "of",
                    "in",
                    "the",
                    "and",
                    "or",
                    "at",
                    "to",
                    "per",
                    "human",
                    "patient",
                    "people");

    /// Words and the name of what they mean.
    private record Wanted(@Nullable String name, Set<String> stems) {}

    private final Wanted outcome;
    private final Wanted comparator;
    private final Terminology terminology;
    private final Map<String, Boolean> met = new HashMap<>();

    private AskedFor(Wanted outcome, Wanted comparator, Terminology terminology) {
        this.outcome = outcome;
        this.comparator = comparator;
        this.terminology = terminology;
    }

    static AskedFor of(String words, Terminology terminology) {
        if (words.length() > LONGEST || !HOLDS_ONE.matcher(words).find()) {
            return new AskedFor(wanted(null), wanted(null), terminology);
        }
        Particulars told = Particulars.in(words, terminology);
        return new AskedFor(wanted(told.outcome()), wanted(told.comparator()), terminology);
    }

    private static Wanted wanted(@Nullable String words) {
        if (words == null) {
            return new Wanted(null, Set.of());
        }
        Set<String> telling = new HashSet<>(Relevance.stems(words.replace(",", " ")));
        telling.removeAll(TELL_NOTHING);
        telling.removeIf(stem -> stem.length() < 3);
        return new Wanted(words, telling);
    }

    /// Whether a document's own outcome is the one asked about; false where none is asked about.
    boolean isOutcome(@Nullable String words) {
        return words != null && meets(words, outcome);
    }

    private boolean meets(String words, Wanted asked) {
        String name = asked.name();
        return name != null
                && met.computeIfAbsent(
                        name + "\t" + words,
                        any ->
                                Relevance.stems(words).stream().anyMatch(asked.stems()::contains)
                                        || terminology.read(words).mentions().stream()
                                                .anyMatch(one ->
                                                        one.concept()
                                                                .name()
                                                                .equalsIgnoreCase(name)));
    }

    /// 0 where outcome or comparison asked about is met, both before one; the more the nearer.
    int order(Claim claim) {
        int met = isOutcome(claim.outcome()) ? 2 : 0;
        String against = claim.comparator();
        met += against != null && meets(against, comparator) ? 1 : 0;
        return 3 - met;
    }

    /// Rows on the outcome asked about, then the others, each in its order.
    static List<EvidenceRow> first(List<EvidenceRow> rows) {
        return Stream.concat(
                        rows.stream().filter(EvidenceRow::asked),
                        rows.stream().filter(row -> !row.asked()))
                .toList();
    }
}
