package oropos.appraisal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.Certainty.Level;
import oropos.appraisal.PopulationFit.Gap;
import oropos.library.Claim;
import oropos.library.Held;
import oropos.library.Passage;
import oropos.library.RuleFile;
import oropos.question.Patient;

/// How certain a passage leaves us, by the rules a machine can run after GRADE [1].
///
/// Certainty starts by kind of study and only ever falls, a step for each reason; raising it is left
/// to people, and so is publication bias, which is not assessed. Texts that are no study of effects
/// keep their issuer's own words, which are never turned into these four.
///
/// [1] Guyatt et al., *GRADE: an emerging consensus*, BMJ 2008;336:924-926; steps as in
/// certainty-steps.tsv.
final class Certainties {

    static final String STARTS = "certainty-starts.tsv";
    static final String STEPS = "certainty-steps.tsv";
    static final String BIAS = "bias-words.tsv";
    static final String SURROGATES = "surrogate-outcomes.tsv";

    /// Fewer people than this are imprecise (clinical-method B.3).
    static final int FEW_PEOPLE = 100;

    /// The four words as GRADE uses them, in a document's own statement of certainty.
    private static final Pattern OWN_WORDS =
            Pattern.compile("\\b(very low|low|moderate|high)\\b", Pattern.CASE_INSENSITIVE);

    /// Passages whose words are remembered: about 200 bytes each.
    static final int MOST_READ = 20_000;

    /// What the words of a passage say of certainty, whatever is asked.
    ///
    private record Read(StatedDoubts doubts, List<String> bias) {}

    /// A passage, named by the hash of its version, and what is read with it and may be revised.
    private record Key(Passage.Id passage, String title, String designReason) {}

    private final Cache<Key, Read> read = Caffeine.newBuilder().maximumSize(MOST_READ).build();

    private record Start(Level level, String words) {}

    private record Step(int steps, String words) {}

    private final Map<String, Start> starts = new HashMap<>();
    private final Map<String, Step> steps = new HashMap<>();
    private final Signs bias;
    private final Signs surrogates;

    Certainties(RuleFile starts, RuleFile steps, RuleFile bias, RuleFile surrogates) {
        for (List<String> row : starts.rows()) {
            this.starts.put(row.get(0), new Start(Level.valueOf(row.get(1)), row.get(2)));
        }
        for (List<String> row : steps.rows()) {
            int size = Integer.parseInt(row.get(1));
            if (size < 1 || size > 2) {
                throw new IllegalStateException(
                        "rule file " + steps.name() + " needs steps of 1 or 2, but has " + row);
            }
            this.steps.put(row.get(0), new Step(size, row.get(2)));
        }
        this.bias = new Signs(bias);
        this.surrogates = new Signs(surrogates);
    }

    /// @param kind as [StudyKind] names it
    /// @param contradicted whether a study at least as strong points the other way
    Certainty of(
            Held held,
            String kind,
            PopulationFits.Compared people,
            Patient patient,
            boolean contradicted) {
        Start start =
                Objects.requireNonNull(
                        starts.get(kind), () -> STARTS + " has no row for the kind " + kind);
        Claim claim = held.passage().claim();
        if (start.level() == Level.NOT_RATED) {
            return new Certainty(Level.NOT_RATED, notRated(held, start, claim), List.of());
        }
        List<String> reasons = new ArrayList<>();
        reasons.add("starts " + start.level().words() + ": " + start.words());
        List<Certainty.Ground> grounds = new ArrayList<>();
        int down = indirectness(people, patient, reasons);
        down += surrogate(claim, reasons);
        down += imprecision(held, claim, reasons, grounds);
        down += biased(held, kind, reasons, grounds);
        down += inconsistency(held, contradicted, reasons, grounds);
        Level level = lowered(start.level(), down);
        Optional<Level> own = own(claim);
        if (own.isPresent() && own.get().compareTo(level) < 0) {
            level = own.get();
            reasons.add("not above the source's own rating: " + level.words());
        }
        return new Certainty(level, reasons, grounds);
    }

    private static List<String> notRated(Held held, Start start, @Nullable Claim claim) {
        List<String> reasons = new ArrayList<>();
        reasons.add("not rated here: " + start.words());
        if (held.source().issuerGrade() != null) {
            reasons.add("issuer's grade: " + held.source().issuerGrade());
        }
        if (claim != null && claim.strength() != null) {
            reasons.add("issuer's strength: " + claim.strength());
        }
        if (claim != null && claim.certainty() != null) {
            reasons.add("issuer's certainty: " + claim.certainty());
        }
        return reasons;
    }

    private int indirectness(
            PopulationFits.Compared people, Patient patient, List<String> reasons) {
        return switch (people.fit()) {
            case PopulationFit.Direct ignored -> 0;
            case PopulationFit.Unstated ignored -> step("unstated", null, reasons);
            case PopulationFit.Indirect indirect ->
                    step(rule(indirect.gap(), patient), indirect.difference(), reasons);
        };
    }

    private static String rule(Gap gap, Patient patient) {
        return switch (gap) {
            case ADULT_FOR_CHILD ->
                    Carrying.reachesBelowAdultEvidence(patient)
                            ? "adultForChild"
                            : "adultForAdolescent";
            case CHILD_FOR_ADULT -> "childForAdult";
            case SEX, PREGNANCY, AGE, CONDITION, MIXED -> "indirect";
        };
    }

    private int surrogate(@Nullable Claim claim, List<String> reasons) {
        if (claim == null) {
            return 0;
        }
        String outcome = claim.outcome() == null ? "" : claim.outcome().toLowerCase(Locale.ROOT);
        if (!claim.surrogate() && surrogates.in(outcome).isEmpty()) {
            return 0;
        }
        return step("surrogate", outcome.isEmpty() ? null : claim.outcome(), reasons);
    }

    private int imprecision(
            Held held,
            @Nullable Claim claim,
            List<String> reasons,
            List<Certainty.Ground> grounds) {
        List<String> signs = new ArrayList<>();
        StatedDoubts doubts = read(held).doubts();
        Integer people = claim != null && claim.n() != null ? claim.n() : held.study().n();
        Integer events = claim == null ? null : claim.events();
        if (people == null && doubts.counted() > 0) {
            people = doubts.counted();
        }
        if (people != null && people < FEW_PEOPLE) {
            signs.add(people + (people == 1 ? " person" : " people"));
        }
        if (events != null && events < StatedDoubts.FEW_EVENTS) {
            signs.add(events + (events == 1 ? " event" : " events"));
        } else if (events == null) {
            found(doubts.fewEvents(), "imprecision", held, signs, grounds);
        }
        found(doubts.noEffect(), "imprecision", held, signs, grounds);
        if (signs.isEmpty()) {
            if (people == null) {
                reasons.add("number of people not stated");
            }
            return 0;
        }
        return step(
                signs.size() > 1 ? "imprecisionBoth" : "imprecision",
                String.join(", ", signs),
                reasons);
    }

    private static void found(
            StatedDoubts.@Nullable Ground ground,
            String rule,
            Held held,
            List<String> signs,
            List<Certainty.Ground> grounds) {
        if (ground != null) {
            signs.add(ground.words());
            grounds.add(
                    new Certainty.Ground(
                            rule,
                            ground.words(),
                            ground.span().of(held.passage().text()),
                            ground.span()));
        }
    }

    private int biased(
            Held held, String kind, List<String> reasons, List<Certainty.Ground> grounds) {
        List<String> found = new ArrayList<>();
        if (kind.equals("SINGLE_ARM_TRIAL")
                || kind.equals("CASE_SERIES")
                || kind.equals("CASE_REPORT")
                || kind.equals("reviewOfCases")) {
            found.add("no control group");
        }
        if (!kind.startsWith("review")) {
            read(held).bias().stream().filter(sign -> !found.contains(sign)).forEach(found::add);
        }
        found(read(held).doubts().lost(), "bias", held, found, grounds);
        return found.isEmpty() ? 0 : step("bias", String.join(", ", found), reasons);
    }

    private int inconsistency(
            Held held, boolean contradicted, List<String> reasons, List<Certainty.Ground> grounds) {
        List<String> found = new ArrayList<>();
        if (contradicted) {
            found.add("another study points the other way");
        }
        found(read(held).doubts().heterogeneity(), "inconsistency", held, found, grounds);
        return found.isEmpty() ? 0 : step("inconsistency", String.join(", ", found), reasons);
    }

    private Read read(Held held) {
        return read.get(
                new Key(held.passage().id(), held.source().title(), held.study().designReason()),
                key -> reading(key, held.passage().text()));
    }

    private Read reading(Key key, String text) {
        return new Read(
                StatedDoubts.in(text),
                bias.in(
                        (key.title() + " " + key.designReason() + " " + text)
                                .toLowerCase(Locale.ROOT)));
    }

    private int step(String rule, @Nullable String detail, List<String> reasons) {
        Step step =
                Objects.requireNonNull(
                        steps.get(rule), () -> STEPS + " has no row for the rule " + rule);
        reasons.add(
                "-" + step.steps() + " " + step.words() + (detail == null ? "" : ": " + detail));
        return step.steps();
    }

    private static Level lowered(Level start, int down) {
        return Level.values()[Math.max(Level.VERY_LOW.ordinal(), start.ordinal() - down)];
    }

    /// The lowest of the four words a study's own authors used, never raised by ours.
    private static Optional<Level> own(@Nullable Claim claim) {
        if (claim == null || claim.certainty() == null) {
            return Optional.empty();
        }
        Matcher words = OWN_WORDS.matcher(claim.certainty());
        Level lowest = null;
        while (words.find()) {
            Level level = Level.valueOf(words.group(1).toUpperCase(Locale.ROOT).replace(' ', '_'));
            lowest = lowest == null || level.compareTo(lowest) < 0 ? level : lowest;
        }
        return Optional.ofNullable(lowest);
    }
}
