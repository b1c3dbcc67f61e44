package oropos.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import oropos.appraisal.PopulationFit;
import oropos.library.Claim;
import oropos.question.ClinicalQuestion;
import oropos.question.Finding;
import oropos.question.QuestionKind;
import oropos.terminology.Concept;
import oropos.terminology.QuickPattern;
import oropos.terminology.Sentences;
import oropos.terminology.Terminology;
import oropos.terminology.Words;

/// Whether a block of a typed document speaks of all that a question asks, word by word.
///
/// A block was written for one matter. One on bisphosphonates in osteogenesis imperfecta says nothing
/// to who asks how long they are given, or about teeth; one that speaks of every word of the question
/// answers it, under whatever heading its document files it. Which words stand for one another is an editor's
/// list (`answer/block-words.tsv`); names of the vocabulary stand for each other by themselves.
final class BlockMatter {

    /// An operation is no brace: what made no difference need not be asked, but nothing else may be.
    private static final Pattern AN_OPERATION =
            Pattern.compile("(?i)\\b(?:surg\\w+|operat\\w+)\\b");

    /// A question of fewer words than this asks for the whole subject.
    private static final int FEWEST = 2;

    private final ClinicalQuestion question;
    private final Terminology terminology;
    private final List<Finding> found;
    private final List<BlockWords.Row> rows = new ArrayList<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final List<List<String>> eitherOf = new ArrayList<>();
    private final AskedChance chance;
    private final BlockFields fields;
    private final Set<String> all;
    private final Map<Utterance, Boolean> said = new IdentityHashMap<>();

    BlockMatter(ClinicalQuestion question, Terminology terminology) {
        this.question = question;
        this.terminology = terminology;
        this.found = question.findings().toList();
        String asking = withoutWhatItIsGivenFor(asking(question.words()).toLowerCase(Locale.ROOT));
        String clause = lastClause(asking);
        read(namesATreatment(clause) ? clause : asking);
        this.chance = new AskedChance(asking, terminology);
        this.all = WholeQuestion.keys(Relevance.stems(question.words()));
        this.fields =
                new BlockFields(
                        question,
                        terminology,
                        all,
                        told(question.words().toLowerCase(Locale.ROOT)),
                        BlockWords.SOFT_IN_A_FIELD);
    }

    /// What meets the ways in which the question asks or tells, in whichever sentence.
    private List<QuickPattern> told(String low) {
        List<QuickPattern> all = new ArrayList<>();
        rows.forEach(row -> all.add(row.said()));
        BlockWords.ROWS.stream()
                .filter(row -> !rows.contains(row) && row.asked().isIn(low))
                .filter(row -> !row.sort().equals("figure"))
                .forEach(row -> all.add(row.said()));
        return all;
    }

    private String withoutWhatItIsGivenFor(String asking) {
        return SideEffects.areAsked(question, asking)
                ? SideEffects.withoutWhatItIsGivenFor(
                        question, namesATreatment(asking) ? asking : question.words())
                : asking;
    }

    private boolean namesATreatment(String clause) {
        return BlockWords.ROWS.stream()
                        .anyMatch(row -> row.sort().equals("do") && row.asked().isIn(clause))
                || Stream.concat(question.drugs().stream(), question.procedures().stream())
                        .anyMatch(finding ->
                                clause.contains(finding.words().toLowerCase(Locale.ROOT)));
    }

    private void read(String asking) {
        String low = asking;
        Matcher or = OR.matcher(asking);
        while (or.find() && !COMPARES.matcher(asking).find()) {
            eitherOf.add(List.of(or.group("one"), or.group("other")));
        }
        boolean isTold = question.patient().facts().containsKey(BlockWords.MECHANISM);
        for (BlockWords.Row row : BlockWords.ROWS) {
            if (row.asked().isIn(low)) {
                if (!row.sort().equals(BlockWords.MECHANISM) || !isTold) {
                    rows.add(row);
                }
                low = row.asked().matcher(low).replaceAll(" ");
            }
        }
        words.addAll(Relevance.stems(BlockWords.withoutSoft(low)));
    }

    /// Which of two is better is not told by what is said of one.
    private static final Pattern COMPARES =
            Pattern.compile("\\b(?:better|worse|safer|stronger|best|than|versus|vs)\\b");

    private static final Pattern OR =
            Pattern.compile("(?<one>\\p{L}[\\p{L}-]+) or (?:an? |the )?(?<other>\\p{L}[\\p{L}-]+)");

    private static final Pattern OPENS =
            Pattern.compile(
                    ": |[,;] (?:so |and |but |then )?(?=(?:should|can|could|does|do|is|are|will|would|what|how|when|which|why|who) )");

    /// "He fell at school and broke T12, should he get bisphosphonates?": what was told before is no part of
    /// what is asked.
    private static String lastClause(String asking) {
        Matcher opens = OPENS.matcher(asking);
        int from = 0;
        while (opens.find()) {
            from = opens.end();
        }
        return asking.substring(from);
    }

    /// The sentences that ask; all of it where none ends in a question mark.
    private static String asking(String text) {
        List<String> questions =
                Sentences.of(text).stream()
                        .map(span -> span.of(text))
                        .filter(sentence -> sentence.endsWith("?"))
                        .toList();
        return questions.isEmpty() ? text : String.join(" ", questions);
    }

    /// Whether it is no block on another matter. Advice on prevention has rules of its own.
    boolean mayHead(Utterance one) {
        if (one.typed()
                && question.patient().isGrownUp()
                && one.fitOrder() >= Ranking.OF_ANOTHER_AGE) {
            return false;
        }
        return !one.typed()
                || PreventiveAdvice.isPreventive(one)
                || !asksForOneThing()
                || saysAll(one);
    }

    /// Whether nothing of the question is left unsaid by it, and it does not say it the other way round.
    boolean saysAll(Utterance one) {
        return said.computeIfAbsent(
                one,
                each ->
                        unsaid(each).isEmpty()
                                && !isForOthersUntold(each)
                                && !chance.isToldTheOtherWayRound(each)
                                && isOnWhatItSays(each));
    }

    /// Whether it was written for people with something more, of which the question tells nothing: what is
    /// found on exercise after a spinal fracture is no answer to who asks about osteoporosis. Of signs and of
    /// when to see a doctor neither is what is told of children where no age is. Who asks of a procedure asks
    /// of those who have it done.
    private boolean isForOthersUntold(Utterance one) {
        return one.row().fit()
                        instanceof PopulationFit.Indirect(String _, PopulationFit.Gap gap, var _)
                && !question.patient().isToldOf()
                && (gap == PopulationFit.Gap.CONDITION && question.kind() != QuestionKind.PROCEDURE
                        || gap == PopulationFit.Gap.AGE
                                && SEES_A_DOCTOR.matcher(question.words()).find());
    }

    private static final Pattern SEES_A_DOCTOR =
            Pattern.compile(
                    "(?i)\\bwhen (?:should|do|must|to) [^?]*\\b(?:see|call|go to|worry|contact|visit)\\b|\\bred flags? (?:of|for|in)\\b");

    /// Whether what it does and what was measured are what is asked.
    private boolean isOnWhatItSays(Utterance one) {
        Claim claim = one.claim();
        boolean isAdvice = claim.kind() == Claim.Kind.RECOMMENDATION;
        boolean isACheck = claim.section().equals("monitoring");
        if (claim.section().equals("dose") && !asksForAFigure()
                || isAdvice && asks("how common")
                || isAdvice && asksNoAdvice() && !fields.areAsked(claim.intervention())
                || isACheck && namesAnotherDrug(one)
                || isHarmAlone(claim) && asksWhetherTo()
                || BlockWords.BEHIND.isIn(one.text())) {
            return false;
        }
        boolean isCourse = claim.section().equals("observation");
        if (!(isAdvice && (!isACheck || asksFor(CHECKS)))
                && !isCourse
                && !(isTheSameEitherWay(claim) && !AN_OPERATION.matcher(question.words()).find())
                && !fields.areAsked(claim.intervention())) {
            return false;
        }
        String against = claim.comparator();
        boolean tellsTheEffect =
                claim.direction() != null
                        || against != null
                                && (against.equals("placebo") || fields.areAsked(against));
        return isAdvice
                || claim.kind() == Claim.Kind.HARM && !asksForAFigure()
                || claim.kind() == Claim.Kind.DECIDES
                || claim.kind() == Claim.Kind.WARNING && asksForWarningSigns()
                || tellsTheEffect
                        && !asksForAFigure()
                        && (asksFor(EFFECT) || WHETHER_TO.matcher(question.words()).find())
                || fields.areAsked(claim.outcome());
    }

    /// What a sign may mean need not be asked by who asks whether it is one.
    private boolean asksForWarningSigns() {
        return asksFor("red flags") || asksFor("urgent") || asksFor("refer");
    }

    /// "Do children on steroids need bisphosphonates?" is not told by what went wrong in how many.
    private boolean asksWhetherTo() {
        return question.kind() == QuestionKind.THERAPY
                && WHETHER_TO.matcher(question.words()).find();
    }

    /// Bones that reshape alike with a brace and without one reshape whatever is done.
    private static boolean isTheSameEitherWay(Claim claim) {
        return claim.direction() == Claim.Direction.NO_DIFFERENCE
                && claim.intervention() != null
                && ("no " + claim.intervention()).equals(claim.comparator());
    }

    private static boolean isHarmAlone(Claim claim) {
        return claim.kind() == Claim.Kind.HARM && claim.direction() != Claim.Direction.AGAINST;
    }

    /// "Is osteoporosis painful?" is not told by what a society found on painkillers.
    private boolean asksNoAdvice() {
        return question.kind() == QuestionKind.DEFINITION;
    }

    private boolean asks(String words) {
        return rows.stream().anyMatch(row -> row.asked().isIn(words));
    }

    private boolean asksFor(String what) {
        return rows.stream().anyMatch(row -> row.said().isIn(what));
    }

    /// Whether its people take a drug the question does not name.
    private boolean namesAnotherDrug(Utterance one) {
        List<Concept> own =
                Named.in(Objects.requireNonNullElse(one.claim().intervention(), ""), terminology);
        return Named.in(one.text(), terminology).stream()
                .filter(each ->
                        each.kind() == Concept.Kind.DRUG
                                && own.stream().noneMatch(its -> its.isA(each) || each.isA(its)))
                .anyMatch(each ->
                        found.stream()
                                .flatMap(finding -> terminology.concept(finding.id()).stream())
                                .noneMatch(wanted -> wanted.isA(each) || each.isA(wanted)));
    }

    private static final Pattern WHETHER_TO =
            Pattern.compile(
                    "(?i)\\b(?:should|needs?|needed|must|necessary)\\b|\\bor (?:no|not|without)\\b"
                            + "|^is (?:an? )?[\\w-]+ (?:ever )?(?:done|used|given|possible|allowed|indicated|suitable|an option) (?:in|for)\\b"
                            // "corset for my son's fracture?"
                            + "|^(?:an? )?[\\w-]+ for (?:my|our|his|her|an?|the)\\b[^,;:.?]*\\?$");

    private static final String EFFECT = "what it does";

    private static final String CHECKS = "checks";

    /// Whether how often, how long or how much is asked.
    boolean asksForAFigure() {
        return rows.stream().anyMatch(row -> row.sort().equals("figure"));
    }

    /// Whether the question asks for enough to tell blocks apart, and not just what to do about what
    /// somebody has. Where it names no illness and no treatment there is no whole subject to ask for.
    boolean asksForOneThing() {
        int things = things();
        return (things >= FEWEST || things > 0 && namesNothing()) && !asksWhatToDo();
    }

    /// Whether a question that names no illness and no treatment asks for one thing, and the block tells it:
    /// "Can a child's vertebrae reshape?" names nothing, and is about reshaping all the same.
    boolean isItsWholeSubject(Utterance one) {
        return namesNothing()
                && things() >= FEWEST
                && (!words.isEmpty() || rows.stream().anyMatch(row -> row.sort().equals("thing")))
                && asksForOneThing()
                && saysAll(one);
    }

    private boolean namesNothing() {
        return question.problems().isEmpty()
                && question.drugs().isEmpty()
                && question.procedures().isEmpty();
    }

    /// What is asked for, the words of one name as one.
    private int things() {
        Set<String> left = new HashSet<>(words);
        Set<BlockWords.Row> others = new HashSet<>(rows);
        int things = 0;
        for (Finding finding : found) {
            boolean inWords = left.removeAll(Relevance.stems(finding.words()));
            String name = finding.words().toLowerCase(Locale.ROOT);
            if (others.removeIf(row -> row.asked().isIn(name)) || inWords) {
                things++;
            }
        }
        return things + left.size() + others.size();
    }

    private boolean asksWhatToDo() {
        Set<String> has = new HashSet<>();
        question.problems().forEach(finding -> has.addAll(Relevance.stems(finding.words())));
        return rows.stream().anyMatch(row -> row.sort().equals("do"))
                && rows.stream()
                        .noneMatch(row ->
                                row.sort().equals("said")
                                        && !BlockWords.tellsWhatItWasSeenOn(row, question.words()))
                && !asksForAFigure()
                && (question.patient().isToldOf() || has.containsAll(words));
    }

    /// What is left unsaid.
    private Set<String> unsaid(Utterance one) {
        String text = BlockWords.of(one);
        Set<String> left = new LinkedHashSet<>();
        rows.stream()
                .filter(row -> !row.said().isIn(text))
                .forEach(row -> left.add(row.asked().toString()));
        if (words.isEmpty()) {
            return withoutOthers(left);
        }
        Set<String> keys = WholeQuestion.keys(Relevance.stems(text));
        Set<String> named = new HashSet<>();
        List<Concept> spoken = Named.in(text, terminology);
        for (Finding finding : found) {
            if (terminology
                    .concept(finding.id())
                    .filter(wanted -> isSpokenOf(wanted, spoken, one.claim()))
                    .isPresent()) {
                named.addAll(Relevance.stems(finding.words()));
            }
        }
        words.stream()
                .filter(word -> !named.contains(word) && !keys.contains(WholeQuestion.key(word)))
                .forEach(left::add);
        return withoutOthers(left);
    }

    /// What is advised of a class of drugs, and what harm they do, holds for each of them.
    private static boolean isSpokenOf(Concept wanted, List<Concept> spoken, Claim claim) {
        boolean ofTheClass =
                claim.kind() == Claim.Kind.HARM
                        || claim.kind() == Claim.Kind.RECOMMENDATION
                                && claim.section().equals("monitoring");
        return spoken.stream()
                .anyMatch(each -> each.isA(wanted) || ofTheClass && isClassOf(each, wanted));
    }

    private static boolean isClassOf(Concept each, Concept wanted) {
        return wanted.kind() == Concept.Kind.DRUG
                && each.kind() == Concept.Kind.DRUG
                && wanted.isA(each);
    }

    /// "The drip or tablets?" is answered by what is said of one of them.
    private Set<String> withoutOthers(Set<String> left) {
        for (List<String> either : eitherOf) {
            List<String> units = either.stream().map(this::unit).toList();
            if (!units.getFirst().equals(units.getLast())
                    && units.stream().filter(left::contains).count() == 1) {
                left.removeAll(units);
            }
        }
        return left;
    }

    /// The row or the word of the question a word belongs to.
    private String unit(String word) {
        return rows.stream()
                .map(BlockWords.Row::asked)
                .filter(asked -> asked.isIn(word))
                .map(QuickPattern::toString)
                .findFirst()
                .orElse(String.join(" ", Relevance.stems(word)));
    }

    /// Whether a dispute is on what is asked: all of it is said of the treatment by one block or another, and, where
    /// one thing is asked, by one of those that disagree.
    boolean isOnIt(
            Set<Utterance> disputed, List<Utterance> said, Predicate<Utterance> ofTheTreatment) {
        if (asksForOneThing() && disputed.stream().noneMatch(this::saysAll)) {
            return false;
        }
        Set<String> left = null;
        for (Utterance one : said) {
            if (one.typed() && ofTheTreatment.test(one)) {
                Set<String> unsaid = unsaid(one);
                if (left == null) {
                    left = unsaid;
                } else {
                    left.retainAll(unsaid);
                }
            }
        }
        return left == null || left.isEmpty();
    }

    /// How nearly what is asked and what a block is about are one: twice the words they share, of the words of
    /// both.
    double likeness(Utterance one) {
        Claim claim = one.claim();
        String about =
                claim.about() == null
                        ? one.text()
                        : String.join(
                                ". ",
                                claim.about(),
                                Objects.requireNonNullElse(claim.outcome(), ""));
        String low = about.toLowerCase(Locale.ROOT);
        List<String> own =
                Words.of(low).stream().filter(word -> !BlockWords.isSoft(word)).distinct().toList();
        Set<String> keys = WholeQuestion.keys(Relevance.stems(low));
        long shared =
                own.stream()
                        .filter(word ->
                                all.containsAll(WholeQuestion.keys(Relevance.stems(word)))
                                        || rows.stream().anyMatch(row -> row.said().isIn(word)))
                        .count();
        long told =
                rows.stream().filter(row -> row.said().isIn(low)).count()
                        + words.stream()
                                .filter(word -> keys.contains(WholeQuestion.key(word)))
                                .count();
        double size = own.size() + rows.size() + words.size();
        return size == 0 ? 0 : (shared + told) / size;
    }
}
