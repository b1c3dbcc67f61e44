package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oropos.terminology.Terminology;

/// What a question takes for granted that is not so, from `premises.yaml`: words that have no meaning
/// at the patient's age, pairs that cannot be, drugs that were withdrawn.
///
/// Only what the question alone shows is judged here; what needs sources is found after the search. A
/// word nobody knows is never a premise.
final class Premises {

    static final String FILE = "premises.yaml";

    /// Values, amounts, schedules and classes: read after the first file.
    static final String OF_AMOUNTS = "premises-amounts.yaml";

    /// Longest first sentence of a correction, in characters: it stands alone above the answer.
    static final int LONGEST_FIRST_SENTENCE = 90;

    private record Rule(
            Premise premise,
            Trigger trigger,
            boolean sameDrug,
            boolean strength,
            boolean farDose,
            boolean drugClass,
            List<Cue> unless) {}

    private final List<Rule> rules = new ArrayList<>();

    private final Strengths strengths;

    private final DoseLimits doseLimits;

    private final DrugClasses drugClasses;

    /// @param files read in this order; a later one may use the phrases of the first
    Premises(
            List<RuleFile> files,
            RuleFile.Table made,
            RuleFile.Table limits,
            RuleFile.Table classes,
            Terminology terminology) {
        strengths = new Strengths(made);
        doseLimits = new DoseLimits(limits, made);
        drugClasses = new DrugClasses(classes);
        Trigger.Shared shared = Trigger.Shared.of(files.getFirst(), terminology);
        for (RuleFile file : files) {
            file.content().knows(Set.of("version", "phrases", "talk", "rules"));
            read(file, file == files.getFirst() ? shared : shared.with(file));
        }
    }

    private void read(RuleFile file, Trigger.Shared shared) {
        Set<String> keys =
                Stream.concat(
                                Trigger.KEYS.stream(),
                                Stream.of(
                                        "id",
                                        "kind",
                                        "correction",
                                        "source",
                                        "evidence",
                                        "sameDrug",
                                        "strength",
                                        "farDose",
                                        "drugClass"))
                        .collect(Collectors.toSet());
        for (RuleFile.Row row : file.content().rows("rules")) {
            row.knows(keys);
            row.text("source");
            String correction = row.text("correction");
            String first = firstSentence(correction);
            if (first.length() > LONGEST_FIRST_SENTENCE) {
                throw new IllegalStateException(
                        row.place()
                                + ": the first sentence has at most "
                                + LONGEST_FIRST_SENTENCE
                                + " characters, but had "
                                + first.length());
            }
            rules.add(
                    new Rule(
                            new Premise(
                                    row.text("id"),
                                    row.text("kind"),
                                    "",
                                    correction,
                                    row.texts("evidence")),
                            Trigger.of(row, shared),
                            row.flag("sameDrug"),
                            row.flag("strength"),
                            row.flag("farDose"),
                            row.flag("drugClass"),
                            Cue.all(row.texts("unless"))));
        }
    }

    /// Kinds that rest on who is told of: of the others too little is read to doubt it.
    private static final Set<String> OF_A_PERSON = Set.of("impossible pair", "implausible pair");

    /// What is found in what is said of the patient, and in what is said of each of the others.
    List<Premise> in(Reading reading, List<Reading> others, Redaction redaction) {
        List<Premise> found = new ArrayList<>(in(reading, redaction));
        for (Reading other : others) {
            in(other, redaction).stream()
                    .filter(one -> !OF_A_PERSON.contains(one.kind()))
                    .filter(one -> found.stream().noneMatch(said -> said.rule().equals(one.rule())))
                    .forEach(found::add);
        }
        return found;
    }

    /// Every premise found, in the order of the file.
    List<Premise> in(Reading reading, Redaction redaction) {
        List<Premise> found = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.sameDrug()) {
                SameDrug.in(reading, rule.premise(), redaction).ifPresent(found::add);
                continue;
            }
            if (rule.strength()) {
                strengths.in(reading, rule.premise(), redaction).ifPresent(found::add);
                continue;
            }
            if (rule.farDose()) {
                if (found.stream().noneMatch(one -> one.kind().equals("unit"))) {
                    doseLimits
                            .in(reading, rule.premise(), rule.unless(), redaction)
                            .ifPresent(found::add);
                }
                continue;
            }
            if (rule.drugClass()) {
                drugClasses.in(reading, rule.premise(), redaction).ifPresent(found::add);
                continue;
            }
            if (found.stream().anyMatch(one -> saysTheSame(one, rule.premise()))) {
                continue;
            }
            rule.trigger()
                    .heardIn(reading)
                    .ifPresent(span ->
                            found.add(
                                    new Premise(
                                            rule.premise().rule(),
                                            rule.premise().kind(),
                                            redaction.of(span),
                                            rule.premise().correction(),
                                            rule.premise().evidence())));
        }
        return List.copyOf(found);
    }

    /// "The weight given does not fit the age." is said once.
    private static boolean saysTheSame(Premise said, Premise other) {
        return said.kind().equals(other.kind())
                && firstSentence(said.correction()).equals(firstSentence(other.correction()));
    }

    private static String firstSentence(String correction) {
        return correction.split("(?<=[.!?])\\s", 2)[0];
    }
}
