package oropos.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.Evidence;
import oropos.appraisal.EvidenceTable;
import oropos.appraisal.PopulationFit;
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

    /// A sentence of running text must meet this share of the question.
    static final double LEAST_RELEVANCE = 0.34;

    /// A passage of running text must hold this share of the question's weighted concepts, with the
    /// title of its source. Running text speaks of many things by the way; a block was written for
    /// its subject.
    static final double LEAST_COVERAGE = 0.34;

    /// A passage must hold this share of it before a sentence of it may head an answer.
    static final double HEADING_COVERAGE = 0.5;

    /// The title and headings above running text must speak of this share of the question's problems,
    /// drugs, procedures and tests: a textbook's list of adverse effects names many diseases and is
    /// about none. A third is one disease beside a drug, which weighs twice.
    static final double ABOUT = 0.33;

    /// A block that meets this share of the question by its words tells what was asked.
    static final double LEAST_OF_BLOCK = 0.6;

    /// What the first sentence of a page that answers is worth more, and by how much less each one after
    /// it: such a page begins with what matters most.
    static final double FIRST = 0.2;

    static final double FIRST_STEP = 0.02;

    /// What a sentence is worth less that only announces others, or tells what is being studied.
    static final double LITTLE = 0.3;

    /// The most a sentence can be worth: its words and what its place adds.
    private static final double BEST_WORTH = 1.7;

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
        List<Utterance> said = new ArrayList<>();
        Map<String, Integer> perSource = new TreeMap<>();
        int running = 0;
        for (Evidence row : table.rows()) {
            Claim claim = row.passage().claim();
            if (claim != null) {
                add(said, sieve, block(row, claim, relevance, table.question(), aspects));
                continue;
            }
            Gate closed = closed(row, running);
            if (closed != null) {
                sieve.lose(closed, row, row.passage().text());
                continue;
            }
            running++;
            String source = row.source().id().value();
            int left = Math.min(PER_PASSAGE, PER_SOURCE - perSource.getOrDefault(source, 0));
            for (Utterance sentence : sentences(row, relevance, aspects, table.question(), sieve)) {
                if (left <= 0) {
                    sieve.lose(
                            perSource.getOrDefault(source, 0) >= PER_SOURCE
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
                fitOrder(row, question),
                true,
                aimOfBlock(row, context, relevance, question, aspects),
                null,
                List.of());
    }

    /// Who tells of a patient asks for all that concerns the patient. Who asks one thing and tells of
    /// nobody is not answered by blocks that say nothing of it.
    private static Utterance.Aim aimOfBlock(
            Evidence row,
            Spoken context,
            Relevance relevance,
            ClinicalQuestion question,
            Aspects aspects) {
        boolean told =
                question.patient().isToldOf()
                        || relevance.of(context) >= LEAST_OF_BLOCK
                        || (aspects.areAsked()
                                ? aspects.areTold(row.passage().text())
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
        var missing =
                CompleteDose.missing(
                        terminology, utterance.text(), CompleteDose.populationOf(utterance.row()));
        if (missing.isPresent()) {
            sieve.lose(Gate.INCOMPLETE_DOSE, missing.get(), utterance.row(), utterance.text());
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

    private static int fitOrder(Evidence row, ClinicalQuestion question) {
        return Ranking.nearness(row.fit(), question.patient().ages() != null);
    }

    private List<Utterance> sentences(
            Evidence row,
            Relevance relevance,
            Aspects aspects,
            ClinicalQuestion question,
            Sieve sieve) {
        Passage passage = row.passage();
        String title = row.source().title();
        Spoken context =
                relevance.spoken(String.join(". ", title, String.join(". ", passage.headings())));
        boolean about = relevance.subject(context) >= ABOUT;
        Optional<String> topic =
                SourceTopic.nearest(
                        title,
                        passage.headings(),
                        one -> relevance.namesSubject(relevance.spoken(one)));
        boolean exact = isTheVerySubject(topic, relevance, question);
        boolean exactTitle =
                exact && isTheVerySubject(Optional.of(SourceTopic.of(title)), relevance, question);
        boolean placeAsks =
                aspects.areAskedBy(title)
                        || passage.headings().stream().anyMatch(aspects::areAskedBy);
        boolean concluding = WholeThought.underConclusions(passage.headings());
        List<Utterance> fit = new ArrayList<>();
        int number = -1;
        for (PassageSentences.Sentence sentence : texts.of(passage.text())) {
            String text = sentence.text();
            number++;
            if (!sentence.whole()) {
                sieve.lose(Gate.NOT_WHOLE, row, text);
                continue;
            }
            if (row.fit() instanceof PopulationFit.Unstated
                    && sentence.people().differ(question.patient())) {
                sieve.lose(Gate.OTHER_PEOPLE, row, text);
                continue;
            }
            Spoken here = relevance.spoken(text);
            boolean names = relevance.hasSubjects() && relevance.coversSubjects(here);
            if (sentence.dangles(names)) {
                sieve.lose(Gate.LEANS, row, text);
                continue;
            }
            Spoken both = context.and(here);
            if (!relevance.coversSubjects(both) || !relevance.holdsPlaces(both)) {
                sieve.lose(Gate.OTHER_SUBJECT, row, text);
                continue;
            }
            boolean told =
                    aspects.areAsked() ? aspects.areTold(text) : relevance.tellsTheWords(both);
            if (!about && !(names && relevance.beginsWithSubject(text))) {
                sieve.lose(Gate.OTHER_PAGE, row, text);
                continue;
            }
            double own = relevance.of(here, told && aspects.areAsked());
            double met = Math.max(own, 0.8 * relevance.of(both, told && aspects.areAsked()));
            if (met < LEAST_RELEVANCE) {
                sieve.lose(Gate.TOO_LITTLE_MET, row, text);
                continue;
            }
            Claim claim = roles.read(text, passage, title);
            boolean heads =
                    // Of two things asked, a page about the very subject may tell one after the
                    // other.
                    (aspects.areAsked() && !exactTitle ? aspects.areAllTold(text) : told)
                            && names
                            && row.candidate().coverage() >= HEADING_COVERAGE
                            && !relevance.isNarrowed(text)
                            && !relevance.isCompounded(text)
                            && (relevance.isSubjectOf(text) || exactTitle || exact && placeAsks);
            boolean answers =
                    exact
                            && placeAsks
                            && (aspects.areAsked() ? aspects.areTold(text) : told)
                            && row.candidate().coverage() >= HEADING_COVERAGE
                            && !relevance.isNarrowed(text)
                            && !relevance.isCompounded(text);
            Optional<Utterance.Aim> aim =
                    answers || heads
                            ? Optional.of(
                                    answers
                                            ? Utterance.Aim.ANSWERS
                                            : exactTitle
                                                    ? Utterance.Aim.TELLS
                                                    : Utterance.Aim.HEADS)
                            : aim(
                                    told,
                                    placeAsks,
                                    exact,
                                    names
                                            && relevance.isExactly(here)
                                            && !relevance.isCompounded(text),
                                    claim);
            if (aim.isEmpty() || (!names && topic.isEmpty())) {
                sieve.lose(aim.isEmpty() ? Gate.NOT_TOLD : Gate.NO_TOPIC, row, text);
                continue;
            }
            double worth =
                    met
                            + (exact ? 0.15 : 0)
                            + (names ? 0.1 : 0)
                            + (told && placeAsks ? 0.15 : 0)
                            + (concluding ? 0.25 : 0)
                            + (claim.kind() == Claim.Kind.RECOMMENDATION ? 0.1 : 0)
                            + (answers ? Math.max(0, FIRST - FIRST_STEP * number) : 0)
                            - (sentence.saysLittle() ? LITTLE : 0);
            fit.add(
                    new Utterance(
                            row,
                            sentence.span().shifted(passage.span().start()),
                            text,
                            claim,
                            null,
                            Math.max(0, worth) / BEST_WORTH,
                            own,
                            relevance.subject(here),
                            fitOrder(row, question),
                            false,
                            aim.get(),
                            names ? null : topic.orElse(null),
                            List.of()));
        }
        fit.sort(
                Comparator.comparing(Utterance::aim)
                        .thenComparingDouble(said -> -said.relevance())
                        .thenComparingInt(said -> said.span().start()));
        return fit;
    }

    /// Whether the page is about the very thing asked about, not about a rarer form of it or about it in
    /// other people.
    private static boolean isTheVerySubject(
            Optional<String> topic, Relevance relevance, ClinicalQuestion question) {
        if (topic.isEmpty() || !relevance.isExactly(relevance.spoken(topic.get()))) {
            return false;
        }
        Set<String> beside = new HashSet<>(Relevance.stems(question.words()));
        beside.addAll(GENERAL);
        return Stream.of(topic.get().split(" - |[,:;()]"))
                .filter(part -> relevance.namesSubject(relevance.spoken(part)))
                .anyMatch(part -> relevance.isAllOf(part, beside));
    }

    /// Words of a title that narrow nothing.
    private static final Set<String> GENERAL =
            Set.of(
                    "the",
                    "and",
                    "of",
                    "in",
                    "for",
                    "to",
                    "an",
                    "introduction",
                    "overview",
                    "disease",
                    "disorder",
                    "adult",
                    "infection",
                    "drug",
                    "treatment",
                    "management",
                    "use",
                    "used",
                    "about",
                    "what",
                    "need",
                    "know",
                    "information",
                    "fact",
                    "symptom",
                    "cause",
                    "diagnosis",
                    "prevention",
                    "human",
                    "prescription",
                    "label");

    private static Optional<Utterance.Aim> aim(
            boolean told, boolean placeAsks, boolean exactPage, boolean exactHere, Claim claim) {
        if (told && (exactHere || exactPage)) {
            return Optional.of(Utterance.Aim.ON_IT);
        }
        if (told || placeAsks) {
            return Optional.of(Utterance.Aim.NEAR_IT);
        }
        return exactHere || exactPage && claim.section().equals("definition")
                ? Optional.of(Utterance.Aim.BACKGROUND)
                : Optional.empty();
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
