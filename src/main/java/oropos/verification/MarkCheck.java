package oropos.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import oropos.answer.Answer;
import oropos.verification.StatementCheck.Finding;

/// Whether each mark leads to one work and each work has one mark (promise P2).
final class MarkCheck {

    private final Map<Integer, String> works = new HashMap<>();
    private final Set<Integer> ambiguousMarks = new TreeSet<>();
    private final List<Problem> ambiguous = new ArrayList<>();

    MarkCheck(List<Answer.Reference> references) {
        Map<String, Integer> marks = new HashMap<>();
        for (Answer.Reference reference : references) {
            String other = works.putIfAbsent(reference.mark(), reference.work());
            if (other != null) {
                ambiguousMarks.add(reference.mark());
                ambiguous.add(
                        new Problem(
                                where(reference),
                                "sameMark",
                                "the mark stands for " + other + " and " + reference.work()));
            }
            Integer mark = marks.putIfAbsent(reference.work(), reference.mark());
            if (mark != null && mark != reference.mark()) {
                ambiguousMarks.add(mark);
                ambiguousMarks.add(reference.mark());
                ambiguous.add(
                        new Problem(
                                where(reference),
                                "sameWork",
                                reference.work() + " already has the mark " + mark));
            }
        }
    }

    static String where(Answer.Reference reference) {
        return "reference " + reference.mark();
    }

    List<Finding> of(Answer.Citation citation) {
        String work = works.get(citation.mark());
        if (ambiguousMarks.contains(citation.mark())) {
            return List.of(
                    new Finding(
                            "ambiguousMark",
                            "mark " + citation.mark() + " does not stand for one work alone"));
        }
        return work != null && work.equals(citation.work())
                ? List.of()
                : List.of(
                        new Finding(
                                "danglingMark",
                                "mark "
                                        + citation.mark()
                                        + (work == null ? " has no reference" : " is " + work)
                                        + ", cited is "
                                        + citation.work()));
    }

    /// What is wrong with the list itself: one mark for two works, two marks for one, references that
    /// nothing cites.
    List<Problem> ofList(Answer answer) {
        List<Problem> problems = new ArrayList<>(ambiguous);
        Set<Integer> cited = new TreeSet<>();
        Statements.citations(answer).forEach(citation -> cited.add(citation.mark()));
        answer.references().stream()
                .filter(reference -> !cited.contains(reference.mark()))
                .forEach(reference ->
                        problems.add(
                                new Problem(
                                        where(reference), "uncitedReference", "nothing cites it")));
        return problems;
    }
}
