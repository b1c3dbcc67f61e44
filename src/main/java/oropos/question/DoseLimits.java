package oropos.question;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Concept;
import oropos.terminology.DoseMention;
import oropos.terminology.Doses;
import oropos.terminology.Mention;
import oropos.terminology.Span;

/// Hears a dose far above what is stated of a drug: at once, in a day, in a week, per kilogram
/// (`dose-limits.tsv`, a page or label per row), and, of a drug without a row, far above the largest
/// strength it is made in (`strengths.tsv`).
///
/// Counted tablets and intervals are reckoned out ("10 tablets of 500 mg at once", "1 g every hour").
/// A question on poisoning takes no dose for granted (`unless` of the row). It never says what dose is
/// right.
final class DoseLimits {

    static final String FILE = "dose-limits.tsv";

    /// So many times the largest stated amount is far: a row holds every use found, so half or twice of it
    /// is no slip of the pen, five times is.
    private static final double FAR = 5;

    /// So many times the largest strength is far, where no row is held: several tablets at once are usual.
    private static final double FAR_FROM_STRENGTH = 10;

    /// How many words may stand between a drug and its amount.
    private static final int BETWEEN = 4;

    private static final double THOUSAND = 1000;

    private record Limit(
            String route,
            double once,
            double day,
            double childDay,
            double week,
            double oncePerKg,
            double dayPerKg,
            double farADay,
            String source) {}

    /// @param words how the limit is said ("a day")
    private record Stated(double most, String words) {}

    private final Map<String, Limit> limits = new HashMap<>();
    private final Map<String, Double> strongest = new HashMap<>();

    /// @param made strengths; the largest of all salts of a substance counts, since an injection may be
    ///     listed as another salt than the tablet
    DoseLimits(RuleFile.Table table, RuleFile.Table made) {
        for (List<String> row : table.rows()) {
            if (row.getLast().isBlank()) {
                throw new IllegalStateException(
                        table.name() + ": the limits of " + row.get(1) + " name no source");
            }
            limits.put(
                    row.getFirst(),
                    new Limit(
                            row.get(2),
                            number(row.get(3)),
                            number(row.get(4)),
                            number(row.get(5)),
                            number(row.get(6)),
                            number(row.get(7)),
                            number(row.get(8)),
                            row.get(9).isBlank() ? FAR : Double.parseDouble(row.get(9)),
                            row.getLast()));
        }
        Map<String, Double> bySubstance = new HashMap<>();
        for (List<String> row : made.rows()) {
            bySubstance.merge(substance(row), Double.parseDouble(row.get(3)), Math::max);
        }
        for (List<String> row : made.rows()) {
            strongest.put(
                    row.getFirst(), bySubstance.getOrDefault(substance(row), Double.MAX_VALUE));
        }
    }

    private static String substance(List<String> row) {
        return row.get(1).toLowerCase(Locale.ROOT).split(" ", 2)[0];
    }

    /// No limit is one that nothing reaches.
    private static double number(String cell) {
        return cell.isBlank() ? Double.MAX_VALUE : Double.parseDouble(cell);
    }

    /// @param premise the row of the rule file; its correction names `{drug}`, `{most}`, `{given}`,
    ///     `{source}`
    /// @param unless where one of these is said, no dose is taken for granted
    Optional<Premise> in(Reading reading, Premise premise, List<Cue> unless, Redaction redaction) {
        List<DoseMention> doses = Doses.in(reading.wording().text());
        if (doses.isEmpty() || unless.stream().anyMatch(cue -> cue.isIn(reading.wording()))) {
            return Optional.empty();
        }
        for (DoseMention dose : doses) {
            Optional<Mention> drug = drugBeside(reading, dose.span());
            Optional<Regimen> regimen = Regimen.of(reading.wording().text(), dose);
            if (drug.isEmpty() || regimen.isEmpty()) {
                continue;
            }
            Limit limit = limits.get(drug.get().concept().id());
            boolean isOfRoute =
                    limit != null
                            && (limit.route().isEmpty()
                                    || dose.route() == null
                                    || limit.route().equals(dose.route()));
            Stated beyond =
                    limit == null
                            ? beyondStrength(drug.get().concept().id(), regimen.get())
                            : isOfRoute
                                    ? beyond(limit, regimen.get(), reading.patient().isChild())
                                    : null;
            if (beyond == null) {
                continue;
            }
            return Optional.of(
                    new Premise(
                            premise.rule(),
                            premise.kind(),
                            redaction.of(together(drug.get().span(), dose.span())),
                            premise.correction()
                                    .replace("{drug}", drug.get().words())
                                    .replace("{most}", plain(beyond.most()) + beyond.words())
                                    .replace("{given}", regimen.get().words())
                                    .replace(
                                            "{source}",
                                            limit == null
                                                    ? "strengths of products, Drugs@FDA 2019"
                                                    : limit.source()),
                            premise.evidence()));
        }
        return Optional.empty();
    }

    private @Nullable Stated beyondStrength(String drug, Regimen regimen) {
        double most = strongest.getOrDefault(drug, Double.MAX_VALUE);
        return !regimen.isPerKg() && regimen.once() >= most * FAR_FROM_STRENGTH
                ? new Stated(most, " in one tablet or vial")
                : null;
    }

    private static @Nullable Stated beyond(Limit limit, Regimen regimen, boolean isChild) {
        if (regimen.isPerKg()) {
            if (regimen.once() >= limit.oncePerKg() * FAR) {
                return new Stated(limit.oncePerKg(), "/kg at once");
            }
            return regimen.day() >= limit.dayPerKg() * FAR
                    ? new Stated(limit.dayPerKg(), "/kg a day")
                    : null;
        }
        if (regimen.isWeekly()) {
            return regimen.once() >= limit.week() * FAR
                    ? new Stated(limit.week(), " a week")
                    : regimen.once() >= limit.once() * FAR
                            ? new Stated(limit.once(), " at once")
                            : null;
        }
        double day =
                isChild && limit.childDay() < Double.MAX_VALUE ? limit.childDay() : limit.day();
        boolean isADay = regimen.day() > 0 && day < Double.MAX_VALUE;
        if (isADay && regimen.day() >= day * limit.farADay()) {
            return new Stated(day, " a day");
        }
        boolean isAtOnce = !(regimen.isTotal() && isADay);
        if (isAtOnce && regimen.once() >= limit.once() * FAR) {
            return new Stated(limit.once(), " at once");
        }
        return regimen.once() >= day * FAR ? new Stated(day, " a day") : null;
    }

    private static Span together(Span one, Span other) {
        return new Span(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()));
    }

    /// The drug the amount belongs to: the nearest in its sentence, with few words between.
    private static Optional<Mention> drugBeside(Reading reading, Span amount) {
        List<Wording.Word> words = reading.wording().words();
        int from = index(words, amount.start());
        Optional<Mention> nearest = Optional.empty();
        int fewest = BETWEEN + 1;
        for (Mention mention : reading.concepts().mentions()) {
            int first = index(words, mention.span().start());
            if (mention.concept().kind() != Concept.Kind.DRUG
                    || first < 0
                    || from < 0
                    || words.get(first).sentence() != words.get(from).sentence()) {
                continue;
            }
            int last = index(words, mention.span().end() - 1);
            int between = last < from ? from - last - 1 : Math.max(0, first - from - 2);
            if (between < fewest) {
                fewest = between;
                nearest = Optional.of(mention);
            }
        }
        return nearest;
    }

    private static int index(List<Wording.Word> words, int offset) {
        int at = Wording.wordAt(words, offset);
        return at < words.size() ? at : -1;
    }

    static String plain(double milligrams) {
        boolean large = milligrams >= THOUSAND;
        boolean small = milligrams < 1;
        double shown = large ? milligrams / THOUSAND : small ? milligrams * THOUSAND : milligrams;
        return BigDecimal.valueOf(shown)
                        .setScale(3, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + (large ? " g" : small ? " micrograms" : " mg");
    }
}
