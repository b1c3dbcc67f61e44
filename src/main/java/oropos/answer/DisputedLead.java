package oropos.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import oropos.appraisal.PopulationFit;
import oropos.library.Claim;
import oropos.question.ClinicalQuestion;

/// What heads an answer where sources disagree on the very treatment asked about and no action may:
/// what is known, before the reader is told that sources disagree.
///
/// From each side what may head an answer: a regulator or guideline before a study, the stronger study
/// before the weaker. A weaker study in favour of what a stronger one, or a regulator, speaks against
/// stays in its place below.
final class DisputedLead {

    /// Voices for one side.
    private static final int PER_SIDE = 2;

    private final Treatments treatments;
    private final ClinicalQuestion question;
    private final List<Utterance> said;
    private final Set<Utterance> disputed;

    DisputedLead(
            Treatments treatments,
            ClinicalQuestion question,
            List<Utterance> said,
            Set<Utterance> disputed) {
        this.treatments = treatments;
        this.question = question;
        this.said = said;
        this.disputed = disputed;
    }

    /// What stands in the lead of a disputed treatment: of those that speak of all that is asked, if any do; of all
    /// that is said of it where what speaks for it is outweighed and so stands below, or where none does.
    static List<Answer.Statement> of(
            Treatments treatments,
            ClinicalQuestion question,
            List<Utterance> said,
            Set<Utterance> disputed,
            BlockMatter matter,
            List<Utterance> framing,
            List<Answer.Statement> lead,
            Statements statements) {
        List<Utterance> onAll = said.stream().filter(matter::saysAll).toList();
        List<Answer.Statement> told =
                new DisputedLead(treatments, question, onAll, disputed)
                        .around(framing, lead, statements);
        boolean isHalf =
                onAll.stream()
                        .anyMatch(one ->
                                treatments.isAskedAbout(one, question)
                                        && one.claim().direction() == Claim.Direction.FAVOURS);
        // What is advised on the very thing asked, for or against neither, stands alone.
        boolean isAdvised =
                matter.asksForOneThing()
                        && onAll.stream()
                                .anyMatch(one ->
                                        one.claim().kind() == Claim.Kind.RECOMMENDATION
                                                && one.claim().direction() == null
                                                && Ranking.isNear(one));
        if (isAdvised) {
            return List.of();
        }
        return (isHalf || told.equals(lead)) && !matter.asksForAFigure()
                ? new DisputedLead(treatments, question, said, disputed)
                        .around(framing, lead, statements)
                : told;
    }

    /// What is known of the treatment comes before what only frames the problem: both where they fit
    /// together, else the first alone.
    ///
    /// @param framing what would stand in the lead without it, and `lead` its words
    List<Answer.Statement> around(
            List<Utterance> framing, List<Answer.Statement> lead, Statements statements) {
        List<Answer.Statement> both =
                Stream.concat(lead.stream(), after(framing, statements).stream()).toList();
        if (both.size() > lead.size()) {
            return both;
        }
        List<Answer.Statement> alone = after(List.of(), statements);
        return alone.isEmpty() ? lead : alone;
    }

    /// @param before what stands in the lead already
    private List<Answer.Statement> after(List<Utterance> before, Statements statements) {
        int words = before.stream().mapToInt(BottomLines::wordsOf).sum();
        List<Utterance> known =
                said.stream()
                        .filter(one -> one.typed() && one.row().setAside() == null)
                        .filter(one ->
                                treatments.isAskedAbout(one, question) && Ranking.isNear(one))
                        .filter(one -> one.claim().direction() != null && isOfTheTreatment(one))
                        .filter(one -> BottomLines.conditions(one, question).isEmpty())
                        .filter(one -> mayStand(one) && !isOfTheWiderOnly(one))
                        .sorted(
                                Comparator.comparingInt((Utterance one) ->
                                                treatments.isNamed(one, question) ? 0 : 1)
                                        .thenComparingInt(DisputedLead::voice)
                                        .thenComparingInt(one -> disputed.contains(one) ? 0 : 1)
                                        .thenComparingInt(DisputedLead::warningFirst)
                                        .thenComparing(Ranking.IN_SECTION))
                        .toList();
        List<Utterance> shown = new ArrayList<>();
        for (Utterance one : known) {
            boolean first = before.isEmpty() && shown.isEmpty();
            if (!before.contains(one)
                    && !(first && isSeenInOthers(one))
                    && !(!first && isForOthers(one))
                    && !isTold(one, shown)
                    && words + BottomLines.wordsOf(one) <= BottomLines.LEAD_WORDS) {
                words += BottomLines.wordsOf(one);
                shown.add(one);
            }
        }
        List<Answer.Statement> made = new ArrayList<>();
        for (Utterance one : shown) {
            made.add(
                    statements.lead(
                            one,
                            before.isEmpty() && made.isEmpty()
                                    ? BottomLines.connective(one)
                                    : null));
        }
        return made;
    }

    /// Whether it speaks of a wider procedure where something is said of the very one asked about: what holds
    /// of vertebroplasty is no word on kyphoplasty.
    private boolean isOfTheWiderOnly(Utterance one) {
        return question.drugs().isEmpty()
                && !treatments.isNamed(one, question)
                && said.stream()
                        .anyMatch(other ->
                                other.typed()
                                        && other.claim().direction() != null
                                        && treatments.isNamed(other, question));
    }

    /// What was seen in children does not stand first for somebody who tells of no child.
    private boolean isSeenInOthers(Utterance one) {
        return question.patient().ages() == null
                && one.claim().kind() == Claim.Kind.FINDING
                && one.row().fit() instanceof PopulationFit.Indirect fit
                && fit.gaps().contains(PopulationFit.Gap.AGE);
    }

    /// What holds of a wider class in people with more than the question tells does not stand behind what is said
    /// of the very treatment: who asks of alendronate tablets tells of no collapsed vertebra.
    private boolean isForOthers(Utterance one) {
        return !treatments.isNamed(one, question)
                && one.row().fit() instanceof PopulationFit.Indirect fit
                && fit.gaps().contains(PopulationFit.Gap.CONDITION);
    }

    /// What is said for or against giving it. Its harms stand in the card, and what is checked before
    /// and after in a section.
    private static boolean isOfTheTreatment(Utterance one) {
        return one.claim().kind() != Claim.Kind.HARM
                && switch (one.claim().section()) {
                    case "drugs", "dose", "procedures", "nonDrug", "prevention" -> true;
                    default -> false;
                };
    }

    /// Whether enough voices of its kind stand for its side: one for the same people, and so that the other
    /// side has room, two of what is advised for one condition each.
    private static boolean isTold(Utterance one, List<Utterance> shown) {
        List<Utterance> alike =
                shown.stream()
                        .filter(other ->
                                (one.claim().direction() == Claim.Direction.FAVOURS)
                                                == (other.claim().direction()
                                                        == Claim.Direction.FAVOURS)
                                        && voice(one) == voice(other))
                        .toList();
        return alike.size() >= PER_SIDE
                || alike.stream().anyMatch(other -> one.row().fit().equals(other.row().fit()));
    }

    private boolean mayStand(Utterance one) {
        boolean warns =
                one.claim().kind() == Claim.Kind.HARM
                        || one.claim().direction() == Claim.Direction.AGAINST;
        return FrequencyWords.unnumbered(one.leadText()).isEmpty()
                && (warns ? one.row().mayCarry().harm() : one.row().mayCarry().benefit())
                && (one.claim().direction() != Claim.Direction.FAVOURS
                        || !treatments.isSpokenAgainst(one, said) && !isOutweighed(one));
    }

    /// Whether a study of a stronger design found no difference or spoke against the same treatment.
    private boolean isOutweighed(Utterance one) {
        return one.claim().kind() != Claim.Kind.RECOMMENDATION
                && said.stream()
                        .filter(other -> other.typed() && other.row().setAside() == null)
                        .filter(other ->
                                other.claim().direction() == Claim.Direction.AGAINST
                                        || other.claim().direction()
                                                == Claim.Direction.NO_DIFFERENCE)
                        .filter(other ->
                                other.row().study().design().ordinal()
                                        < one.row().study().design().ordinal())
                        .anyMatch(other ->
                                treatments.isSame(
                                        one.claim().intervention(), other.claim().intervention()));
    }

    /// Who speaks: a regulator or a guideline that recommends, then studies.
    private static int voice(Utterance one) {
        return one.claim().kind() == Claim.Kind.RECOMMENDATION ? 0 : 1;
    }

    private static int warningFirst(Utterance one) {
        return switch (Objects.requireNonNull(one.claim().direction())) {
            case AGAINST -> 0;
            case NO_DIFFERENCE -> 1;
            case FAVOURS -> 2;
            case INSUFFICIENT -> 3;
        };
    }
}
