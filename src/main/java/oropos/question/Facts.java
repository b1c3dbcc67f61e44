package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.terminology.AgeRange;
import oropos.terminology.Mention;
import oropos.terminology.Sex;
import oropos.terminology.Span;
import oropos.terminology.Terminology;

/// The list of facts on which evidence may hang, from `facts.yaml`: which of them the question tells,
/// and which apply to it and were not told.
///
/// Only what was said is told; nothing is assumed from silence.
final class Facts {

    static final String FILE = "facts.yaml";

    /// The fact that is told of relatives.
    static final String OF_THE_FAMILY = "familyHistory";

    private static final Set<String> KEYS =
            Set.of(
                    "key",
                    "name",
                    "ask",
                    "decides",
                    "appliesTo",
                    "values",
                    "unsettled",
                    "source",
                    "from",
                    "under",
                    "onlySex",
                    "onlySexUnknown",
                    "onlyAgeUnknown",
                    "forKinds");
    private static final Set<String> VALUE_KEYS =
            Set.of("code", "condition", "cues", "deniedCues", "denies");

    /// The code of a value that is kept in the words of the question.
    private static final String TOLD = "told";

    /// One fact of the list.
    ///
    /// @param unsettled what tells of it and settles no value: a fall from a swing may be of high energy or not
    private record Listed(
            ClinicalQuestion.Fact fact,
            boolean decides,
            Trigger.Group appliesTo,
            @Nullable AgeRange ages,
            @Nullable Sex onlySex,
            boolean onlySexUnknown,
            boolean onlyAgeUnknown,
            List<String> forKinds,
            List<Cue> unsettled,
            List<Told> values) {}

    /// What tells a value: cues that affirm it, cues whose denial affirms it, and the value that a
    /// denial of its cues tells instead.
    private record Told(
            String code, Trigger.Group said, List<Cue> denied, @Nullable String denies) {}

    private final List<Listed> list = new ArrayList<>();

    Facts(RuleFile file, Terminology terminology) {
        file.content().knows(Set.of("version", "phrases", "talk", "facts"));
        Trigger.Shared shared = Trigger.Shared.of(file, terminology);
        for (RuleFile.Row row : file.content().rows("facts")) {
            row.knows(KEYS);
            row.text("source");
            List<ClinicalQuestion.Fact.Value> values = new ArrayList<>();
            List<Told> told = new ArrayList<>();
            for (RuleFile.Row value : row.rows("values")) {
                value.knows(VALUE_KEYS);
                values.add(
                        new ClinicalQuestion.Fact.Value(
                                value.text("code"), value.text("condition")));
                told.add(
                        new Told(
                                value.text("code"),
                                shared.group(value, value.texts("cues")),
                                Cue.all(value.texts("deniedCues")),
                                value.optionalText("denies")));
            }
            String onlySex = row.optionalText("onlySex");
            list.add(
                    new Listed(
                            new ClinicalQuestion.Fact(
                                    row.text("key"), row.text("name"), row.text("ask"), values),
                            row.flag("decides"),
                            shared.group(row, row.texts("appliesTo")),
                            Trigger.ages(row),
                            onlySex == null
                                    ? null
                                    : Sex.valueOf(onlySex.toUpperCase(java.util.Locale.ROOT)),
                            row.flag("onlySexUnknown"),
                            row.flag("onlyAgeUnknown"),
                            row.texts("forKinds"),
                            Cue.all(row.texts("unsettled")),
                            List.copyOf(told)));
        }
    }

    /// The facts the question tells, by key.
    Map<String, String> told(Reading reading) {
        Map<String, String> told = new TreeMap<>();
        for (Listed listed : list) {
            String value = concerns(listed, reading) ? value(listed, reading) : null;
            if (value != null) {
                told.put(listed.fact().key(), value);
            }
        }
        return told;
    }

    /// The words that tell how a fact stands which decides what to do ("after a car crash"): a source holds
    /// for the patient by what it says of the fact, in whatever words. One word ("fragility"), and what is
    /// part of a problem's name or stands right before it, is how sources name the problem itself.
    List<Span> whereTold(Reading reading) {
        List<Span> told = new ArrayList<>();
        for (Listed listed : list) {
            if (!listed.decides() || !concerns(listed, reading)) {
                continue;
            }
            Stream.concat(
                            listed.values().stream().flatMap(value -> value.said().cues().stream()),
                            listed.unsettled().stream())
                    .flatMap(cue -> cue.heard(reading.wording()).stream())
                    .filter(heard -> heard.last() > heard.first())
                    .filter(heard -> !isOfAName(heard, listed, reading))
                    .map(Cue.Heard::span)
                    .forEach(told::add);
        }
        return told;
    }

    private static boolean isOfAName(Cue.Heard heard, Listed listed, Reading reading) {
        Span withNext = new Span(heard.span().start(), heard.span().end() + 2);
        return reading.concepts().mentions().stream()
                .filter(mention ->
                        listed.appliesTo().concepts().stream().anyMatch(mention.concept()::isA))
                .anyMatch(mention -> mention.span().overlaps(withNext));
    }

    /// A fact of bones is not read out of a letter about the lungs.
    private static boolean concerns(Listed listed, Reading reading) {
        AgeRange told = reading.patient().ages();
        boolean fits = listed.ages() == null || told == null || listed.ages().overlaps(told);
        boolean everywhere =
                listed.appliesTo().cues().isEmpty() && listed.appliesTo().concepts().isEmpty();
        return fits && (everywhere || applies(listed.appliesTo(), reading));
    }

    /// Whether the words are the name of something of which the text says this: denied, or only asked
    /// about ("should she be screened for diabetes?" tells of no diabetes).
    private static boolean isNamedAnd(
            Mention.Assertion assertion, Reading reading, Cue.Heard heard) {
        return reading.concepts().mentions().stream()
                .filter(mention -> mention.span().contains(heard.span()))
                .anyMatch(mention -> said(mention, reading) == assertion);
    }

    /// What the text says of it: a problem that the whole question was read to ask about ("diabetes
    /// screening at 45?") is possible, whatever its own sentence says.
    private static Mention.Assertion said(Mention mention, Reading reading) {
        return reading.problems().stream()
                        .filter(problem -> problem.id().equals(mention.concept().id()))
                        .anyMatch(problem -> problem.assertion() == Mention.Assertion.POSSIBLE)
                ? Mention.Assertion.POSSIBLE
                : mention.assertion();
    }

    /// The value told; where the list knows only that it was told, the words that tell it.
    private static @Nullable String value(Listed listed, Reading reading) {
        String denied = null;
        HappenedTo patients = new HappenedTo(reading, listed.appliesTo());
        for (Told value : listed.values()) {
            for (Cue cue : value.said().cues()) {
                for (Cue.Heard heard : cue.heard(reading.wording())) {
                    if (listed.decides() && !patients.tellsOf(heard)) {
                        continue;
                    }
                    if (isNamedAnd(Mention.Assertion.POSSIBLE, reading, heard)
                            || Assertions.isAnothers(
                                    reading.wording(),
                                    heard.first(),
                                    List.of(PatientReader.HER_PARTNER))) {
                        continue;
                    }
                    if (!Assertions.isDenied(reading.wording(), heard)
                            && !isNamedAnd(Mention.Assertion.NEGATED, reading, heard)) {
                        return value.code().equals(TOLD)
                                ? heard.span().of(reading.wording().text())
                                : value.code();
                    }
                    denied = denied == null ? value.denies() : denied;
                }
            }
            for (Mention mention : reading.concepts().mentions()) {
                if (value.said().concepts().stream().anyMatch(mention.concept()::isA)) {
                    Mention.Assertion said = said(mention, reading);
                    if (said == Mention.Assertion.NEGATED) {
                        denied = denied == null ? value.denies() : denied;
                    } else if (said != Mention.Assertion.FAMILY
                            && said != Mention.Assertion.POSSIBLE) {
                        return value.code();
                    }
                }
            }
            for (Cue cue : value.denied()) {
                if (cue.heard(reading.wording()).stream()
                        .anyMatch(heard -> Assertions.isDenied(reading.wording(), heard))) {
                    return value.code();
                }
            }
        }
        return denied;
    }

    /// The facts that apply to this question and were not told, in the order of the list.
    List<ClinicalQuestion.Fact> unknown(Reading reading, QuestionKind kind) {
        return kind == QuestionKind.DEFINITION
                ? List.of()
                : list.stream()
                        .filter(listed -> isUnknown(listed, reading, kind))
                        .map(Listed::fact)
                        .toList();
    }

    /// Whom a question is for, where it tells of several and its words fit more than one.
    ClinicalQuestion.Fact whom(List<String> people) {
        ClinicalQuestion.Fact listed =
                list.stream()
                        .map(Listed::fact)
                        .filter(fact -> fact.key().equals(ClinicalQuestion.Fact.WHOM))
                        .findFirst()
                        .orElseThrow();
        return new ClinicalQuestion.Fact(
                ClinicalQuestion.Fact.WHOM,
                listed.name(),
                listed.ask(),
                people.stream()
                        .map(one ->
                                new ClinicalQuestion.Fact.Value(one, "If it is asked for " + one))
                        .toList());
    }

    /// Those of them that change what should be done, so that they are asked back.
    List<ClinicalQuestion.Fact> deciding(Reading reading, QuestionKind kind) {
        return kind == QuestionKind.DEFINITION
                ? List.of()
                : list.stream()
                        .filter(listed -> listed.decides() && isUnknown(listed, reading, kind))
                        .map(Listed::fact)
                        .toList();
    }

    private static boolean isUnknown(Listed listed, Reading reading, QuestionKind kind) {
        Patient patient = reading.patient();
        if (patient.facts().containsKey(listed.fact().key())) {
            return false;
        }
        if (listed.onlySexUnknown() && patient.sex() != null
                || listed.onlyAgeUnknown() && patient.ages() != null
                || listed.onlySex() != null
                        && patient.sex() != null
                        && patient.sex() != listed.onlySex()) {
            return false;
        }
        if (listed.ages() != null
                && (patient.ages() == null || !listed.ages().overlaps(patient.ages()))) {
            return false;
        }
        return listed.forKinds().contains(kind.code()) || applies(listed.appliesTo(), reading);
    }

    private static boolean applies(Trigger.Group group, Reading reading) {
        return group.cues().stream()
                        .flatMap(cue -> cue.heard(reading.wording()).stream())
                        .anyMatch(heard -> !Assertions.isDenied(reading.wording(), heard))
                || reading.concepts().mentions().stream()
                        .filter(mention ->
                                mention.assertion() == Mention.Assertion.PRESENT
                                        || mention.assertion() == Mention.Assertion.POSSIBLE)
                        .anyMatch(mention ->
                                group.concepts().stream().anyMatch(mention.concept()::isA));
    }
}
