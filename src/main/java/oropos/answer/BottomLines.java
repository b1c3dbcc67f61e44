package oropos.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.EvidenceTable;
import oropos.appraisal.PopulationFit;
import oropos.library.Claim;
import oropos.library.Source;
import oropos.question.ClinicalQuestion;
import oropos.question.Finding;
import oropos.question.QuestionKind;
import oropos.terminology.Terminology;
import oropos.terminology.Words;

/// Chooses what heads an answer: what frames the problem, what to do with its strength, who decides;
/// a branch for each value of a fact nobody told; a card with a line each for benefit, harm,
/// certainty, fit, unknowns and date. The rules are those of the bottom line checklist
/// (docs/clinical-rules.md), and the card prints what no source gives as "not reported".
final class BottomLines {

    /// Words of the lead, all its statements together.
    static final int LEAD_WORDS = 45;

    /// Statements in a line of the card.
    static final int PER_LINE = 2;

    /// A statement must speak of this share of the question's problems, drugs, procedures and tests
    /// before it may head an answer; where the question names none, its source must hold this share of
    /// the question's words.
    static final double LEAST_SUBJECT = 0.5;

    /// What a thing does is no question of whether to look for its illness.
    private static final List<String> MECHANISM = List.of("mechanism");

    /// What asks what there is, not what to do.
    private static final Pattern ASKS_WHAT_THERE_IS =
            Pattern.compile(
                    "(?i)^\\W*(?:what|which) (?:are|is) (?:the )?(?:\\w+ ){0,2}?(?:types?|kinds?|stages?|symptoms?|signs?|causes?|complications?)\\b");

    private final Treatments treatments;

    private final Terminology terminology;

    BottomLines(Terminology terminology) {
        this.terminology = terminology;
        this.treatments = new Treatments(terminology);
    }

    /// What was chosen.
    ///
    /// @param action the statement that carries the action, or null where none may
    /// @param newer a newer guideline whose recommendations are not held, and which therefore keeps an
    ///     older one from the head; null where there is none
    /// @param disputes the disagreements on the very treatment the question names
    /// @param unspoken a word of the question, joined to another, of which nothing that heads speaks;
    ///     null where there is none
    record Chosen(
            Answer.BottomLine line,
            @Nullable Utterance action,
            @Nullable Source newer,
            List<EvidenceTable.Conflict> disputes,
            @Nullable String unspoken) {

        boolean contested() {
            return !disputes.isEmpty();
        }
    }

    Chosen choose(
            SectionPlan plan,
            EvidenceTable table,
            BlockMatter matter,
            List<Utterance> said,
            Set<String> framing,
            Set<Utterance> disputed,
            List<EvidenceTable.Conflict> conflicts,
            NewerGuidelines newer,
            Statements statements,
            String date) {
        ClinicalQuestion question = table.question();
        Aspects aspects = Aspects.of(question);
        SameQuestion same = new SameQuestion(question);
        boolean asksWhatItIs = same.asksWhatItIs();
        String beside = aspects.withoutAsking(question.words());
        Asking asking = new Asking(question, terminology);
        HeadRules rules = new HeadRules(treatments, question, said);
        List<Utterance> able =
                said.stream()
                        .filter(one -> !disputed.contains(one) && !question.isAboutOthers())
                        .filter(one -> rules.mayLead(one, framing))
                        .filter(matter::mayHead)
                        .filter(one ->
                                !same.asksWhatItIs()
                                        || !one.typed()
                                        || PreventiveAdvice.isPreventive(one)
                                        || one.claim().kind() == Claim.Kind.DEFINITION)
                        .filter(one ->
                                asksWhatItIs || !FrequencyWords.namesARareKind(one.leadText()))
                        .filter(one ->
                                !PreventiveAdvice.isTooLate(one, question, treatments)
                                        && !PreventiveAdvice.isOnOtherMeans(one, question)
                                        && !PreventiveAdvice.isForAnAgeNobodyTold(one, question))
                        .filter(one ->
                                !one.typed()
                                        || !question.searched().isEmpty()
                                        || asking.asksFor(one))
                        .filter(one ->
                                !Treatments.isScreeningAlone(one)
                                        || !Treatments.asksForNoTest(question)
                                                && !Treatments.asksHowItIsFound(question)
                                                && asking.isStoryMetBy(one))
                        .filter(one ->
                                !isAdvice(one)
                                        || !aspects.keys().equals(MECHANISM)
                                                && !ASKS_WHAT_THERE_IS
                                                        .matcher(question.words())
                                                        .find())
                        .filter(one ->
                                one.typed()
                                        || one.aim().saysAll()
                                        || (aspects.areAsked() || !asking.isYesOrNo())
                                                && same.isSpokenOfBy(one, beside))
                        .sorted(
                                Ranking.forLead(
                                        plan.lead(),
                                        isTherapeutic(plan),
                                        aspects.areAsked(),
                                        PreventiveAdvice.byAgeAsked(question)))
                        .toList();
        List<Utterance> unconditional =
                able.stream().filter(one -> conditions(one, question).isEmpty()).toList();
        List<Utterance> now =
                unconditional.stream().filter(one -> !isOvertaken(one, plan, newer)).toList();
        Source unread =
                unconditional.stream()
                        .filter(one -> isOvertaken(one, plan, newer) && Ranking.isNear(one))
                        .filter(one -> answers(one, question))
                        .map(newer::than)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null);

        Predicate<Utterance> mayAct =
                one ->
                        !(asksWhatItIs && isAdvice(one))
                                && (isAction(one, plan) && answers(one, question)
                                        || isTheVeryAdvice(one, plan, asking)
                                                && answersItsProblem(one, question))
                                && !isForAnotherCondition(one)
                                && !PreventiveAdvice.isForOneOfTwo(one, now, question)
                                && !PreventiveAdvice.isForChildrenUntold(one, now, question)
                                && Ranking.isNear(one);
        boolean open = PreventiveAdvice.isOpen(plan, question, asking);
        Optional<Utterance> action =
                first(now, mayAct.and(one -> PreventiveAdvice.tellsWhatToDo(one, open, question)))
                        .map(one -> PreventiveAdvice.nearest(one, now, mayAct))
                        .or(() ->
                                first(
                                        now,
                                        one ->
                                                isAction(one, plan)
                                                        && answersItsProblem(one, question)
                                                        && (Ranking.isFromAdults(one)
                                                                || isWarnedOf(one, question))));
        List<Utterance> toSome =
                action.isPresent() || plan.kind() != QuestionKind.PREVENTION
                        ? List.of()
                        : now.stream()
                                .filter(one -> isAction(one, plan) && answers(one, question))
                                .filter(one ->
                                        PreventiveAdvice.isAdviceToSome(one)
                                                || PreventiveAdvice.isForOneOfTwo(
                                                        one, now, question))
                                .filter(one -> PreventiveAdvice.tellsWhatToDo(one, open, question))
                                .sorted(
                                        Comparator.comparing(one ->
                                                !PreventiveAdvice.isForThisAge(one, question)))
                                .toList();
        action = action.or(() -> toSome.stream().findFirst());
        Optional<Utterance> decides =
                first(
                        now,
                        one ->
                                one.claim().kind() == Claim.Kind.DECIDES
                                        && answersItsProblem(one, question));
        Optional<Utterance> frame =
                first(
                        now,
                        one ->
                                framing.contains(one.row().source().id().value())
                                        && isFrame(one, plan)
                                        && answersItsProblem(one, question));

        List<Answer.Branch> branches = Branches.of(question, able, said, plan, statements);
        List<EvidenceTable.Conflict> disputes =
                conflicts.stream().filter(one -> isAskedAbout(one, question)).toList();
        boolean contested = !disputes.isEmpty();
        BestBlock best = new BestBlock(question, matter);
        List<Utterance> standing = rules.standing(disputed, matter::saysAll);
        if (branches.isEmpty()) {
            action = best.heading(action, contested, standing);
            if (action.filter(best::isOnOneThing).isPresent()) {
                frame = Optional.empty();
                decides = Optional.empty();
            }
        }
        List<Utterance> told =
                branches.isEmpty() && action.isEmpty() && !contested && isTherapeutic(plan)
                        ? Branches.told(question, now, plan)
                        : List.of();
        Joined joined = Joined.of(action, asking, now, mayAct);
        action = joined.action();

        // The action comes first for the words there are, then who decides, then the frame; they
        // are read in another order.
        List<Utterance> fits = new ArrayList<>();
        int words = 0;
        List<Utterance> acting =
                Stream.of(
                                inOrder(List.of(action, joined.other())).stream(),
                                action.stream().flatMap(one -> best.figures(one, standing)),
                                action.stream()
                                        .flatMap(one ->
                                                PreventiveAdvice.ofOtherAges(one, now, question)),
                                toSome.stream()
                                        .filter(one ->
                                                PreventiveAdvice.isOfOneWork(
                                                        one, toSome.getFirst())))
                        .flatMap(each -> each)
                        .distinct()
                        .toList();
        for (Utterance one :
                Stream.concat(
                                inOrder(acting, List.of(decides, frame)).stream(),
                                told.stream()
                                        .sorted(Comparator.comparing(one -> !isAction(one, plan))))
                        .distinct()
                        .toList()) {
            if (words + wordsOf(one) <= LEAD_WORDS) {
                words += wordsOf(one);
                fits.add(one);
            }
        }
        // Who decides is no answer to what was asked.
        if (acting.isEmpty() && frame.isEmpty() && told.isEmpty()) {
            fits.clear();
        }
        String unspoken = joined.unspokenBeside(fits);
        List<Answer.Statement> lead = new ArrayList<>();
        for (Utterance one :
                inOrder(
                        inOrder(
                                inOrder(List.of(frame)),
                                Stream.concat(told.stream(), acting.stream())
                                        .distinct()
                                        .map(Optional::of)
                                        .toList()),
                        List.of(decides))) {
            if (fits.contains(one)) {
                boolean part = unspoken != null && action.filter(one::equals).isPresent();
                lead.add(
                        statements.lead(
                                one,
                                part
                                        ? "onePart"
                                        : lead.isEmpty() || toSome.contains(one)
                                                ? connective(one)
                                                : null));
            }
        }

        if (contested && action.isEmpty() && branches.isEmpty()) {
            if (matter.isOnIt(disputed, said, one -> treatments.isAskedAbout(one, question))) {
                lead =
                        DisputedLead.of(
                                treatments,
                                question,
                                said,
                                disputed,
                                matter,
                                fits,
                                lead,
                                statements);
            }
            if (lead.isEmpty()) {
                lead =
                        best.best(standing).stream()
                                .map(one -> statements.lead(one, connective(one)))
                                .toList();
            }
        }
        // Where every action hangs on a fact nobody told, the card weighs the first of them.
        Utterance bearing =
                branches.isEmpty()
                        ? action.orElse(null)
                        : action.or(() ->
                                        first(
                                                able,
                                                one ->
                                                        isAction(one, plan)
                                                                && answers(one, question)
                                                                && !conditions(one, question)
                                                                        .isEmpty()))
                                .orElse(null);
        return new Chosen(
                new Answer.BottomLine(
                        lead,
                        branches,
                        new BottomLineCard(
                                        treatments,
                                        question,
                                        said,
                                        disputed,
                                        statements,
                                        AskedFor.of(question.words(), terminology))
                                .of(bearing, contested, date)),
                bearing,
                bearing == null ? unread : null,
                disputes,
                unspoken);
    }

    private boolean isAskedAbout(EvidenceTable.Conflict conflict, ClinicalQuestion question) {
        return Stream.concat(conflict.one().stream(), conflict.other().stream())
                .map(row -> row.passage().claim())
                .anyMatch(claim ->
                        claim != null && treatments.isAskedAbout(claim.intervention(), question));
    }

    private static List<Utterance> inOrder(List<Utterance> first, List<Optional<Utterance>> after) {
        return Stream.concat(first.stream(), inOrder(after).stream()).distinct().toList();
    }

    static List<Utterance> inOrder(List<Optional<Utterance>> chosen) {
        return chosen.stream().flatMap(Optional::stream).distinct().toList();
    }

    /// Whether a recommendation for a treatment is older than a guideline whose words are not held.
    private static boolean isOvertaken(Utterance one, SectionPlan plan, NewerGuidelines newer) {
        return isAction(one, plan)
                && isTreatment(plan)
                && one.claim().direction() != Claim.Direction.AGAINST
                && newer.than(one).isPresent();
    }

    private static boolean isTreatment(SectionPlan plan) {
        return switch (plan.kind()) {
            case THERAPY, DOSE -> true;
            default -> false;
        };
    }

    /// A question that names a treatment is answered by what is said of that treatment; one that names a
    /// problem, by what is said of that problem.
    private boolean answers(Utterance one, ClinicalQuestion question) {
        boolean names =
                Stream.concat(question.drugs().stream(), question.procedures().stream())
                        .anyMatch(Finding::isSearched);
        return !one.typed()
                || (!names
                                || treatments.isAskedAbout(one, question)
                                || treatments.isACheckOf(one, question))
                        && treatments.isOnAProblem(one, question)
                        && treatments.isOfTheDoing(one, question)
                        && !treatments.isByAnotherRoute(one, question);
    }

    private boolean answersItsProblem(Utterance one, ClinicalQuestion question) {
        return !one.typed() || treatments.isOnAProblem(one, question);
    }

    /// Whether it is a harm of, or a recommendation against, a treatment the question names.
    private boolean isWarnedOf(Utterance one, ClinicalQuestion question) {
        return (one.claim().kind() == Claim.Kind.HARM
                        || one.claim().direction() == Claim.Direction.AGAINST)
                && treatments.isAskedAbout(one, question)
                && !PreventiveAdvice.isForAnotherAge(one)
                && !(one.row().fit() instanceof PopulationFit.Indirect fit && fit.isDenied())
                && !isSilentOnPregnancy(one, question);
    }

    /// "Is it safe in pregnancy?" is not answered by what was seen in others.
    private static boolean isSilentOnPregnancy(Utterance one, ClinicalQuestion question) {
        return question.kind() == QuestionKind.HARM
                && one.row().fit() instanceof PopulationFit.Indirect(String _, var _, var gaps)
                && gaps.contains(PopulationFit.Gap.PREGNANCY);
    }

    /// A recommendation for people who all have a disease this question does not name says nothing
    /// unless that disease turns out to be the cause: it stands in its section, or in a branch.
    private static boolean isForAnotherCondition(Utterance one) {
        return one.row().fit()
                        instanceof PopulationFit.Indirect(String _, PopulationFit.Gap gap, var _)
                && gap == PopulationFit.Gap.CONDITION;
    }

    /// Facts the statement hangs on that the question did not tell.
    static Map<String, String> conditions(Utterance one, ClinicalQuestion question) {
        return one.claim().when().entrySet().stream()
                .filter(entry -> !question.patient().facts().containsKey(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// What the problem is and how it is found; what may be behind it where that is asked. A parent who
    /// asks when to play again does not read of injury by others first: the urgent sign above says
    /// what must be looked for.
    private static boolean isFrame(Utterance one, SectionPlan plan) {
        boolean frames =
                switch (one.claim().section()) {
                    case "definition", "diagnosis", "initial" -> true;
                    case "cause" -> plan.lead().contains("cause");
                    default -> false;
                };
        return frames && one.row().fit() instanceof PopulationFit.Direct;
    }

    /// Who asks what something is did not ask whether to screen for it.
    private static boolean isAdvice(Utterance one) {
        return one.typed() && one.claim().kind() == Claim.Kind.RECOMMENDATION;
    }

    static boolean isAction(Utterance one, SectionPlan plan) {
        boolean ofThePage = !one.typed() && one.aim().isOfTheVeryPage();
        return (ofThePage || plan.lead().contains(one.claim().section()))
                && !(isTreatment(plan) && one.claim().direction() == Claim.Direction.INSUFFICIENT)
                && one.claim().kind() != Claim.Kind.DECIDES
                && (one.claim().kind() == Claim.Kind.RECOMMENDATION
                        || ofThePage
                        || hasRole(one)
                        || (!isTherapeutic(plan) && saysSomething(one)));
    }

    /// A recommendation that speaks of every word of the question heads it, though its document files it
    /// elsewhere: "fluoride varnish for a 3-year-old?" asks for advice on prevention.
    private static boolean isTheVeryAdvice(Utterance one, SectionPlan plan, Asking asking) {
        return one.typed()
                && one.claim().kind() == Claim.Kind.RECOMMENDATION
                && PreventiveAdvice.isPreventive(one)
                && asking.asksFor(one)
                && switch (plan.kind()) {
                    case THERAPY, PREVENTION, PROCEDURE, DEFINITION, DIAGNOSIS, MONITORING, HARM ->
                            asking.isWhollyMetBy(one);
                    case PROGNOSIS, CAUSE, DOSE, INTERACTION, TEST_INTERPRETATION -> false;
                };
    }

    /// A sentence of running text heads an answer only where its words say what part of it they are.
    private static boolean hasRole(Utterance one) {
        return !one.typed() && !one.claim().section().equals("evidence");
    }

    /// A finding that heads an answer tells a figure or points somewhere; a definition, a warning and a
    /// harm do by themselves.
    private static boolean saysSomething(Utterance one) {
        return one.claim().kind() != Claim.Kind.FINDING
                || one.hasNumber()
                || one.claim().direction() != null;
    }

    /// For treatment an action is a recommendation; a finding of a typed document goes to the card.
    private static boolean isTherapeutic(SectionPlan plan) {
        return switch (plan.kind()) {
            case THERAPY, PREVENTION, PROCEDURE, DOSE -> true;
            default -> false;
        };
    }

    static @Nullable String connective(Utterance one) {
        return switch (one.row().fit()) {
            case PopulationFit.Direct() -> null;
            case PopulationFit.Indirect(String _, PopulationFit.Gap gap, var _) ->
                    gap == PopulationFit.Gap.ADULT_FOR_CHILD
                            ? "fromAdults"
                            : PreventiveAdvice.isPreventive(one)
                                            && PreventiveAdvice.isAdviceToSome(one)
                                    ? "toSome"
                                    : "onlyIndirect";
            case PopulationFit.Unstated() -> "unstated";
        };
    }

    static int wordsOf(Utterance one) {
        return Words.of(one.leadText().toLowerCase(Locale.ROOT)).size();
    }

    static Optional<Utterance> first(List<Utterance> able, Predicate<Utterance> wanted) {
        return able.stream().filter(wanted).findFirst();
    }
}
