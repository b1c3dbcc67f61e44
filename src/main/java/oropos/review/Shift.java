package oropos.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import oropos.answer.Answer;
import oropos.terminology.Doses;

/// Whether what matters most changed from one version to the next: what to do, how strongly it is said,
/// and how much of a drug.
///
/// @param action whether the words at the head are others
/// @param strengths strengths that came or went, each as "grade B" with a sign before it
/// @param doses amounts with route and frequency that came or went, with a sign before each
public record Shift(boolean action, List<String> strengths, List<String> doses) {

    private static final String CAME = "+ ";
    private static final String WENT = "− ";

    public Shift {
        strengths = List.copyOf(strengths);
        doses = List.copyOf(doses);
    }

    public static Shift between(Answer before, Answer after) {
        return new Shift(
                !lead(before).equals(lead(after)),
                changes(strengths(before), strengths(after)),
                changes(doses(before), doses(after)));
    }

    public boolean isAny() {
        return action || !strengths.isEmpty() || !doses.isEmpty();
    }

    private static Set<String> lead(Answer answer) {
        Set<String> words = new TreeSet<>();
        answer.bottomLine().lead().forEach(one -> words.add(one.text()));
        answer.bottomLine()
                .branches()
                .forEach(branch ->
                        branch.statements()
                                .forEach(one -> words.add(branch.condition() + ": " + one.text())));
        return words;
    }

    private static Set<String> strengths(Answer answer) {
        Set<String> all = new TreeSet<>();
        Map<String, Answer.Statement> statements = new TreeMap<>(Contents.statements(answer));
        for (String id : Contents.bottomLine(answer)) {
            Answer.Statement statement = statements.get(id);
            if (statement != null && statement.strength() != null) {
                all.add(statement.strength());
            }
        }
        return all;
    }

    private static Set<String> doses(Answer answer) {
        Set<String> all = new TreeSet<>();
        for (Answer.Statement statement : Contents.statements(answer).values()) {
            Doses.in(statement.text())
                    .forEach(dose ->
                            all.add(
                                    statement
                                            .text()
                                            .substring(dose.span().start(), dose.span().end())));
        }
        return all;
    }

    private static List<String> changes(Set<String> before, Set<String> after) {
        List<String> changes = new ArrayList<>();
        after.stream().filter(one -> !before.contains(one)).forEach(one -> changes.add(CAME + one));
        before.stream().filter(one -> !after.contains(one)).forEach(one -> changes.add(WENT + one));
        return changes;
    }
}
