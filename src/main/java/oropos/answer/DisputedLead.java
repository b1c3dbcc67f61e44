package oropos.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import oropos.library.Claim;
import oropos.question.ClinicalQuestion;

/// What heads an answer where sources disagree on the very treatment asked about and no action may:
/// what is known, before the reader is told that sources disagree.
///
/// From each side what may head an answer: a regulator or guideline before a study, the stronger study
/// before the weaker. A weaker study in favour of what a stronger one, or a regulator, speaks against
/// stays in its place below.
final class DisputedLead {

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

    /// @param before what stands in the lead already
    List<Answer.Statement> after(List<Utterance> before, Statements statements) {
        int words = before.stream().mapToInt(BottomLines::wordsOf).sum();
        List<Utterance> known =
                said.stream()
                        .filter(one -> one.typed() && one.row().setAside() == null)
                        .filter(one ->
                                treatments.isAskedAbout(one, question) && Ranking.isNear(one))
                        .filter(one -> one.claim().direction() != null && isOfTheTreatment(one))
                        .filter(one -> BottomLines.conditions(one, question).isEmpty())
                        .filter(one -> mayStand(one))
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
            if (!before.contains(one)
                    && shown.stream().noneMatch(other -> isSameSide(one, other))
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

    /// What is said for or against giving it. Its harms stand in the card, and what is checked before
    /// and after in a section.
    private static boolean isOfTheTreatment(Utterance one) {
        return one.claim().kind() != Claim.Kind.HARM
                && switch (one.claim().section()) {
                    case "drugs", "dose", "procedures", "nonDrug", "prevention" -> true;
                    default -> false;
                };
    }

    private static boolean isSameSide(Utterance one, Utterance other) {
        return (one.claim().direction() == Claim.Direction.FAVOURS)
                        == (other.claim().direction() == Claim.Direction.FAVOURS)
                && voice(one) == voice(other);
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
