package oropos.question;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import oropos.terminology.Concept;
import oropos.terminology.Mention;
import oropos.terminology.Span;

/// Hears a brand and its own substance set against each other: "Fosamax or alendronate?".
///
/// It speaks only where one name is the substance's own and the other a brand, capitalised if anything is, joined by
/// "or", "than" and the like, and where the asker does not speak of generics: who does knows.
final class SameDrug {

    private static final Set<String> JOINING =
            Set.of("or", "vs", "versus", "than", "and", "with", "plus", "instead", "to");

    private static final Set<String> KNOWING =
            Set.of(
                    "generic",
                    "generics",
                    "ingredient",
                    "ingredients",
                    "brand",
                    "brands",
                    "called",
                    "aka",
                    "same",
                    "name",
                    "named");

    /// A capital that is neither the first letter nor the word "I".
    private static final Pattern CAPITAL =
            Pattern.compile("(?<!^)(?:[\\p{Lu}&&[^I]]|I(?=\\p{L})|(?<=\\p{L})I)");

    /// How far the two names may stand apart, in words.
    private static final int NEAR = 4;

    /// Words that set the second name against the first over a longer way: "Zoloft did not help, so
    /// should we try sertraline?"
    private static final Set<String> AGAINST =
            Set.of(
                    "try",
                    "instead",
                    "switch",
                    "switched",
                    "switching",
                    "change",
                    "changing",
                    "add",
                    "adding",
                    "added",
                    "replace",
                    "together",
                    "combine",
                    "combined",
                    "alternate",
                    "alternated",
                    "alternating",
                    "stronger",
                    "weaker",
                    "safer",
                    "fewer",
                    "less",
                    "better",
                    "different",
                    "worth",
                    "allergic",
                    "allergy",
                    "stopped",
                    "helped",
                    "help",
                    "failed",
                    "working",
                    "helping",
                    "touching",
                    "swap",
                    "swapped",
                    "versus",
                    "vs",
                    "than");

    /// How far they may stand apart then, in words.
    private static final int FAR = 16;

    /// How far after the second name such a word may stand, in characters.
    private static final int AFTER = 24;

    private SameDrug() {}

    /// @param premise the row of the rule file; its correction names `{one}` and `{other}`
    static Optional<Premise> in(Reading reading, Premise premise, Redaction redaction) {
        if (reading.wording().all().stream().anyMatch(KNOWING::contains)) {
            return Optional.empty();
        }
        List<Mention> drugs = reading.concepts().of(Concept.Kind.DRUG).toList();
        boolean isSmall = !CAPITAL.matcher(reading.wording().text()).find();
        for (int at = 0; at + 1 < drugs.size(); at++) {
            Mention one = drugs.get(at);
            Mention other = drugs.get(at + 1);
            if (one.concept().id().equals(other.concept().id())
                    && (isBrandOf(one, other)
                            || isBrandOf(other, one)
                            || isSmall
                                    && (isAnotherNameOf(one, other) || isAnotherNameOf(other, one)))
                    && areJoined(one.span(), other.span(), reading.wording())) {
                Span both = new Span(one.span().start(), other.span().end());
                return Optional.of(
                        new Premise(
                                premise.rule(),
                                premise.kind(),
                                redaction.of(both),
                                premise.correction()
                                        .replace("{one}", one.words())
                                        .replace("{other}", other.words()),
                                premise.evidence()));
            }
        }
        return Optional.empty();
    }

    /// Where nothing is written in capitals a brand is not either: "is advil or ibuprofen better".
    private static boolean isAnotherNameOf(Mention brand, Mention substance) {
        String own = substance.words();
        return substance.concept().name().toLowerCase(Locale.ROOT).equals(own)
                && brand.words().matches("\\p{Ll}{4,}")
                && !own.startsWith(brand.words().substring(0, 4));
    }

    private static boolean isBrandOf(Mention brand, Mention substance) {
        String own = substance.words().toLowerCase(Locale.ROOT);
        String name = substance.concept().name().toLowerCase(Locale.ROOT);
        boolean isSecondName = own.length() > 6 && substance.words().equals(own);
        return (name.startsWith(own) || isSecondName)
                && brand.words().matches("\\p{Lu}\\p{L}{3,}")
                && !name.startsWith(brand.words().toLowerCase(Locale.ROOT).substring(0, 4));
    }

    private static boolean areJoined(Span one, Span other, Wording wording) {
        List<String> between =
                wording.words().stream()
                        .filter(word ->
                                one.end() <= word.span().start()
                                        && word.span().end() <= other.start())
                        .map(Wording.Word::text)
                        .toList();
        if (between.size() <= NEAR && between.stream().anyMatch(JOINING::contains)) {
            return true;
        }
        return !between.isEmpty()
                && between.size() <= FAR
                && wording.text().substring(one.end(), other.start()).indexOf('(') < 0
                && wording.words().stream()
                        .filter(word -> word.span().start() < other.end() + AFTER)
                        .map(Wording.Word::text)
                        .anyMatch(AGAINST::contains);
    }
}
