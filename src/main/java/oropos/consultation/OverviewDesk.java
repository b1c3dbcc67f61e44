package oropos.consultation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.Composer;
import oropos.answer.Draft;
import oropos.answer.OverviewText;
import oropos.answer.OverviewText.Line;
import oropos.appraisal.Appraisal;
import oropos.appraisal.Evidence;
import oropos.appraisal.EvidenceTable;
import oropos.library.Library;
import oropos.library.Passage;
import oropos.library.Version;
import oropos.question.Asked;
import oropos.question.ClinicalQuestion;
import oropos.question.Reader;
import oropos.question.Understanding;
import oropos.question.Understood;
import oropos.retrieval.Candidate;
import oropos.retrieval.Findings;
import oropos.terminology.Span;
import oropos.verification.CheckedDraft;
import oropos.verification.Verification;

/// Makes an answer of an overview that people wrote: finds each sentence in its source, weighs it for the
/// people the title names, and has verification hold it like a draft of the program's own.
///
/// One sentence that does not hold refuses the whole, with its line: nothing an editor wrote is dropped
/// silently.
final class OverviewDesk {

    private final Library library;
    private final Understanding understanding;
    private final Appraisal appraisal;
    private final Composer composer;
    private final Verification verification;

    OverviewDesk(
            Library library,
            Understanding understanding,
            Appraisal appraisal,
            Composer composer,
            Verification verification) {
        this.library = library;
        this.understanding = understanding;
        this.appraisal = appraisal;
        this.composer = composer;
        this.verification = verification;
    }

    Overviewed of(String written, String generation) {
        return switch (OverviewText.read(written)) {
            case OverviewText.Read.Ill(List<String> problems) -> new Overviewed.Refused(problems);
            case OverviewText.Read.Well(OverviewText text) -> of(text, generation);
        };
    }

    private Overviewed of(OverviewText text, String generation) {
        return switch (understanding.of(Asked.by(Reader.PHYSICIAN, text.title()))) {
            case Understood.Clear(ClinicalQuestion topic) -> of(text, topic, generation);
            case Understood.NeedsDetail(ClinicalQuestion topic, var _) ->
                    of(text, topic, generation);
            case Understood.Refused refused ->
                    new Overviewed.Refused(List.of("The title is no topic: " + refused.words()));
        };
    }

    /// Where the words of a line stand.
    private record Place(Passage passage, Span span) {}

    private Overviewed of(OverviewText text, ClinicalQuestion topic, String generation) {
        if (!topic.removed().isEmpty()) {
            return new Overviewed.Refused(
                    List.of("The title holds what may name a person; a topic names none."));
        }
        List<String> problems = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (Line line : text.lines()) {
            place(line, problems).ifPresent(places::add);
        }
        if (!problems.isEmpty()) {
            return new Overviewed.Refused(problems);
        }
        EvidenceTable table = appraisal.weigh(topic, findings(places, generation));
        Map<String, Evidence> rows =
                table.rows().stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.passage().id().toString(),
                                        row -> row,
                                        (a, b) -> a));
        List<Composer.Chosen> chosen = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            Evidence row = Objects.requireNonNull(rows.get(place.passage().id().toString()));
            setAside(row).map(why -> at(text, chosen.size()) + why).ifPresent(problems::add);
            chosen.add(new Composer.Chosen(row, place.span()));
        }
        if (!problems.isEmpty()) {
            return new Overviewed.Refused(problems);
        }
        var snapshot = library.snapshot();
        Draft draft =
                composer.overview(text, table, chosen, snapshot.date(), library.status().works());
        CheckedDraft checked = verification.check(draft);
        return checked.removed().isEmpty()
                ? new Overviewed.Fits(checked.answer())
                : new Overviewed.Refused(removed(text, draft, checked));
    }

    private Optional<Place> place(Line line, List<String> problems) {
        List<Version> versions = library.current(line.source());
        if (versions.isEmpty()) {
            problems.add(
                    OverviewText.at(line.number())
                            + "the library does not hold "
                            + line.source()
                            + ".");
            return Optional.empty();
        }
        if (versions.getFirst().source().isOverview()) {
            problems.add(
                    OverviewText.at(line.number())
                            + "an overview is no source: cite the source beneath it.");
            return Optional.empty();
        }
        // paragraphs of one passage are written on one line
        Pattern words =
                Pattern.compile(
                        Arrays.stream(line.words().split(" "))
                                .map(Pattern::quote)
                                .collect(Collectors.joining("\\s+")));
        for (Version version : versions) {
            for (Passage passage : version.passages()) {
                Matcher found = words.matcher(passage.text());
                if (passage.role() != Passage.Role.TITLE && found.find()) {
                    return Optional.of(
                            new Place(
                                    passage,
                                    new Span(found.start(), found.end())
                                            .shifted(passage.span().start())));
                }
            }
        }
        problems.add(
                OverviewText.at(line.number())
                        + "these words do not stand so in "
                        + line.source()
                        + ". Choose a whole sentence of it, letter for letter.");
        return Optional.empty();
    }

    private static Findings findings(List<Place> places, String generation) {
        Set<Passage.Id> ids = new LinkedHashSet<>();
        places.forEach(one -> ids.add(one.passage().id()));
        List<Candidate> candidates = new ArrayList<>();
        for (Passage.Id id : ids) {
            candidates.add(
                    new Candidate(
                            id,
                            candidates.size() + 1,
                            1,
                            1,
                            Double.NaN,
                            List.of("chosen by an editor")));
        }
        return new Findings(
                candidates, candidates.size(), candidates.size(), generation, "chosen by editors");
    }

    /// A retracted source supports nothing, whoever chose it.
    private static Optional<String> setAside(Evidence row) {
        Evidence.@Nullable SetAside aside = row.setAside();
        return aside == null
                ? Optional.empty()
                : Optional.of(
                        row.source().id() + " may not be cited: it is " + aside.words() + ".");
    }

    private static String at(OverviewText text, int index) {
        return OverviewText.at(text.lines().get(index).number());
    }

    private static List<String> removed(OverviewText text, Draft draft, CheckedDraft checked) {
        Map<String, String> lines = new TreeMap<>();
        for (Answer.Statement one : draft.answer().statements()) {
            String quote = one.citations().getFirst().quote();
            text.lines().stream()
                    .filter(line -> line.words().equals(quote))
                    .findFirst()
                    .ifPresent(line -> lines.put(one.id(), OverviewText.at(line.number())));
        }
        return checked.removed().stream()
                .map(one ->
                        lines.getOrDefault(one.statement(), "")
                                + "this does not hold: "
                                + one.words()
                                + ".")
                .distinct()
                .toList();
    }
}
