package oropos.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import oropos.answer.Answer;
import oropos.answer.Answer.Branch;
import oropos.answer.Answer.Section;
import oropos.answer.Answer.Statement;

/// What is different in an answer from the one it was asked again from.
///
/// Statements are compared by their words: the same words cited again are no change, wherever they
/// stand.
///
/// @param understood chips that are new
/// @param noLonger chips that are gone
/// @param added statements that are new
/// @param gone statements that are gone
/// @param bottomLine whether what stands first says something else
record Changes(
        Set<Chip> understood,
        List<Chip> noLonger,
        List<String> added,
        List<String> gone,
        boolean bottomLine) {

    static Changes between(Answer before, Answer after) {
        Set<Chip> earlier = new LinkedHashSet<>(Chip.of(before));
        Set<Chip> later = new LinkedHashSet<>(Chip.of(after));
        Map<String, Statement> were = statements(before);
        Map<String, Statement> are = statements(after);
        return new Changes(
                without(later, earlier),
                List.copyOf(without(earlier, later)),
                List.copyOf(without(are.keySet(), were.keySet())),
                List.copyOf(without(were.keySet(), are.keySet())),
                !first(before).equals(first(after)));
    }

    /// Whether anything at all is different.
    public boolean isAny() {
        return bottomLine || !added.isEmpty() || !gone.isEmpty();
    }

    private static <T> Set<T> without(Set<T> all, Set<T> left) {
        Set<T> rest = new LinkedHashSet<>(all);
        rest.removeAll(left);
        return rest;
    }

    private static List<String> first(Answer answer) {
        List<String> words = new ArrayList<>();
        answer.bottomLine().lead().forEach(one -> words.add(one.text()));
        for (Branch branch : answer.bottomLine().branches()) {
            words.add(branch.condition());
            branch.statements().forEach(one -> words.add(one.text()));
        }
        return words;
    }

    private static Map<String, Statement> statements(Answer answer) {
        Map<String, Statement> statements = new LinkedHashMap<>();
        add(answer.bottomLine().lead(), statements);
        answer.bottomLine().branches().forEach(branch -> add(branch.statements(), statements));
        add(answer.bottomLine().card().benefit(), statements);
        add(answer.bottomLine().card().harm(), statements);
        add(answer.bottomLine().card().decides(), statements);
        for (Section section : answer.sections()) {
            add(section.statements(), statements);
        }
        add(answer.adultOrIndirect(), statements);
        answer.conflicts()
                .forEach(one -> one.sides().forEach(side -> add(side.statements(), statements)));
        return statements;
    }

    private static void add(List<Statement> from, Map<String, Statement> to) {
        from.forEach(one -> to.putIfAbsent(one.text(), one));
    }
}
