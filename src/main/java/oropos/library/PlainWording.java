package oropos.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oropos.terminology.Concept;
import oropos.terminology.Doses;
import oropos.terminology.Hedges;
import oropos.terminology.Negations;
import oropos.terminology.Quantities;
import oropos.terminology.Quantity;
import oropos.terminology.Terminology;

/// Whether an author's own wording for patients states the facts of what it words: the same numbers
/// in the same order, the same drugs, as many denials and reservations, the same people, the same
/// direction, the same strength.
///
/// The words themselves are free: that is what a plain wording is for. Therefore this cannot prove
/// that both say the same; a person wrote one beside the other and answers for it, as for the block.
/// What it does prove is that no figure, drug, "not", "may" or "only in children" was lost on the way.
///
/// Brackets that name the source, or hold no fact, or only figures of a calculation, may stay out:
/// they are shown below the plain wording, letter for letter ([#aside]).
public final class PlainWording {

    private record Meaning(String name, Pattern words) {}

    private record Fact(String name, Function<String, Object> reading) {}

    private static final RuleFile RULES =
            RuleFile.shipped(PlainWording.class, "plain-wording.tsv", "meaning", "words", "source");

    private static final List<Meaning> MEANINGS =
            RULES.rows().stream().map(row -> new Meaning(row.get(0), pattern(row.get(1)))).toList();

    private static final List<Fact> FACTS =
            List.of(
                    new Fact("numbers", PlainWording::numbers),
                    new Fact("drugs", PlainWording::drugs),
                    new Fact("denials", text -> Negations.in(text).size()),
                    new Fact("reservations", text -> Hedges.in(text).size()),
                    new Fact("meanings", PlainWording::meanings));

    private static final Pattern BRACKET =
            Pattern.compile(" \\(((?:[^()]|\\([^()]*\\))*)\\)(?=[ .,;:]|$)");
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");
    private static final Pattern CALCULATED =
            Pattern.compile(
                    "confidence interval|\\bCI\\b|\\b[Pp] ?[<=>]|\\b(?:odds|hazard|risk|rate) ratio\\b");
    private static final Pattern EVERY_HUNDRED =
            Pattern.compile("(\\d+(?:\\.\\d+)?) (?:of|in|out of) every 100\\b");

    private PlainWording() {}

    /// The version of the rules.
    public static String version() {
        return RULES.version();
    }

    /// What stands in brackets and need not be worded, in order; empty where there is nothing.
    public static List<String> aside(String words) {
        return brackets(words).stream().map(match -> match.group(1)).toList();
    }

    /// What a plain wording does not have as the words have it, or empty where it holds.
    public static Optional<String> fault(String words, String plain) {
        if (!Doses.in(words).isEmpty()) {
            return Optional.of("words that state an amount of a drug are told as they stand");
        }
        String open = open(words);
        for (Fact fact : FACTS) {
            Object held = fact.reading().apply(open);
            Object said = fact.reading().apply(plain);
            if (!held.equals(said)) {
                return Optional.of(
                        "its " + fact.name() + " are " + said + ", those of the words " + held);
            }
        }
        return Optional.empty();
    }

    /// The words without what may stay out of a plain wording.
    public static String open(String words) {
        StringBuilder open = new StringBuilder();
        int from = 0;
        for (Matcher match : brackets(words)) {
            open.append(words, from, match.start());
            from = match.end();
        }
        return open.append(words, from, words.length()).toString();
    }

    private static List<Matcher> brackets(String words) {
        List<Matcher> found = new ArrayList<>();
        Matcher bracket = BRACKET.matcher(words);
        int from = 0;
        while (bracket.find(from)) {
            String held = bracket.group(1);
            from = bracket.end();
            if (YEAR.matcher(held).find() || CALCULATED.matcher(held).find() || holdsNoFact(held)) {
                found.add(BRACKET.matcher(words).region(bracket.start(), words.length()));
                found.getLast().lookingAt();
            }
        }
        return found;
    }

    /// "(not in pregnancy)" and "(boys only)" are facts: they are worded like any other.
    private static boolean holdsNoFact(String bracket) {
        return bracket.chars().noneMatch(Character::isDigit)
                && Negations.in(bracket).isEmpty()
                && Hedges.in(bracket).isEmpty()
                && drugs(bracket).isEmpty()
                && meanings(bracket).isEmpty();
    }

    private static List<String> numbers(String text) {
        return Quantities.in(EVERY_HUNDRED.matcher(text).replaceAll("$1%")).stream()
                .map(PlainWording::number)
                .toList();
    }

    private static String number(Quantity one) {
        return one.unit() == null ? one.value() : one.value() + " " + one.unit();
    }

    private static TreeSet<String> drugs(String text) {
        return Terminology.builtIn()
                .read(text)
                .of(Concept.Kind.DRUG)
                .map(mention -> mention.concept().name())
                .filter(name -> !name.equals("Placebos")) // a class of its own: "dummy" says it too
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> meanings(String text) {
        return MEANINGS.stream()
                .filter(meaning -> meaning.words().matcher(text).find())
                .map(Meaning::name)
                .toList();
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(
                Pattern.compile("\\|")
                        .splitAsStream(words)
                        .map(word ->
                                word.endsWith("*")
                                        ? Pattern.quote(word.substring(0, word.length() - 1))
                                                + "\\w*"
                                        : Pattern.quote(word))
                        .collect(Collectors.joining("|", "\\b(?:", ")\\b")),
                Pattern.CASE_INSENSITIVE);
    }
}
