package oropos.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import oropos.appraisal.PopulationFit;
import oropos.library.Claim;
import oropos.library.TextKind;
import oropos.question.ClinicalQuestion;
import oropos.question.QuestionKind;
import oropos.terminology.AgeRange;

/// What heads an answer where one fact nobody told changes the action.
final class Branches {

    /// Statements in a branch.
    static final int PER_BRANCH = 3;

    private Branches() {}

    /// One branch for each value of a fact nobody told, where something may carry it: what it then
    /// is, what to look for, what to do, and one finding.
    static List<Answer.Branch> of(
            ClinicalQuestion question,
            List<Utterance> able,
            List<Utterance> said,
            SectionPlan plan,
            Statements statements) {
        List<Answer.Branch> branches = new ArrayList<>();
        for (var fact : question.unknownFacts()) {
            for (var value : fact.values()) {
                List<Utterance> here = where(fact.key(), value.code(), able, said, plan);
                if (!here.isEmpty()) {
                    branches.add(
                            new Answer.Branch(
                                    value.condition(),
                                    here.stream()
                                            .limit(PER_BRANCH)
                                            .map(one ->
                                                    statements.lead(
                                                            one,
                                                            secondHand(one) ? "secondHand" : null))
                                            .toList()));
                }
            }
        }
        return branches;
    }

    /// What heads an answer where such a fact was told: what would stand in the branch of its value, of all
    /// that is asked about and written for such patients. In the first year of life what was told of a
    /// fracture is itself to be looked into (urgent sign `infant-fracture`), and heads nothing.
    static List<Utterance> told(ClinicalQuestion question, List<Utterance> able, SectionPlan plan) {
        AgeRange ages = question.patient().ages();
        if (ages != null && ages.youngest().inYears() < 1) {
            return List.of();
        }
        List<Utterance> onAll =
                able.stream()
                        .filter(one ->
                                one.subject() == 1
                                        && one.row().fit() instanceof PopulationFit.Direct)
                        .toList();
        return question.patient().facts().entrySet().stream()
                .map(fact -> where(fact.getKey(), fact.getValue(), onAll, List.of(), plan))
                .filter(branch -> !branch.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Utterance> where(
            String fact,
            String value,
            List<Utterance> able,
            List<Utterance> said,
            SectionPlan plan) {
        // Who asks for harms is told nothing else.
        Predicate<Utterance> holds =
                one ->
                        value.equals(one.claim().when().get(fact))
                                && (plan.kind() != QuestionKind.HARM
                                        || BottomLines.isAction(one, plan));
        List<Utterance> carrying = able.stream().filter(holds).toList();
        if (carrying.isEmpty()) {
            return List.of();
        }
        // Summaries of secondary pages may stand beside, never alone.
        List<Utterance> beside =
                said.stream()
                        .filter(holds)
                        .filter(one -> secondHand(one) && one.row().mayCarry().beside())
                        .toList();
        return BottomLines.inOrder(
                List.of(
                        BottomLines.first(
                                carrying, one -> isSection(one, "definition", "diagnosis")),
                        BottomLines.first(carrying, one -> isSection(one, "cause", "escalate")),
                        BottomLines.first(carrying, one -> BottomLines.isAction(one, plan)),
                        BottomLines.first(
                                carrying, one -> one.claim().kind() == Claim.Kind.FINDING),
                        BottomLines.first(
                                beside, one -> one.claim().kind() == Claim.Kind.FINDING)));
    }

    private static boolean isSection(Utterance one, String... sections) {
        return Set.of(sections).contains(one.claim().section())
                && one.row().fit() instanceof PopulationFit.Direct;
    }

    private static boolean secondHand(Utterance one) {
        return one.row().source().textKind() == TextKind.SUMMARY_OF_SECONDARY;
    }
}
