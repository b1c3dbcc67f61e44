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

    /// What a disease is called that few have.
    private static final String RARE =
            "rare,? (?:[a-z-]+,? ){0,4}?(?:diseases?|disorders?|conditions?|illness(?:es)?|syndromes?|cancers?|tumou?rs?|defects?|leukemias?|lymphomas?|anemias?)";

    private static final Pattern OF_A_RARE_KIND =
            Pattern.compile("\\b(?:is|are) (?:an? )?" + RARE + "\\b");

    /// "A frequent urge to urinate" is what is felt; "a rare disorder that affects the nerves" says what sort of thing
    /// it is. Neither is said to comfort, as "a rare complication" may be.
    private static final Pattern FELT_OR_DEFINED =
            Pattern.compile(
                    "(?<!\\b(?:is|are|was|were|more|less|most|as|so|not|too|very) )\\bfrequent (?:[a-z-]+ )?(?:urges?|urination|need to|infections?|colds?|headaches?|stools?|diarrhea|bowel movements?|nosebleeds?|vomiting|coughing|bruis(?:es|ing)|belching|burping|thirst|ear infections?|falls)\\b"
                            + "|(?<=\\b(?:is|are) (?:an? )?)"
                            + RARE
                            + "(?= (?:that|which|in which|characterized|characterised|caused by|affecting|marked by|where)\\b)");

    private FrequencyWords() {}

    /// The first frequency word of a text that has no number, or empty.
    public static Optional<String> unnumbered(String text) {
        String low = withoutNames(text.toLowerCase(Locale.ROOT));
        Matcher word = WORDS.matcher(FELT_OR_DEFINED.matcher(low).replaceAll(" "));
        return word.find() && !hasANumber(text) ? Optional.of(word.group()) : Optional.empty();
    }

    /// A text without the words that sound like a frequency and are none.
    static String withoutNames(String low) {
        return NAMES.mayBeIn(low) ? NAMES.matcher(low).replaceAll(" ") : low;
    }

    /// Whether a text says without a number what sort of thing something is, and that it is rare: enough for who asks what it is,
    /// not for who asks how many have it.
    static boolean namesARareKind(String text) {
        return OF_A_RARE_KIND.matcher(text.toLowerCase(Locale.ROOT)).find() && !hasANumber(text);
    }

    private static boolean hasANumber(String text) {
        return Quantities.in(text).stream().anyMatch(one -> counts(one, text));
    }

    /// Whether a number may say how often: no age and no year.
    private static boolean counts(Quantity number, String text) {
        List<Span> ages = Ages.in(text).stream().map(Ages.Found::span).toList();
        return ages.stream().noneMatch(age -> age.overlaps(number.span()))
                && !(number.unit() == null && YEAR.matcher(number.value()).matches());
    }
}
