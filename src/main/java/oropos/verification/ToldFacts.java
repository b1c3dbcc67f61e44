package oropos.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oropos.terminology.Ages;
import oropos.terminology.Concept;
import oropos.terminology.Doses;
import oropos.terminology.Hedges;
import oropos.terminology.Negations;
import oropos.terminology.Quantities;
import oropos.terminology.Terminology;
import oropos.terminology.Words;
import oropos.verification.StatementCheck.Finding;

/// Whether a sentence states the facts of the statements it tells, all of them, no other, and in
/// their order: numbers with units, doses, drugs, ages, denials, reservations, comparisons, whom it
/// is about, how strongly.
///
/// This reads what is told as a reader would, and knows nothing of how it was put together: beside
/// [Alignment] it is a second pair of eyes. Their order is part of it, because "A lowered X but not
/// Y" and "A lowered Y but not X" state the same words.
final class ToldFacts {

    /// Words that compare, that say about whom, and how strongly: `comparison`, `population`,
    /// `strength`.
    private static final RuleTable WORDS =
            RuleTable.read("told-facts.tsv", "kind", "word", "source");

    /// Words of frequency and certainty that may stand for one another in a telling, and what they say.
    private static final Map<String, String> ALIKE =
            RuleTable.read("told-alike.tsv", "word", "says", "source").rows().stream()
                    .collect(Collectors.toUnmodifiableMap(List::getFirst, row -> row.get(1)));

    /// What plain words for one thing bring in: "low magnesium in the blood" gives nobody magnesium.
    private static final Pattern OF_BLOOD =
            Pattern.compile("\\b(?:low|high|too (?:little|much)) \\p{L}+ in the blood\\b");

    private record Fact(String code, Function<String, List<String>> reading) {}

    private final List<Fact> facts;

    ToldFacts(Terminology terminology) {
        this.facts =
                List.of(
                        new Fact("number", ToldFacts::numbers),
                        new Fact("dose", ToldFacts::doses),
                        new Fact("drug", text -> drugs(terminology, text)),
                        new Fact("age", ToldFacts::ages),
                        new Fact(
                                "negation",
                                text ->
                                        words(
                                                text,
                                                Negations.in(text).stream()
                                                        .map(one -> one.of(text))
                                                        .toList())),
                        new Fact(
                                "hedge",
                                text ->
                                        words(
                                                text,
                                                Hedges.in(text).stream()
                                                        .map(one -> one.of(text))
                                                        .toList())),
                        new Fact("comparison", text -> listed("comparison", text)),
                        new Fact("population", text -> listed("population", text)),
                        new Fact("strength", text -> listed("strength", text)));
    }

    /// The first kind of fact in which they differ, or empty.
    ///
    /// @param statements texts of what is told, in the order it is told
    Optional<Finding> differ(String told, List<String> statements) {
        for (Fact fact : facts) {
            List<String> said = fact.reading().apply(told);
            List<String> held = new ArrayList<>();
            statements.forEach(one -> held.addAll(fact.reading().apply(one)));
            if (!said.equals(held)) {
                return Optional.of(
                        new Finding(
                                fact.code(), "it says " + said + ", what it tells says " + held));
            }
        }
        return Optional.empty();
    }

    /// The same of one statement and what is told of it in plain words: numbers, doses, drugs and denials
    /// are the same, and so is how often and how surely, where words that say the same may differ.
    Optional<Finding> differPlainly(String told, String statement) {
        String bare = OF_BLOOD.matcher(told.toLowerCase(Locale.ROOT)).replaceAll(" ");
        String held = OF_BLOOD.matcher(statement.toLowerCase(Locale.ROOT)).replaceAll(" ");
        for (Fact fact : facts) {
            List<String> said;
            List<String> says;
            switch (fact.code()) {
                case "number", "dose", "negation" -> {
                    said = fact.reading().apply(told);
                    says = fact.reading().apply(statement);
                }
                case "drug" -> {
                    said = fact.reading().apply(bare);
                    says = fact.reading().apply(held);
                }
                case "hedge" -> {
                    said = alike(fact.reading().apply(told));
                    says = alike(fact.reading().apply(statement));
                }
                default -> {
                    continue;
                }
            }
            if (!said.equals(says)) {
                return Optional.of(
                        new Finding(
                                fact.code(), "it says " + said + ", what it tells says " + says));
            }
        }
        return Optional.empty();
    }

    private static List<String> alike(List<String> words) {
        return words.stream()
                .map(word -> ALIKE.getOrDefault(word, word))
                .filter(word -> !word.equals("-"))
                .toList();
    }

    private static List<String> numbers(String text) {
        return Quantities.in(text).stream()
                .map(one -> one.unit() == null ? one.value() : one.value() + " " + one.unit())
                .toList();
    }

    private static List<String> doses(String text) {
        return Doses.in(text).stream()
                .map(one ->
                        String.join(
                                "|",
                                one.amount(),
                                one.unit(),
                                String.valueOf(one.route()),
                                String.valueOf(one.frequency())))
                .toList();
    }

    private static List<String> drugs(Terminology terminology, String text) {
        return terminology
                .read(text)
                .of(Concept.Kind.DRUG)
                .map(mention -> mention.concept().id())
                .toList();
    }

    private static List<String> ages(String text) {
        return words(text, Ages.in(text).stream().map(Ages.Found::words).toList());
    }

    private static List<String> words(String text, List<String> found) {
        return found.stream().map(one -> one.toLowerCase(Locale.ROOT)).toList();
    }

    private static List<String> listed(String kind, String text) {
        Set<String> listed =
                WORDS.rows().stream()
                        .filter(row -> row.getFirst().equals(kind))
                        .map(row -> row.get(1))
                        .collect(Collectors.toSet());
        return Words.of(text).stream().filter(listed::contains).toList();
    }
}
