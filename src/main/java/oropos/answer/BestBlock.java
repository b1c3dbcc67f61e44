package oropos.answer;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import oropos.appraisal.PopulationFit;
import oropos.library.Claim;
import oropos.question.ClinicalQuestion;
import oropos.terminology.AgeRange;

/// Which of the blocks that speak of all that is asked heads the answer.
final class BestBlock {

    /// A block about so much of what the best is about is as good.
    private static final double NEARLY = 0.75;

    /// Figures of side effects at the head.
    private static final int FIGURES = 2;

    private final ClinicalQuestion question;
    private final BlockMatter matter;

    BestBlock(ClinicalQuestion question, BlockMatter matter) {
        this.question = question;
        this.matter = matter;
    }

    /// What heads instead of an action, or in its place where it has none: the nearest block, one for people
    /// of the age asked about before one for another age, and of side effects one that tells how many had it.
    ///
    /// @param able blocks that may stand at the head
    Optional<Utterance> heading(
            Optional<Utterance> action, boolean contested, List<Utterance> able) {
        boolean isLooking = action.isEmpty() ? !contested : isBehind(action.get(), able);
        return (isLooking ? best(able) : action)
                .map(one -> ofTheAge(one, able))
                .map(one -> figures(one, able).findFirst().orElse(one));
    }

    private Utterance ofTheAge(Utterance action, List<Utterance> able) {
        return action.typed() && Ranking.fitOrder(action) >= Ranking.OF_ANOTHER_AGE
                ? able.stream()
                        .filter(one -> matter.saysAll(one) && isNear(one))
                        .min(nearest())
                        .orElse(action)
                : action;
    }

    /// Where side effects are asked, how many had which: "mild" alone tells nobody what to expect.
    Stream<Utterance> figures(Utterance action, List<Utterance> able) {
        return action.typed()
                        && action.claim().kind() == Claim.Kind.HARM
                        && SideEffects.areAsked(question, question.words().toLowerCase(Locale.ROOT))
                ? able.stream()
                        .filter(one ->
                                one.claim().kind() == Claim.Kind.HARM
                                        && one.hasAbsoluteNumber()
                                        && one.claim().intervention() != null
                                        && one.claim()
                                                .intervention()
                                                .equals(action.claim().intervention())
                                        && Ranking.fitOrder(one) <= Ranking.fitOrder(action)
                                        && one.row().source().equals(action.row().source()))
                        .sorted(Ranking.IN_SECTION)
                        .limit(FIGURES)
                : Stream.empty();
    }

    private Comparator<Utterance> nearest() {
        return Comparator.comparingDouble((Utterance one) -> -matter.likeness(one))
                .thenComparing(Ranking.IN_SECTION);
    }

    /// Who asks about children asks about those a study had, of whatever ages.
    private boolean isNear(Utterance one) {
        AgeRange asked = question.patient().ages();
        AgeRange studied = one.row().study().population().ages();
        return Ranking.isNear(one)
                || asked != null
                        && studied != null
                        && asked.equals(CHILDREN)
                        && asked.contains(studied)
                        && one.row().fit() instanceof PopulationFit.Indirect fit
                        && fit.gaps().equals(Set.of(PopulationFit.Gap.AGE));
    }

    private static final AgeRange CHILDREN = AgeRange.years(0, 17);

    /// The block that speaks of all of it and of least beside, if there is one.
    Optional<Utterance> best(List<Utterance> able) {
        if (!matter.asksForOneThing()) {
            return Optional.empty();
        }
        return able.stream()
                .filter(one -> one.typed() && matter.saysAll(one) && isNear(one))
                .filter(one ->
                        question.patient().ages() != null
                                || CHILD.matcher(question.words()).find()
                                || !isSeenAtAnAge(one))
                .min(nearest());
    }

    private static final Pattern CHILD =
            Pattern.compile(
                    "(?i)\\b(?:child|children|childhood|kids?|son|daughter|boys?|girls?|pa?ediatric)\\b");

    /// What was seen in children does not answer somebody who tells of no child.
    private static boolean isSeenAtAnAge(Utterance one) {
        return one.claim().kind() == Claim.Kind.FINDING
                && one.row().fit() instanceof PopulationFit.Indirect fit
                && fit.gaps().contains(PopulationFit.Gap.AGE);
    }

    /// Whether a block other than this speaks of all of it and of much less beside.
    boolean isBehind(Utterance action, List<Utterance> able) {
        return isOnOneThing(action)
                && best(able)
                        .filter(one -> matter.likeness(action) < NEARLY * matter.likeness(one))
                        .isPresent();
    }

    /// Whether one thing is asked and a block of a document, no advice on prevention, tells it: then no frame
    /// stands before it.
    boolean isOnOneThing(Utterance action) {
        return action.typed() && !PreventiveAdvice.isPreventive(action) && matter.asksForOneThing();
    }
}
