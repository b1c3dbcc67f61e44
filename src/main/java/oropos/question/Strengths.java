package oropos.question;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import oropos.terminology.Concept;
import oropos.terminology.Mention;
import oropos.terminology.Span;

/// Hears milligrams where micrograms are meant, and the reverse, by the strengths in which a drug is
/// made (`strengths.tsv`, from the FDA's list of products).
///
/// It speaks only where the amount lies far outside every strength listed, and where a thousandth or
/// a thousand times of it lies within: then the unit is the likely slip. Amounts per weight, surface,
/// volume or time are no tablets and are left alone. It never says what dose is right.
final class Strengths {

    static final String FILE = "strengths.tsv";

    /// So many times outside the strengths an amount must lie.
    private static final double FAR = 10;

    /// So far beside the strengths the amount meant may lie: half a tablet, two tablets.
    private static final double NEAR = 2;

    private static final double THOUSAND = 1000;

    /// How many words may stand between a drug and its amount.
    private static final int BETWEEN = 3;

    private static final Set<String> MILLI = Set.of("mg", "mgs", "milligram", "milligrams");
    private static final Set<String> MICRO =
            Set.of("mcg", "mcgs", "ug", "μg", "microgram", "micrograms", "mikrogram");

    /// What makes an amount a rate or a concentration.
    private static final Set<String> RATES =
            Set.of(
                    "kg", "m2", "min", "minute", "ml", "l", "dl", "litre", "liter", "hour", "h",
                    "hr");

    private record Made(double least, double most) {}

    private final Map<String, Made> made = new HashMap<>();

    Strengths(RuleFile.Table table) {
        for (List<String> row : table.rows()) {
            double least = Double.parseDouble(row.get(2));
            double most = Double.parseDouble(row.get(3));
            if (least <= 0 || most < least) {
                throw new IllegalStateException(
                        table.name() + ": strengths of " + row.get(1) + " were " + row);
            }
            made.put(row.getFirst(), new Made(least, most));
        }
    }

    /// @param premise the row of the rule file; its correction names `{drug}`, `{range}`, `{given}`,
    ///     `{more}`
    Optional<Premise> in(Reading reading, Premise premise, Redaction redaction) {
        List<Wording.Word> words = reading.wording().words();
        for (int at = 0; at + 1 < words.size(); at++) {
            String unit = words.get(at + 1).text();
            if (!words.get(at).text().matches("\\d{1,7}(?:\\.\\d{1,4})?")
                    || !MILLI.contains(unit) && !MICRO.contains(unit)
                    || isRate(words, at + 2)) {
                continue;
            }
            Optional<Mention> drug = drugBeside(reading, at);
            if (drug.isEmpty()) {
                continue;
            }
            Made range = made.get(drug.get().concept().id());
            double amount = Double.parseDouble(words.get(at).text());
            if (range == null || !isSlip(range, amount, MILLI.contains(unit))) {
                continue;
            }
            return Optional.of(
                    new Premise(
                            premise.rule(),
                            premise.kind(),
                            redaction.of(
                                    together(
                                            drug.get().span(), reading.wording().span(at, at + 1))),
                            premise.correction()
                                    .replace("{drug}", drug.get().words())
                                    .replace("{range}", range(range))
                                    .replace("{given}", words.get(at).text() + " " + unit)
                                    .replace("{more}", MILLI.contains(unit) ? "more" : "less"),
                            premise.evidence()));
        }
        return Optional.empty();
    }

    private static Span together(Span one, Span other) {
        return new Span(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()));
    }

    private static boolean isSlip(Made range, double amount, boolean milli) {
        double milligrams = milli ? amount : amount / THOUSAND;
        double meant = milli ? amount / THOUSAND : amount;
        boolean isFar =
                milli ? milligrams >= range.most() * FAR : milligrams <= range.least() / FAR;
        return isFar && meant >= range.least() / NEAR && meant <= range.most() * NEAR;
    }

    private static boolean isRate(List<Wording.Word> words, int next) {
        int at =
                next < words.size() && Set.of("per", "a", "an", "each").contains(text(words, next))
                        ? next + 1
                        : next;
        return RATES.contains(text(words, at));
    }

    private static String text(List<Wording.Word> words, int at) {
        return at < words.size() ? words.get(at).text() : "";
    }

    /// The drug the amount belongs to: just before it, or after "of".
    private static Optional<Mention> drugBeside(Reading reading, int at) {
        List<Wording.Word> words = reading.wording().words();
        Optional<Mention> nearest = Optional.empty();
        int fewest = BETWEEN + 1;
        for (Mention mention : reading.concepts().mentions()) {
            if (mention.concept().kind() != Concept.Kind.DRUG) {
                continue;
            }
            int first = index(words, mention.span().start());
            int last = index(words, mention.span().end() - 1);
            if (first < 0 || words.get(first).sentence() != words.get(at).sentence()) {
                continue;
            }
            int between = last < at ? at - last - 1 : first - at - 2;
            if (between >= 0 && between < fewest) {
                fewest = between;
                nearest = Optional.of(mention);
            }
        }
        return nearest;
    }

    private static int index(List<Wording.Word> words, int offset) {
        int at = Wording.wordAt(words, offset);
        return at < words.size() && words.get(at).span().start() <= offset ? at : -1;
    }

    private static String range(Made range) {
        return range.least() == range.most()
                ? plain(range.least()) + " mg"
                : plain(range.least()) + " to " + plain(range.most()) + " mg";
    }

    private static String plain(double amount) {
        return BigDecimal.valueOf(amount).stripTrailingZeros().toPlainString();
    }
}
