package oropos.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.Appraisal;
import oropos.appraisal.EvidenceTable;
import oropos.library.Claim;
import oropos.library.Design;
import oropos.library.Held;
import oropos.library.Passage;
import oropos.library.Population;
import oropos.library.Source;
import oropos.library.SourceId;
import oropos.library.Standing;
import oropos.library.Study;
import oropos.library.TextKind;
import oropos.question.Asked;
import oropos.question.ClinicalQuestion;
import oropos.question.Reader;
import oropos.question.Understanding;
import oropos.question.Understood;
import oropos.retrieval.Candidate;
import oropos.retrieval.Findings;
import oropos.terminology.AgeRange;
import oropos.terminology.Span;
import oropos.terminology.Terminology;

/// Invented texts, weighed for a question as the real ones are: what the writer of answers is tested
/// on without a library or a search.
final class WeighedTexts {

    static final Terminology TERMINOLOGY = Terminology.builtIn();
    static final Spoken.Reader READER = new Spoken.Reader(TERMINOLOGY);
    static final Population NOBODY =
            new Population("", null, null, null, List.of(), List.of(), false);
    static final Population ADULTS =
            new Population(
                    "adults", AgeRange.years(18, 80), null, null, List.of(), List.of(), false);
    static final Population CHILDREN =
            new Population(
                    "children", AgeRange.years(0, 12), null, null, List.of(), List.of(), false);

    private final Map<Passage.Id, Held> held = new HashMap<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private double coverage = 1;
    private Standing standing = Standing.CURRENT;
    private TextKind kind = TextKind.FULL_TEXT;
    private boolean linkOnly;
    private @Nullable Integer year = 2020;

    WeighedTexts coverage(double share) {
        coverage = share;
        return this;
    }

    WeighedTexts standing(Standing now) {
        standing = now;
        return this;
    }

    WeighedTexts kind(TextKind is) {
        kind = is;
        return this;
    }

    WeighedTexts linkOnly() {
        linkOnly = true;
        return this;
    }

    WeighedTexts year(int published) {
        year = published;
        return this;
    }

    /// A page of running text for patients.
    WeighedTexts page(String id, String title, String text) {
        return add(
                id,
                title,
                Design.PATIENT_INFORMATION,
                NOBODY,
                Passage.Role.ANSWER,
                List.of(),
                text,
                null);
    }

    /// Running text of a book under a heading.
    WeighedTexts chapter(String id, String title, String heading, String text) {
        return add(
                id,
                title,
                Design.TEXTBOOK,
                NOBODY,
                Passage.Role.BODY,
                List.of(heading),
                text,
                null);
    }

    /// A block with typed fields.
    WeighedTexts block(
            String id, String title, Design design, Population people, Claim claim, String text) {
        return add(id, title, design, people, Passage.Role.BLOCK, List.of(), text, claim);
    }

    /// The record of a guideline, without any of its recommendations.
    WeighedTexts record(String id, String title, Population people) {
        return add(
                id,
                title,
                Design.PRACTICE_GUIDELINE,
                people,
                Passage.Role.BODY,
                List.of(),
                title + " was published.",
                null);
    }

    static Claim claim(
            Claim.Kind kind,
            String section,
            @Nullable String intervention,
            Claim.@Nullable Direction direction) {
        return new Claim(
                kind,
                section,
                null,
                intervention,
                null,
                null,
                direction,
                null,
                null,
                null,
                new TreeMap<>(),
                null,
                null,
                null,
                false);
    }

    private WeighedTexts add(
            String id,
            String title,
            Design design,
            Population people,
            Passage.Role role,
            List<String> headings,
            String text,
            @Nullable Claim claim) {
        SourceId source = new SourceId(id);
        String version = AnswerJson.sha256(text);
        Passage.Id place = new Passage.Id(source, version, 0);
        Passage passage =
                new Passage(place, role, new Span(0, text.length()), text, headings, claim);
        held.put(
                place,
                new Held(
                        new Source(
                                source,
                                "html",
                                source,
                                title,
                                List.of(),
                                "A place",
                                null,
                                year,
                                null,
                                null,
                                null,
                                "https://example.org/" + held.size(),
                                null,
                                "en",
                                List.of(),
                                List.of(),
                                null,
                                null,
                                null,
                                kind,
                                standing,
                                null,
                                linkOnly),
                        version,
                        new Study(design, true, "by hand", people, null, "test"),
                        passage));
        candidates.add(
                new Candidate(place, candidates.size() + 1, 1, coverage, Double.NaN, List.of()));
        coverage = 1;
        standing = Standing.CURRENT;
        kind = TextKind.FULL_TEXT;
        linkOnly = false;
        year = 2020;
        return this;
    }

    static ClinicalQuestion question(String words) {
        Understood understood =
                new Understanding(TERMINOLOGY).of(Asked.by(Reader.PHYSICIAN, words));
        return switch (understood) {
            case Understood.Clear(ClinicalQuestion clear) -> clear;
            case Understood.NeedsDetail(ClinicalQuestion clear, List<ClinicalQuestion.Fact> _) ->
                    clear;
            case Understood.Refused refused -> throw new AssertionError(refused.words());
        };
    }

    EvidenceTable weighedFor(String words) {
        return new Appraisal(
                        ids ->
                                ids.stream()
                                        .filter(held::containsKey)
                                        .map(id -> java.util.Objects.requireNonNull(held.get(id)))
                                        .toList(),
                        TERMINOLOGY)
                .weigh(
                        question(words),
                        new Findings(candidates, held.size(), held.size(), "by hand", "by hand"));
    }

    Answer answer(String words) {
        return new Composer(TERMINOLOGY)
                .compose(weighedFor(words), java.time.LocalDate.of(2026, 11, 28))
                .answer();
    }

    List<Utterance> utterances(String words) {
        return utterances(words, lost -> {});
    }

    List<Utterance> utterances(String words, java.util.function.Consumer<Lost> lost) {
        EvidenceTable table = weighedFor(words);
        return new Utterances(TERMINOLOGY, new SentenceRoles())
                .of(table, new Relevance(table, TERMINOLOGY, READER), new Sieve(lost));
    }

    static List<String> lead(Answer answer) {
        return answer.bottomLine().lead().stream().map(Answer.Statement::text).toList();
    }

    static List<String> sections(Answer answer) {
        return answer.sections().stream()
                .flatMap(section -> section.statements().stream())
                .map(Answer.Statement::text)
                .toList();
    }
}
