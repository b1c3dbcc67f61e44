package oropos.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Span;
import oropos.terminology.Terminology;

/// The rules that find dangerous signs, from `urgent-signs.yaml`, for pregnancy, birth and infancy
/// `urgent-signs-birth.yaml`, for adults above all `urgent-signs-adult.yaml`, for what happens at once
/// `urgent-signs-sudden.yaml`, for values of the laboratory `urgent-signs-values.yaml`, and for what is
/// told in few words `urgent-signs-short.yaml`.
///
/// They read the words as typed, before any search, and nothing switches them off. They do not
/// diagnose: what they say is where to go, not what it is.
final class UrgentSigns {

    static final String FILE = "urgent-signs.yaml";

    static final String OF_BIRTH = "urgent-signs-birth.yaml";

    static final String OF_ADULTS = "urgent-signs-adult.yaml";

    static final String SUDDEN = "urgent-signs-sudden.yaml";

    static final String OF_VALUES = "urgent-signs-values.yaml";

    static final String SHORT = "urgent-signs-short.yaml";

    /// The files read behind the first, each with the words and phrases of those before it.
    static final List<String> FURTHER = List.of(OF_BIRTH, OF_ADULTS, SUDDEN, OF_VALUES, SHORT);

    /// Longest first line, in characters, so that it fits a telephone's screen.
    static final int LONGEST_SIGN = 90;

    /// @param tells what a sign tells of whoever has it, though it is not said, or null
    /// @param valueAlone whether it speaks of one value and of nothing told beside it, so that what is told
    ///     is weighed all the same
    private record Rule(
            Urgent urgent,
            Trigger trigger,
            List<String> silences,
            boolean valueAlone,
            List<String> search,
            Pregnancy.@Nullable Told tells) {}

    private final List<Rule> rules = new ArrayList<>();
    private final List<Cue> general;
    private final List<Cue> somebody;
    private final Misspelt misspelt;

    private final Spoken spoken;
    private final Resemblance.Features features;
    private final Resemblance resemblance;

    /// @param further files of rules, each with phrases and words beside those of the files before it
    UrgentSigns(
            RuleFile file,
            List<RuleFile> further,
            RuleFile.Table weights,
            RuleFile.Table spellings,
            RuleFile.Table realWords,
            Terminology terminology) {
        file.content()
                .knows(
                        Set.of(
                                "version",
                                "phrases",
                                "words",
                                "talk",
                                "kin",
                                "others",
                                "over",
                                "listed",
                                "owned",
                                "strangers",
                                "bygone",
                                "past",
                                "general",
                                "somebody",
                                "tails",
                                "rules",
                                "resembling"));
        Trigger.Shared shared = Trigger.Shared.of(file, terminology).byTheSentence();
        general = Cue.all(file.content().texts("general"));
        somebody = Cue.all(file.content().texts("somebody"));
        spoken = shared.spoken();
        features =
                new Resemblance.Features(
                        shared.classes(), spoken.alsoTalk(Cue.all(file.content().texts("kin"))));
        resemblance =
                new Resemblance(
                        weights, lines(file), Cue.all(file.content().texts("tails")), features);
        read(file, shared);
        Trigger.Shared more = shared;
        for (RuleFile one : further) {
            one.content().knows(Set.of("version", "phrases", "words", "rules"));
            more = more.with(one);
            read(one, more);
        }
        List<Cue> cues =
                Stream.concat(
                                rules.stream()
                                        .flatMap(rule ->
                                                Stream.of(
                                                                rule.trigger().all(),
                                                                rule.trigger().unless())
                                                        .flatMap(List::stream))
                                        .flatMap(group -> group.cues().stream()),
                                Stream.concat(
                                        spoken.all(),
                                        Stream.of(general, somebody).flatMap(List::stream)))
                        .toList();
        misspelt =
                new Misspelt(
                        cues.stream().flatMap(cue -> cue.words().stream()).toList(),
                        cues.stream().flatMap(cue -> cue.beginnings().stream()).toList(),
                        rules.stream()
                                .flatMap(rule -> rule.trigger().all().stream())
                                .flatMap(group -> group.cues().stream())
                                .flatMap(cue -> cue.words().stream())
                                .toList(),
                        spellings.rows(),
                        realWords.rows().stream().map(List::getFirst).toList());
    }

    private void read(RuleFile file, Trigger.Shared shared) {
        for (RuleFile.Row row : file.content().rows("rules")) {
            row.knows(
                    Stream.concat(
                                    Trigger.KEYS.stream(),
                                    Stream.of(
                                            "id",
                                            "severity",
                                            "sign",
                                            "action",
                                            "more",
                                            "source",
                                            "reviewed",
                                            "evidence",
                                            "section",
                                            "silences",
                                            "valueAlone",
                                            "search",
                                            "tells"))
                            .collect(java.util.stream.Collectors.toSet()));
            String tells = row.optionalText("tells");
            rules.add(
                    new Rule(
                            urgent(row),
                            Trigger.of(row, shared),
                            row.texts("silences"),
                            row.flag("valueAlone"),
                            row.texts("search"),
                            tells == null
                                    ? null
                                    : Pregnancy.Told.valueOf(tells.toUpperCase(Locale.ROOT))));
        }
    }

    private static Urgent urgent(RuleFile.Row row) {
        row.text("source");
        Urgent urgent =
                new Urgent(
                        row.text("id"),
                        severity(row),
                        row.text("sign"),
                        row.text("action"),
                        row.has("more") ? row.text("more") : "",
                        "",
                        row.flag("reviewed"),
                        row.texts("evidence"),
                        row.optionalText("section"));
        if (urgent.sign().length() > LONGEST_SIGN) {
            throw new IllegalStateException(
                    row.place()
                            + ": a sign has at most "
                            + LONGEST_SIGN
                            + " characters, but had "
                            + urgent.sign().length());
        }
        return urgent;
    }

    private static List<Resemblance.Line> lines(RuleFile file) {
        List<Resemblance.Line> lines = new ArrayList<>();
        if (!file.content().has("resembling")) {
            return lines;
        }
        for (RuleFile.Row row : file.content().rows("resembling")) {
            row.knows(
                    Set.of(
                            "id",
                            "severity",
                            "sign",
                            "action",
                            "more",
                            "source",
                            "reviewed",
                            "least"));
            lines.add(new Resemblance.Line(urgent(row), Double.parseDouble(row.text("least"))));
        }
        return lines;
    }

    private static Urgent.Severity severity(RuleFile.Row row) {
        for (Urgent.Severity severity : Urgent.Severity.values()) {
            if (severity.code().equals(row.text("severity"))) {
                return severity;
            }
        }
        throw new IllegalStateException(row.place() + ": severity is now, sameDay or urgent");
    }

    /// Every sign found, the most urgent first, then in the order of the file. A rule may name
    /// milder rules on the same matter (`silences`) that it makes needless.
    ///
    /// The weights have learnt from whole questions, so from words of somebody alone they say nothing.
    List<Urgent> in(Reading asTyped, Redaction redaction) {
        Reading reading = heardAs(asTyped);
        Heard heard = ruled(reading, redaction);
        List<Urgent> found = new ArrayList<>(heard.found());
        if (heard.weighs()) {
            weighed(reading, redaction).ifPresent(found::add);
        }
        found.sort(Comparator.comparing(Urgent::severity));
        return List.copyOf(found);
    }

    private Optional<Urgent> weighed(Reading reading, Redaction redaction) {
        return resemblance
                .in(reading)
                .filter(like -> isOfSomebody(reading))
                .filter(like -> !Assertions.listsOnly(reading.wording(), like.span(), spoken))
                .map(like -> quoting(like.urgent(), redaction, like.span()));
    }

    /// Signs of everybody told of: of whoever it is asked for and of another grown-up by all the words, of
    /// each by his own. So a sign is heard whomever the question is taken to be for. Where no rule speaks the
    /// words are weighed for whom it is asked, then for each child.
    List<Urgent> in(Reading reading, List<Reading> others, Redaction redaction) {
        List<Urgent> urgent = new ArrayList<>(in(reading, redaction));
        if (!others.isEmpty()) {
            addNew(urgent, ruled(heardAs(reading.ofPatient()), redaction));
        }
        for (Reading other : others) {
            addNew(urgent, ruled(heardAs(other), redaction));
            Patient patient = other.patient();
            if (patient.isGrownUp() || Boolean.TRUE.equals(patient.pregnant())) {
                Reading all = other.with(reading.wording()).with(patient.ofAdultAge());
                addNew(urgent, ruled(heardAs(all), redaction));
            }
        }
        for (Reading other : others) {
            Reading all = heardAs(other.with(reading.wording()));
            if (urgent.isEmpty() && other.patient().isChild() && !isOfPeopleInGeneral(all)) {
                weighed(all, redaction).ifPresent(urgent::add);
            }
        }
        urgent.sort(Comparator.comparing(Urgent::severity));
        return List.copyOf(urgent);
    }

    /// A sign that a rule hears makes words that only sound like one needless.
    private static void addNew(List<Urgent> urgent, Heard more) {
        if (!more.weighs()) {
            urgent.removeIf(one -> isAlike(one.rule()) && !more.found().isEmpty());
        }
        for (Urgent sign : more.found()) {
            if (urgent.stream().noneMatch(one -> one.rule().equals(sign.rule()))) {
                urgent.add(sign);
            }
        }
    }

    /// @param weighs whether the words are still to be weighed: no rule heard more than a value
    private record Heard(List<Urgent> found, boolean weighs) {}

    private Heard ruled(Reading reading, Redaction redaction) {
        List<Rule> heard = new ArrayList<>();
        List<Urgent> found = new ArrayList<>();
        if (isOfPeopleInGeneral(reading)) {
            return new Heard(found, false);
        }
        for (Rule rule : rules) {
            rule.trigger()
                    .heardIn(reading)
                    .ifPresent(span -> {
                        heard.add(rule);
                        found.add(quoting(rule.urgent(), redaction, span));
                    });
        }
        found.removeIf(
                urgent -> heard.stream().anyMatch(rule -> rule.silences().contains(urgent.rule())));
        return new Heard(found, heard.stream().allMatch(Rule::valueAlone));
    }

    /// Signs of a question with more that hold in its thread, each once and none that another makes needless.
    List<Urgent> together(List<Urgent> heard, List<Urgent> more) {
        List<Urgent> all = new ArrayList<>(heard);
        for (Urgent sign : more) {
            if (all.stream().noneMatch(one -> one.rule().equals(sign.rule()))) {
                all.add(sign);
            }
        }
        List<Urgent> found = List.copyOf(all);
        all.removeIf(sign ->
                !heard.contains(sign)
                        && found.stream()
                                .anyMatch(one ->
                                        silences(one.rule(), sign.rule())
                                                || isAlike(sign.rule()) && !isAlike(one.rule())));
        all.sort(Comparator.comparing(Urgent::severity));
        return List.copyOf(all);
    }

    /// Whether it is no rule, but words that sound like a sign.
    static boolean isAlike(String rule) {
        return rule.startsWith("sounds-like");
    }

    /// Whether one rule makes another on the same matter needless.
    boolean silences(String graver, String milder) {
        return rules.stream()
                .anyMatch(rule ->
                        rule.urgent().rule().equals(graver) && rule.silences().contains(milder));
    }

    /// What the weights see in a text, once slips of the keyboard are mended.
    Map<String, Integer> featuresOf(Reading asTyped) {
        return features.of(heardAs(asTyped));
    }

    /// Whether a word would be read as a slip of another one further away than elsewhere.
    boolean mends(String word) {
        return misspelt.mends(word);
    }

    private Reading heardAs(Reading asTyped) {
        return asTyped.with(spoken.parted(ValuesOfNow.of(misspelt.mended(asTyped.wording()))));
    }

    /// A question on febrile neonates, on a trial, on how often a thing happens is about nobody who is
    /// ill now, unless it speaks of somebody as well: an age, "my", "she", "now", a measured value.
    private boolean isOfPeopleInGeneral(Reading reading) {
        return general.stream().anyMatch(cue -> cue.isIn(reading.wording()))
                && !isOfSomebody(reading);
    }

    private boolean isOfSomebody(Reading reading) {
        return reading.patient().age() != null
                || somebody.stream().anyMatch(cue -> cue.isIn(reading.wording()));
    }

    /// The reading of who is expecting or has given birth where the signs found tell it: "33 weeks and my
    /// waters broke" is of no baby of 33 weeks.
    Reading told(List<Urgent> found, Reading reading) {
        return rules.stream()
                .filter(rule ->
                        found.stream().anyMatch(one -> one.rule().equals(rule.urgent().rule())))
                .map(Rule::tells)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(told ->
                        reading.with(Pregnancy.told(told, reading.patient(), reading.wording())))
                .orElse(reading);
    }

    /// Words by which sources speak of the signs found, for searching.
    List<String> searchedFor(List<Urgent> found) {
        return rules.stream()
                .filter(rule ->
                        found.stream().anyMatch(one -> one.rule().equals(rule.urgent().rule())))
                .flatMap(rule -> rule.search().stream())
                .distinct()
                .toList();
    }

    private static Urgent quoting(Urgent urgent, Redaction redaction, Span span) {
        return new Urgent(
                urgent.rule(),
                urgent.severity(),
                urgent.sign(),
                urgent.action(),
                urgent.more(),
                redaction.of(span),
                urgent.reviewed(),
                urgent.evidence(),
                urgent.section());
    }
}
