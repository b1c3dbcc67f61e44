package oropos.appraisal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.library.Held;
import oropos.library.Passage;
import oropos.question.ClinicalQuestion;
import oropos.question.Finding;
import oropos.question.Premise;
import oropos.terminology.Concept;
import oropos.terminology.DoseMention;
import oropos.terminology.Doses;

/// Holds the dose a question takes for granted against the doses that the sources found state of the drug.
///
/// Two things are said, each with the source: that milligrams and micrograms look exchanged, where the
/// amount is within what is stated once the unit is the other one and far beyond it as it stands; and that
/// the dose is ten times the largest amount a drug's own label states, or a tenth of the smallest. Only sources whose people are not
/// others than the patient count, and for children and in pregnancy only those that are about such
/// people: where none states a dose for them nothing is said. It never says what dose is right.
final class DosesOfSources {

    /// So many times the largest amount of a label, or so small a part of its smallest, is far (after C.2 of the clinical method: a dose ten
    /// times outside the labelled range).
    private static final double FAR = 10;

    /// A slip of the unit is a factor of a thousand; what is further off than this is no other dose.
    private static final double SLIP = 100;

    private static final double THOUSAND = 1000;

    /// Fewest different amounts stated before a unit is doubted: one alone may be a tablet's strength.
    private static final int LEAST_AMOUNTS = 2;

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");

    /// Most passages of a label read through.
    private static final int LONGEST_LABEL = 800;

    private static final String LABEL = "label:";

    private final Vocabulary vocabulary;
    private final Function<List<Passage.Id>, List<Held>> held;

    /// @param held reads passages: of a label every one, because its largest amount may stand in another
    ///     than was found
    DosesOfSources(Vocabulary vocabulary, Function<List<Passage.Id>, List<Held>> held) {
        this.vocabulary = vocabulary;
        this.held = held;
    }

    /// @param unit milligrams where it is a mass, with what it is counted by ("mg/kg")
    private record Amount(double least, double most, String unit, @Nullable Evidence row) {

        boolean isLabelled() {
            return row != null && row.source().id().value().startsWith(LABEL);
        }
    }

    Optional<Premise> in(ClinicalQuestion question, List<Evidence> rows) {
        List<Finding> drugs = question.drugs().stream().filter(Finding::isSearched).toList();
        List<DoseMention> asked = Doses.in(question.asked());
        if (drugs.size() != 1 || asked.size() != 1) {
            return Optional.empty();
        }
        Finding drug = drugs.getFirst();
        Amount wanted = amount(asked.getFirst(), null);
        if (wanted.most() <= 0) {
            return Optional.empty();
        }
        List<Amount> stated =
                rows.stream()
                        .filter(row -> isForThem(question, row) && isAbout(row, drug))
                        .flatMap(row -> amounts(row).stream())
                        .filter(one -> one.unit().equals(wanted.unit()))
                        .toList();
        String quote = asked.getFirst().span().of(question.asked());
        return slip(drug, wanted, asked.getFirst(), quote, stated)
                .or(() -> far(drug, wanted, quote, stated));
    }

    /// A source that says other people were studied states no dose for these; for a child, in pregnancy and
    /// while breastfeeding a source must be about such people.
    private static boolean isForThem(ClinicalQuestion question, Evidence row) {
        if (row.setAside() != null) {
            return false;
        }
        boolean special =
                question.patient().isChild()
                        || Boolean.TRUE.equals(question.patient().pregnant())
                        || Boolean.TRUE.equals(question.patient().lactating());
        return switch (row.fit()) {
            case PopulationFit.Direct() -> true;
            case PopulationFit.Unstated() -> !special;
            case PopulationFit.Indirect _ -> false;
        };
    }

    /// Whether every drug a passage names is the one asked about: beside another one an amount may be the
    /// other's.
    private boolean isAbout(Evidence row, Finding drug) {
        return isAbout(row.source().title(), row.passage().text(), drug);
    }

    private boolean isAbout(String title, String text, Finding drug) {
        Set<String> named = new HashSet<>();
        vocabulary
                .read(text)
                .of(Concept.Kind.DRUG)
                .forEach(mention -> named.add(mention.concept().id()));
        boolean subject =
                vocabulary
                        .read(title)
                        .of(Concept.Kind.DRUG)
                        .anyMatch(mention -> mention.concept().id().equals(drug.id()));
        return named.isEmpty() ? subject : named.equals(Set.of(drug.id()));
    }

    private static List<Amount> amounts(Evidence row) {
        List<Amount> amounts = new ArrayList<>();
        for (DoseMention dose : Doses.in(row.passage().text())) {
            Amount amount = amount(dose, row);
            if (amount.most() > 0) {
                amounts.add(amount);
            }
        }
        return amounts;
    }

    private static Optional<Premise> slip(
            Finding drug, Amount wanted, DoseMention as, String quote, List<Amount> stated) {
        boolean micro = isMicro(as.unit());
        if (!wanted.unit().startsWith("mg") || !micro && !as.unit().startsWith("mg")) {
            return Optional.empty();
        }
        double least = stated.stream().mapToDouble(Amount::least).min().orElse(0);
        double most = stated.stream().mapToDouble(Amount::most).max().orElse(0);
        double other = micro ? wanted.most() * THOUSAND : wanted.most() / THOUSAND;
        boolean beyond = micro ? wanted.most() * SLIP <= least : wanted.most() >= most * SLIP;
        long different = stated.stream().map(Amount::most).distinct().count();
        if (different < LEAST_AMOUNTS || !beyond || other < least || other > most) {
            return Optional.empty();
        }
        Evidence row =
                stated.stream()
                        .min(Comparator.comparingDouble(one -> Math.abs(one.most() - other)))
                        .map(Amount::row)
                        .orElseThrow();
        return premise(
                "dose-unit-slip",
                quote,
                "The amount asked about is a thousand times off the doses the sources found state of "
                        + drug.name()
                        + ", and within them with the unit "
                        + (micro ? "milligram" : "microgram")
                        + " (here "
                        + plain(least, micro)
                        + " to "
                        + plain(most, micro)
                        + "). Please check the unit.",
                row);
    }

    /// A label names every dose of its drug, so its whole text is read, but for passages that name another drug
    /// as well ("with rifampin 600 mg").
    private Optional<Premise> far(Finding drug, Amount wanted, String quote, List<Amount> stated) {
        Evidence row =
                stated.stream()
                        .filter(Amount::isLabelled)
                        .max(Comparator.comparingDouble(Amount::most))
                        .map(Amount::row)
                        .orElse(null);
        if (row == null) {
            return Optional.empty();
        }
        List<Amount> labelled =
                whole(row, drug).stream()
                        .flatMap(text -> Doses.in(text).stream())
                        .map(dose -> amount(dose, null))
                        .filter(one -> one.unit().equals(wanted.unit()) && one.least() > 0)
                        .toList();
        double most = labelled.stream().mapToDouble(Amount::most).max().orElse(Double.MAX_VALUE);
        double least = labelled.stream().mapToDouble(Amount::least).min().orElse(0);
        if (wanted.most() >= most * FAR) {
            return premise(
                    "dose-above-label",
                    quote,
                    "The dose asked about is at least ten times the largest amount that the label of "
                            + drug.name()
                            + " in this library states ("
                            + plain(most, false)
                            + "). Please check amount and unit.",
                    row);
        }
        return wanted.most() * FAR > least
                ? Optional.empty()
                : premise(
                        "dose-below-label",
                        quote,
                        "The dose asked about is at most a tenth of the smallest amount that the label of "
                                + drug.name()
                                + " in this library states ("
                                + plain(least, false)
                                + "). Please check amount and unit.",
                        row);
    }

    private List<String> whole(Evidence row, Finding drug) {
        Passage.Id id = row.passage().id();
        List<Passage.Id> all = new ArrayList<>();
        for (int ordinal = 0; ordinal < LONGEST_LABEL; ordinal++) {
            all.add(new Passage.Id(id.source(), id.version(), ordinal));
        }
        return held.apply(all).stream()
                .map(one -> one.passage().text())
                .filter(text -> isAbout(row.source().title(), text, drug))
                .toList();
    }

    private static Optional<Premise> premise(
            String rule, String quote, String words, @Nullable Evidence row) {
        return row == null
                ? Optional.empty()
                : Optional.of(
                        new Premise(
                                rule,
                                "dose",
                                quote,
                                words,
                                List.of(row.passage().id().toString())));
    }

    private static boolean isMicro(String unit) {
        String lower = unit.toLowerCase(Locale.ROOT);
        return lower.startsWith("mcg") || lower.startsWith("ug") || lower.startsWith("µg");
    }

    private static Amount amount(DoseMention dose, @Nullable Evidence row) {
        double least = Double.MAX_VALUE;
        double most = 0;
        Matcher number = NUMBER.matcher(dose.amount());
        while (number.find()) {
            double one = Double.parseDouble(number.group().replace(',', '.'));
            least = Math.min(least, one);
            most = Math.max(most, one);
        }
        String unit =
                dose.unit()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("/(?:d|day|dose|24 ?h)$", "")
                        .replaceFirst("^(?:ug|µg)", "mcg");
        if (unit.startsWith("mcg")) {
            return new Amount(
                    least / THOUSAND, most / THOUSAND, unit.replaceFirst("^mcg", "mg"), row);
        }
        return unit.equals("g") || unit.startsWith("g/")
                ? new Amount(least * THOUSAND, most * THOUSAND, "m" + unit, row)
                : new Amount(least, most, unit, row);
    }

    private static String plain(double milligrams, boolean asMilligrams) {
        boolean small = milligrams < 1 && !asMilligrams;
        BigDecimal number =
                BigDecimal.valueOf(small ? milligrams * THOUSAND : milligrams)
                        .setScale(4, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        return number.toPlainString() + (small ? " micrograms" : " mg");
    }
}
