package oropos.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import oropos.terminology.Span;
import oropos.terminology.Terminology;

/// The rules that find dangerous signs, from `urgent-signs.yaml`.
///
/// They read the words as typed, before any search, and nothing switches them off. They do not
/// diagnose: what they say is where to go, not what it is.
final class UrgentSigns {

    static final String FILE = "urgent-signs.yaml";

    /// Longest first line, in characters, so that it fits a telephone's screen.
    static final int LONGEST_SIGN = 90;

    private record Rule(
            Urgent urgent, Trigger trigger, List<String> silences, List<String> search) {}

    private final List<Rule> rules = new ArrayList<>();
    private final List<Cue> general;
    private final List<Cue> somebody;
    private final Misspelt misspelt;

    UrgentSigns(RuleFile file, Terminology terminology) {
        file.content()
                .knows(
                        Set.of(
                                "version",
                                "phrases",
                                "words",
                                "talk",
                                "others",
                                "general",
                                "somebody",
                                "rules"));
        Trigger.Shared shared = Trigger.Shared.of(file, terminology);
        general = Cue.all(file.content().texts("general"));
        somebody = Cue.all(file.content().texts("somebody"));
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
                                            "search"))
                            .collect(java.util.stream.Collectors.toSet()));
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
            rules.add(
                    new Rule(
                            urgent,
                            Trigger.of(row, shared),
                            row.texts("silences"),
                            row.texts("search")));
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
                                Stream.of(shared.talk(), shared.others(), general, somebody)
                                        .flatMap(List::stream))
                        .toList();
        misspelt =
                new Misspelt(
                        cues.stream().flatMap(cue -> cue.words().stream()).toList(),
                        cues.stream().flatMap(cue -> cue.beginnings().stream()).toList());
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
    List<Urgent> in(Reading asTyped, Redaction redaction) {
        Reading reading = asTyped.with(misspelt.mended(asTyped.wording()));
        if (isOfPeopleInGeneral(reading)) {
            return List.of();
        }
        List<Rule> heard = new ArrayList<>();
        List<Urgent> found = new ArrayList<>();
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
        found.sort(Comparator.comparing(Urgent::severity));
        return List.copyOf(found);
    }

    /// A question on febrile neonates, on a trial, on how often a thing happens is about nobody who is
    /// ill now, unless it speaks of somebody as well: an age, "my", "she", "now", a measured value.
    private boolean isOfPeopleInGeneral(Reading reading) {
        return reading.patient().age() == null
                && general.stream().anyMatch(cue -> cue.isIn(reading.wording()))
                && somebody.stream().noneMatch(cue -> cue.isIn(reading.wording()));
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
