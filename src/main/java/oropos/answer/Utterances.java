package oropos.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.Evidence;
import oropos.appraisal.EvidenceTable;
import oropos.library.Claim;
import oropos.library.Design;
import oropos.library.Passage;
import oropos.question.ClinicalQuestion;
import oropos.terminology.Sentences;
import oropos.terminology.Span;
import oropos.terminology.Terminology;

/// Everything the weighed passages say that may be shown, each as a whole thought.
final class Utterances {

    /// Sentences taken from one passage of running text.
    static final int PER_PASSAGE = 2;

    /// Sentences taken from one source of running text.
    static final int PER_SOURCE = 4;

    /// Rows of running text that are read sentence by sentence. Later ones rarely reach the answer.
    static final int RUNNING_ROWS = 60;

    /// A sentence of running text must meet this share of the question.
    static final double LEAST_RELEVANCE = 0.34;

    /// A passage of running text must hold this share of the question's weighted concepts, with the
    /// title of its source. Running text speaks of many things by the way; a block was written for
    /// its subject.
    static final double LEAST_COVERAGE = 0.5;

    /// The title and headings above running text must speak of this share of the question's problems,
    /// drugs, procedures and tests: a textbook's list of adverse effects names many diseases and is
    /// about none. A third is one disease beside a drug, which weighs twice.
    static final double ABOUT = 0.33;

    /// The most a sentence can be worth: its words and what its place adds.
    private static final double BEST_WORTH = 1.5;

    private final Terminology terminology;
    private final Spoken.Reader reader;
    private final SentenceRoles roles;

    Utterances(Terminology terminology, Spoken.Reader reader, SentenceRoles roles) {
        this.reader = reader;
        this.terminology = terminology;
        this.roles = roles;
    }

    /// @param dropped counts what could not be used, by reason
    List<Utterance> of(EvidenceTable table, Map<String, Integer> dropped) {
        Relevance relevance = new Relevance(table.question(), terminology, reader);
        List<Utterance> said = new ArrayList<>();
        Map<String, Integer> perSource = new TreeMap<>();
        int running = 0;
        for (Evidence row : table.rows()) {
            Claim claim = row.passage().claim();
            if (claim != null) {
                add(said, dropped, block(row, claim, relevance, table.question()));
            } else if (isRunningText(row) && running < RUNNING_ROWS) {
                if (row.candidate().coverage() < LEAST_COVERAGE) {
                    dropped.merge("passages that hold too little of the question", 1, Integer::sum);
                    continue;
                }
                running++;
                String source = row.source().id().value();
                int left = PER_SOURCE - perSource.getOrDefault(source, 0);
                var sentences = sentences(row, relevance, table.question());
                for (Utterance sentence :
                        sentences.subList(
                                0, Math.min(sentences.size(), Math.min(left, PER_PASSAGE)))) {
                    if (add(said, dropped, sentence)) {
                        perSource.merge(source, 1, Integer::sum);
                    }
                }
            }
        }
        return said;
    }

    /// What one row says, where its document gave typed fields.
    static Utterance block(
            Evidence row, Claim claim, Relevance relevance, ClinicalQuestion question) {
        Passage passage = row.passage();
        Spoken context = spoken(row, claim, relevance);
        return new Utterance(
                row,
                passage.span(),
                passage.text(),
                claim,
                leadSpan(passage, claim),
                relevance.of(context),
                relevance.of(context),
                relevance.subject(context),
                fitOrder(row, question),
                true);
    }

    /// What a block speaks of, with the heads of its fields and the title of its document.
    static Spoken spoken(Evidence row, Claim claim, Relevance relevance) {
        return relevance.spoken(
                String.join(
                        ". ",
                        row.passage().text(),
                        claim.about() == null ? "" : claim.about(),
                        claim.intervention() == null ? "" : claim.intervention(),
                        row.source().title()));
    }

    private boolean add(List<Utterance> said, Map<String, Integer> dropped, Utterance utterance) {
        var missing =
                CompleteDose.missing(
                        terminology, utterance.text(), CompleteDose.populationOf(utterance.row()));
        if (missing.isPresent()) {
            dropped.merge(missing.get(), 1, Integer::sum);
            return false;
        }
        return said.add(utterance);
    }

    /// Of a study's full text only the conclusions: its abstract has the results, and the rest tells
    /// what was done, who was left out and what others found.
    private static boolean isRunningText(Evidence row) {
        List<String> headings = row.passage().headings();
        return switch (row.passage().role()) {
            case ABSTRACT, ANSWER ->
                    !row.source().linkOnly() && !WholeThought.underMethods(headings);
            case BODY ->
                    !row.source().linkOnly()
                            && !WholeThought.underMethods(headings)
                            && (!isStudy(row.study().design())
                                    || WholeThought.underConclusions(headings));
            case TITLE, QUESTION, BLOCK -> false;
        };
    }

    private static boolean isStudy(Design design) {
        return switch (design) {
            case RANDOMISED_TRIAL,
                    CONTROLLED_TRIAL,
                    SINGLE_ARM_TRIAL,
                    COHORT,
                    CASE_CONTROL,
                    CROSS_SECTIONAL,
                    DIAGNOSTIC,
                    CASE_SERIES,
                    CASE_REPORT,
                    LABORATORY,
                    UNSTATED ->
                    true;
            case PRACTICE_GUIDELINE,
                    POSITION,
                    REGULATOR,
                    SYSTEMATIC_REVIEW,
                    NARRATIVE_REVIEW,
                    DRUG_LABEL,
                    TEXTBOOK,
                    PATIENT_INFORMATION,
                    OPINION ->
                    false;
        };
    }

    private static int fitOrder(Evidence row, ClinicalQuestion question) {
        return Ranking.nearness(row.fit(), question.patient().ages() != null);
    }

    private List<Utterance> sentences(
            Evidence row, Relevance relevance, ClinicalQuestion question) {
        Passage passage = row.passage();
        Spoken context =
                relevance.spoken(
                        String.join(
                                ". ", row.source().title(), String.join(". ", passage.headings())));
        if (relevance.subject(context) < ABOUT) {
            return List.of();
        }
        boolean exact = relevance.isExactly(context);
        boolean concluding = WholeThought.underConclusions(passage.headings());
        List<Utterance> fit = new ArrayList<>();
        for (Span sentence : Sentences.of(passage.text())) {
            String text = sentence.of(passage.text());
            if (!WholeThought.holds(text)) {
                continue;
            }
            Spoken here = relevance.spoken(text);
            Spoken both = context.and(here);
            if (!relevance.coversSubjects(both)) {
                continue;
            }
            double met = Math.max(relevance.of(here), 0.8 * relevance.of(both));
            if (met < LEAST_RELEVANCE) {
                continue;
            }
            Claim claim = roles.read(text, passage, row.source().title());
            double worth =
                    met
                            + (exact ? 0.15 : 0)
                            + (concluding ? 0.25 : 0)
                            + (claim.kind() == Claim.Kind.RECOMMENDATION ? 0.1 : 0);
            fit.add(
                    new Utterance(
                            row,
                            sentence.shifted(passage.span().start()),
                            text,
                            claim,
                            null,
                            worth / BEST_WORTH,
                            relevance.of(here),
                            relevance.subject(here),
                            fitOrder(row, question),
                            false));
        }
        fit.sort(
                Comparator.comparingDouble((Utterance said) -> -said.relevance())
                        .thenComparingInt(said -> said.span().start()));
        return fit;
    }

    private static @Nullable Span leadSpan(Passage passage, Claim claim) {
        if (claim.lead() == null) {
            return null;
        }
        int at = passage.text().indexOf(claim.lead());
        if (at < 0) {
            throw new IllegalStateException(
                    "the lead of " + passage.id() + " is not in its text: " + claim.lead());
        }
        return new Span(at, at + claim.lead().length()).shifted(passage.span().start());
    }
}
