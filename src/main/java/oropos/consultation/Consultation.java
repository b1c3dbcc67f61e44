package oropos.consultation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.Composer;
import oropos.answer.Draft;
import oropos.answer.Explanations;
import oropos.answer.Lost;
import oropos.answer.PartsTogether;
import oropos.appraisal.Appraisal;
import oropos.appraisal.EvidenceTable;
import oropos.library.Library;
import oropos.library.Passage;
import oropos.library.Snapshot;
import oropos.library.SourceId;
import oropos.library.Version;
import oropos.question.Asked;
import oropos.question.AskedBack;
import oropos.question.ClinicalQuestion;
import oropos.question.FollowUp;
import oropos.question.FollowUps;
import oropos.question.Reader;
import oropos.question.TakenOut;
import oropos.question.Understanding;
import oropos.question.Understood;
import oropos.retrieval.Candidate;
import oropos.retrieval.Findings;
import oropos.retrieval.Retrieval;
import oropos.terminology.Terminology;
import oropos.verification.CheckedDraft;
import oropos.verification.Receipts;
import oropos.verification.ServerKey;
import oropos.verification.Verification;

/// One question, from words to a signed answer.
///
/// The stages are always the same and always in this order: understood, searched, weighed, written,
/// checked. What the rules name as the ground of an urgent sign or a premise joins what the search
/// found, so that it is weighed and checked like everything else. A text that asks several things is
/// answered as a whole and part by part.
public final class Consultation implements Asking, AutoCloseable {

    /// Who asks where nobody says.
    private static final String SOMEBODY = "somebody";

    private final Library library;
    private final Understanding understanding;
    private final FollowUps followUps;
    private final NextQuestions nextQuestions;
    private final Retrieval retrieval;
    private final Appraisal appraisal;
    private final HarmSearch harms;
    private final BoardOverviews overviews;
    private final OverviewDesk overviewDesk;
    private final Composer composer;
    private final Verification verification;
    private final ServerKey key;
    private final @Nullable Teller teller;

    public Consultation(
            Library library, Terminology terminology, Retrieval retrieval, ServerKey key) {
        this(library, terminology, retrieval, key, null);
    }

    /// @param model a language model that tells checked answers again, or null for none
    public Consultation(
            Library library,
            Terminology terminology,
            Retrieval retrieval,
            ServerKey key,
            @Nullable ModelUse model) {
        this(library, terminology, retrieval, key, model, new Explanations());
    }

    /// @param explanations the glossary patients and carers are told with
    public Consultation(
            Library library,
            Terminology terminology,
            Retrieval retrieval,
            ServerKey key,
            @Nullable ModelUse model,
            Explanations explanations) {
        this.library = library;
        this.understanding = new Understanding(terminology);
        this.followUps = new FollowUps(terminology, understanding);
        this.retrieval = retrieval;
        this.appraisal = new Appraisal(library::held, terminology);
        this.harms = new HarmSearch(retrieval, terminology);
        this.overviews = new BoardOverviews(library);
        this.composer = new Composer(terminology);
        this.verification = new Verification(terminology, library::version, explanations);
        this.overviewDesk =
                new OverviewDesk(library, understanding, appraisal, composer, verification);
        this.nextQuestions = new NextQuestions(followUps, terminology, this::preview);
        this.key = key;
        this.teller =
                model == null
                        ? null
                        : new Teller(model, verification, citation -> maySend(citation, model));
    }

    private boolean maySend(Answer.Citation citation, ModelUse model) {
        return library.version(new SourceId(citation.source()), citation.version())
                .map(Version::source)
                .filter(model.licences()::allow)
                .isPresent();
    }

    @Override
    public Answer ask(Asked asked, Consumer<Stage> progress) {
        return ask(asked, SOMEBODY, null, null, progress);
    }

    @Override
    public Answer ask(Asked asked, String asker, Consumer<Stage> progress) {
        return ask(asked, asker, null, null, progress);
    }

    @Override
    public Answer askFrom(Set<SourceId> only, Asked asked, String asker, Consumer<Stage> progress) {
        return ask(asked, asker, null, only, progress);
    }

    @Override
    public TakenOut taken(Asked asked) {
        return understanding.taken(asked);
    }

    @Override
    public Overviewed overview(String written) {
        return overviewDesk.of(written, retrieval.generation());
    }

    @Override
    public FollowUp followUp(List<String> before, String words) {
        return followUps.read(before, words);
    }

    @Override
    public FollowUp followUp(List<String> before, String open, String words) {
        return new AskedBack(followUps).read(before, open, words);
    }

    @Override
    public List<String> next(List<String> before, Answer answer, Reader reader) {
        return nextQuestions.of(before, answer, reader);
    }

    /// The answer to a question taken as one, unsigned; nothing is told of it and nothing leaves the
    /// machine.
    private Answer preview(Asked asked) {
        return one(understanding.of(asked), null, null, stage -> {}).answer();
    }

    /// Answers by rules alone, also where a language model tells answers again: for comparisons of the
    /// program's own, which nobody reads and for which nothing may be sent anywhere.
    public Answer askByRules(Asked asked) {
        return signed(one(understanding.of(asked), null, null, stage -> {}));
    }

    /// Answers under a name of the asker's own, as one line of a batch.
    ///
    /// @param only the sources to answer from, or null for the whole library
    public Answer ask(
            Asked asked,
            @Nullable String id,
            @Nullable Set<SourceId> only,
            Consumer<Stage> progress) {
        return ask(asked, SOMEBODY, id, only, progress);
    }

    private Answer ask(
            Asked asked,
            String asker,
            @Nullable String id,
            @Nullable Set<SourceId> only,
            Consumer<Stage> progress) {
        Understood understood = understanding.of(asked);
        List<String> parts = parts(understood);
        if (parts.size() < 2) {
            Given whole = one(understood, id, only, progress);
            return signed(told(whole, asker, until(), progress));
        }
        Given whole = one(understood, id, only, progress);
        boolean emergency = Teller.isEmergency(whole.answer());
        long until = until();
        List<Answer> each = new ArrayList<>();
        for (String words : parts) {
            Understood own = understanding.of(asked.with(words));
            Given part = one(own, null, only, stage -> {});
            each.add(signed(emergency ? part : told(part, asker, until, progress)));
        }
        return Receipts.sign(PartsTogether.of(whole.answer(), each), whole.findings(), key);
    }

    /// The answer to a question taken as one, unsigned, with all that was left out of it on the way; null
    /// where nothing was searched.
    public @Nullable Traced trace(Asked asked) {
        ClinicalQuestion question =
                switch (understanding.of(asked)) {
                    case Understood.Clear(ClinicalQuestion clear) -> clear;
                    case Understood.NeedsDetail(ClinicalQuestion needing, var _) -> needing;
                    case Understood.Refused _ -> null;
                };
        if (question == null) {
            return null;
        }
        List<Lost> lost = new ArrayList<>();
        Findings findings = withNamed(retrieval.find(question, null), question, null);
        Draft draft =
                composer.compose(
                        weighed(question, findings, null), library.snapshot().date(), lost::add);
        return new Traced(verification.check(draft).answer(), lost);
    }

    /// @param lost in the order of the gates, not of the text
    public record Traced(Answer answer, List<Lost> lost) {
        public Traced {
            lost = List.copyOf(lost);
        }
    }

    private List<String> parts(Understood understood) {
        return switch (understood) {
            case Understood.Clear(ClinicalQuestion question) ->
                    understanding.parts(question.words());
            case Understood.NeedsDetail(ClinicalQuestion question, var _) ->
                    understanding.parts(question.words());
            case Understood.Refused _ -> List.of();
        };
    }

    /// An answer before it is signed.
    ///
    /// @param refused whether nothing was searched, so that there is nothing to tell again
    private record Given(Answer answer, Findings findings, boolean refused) {}

    private Answer signed(Given given) {
        return Receipts.sign(given.answer(), given.findings(), key);
    }

    /// How long this question may wait for a model, all its parts together.
    private long until() {
        return teller == null ? 0 : teller.until();
    }

    private Given one(
            Understood understood,
            @Nullable String id,
            @Nullable Set<SourceId> only,
            Consumer<Stage> progress) {
        return switch (understood) {
            case Understood.Clear(ClinicalQuestion question) ->
                    answer(question, id, only, progress);
            case Understood.NeedsDetail(ClinicalQuestion question, var _) ->
                    answer(question, id, only, progress);
            case Understood.Refused refused -> refuse(refused, id, progress);
        };
    }

    private Given refuse(
            Understood.Refused refused, @Nullable String id, Consumer<Stage> progress) {
        progress.accept(new Stage(Stage.Step.UNDERSTOOD, Map.of(), refused.words()));
        Snapshot snapshot = library.snapshot();
        Answer answer = composer.refuse(refused, snapshot.date());
        Findings nothing = new Findings(List.of(), 0, 0, retrieval.generation(), "not searched");
        progress.accept(new Stage(Stage.Step.CHECKED, Map.of(), "Nothing to check"));
        return new Given(answer.withId(id), nothing, true);
    }

    private Given answer(
            ClinicalQuestion question,
            @Nullable String id,
            @Nullable Set<SourceId> only,
            Consumer<Stage> progress) {
        Map<String, Integer> understood = new LinkedHashMap<>();
        understood.put("problems", question.problems().size());
        understood.put("urgent signs", question.urgent().size());
        understood.put("premises", question.premises().size());
        progress.accept(new Stage(Stage.Step.UNDERSTOOD, understood, question.title()));

        Findings findings = withNamed(retrieval.find(question, only), question, only);
        progress.accept(
                new Stage(
                        Stage.Step.SEARCHED,
                        counts(
                                "sources searched",
                                findings.sourcesSearched(),
                                "found",
                                findings.sourcesFound()),
                        "Searched " + findings.sourcesSearched() + " sources"));

        EvidenceTable table = weighed(question, findings, only);
        int usable = (int) table.rows().stream().filter(row -> row.setAside() == null).count();
        progress.accept(
                new Stage(
                        Stage.Step.WEIGHED,
                        counts("passages weighed", table.rows().size(), "usable", usable),
                        "Weighed " + table.rows().size() + " passages for this patient"));

        Draft draft = composer.compose(table, library.snapshot().date());
        progress.accept(
                new Stage(
                        Stage.Step.WRITTEN,
                        Map.of("references", draft.answer().references().size()),
                        "Written from " + draft.answer().references().size() + " sources"));

        CheckedDraft checked = verification.check(draft);
        progress.accept(
                new Stage(
                        Stage.Step.CHECKED,
                        Map.of("removed", checked.removed().size()),
                        checked.removed().isEmpty()
                                ? "Every quote stands in the record"
                                : checked.removed().size()
                                        + " statements did not hold and were removed"));
        Answer named = overviews.named(checked.answer(), table.findings());
        return new Given(named.withId(id), table.findings(), false);
    }

    /// Only what was checked is told again; what is told is checked before anybody sees it.
    ///
    /// @param until as [Teller#until] gave it
    private Given told(Given given, String asker, long until, Consumer<Stage> progress) {
        if (teller == null || given.refused()) {
            return given;
        }
        Answer told = teller.told(given.answer(), asker, until);
        Answer.Wording wording = told.wording();
        if (wording != null) {
            progress.accept(
                    new Stage(
                            Stage.Step.WORDED,
                            Map.of("sentences", wording.told().size()),
                            wording.words() == null
                                    ? wording.told().size() + " sentences worded by a model hold"
                                    : wording.words()));
        }
        return new Given(told, given.findings(), false);
    }

    @Override
    public @Nullable String sendsTo() {
        return teller == null ? null : teller.sendsTo();
    }

    @Override
    public void close() {
        if (teller != null) {
            teller.close();
        }
    }

    /// Weighs what was found, and once more with the harms of what it recommends.
    private EvidenceTable weighed(
            ClinicalQuestion question, Findings findings, @Nullable Set<SourceId> only) {
        EvidenceTable first = appraisal.weigh(question, findings);
        Findings more = overviews.leadingOn(harms.with(findings, first, only), only);
        return more.candidates().equals(findings.candidates())
                ? first
                : appraisal.weigh(question, more);
    }

    private static Map<String, Integer> counts(String one, int first, String other, int second) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put(one, first);
        counts.put(other, second);
        return counts;
    }

    /// Adds the passages of sources that the question's rules name and the search did not find.
    private Findings withNamed(
            Findings findings, ClinicalQuestion question, @Nullable Set<SourceId> only) {
        Set<String> named = new LinkedHashSet<>();
        question.urgent().forEach(sign -> named.addAll(sign.evidence()));
        question.premises().forEach(premise -> named.addAll(premise.evidence()));
        if (only != null) {
            named.retainAll(only.stream().map(SourceId::value).toList());
        }
        Set<String> found = new LinkedHashSet<>();
        findings.candidates().forEach(candidate -> found.add(candidate.passage().toString()));
        List<Candidate> all = new ArrayList<>(findings.candidates());
        for (String id : named) {
            for (Version version : library.current(new SourceId(id))) {
                for (Passage passage : version.passages()) {
                    if (passage.claim() != null && found.add(passage.id().toString())) {
                        all.add(
                                new Candidate(
                                        passage.id(),
                                        all.size() + 1,
                                        0,
                                        0,
                                        Double.NaN,
                                        List.of("named by a rule for this question")));
                    }
                }
            }
        }
        return overviews.leadingOn(
                new Findings(
                        all,
                        findings.sourcesSearched(),
                        findings.sourcesFound(),
                        findings.generation(),
                        findings.recipe()),
                only);
    }
}
