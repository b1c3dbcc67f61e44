package oropos.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.Appraisal;
import oropos.appraisal.Certainty;
import oropos.appraisal.Conclusion;
import oropos.appraisal.Conclusions;
import oropos.appraisal.Evidence;
import oropos.appraisal.PopulationFit;
import oropos.appraisal.StatedNumbers;
import oropos.library.AnimalsStudied;
import oropos.library.Held;
import oropos.library.LikelyGroups;
import oropos.library.Passage;
import oropos.library.Population;
import oropos.library.Record;
import oropos.library.SourceId;
import oropos.library.TextKind;
import oropos.library.Version;
import oropos.question.Asked;
import oropos.question.ClinicalQuestion;
import oropos.question.Reader;
import oropos.question.Understanding;
import oropos.question.Understood;
import oropos.retrieval.Candidate;
import oropos.retrieval.Findings;
import oropos.terminology.Age;
import oropos.terminology.AgeGroups;
import oropos.terminology.AgeRange;
import oropos.terminology.Span;
import oropos.terminology.Terminology;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Describes records as the library would, and weighs them for a question where a line has one. No
/// data folder is opened.
@Command(
        name = "appraise",
        description =
                "Prints design, population and, for a question, fit, level and certainty of records.",
        mixinStandardHelpOptions = true)
final class AppraiseCommand implements Callable<Integer> {

    @Option(
            names = "--batch",
            paramLabel = "FILE",
            description =
                    "JSON lines with id, title, abstract and, where known, types, mesh and question; prints one JSON object a line. - reads standard input.")
    @Nullable Path batch;

    private final Terminology terminology = Terminology.builtIn();
    private final Understanding understanding = new Understanding(terminology);
    private final LikelyGroups likelyGroups = LikelyGroups.shipped();
    private final Conclusions conclusions = Conclusions.shipped();

    @Override
    public Integer call() throws IOException {
        if (batch == null) {
            throw Refusal.wrongUse("give a file of records, --batch FILE");
        }
        try (RecordLines lines = new RecordLines(TextLines.of(batch))) {
            return Batch.run(
                    lines::next,
                    line ->
                            switch (line) {
                                case RecordLines.Given record -> told(record);
                                case RecordLines.Unreadable(String id, String why) ->
                                        Batch.error(id, "badLine", why);
                            });
        }
    }

    private Batch.Said told(RecordLines.Given record) {
        try {
            return Batch.said(line(record));
        } catch (RuntimeException ours) {
            return Batch.ours(record.id(), ours);
        }
    }

    private Map<String, Object> line(RecordLines.Given given) {
        Version version = Version.of(record(given));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", given.id());
        line.put("design", version.study().design().words());
        line.put("designCertain", version.study().designCertain());
        line.put("designReason", version.study().designReason());
        line.put("n", version.study().n());
        line.put("population", population(version.study().population()));
        List<LikelyGroups.Likely> likely = likelyGroups.of(given.title(), version.study());
        line.put("populations", populations(version.study().population(), likely));
        line.put("likely", likely.stream().map(AppraiseCommand::likely).toList());
        line.put("numbers", numbers(version));
        line.put("animals", AnimalsStudied.in(given.mesh(), given.title(), given.text()));
        line.put("rules", version.study().rules());
        line.put("fit", null);
        line.put("level", null);
        line.put("certainty", null);
        line.put("direction", null);
        line.put("directionRead", null);
        if (given.question() != null) {
            switch (understanding.of(Asked.by(Reader.PHYSICIAN, given.question()))) {
                case Understood.Clear(ClinicalQuestion question) -> weigh(line, question, version);
                case Understood.NeedsDetail(
                                ClinicalQuestion question,
                                List<ClinicalQuestion.Fact> _) ->
                        weigh(line, question, version);
                case Understood.Refused refused ->
                        line.put(
                                "refused",
                                Map.of("reason", refused.reason(), "words", refused.words()));
            }
        }
        return line;
    }

    private static Record record(RecordLines.Given given) {
        return Record.of(new SourceId("record:given"), "pubmed", given.title(), TextKind.ABSTRACT)
                .types(given.types())
                .mesh(given.mesh())
                .part(Passage.Role.ABSTRACT, List.of(), given.text())
                .build();
    }

    private void weigh(Map<String, Object> line, ClinicalQuestion question, Version version) {
        List<Held> held = new ArrayList<>();
        List<Candidate> candidates = new ArrayList<>();
        for (Passage passage : version.passages()) {
            held.add(new Held(version.source(), version.hash(), version.study(), passage));
            candidates.add(
                    new Candidate(
                            passage.id(), candidates.size() + 1, 1, 1, Double.NaN, List.of()));
        }
        Findings findings = new Findings(candidates, 1, 1, "none", "none");
        List<Evidence> rows =
                new Appraisal(ids -> held, terminology).weigh(question, findings).rows();
        Evidence row =
                rows.stream()
                        .filter(one -> one.passage().role() != Passage.Role.TITLE)
                        .findFirst()
                        .orElse(rows.getFirst());
        line.put("kind", question.kind().code());
        line.put("fit", fit(row.fit()));
        line.put("level", row.level());
        line.put("levelReason", row.levelReason());
        Map<String, Object> certainty = new LinkedHashMap<>();
        certainty.put("level", row.certainty().level().words());
        certainty.put("provisional", true);
        certainty.put("reasons", row.certainty().reasons());
        certainty.put(
                "grounds",
                row.certainty().grounds().stream().map(AppraiseCommand::ground).toList());
        line.put("certainty", certainty);
        conclude(line, question.asked(), version);
    }

    /// What the record's own conclusion says to a question that asks for yes or no, or to a claim.
    private void conclude(Map<String, Object> line, String question, Version version) {
        int from =
                version.passages().stream()
                        .filter(passage -> passage.role() != Passage.Role.TITLE)
                        .mapToInt(passage -> passage.span().start())
                        .min()
                        .orElse(version.text().length());
        Conclusion read = conclusions.read(question, version.text().substring(from)).orElse(null);
        if (read == null) {
            return;
        }
        Span span = read.span().shifted(from);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("answer", read.direction().answer());
        told.put("sure", read.sure());
        told.put("basis", read.basis().code());
        told.put("quote", span.of(version.text()));
        told.put("start", span.start());
        told.put("end", span.end());
        told.put("rules", conclusions.version());
        line.put("direction", read.direction().code());
        line.put("directionRead", told);
    }

    private static Map<String, Object> fit(PopulationFit fit) {
        return switch (fit) {
            case PopulationFit.Direct() -> Map.of("kind", "direct");
            case PopulationFit.Indirect(String difference, PopulationFit.Gap gap, var _) ->
                    Map.of(
                            "kind",
                            "indirect",
                            "difference",
                            difference,
                            "gap",
                            gap.name().toLowerCase(Locale.ROOT));
            case PopulationFit.Unstated() -> Map.of("kind", "unstated");
        };
    }

    /// Effects with their intervals and events, each with its place in the version's text.
    private static Map<String, Object> numbers(Version version) {
        StatedNumbers numbers = StatedNumbers.in(version.text());
        List<Map<String, Object>> effects = new ArrayList<>();
        for (StatedNumbers.Effect effect : numbers.effects()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("measure", effect.measure());
            told.put("value", effect.value());
            told.put("low", effect.low());
            told.put("high", effect.high());
            told.put("level", effect.level());
            told.put("start", effect.span().start());
            told.put("end", effect.span().end());
            effects.add(told);
        }
        List<Map<String, Object>> events = new ArrayList<>();
        for (StatedNumbers.Events event : numbers.events()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("people", event.people());
            told.put("of", event.of());
            told.put("start", event.span().start());
            told.put("end", event.span().end());
            events.add(told);
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("effects", effects);
        told.put("events", events);
        return told;
    }

    private static Map<String, Object> ground(Certainty.Ground ground) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("rule", ground.rule());
        told.put("reason", ground.reason());
        told.put("quote", ground.quote());
        told.put("start", ground.span().start());
        told.put("end", ground.span().end());
        return told;
    }

    /// The groups an indexer would give: those stated, and where none is, those that are likely. Only the
    /// stated ones, told under `population`, are ever held against a patient.
    private static List<String> populations(
            Population population, List<LikelyGroups.Likely> likely) {
        return likely.isEmpty()
                ? stated(population)
                : likely.stream().map(LikelyGroups.Likely::id).toList();
    }

    private static Map<String, Object> likely(LikelyGroups.Likely group) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", group.id());
        told.put("name", group.name());
        told.put("sure", group.sure());
        told.put("reason", group.reason());
        return told;
    }

    private static List<String> stated(Population population) {
        AgeRange ages = population.ages();
        return !population.ageGroups().isEmpty() || ages == null
                ? population.ageGroups()
                : AgeGroups.of(ages);
    }

    private static Map<String, Object> population(Population population) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("words", population.words());
        AgeRange ages = population.ages();
        told.put("ages", ages == null ? null : ages(ages));
        told.put("ageGroups", stated(population));
        told.put(
                "sex",
                population.sex() == null
                        ? null
                        : Objects.requireNonNull(population.sex()).name().toLowerCase(Locale.ROOT));
        told.put(
                "pregnancy",
                population.pregnancy() == null
                        ? null
                        : Objects.requireNonNull(population.pregnancy())
                                .name()
                                .toLowerCase(Locale.ROOT));
        told.put("conditions", population.conditions());
        told.put("mixed", population.mixed());
        return told;
    }

    private static Map<String, Object> ages(AgeRange ages) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("youngest", age(ages.youngest()));
        told.put(
                "oldest", ages.oldest().inYears() >= AgeRange.OPEN_END ? null : age(ages.oldest()));
        return told;
    }

    private static Map<String, Object> age(Age age) {
        return Map.of("value", age.value(), "unit", age.unit().ucum());
    }
}
