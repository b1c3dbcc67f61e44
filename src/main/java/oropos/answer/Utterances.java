package oropos.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.Evidence;
import oropos.appraisal.EvidenceTable;
import oropos.library.Claim;
import oropos.library.Design;
import oropos.library.Passage;
import oropos.library.TextKind;
import oropos.question.ClinicalQuestion;
import oropos.terminology.Span;
import oropos.terminology.Terminology;

/// Everything the weighed passages say that may be shown, each as a whole thought.
final class Utterances {

    /// Sentences taken from one passage of running text.
    static final int PER_PASSAGE = 4;

    /// Sentences taken from one source of running text.
    static final int PER_SOURCE = 6;

    /// Rows of running text that are read sentence by sentence. Later ones rarely reach the answer.
    static final int RUNNING_ROWS = 60;

    /// Rows that hold too little of the question, of which only sentences are taken that say all of it.
    static final int POOR_ROWS = 150;

    /// Sentences taken from one of them.
    static final int PER_POOR_PASSAGE = 1;

    /// A passage of running text must hold this share of the question's weighted concepts, with the
    /// title of its source. Running text speaks of many things by the way; a block was written for
    /// its subject.
    static final double LEAST_COVERAGE = 0.34;

    /// A block that meets this share of the question by its words tells what was asked.
    static final double LEAST_OF_BLOCK = 0.6;

    private final Terminology terminology;
    private final SentenceRoles roles;
    private final PassageSentences texts = new PassageSentences();

    Utterances(Terminology terminology, SentenceRoles roles) {
        this.terminology = terminology;
        this.roles = roles;
    }

    /// @param sieve is told what could not be used
    List<Utterance> of(EvidenceTable table, Relevance relevance, Sieve sieve) {
        Aspects aspects = Aspects.of(table.question());
        RunningText text = new RunningText(table.question(), relevance, roles, texts, sieve);
        List<Utterance> said = new ArrayList<>();
        Map<String, Integer> perSource = new TreeMap<>();
        int running = 0;
        int poor = 0;
        for (Evidence row : table.rows()) {
            Claim claim = row.passage().claim();
            if (claim != null) {
                add(said, sieve, block(row, claim, relevance, table.question(), aspects));
                continue;
            }
            Gate closed = closed(row, running);
            if (closed == Gate.TOO_LITTLE_COVERED && poor++ < POOR_ROWS && text.maySayAll(row)) {
                text.sentences(row).stream()
                        .filter(one -> one.aim() == Utterance.Aim.SAYS_ALL)
                        .limit(PER_POOR_PASSAGE)
                        .forEach(one -> add(said, sieve, one));
            }
            if (closed != null) {
                sieve.lose(closed, row, row.passage().text());
                continue;
            }
            running++;
            String source = row.source().id().value();
            List<Utterance> sentences = text.sentences(row);
            boolean asksTheSame =
                    sentences.stream()
                            .anyMatch(one -> one.aim() == Utterance.Aim.OF_THE_SAME_QUESTION);
            int most = asksTheSame ? FewestSentences.ON_IT : PER_PASSAGE;
            int ofSource = asksTheSame ? FewestSentences.ON_IT : PER_SOURCE;
            int left = Math.min(most, ofSource - perSource.getOrDefault(source, 0));
            for (Utterance sentence : sentences) {
                if (left <= 0) {
                    sieve.lose(
                            perSource.getOrDefault(source, 0) >= ofSource
                                    ? Gate.FULL_SOURCE
                                    : Gate.FULL_PASSAGE,
                            sentence);
                } else if (add(said, sieve, sentence)) {
                    perSource.merge(source, 1, Integer::sum);
                    left--;
                }
            }
        }
        return said;
    }

    /// What is said near a question that cannot be answered.
    List<Answer.Near> nearest(EvidenceTable table, Relevance relevance, Statements statements) {
        return Nearest.of(table, relevance, texts, roles, statements);
    }

    /// What studies say on the comparison asked for, if one is.
    Optional<ComparedStudies> compared(EvidenceTable table, BottomLines.Chosen chosen) {
        return ComparedStudies.of(table, chosen, roles, texts, this::lacksOfADose);
    }

    /// The gate at which a passage of running text is left out unread, or null where it is read.
    private static @Nullable Gate closed(Evidence row, int running) {
        if (row.setAside() != null && row.setAside() != Evidence.SetAside.OTHER_POPULATION) {
            return Gate.SET_ASIDE;
        }
        if (!isRunningText(row)) {
            return Gate.NO_RUNNING_TEXT;
        }
        if (row.candidate().coverage() < LEAST_COVERAGE) {
            return Gate.TOO_LITTLE_COVERED;
        }
        return running < RUNNING_ROWS ? null : Gate.TOO_DEEP;
    }

    /// What one row says, where its document gave typed fields.
    static Utterance block(
            Evidence row,
            Claim claim,
            Relevance relevance,
            ClinicalQuestion question,
            Aspects aspects) {
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
                fitOrderOfBlock(row, question),
                true,
                aimOfBlock(row, claim, context, relevance, question, aspects),
                null,
                List.of());
    }

    /// Who tells of a patient asks for all that concerns the patient. Who asks one thing and tells of
    /// nobody is not answered by blocks that say nothing of it.
    private static Utterance.Aim aimOfBlock(
            Evidence row,
            Claim claim,
            Spoken context,
            Relevance relevance,
            ClinicalQuestion question,
            Aspects aspects) {
        boolean told =
                question.patient().isToldOf()
                        || relevance.of(context) >= LEAST_OF_BLOCK
                        || (aspects.areAsked()
                                ? aspects.areToldBy(claim, row.passage().text())
                                : relevance.tellsTheWords(context));
        return told ? Utterance.Aim.HEADS : Utterance.Aim.BACKGROUND;
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

    private boolean add(List<Utterance> said, Sieve sieve, Utterance utterance) {
        var missing = missing(utterance);
        if (missing.isPresent()) {
            sieve.lose(Gate.INCOMPLETE_DOSE, missing.get(), utterance.row(), utterance.text());
            return false;
        }
        return said.add(utterance);
    }

    private boolean lacksOfADose(Utterance utterance) {
        return missing(utterance).isPresent();
    }

    private Optional<String> missing(Utterance utterance) {
        return CompleteDose.missing(
                terminology, utterance.text(), CompleteDose.populationOf(utterance.row()));
    }

    /// Of a study's full text only the conclusions: its abstract has the results, and the rest tells
    /// what was done, who was left out and what others found.
    static boolean isRunningText(Evidence row) {
        List<String> headings = row.passage().headings();
        return switch (row.passage().role()) {
            case ABSTRACT, ANSWER ->
                    !row.source().linkOnly() && !WholeThought.underMethods(headings);
            case BODY ->
                    !row.source().linkOnly()
                            && !WholeThought.underMethods(headings)
                            && (!isStudy(row.study().design())
                                    || WholeThought.underConclusions(headings));
            // Collections in their own form hold abstracts as blocks without fields.
            case BLOCK ->
                    row.passage().claim() == null
                            && row.source().textKind() == TextKind.ABSTRACT
                            && !row.source().linkOnly();
            case TITLE, QUESTION -> false;
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
                    OPINION,
                    BOARD_OVERVIEW ->
                    false;
        };
    }

    /// A review of people of 0 to 24 years may say one thing of children alone: no answer for a man.
    private static int fitOrderOfBlock(Evidence row, ClinicalQuestion question) {
        int order = fitOrder(row, question);
        return question.patient().isGrownUp()
                        && SentencePeople.in(row.passage().text()).areChildrenAlone()
                ? Math.max(order, Ranking.OF_ANOTHER_AGE)
                : order;
    }

    static int fitOrder(Evidence row, ClinicalQuestion question) {
        return Ranking.nearness(row.fit(), question.patient().ages() != null);
    }

    private static @Nullable Span leadSpan(Passage passage, Claim claim) {
        // A short form that leaves out the figure of how often is none.
        if (claim.lead() == null
                || FrequencyWords.unnumbered(claim.lead()).isPresent()
                        && FrequencyWords.unnumbered(passage.text()).isEmpty()) {
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
