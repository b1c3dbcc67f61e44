package oropos.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oropos.terminology.Ages;
import oropos.terminology.Quantities;
import oropos.terminology.Quantity;
import oropos.terminology.QuickPattern;
import oropos.terminology.Span;

/// Words that say how often something happens ("extremely rare", "common"). Where somebody acts on
/// them, they need a number beside them: what has none is not chosen to head an answer, and
/// verification takes it out where it does.
public final class FrequencyWords {

    private static final Pattern WORDS =
            Pattern.compile(
                    Tables.rows("/verification/frequency-words.tsv", 2).stream()
                            .map(List::getFirst)
                            .collect(Collectors.joining("|", "\\b(?:", ")\\b")));

    /// Calendar years are no frequencies.
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");

    /// What comes first of several, how a thing is called, used, found, begun or got, what it consists of and
    /// where in the body it is: all this says nothing of how often somebody gets or survives it.
    private static final QuickPattern NAMES =
            QuickPattern.of(
                    "\\b(?:most )?(?:common|usual|frequent) (?:(?!in |among |for |with |after |and |but )[a-z-]+ ){0,2}?(?:signs?|symptoms?|causes?|triggers?|complications?|side effects|treatments?|tests?|features|problems|types?|kinds?|forms?)\\b"
                            + "|\\bmost (?:commonly|often|frequently) (?:in|on|at|caused by|due to|found|used|located|results? from)\\b"
                            + "|\\b(?:often|usually|commonly|frequently|sometimes) (?:also )?(?:used|prescribed|given|called|known as|referred to as|abbreviated|caused by|due to|inherited|treated with|diagnosed (?:by|with|based|through|using|after)|made by|managed with|found in|located)\\b"
                            + "|\\b(?:often|usually|commonly|generally) (?:also )?(?:involves?|includes?|consists? of|begins?|starts?|all over|on (?:one|the|both) |in (?:one|the|both) )");

    private FrequencyWords() {}

    /// The first frequency word of a text that has no number, or empty.
    public static Optional<String> unnumbered(String text) {
        Matcher word = WORDS.matcher(withoutNames(text.toLowerCase(Locale.ROOT)));
        if (!word.find() || Quantities.in(text).stream().anyMatch(one -> counts(one, text))) {
            return Optional.empty();
        }
        return Optional.of(word.group());
    }

    /// A text without the words that sound like a frequency and are none.
    static String withoutNames(String low) {
        return NAMES.mayBeIn(low) ? NAMES.matcher(low).replaceAll(" ") : low;
    }

    /// Whether a number may say how often: no age and no year.
    private static boolean counts(Quantity number, String text) {
        List<Span> ages = Ages.in(text).stream().map(Ages.Found::span).toList();
        return ages.stream().noneMatch(age -> age.overlaps(number.span()))
                && !(number.unit() == null && YEAR.matcher(number.value()).matches());
    }
}
