package oropos.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.Answer.Statement;
import oropos.answer.ModelTask;

/// A line of a place that a language model may have worded: one statement as it stands, or a sentence
/// told, each clause with the marks and the certainty of its own statement.
///
/// @param said the clauses, in the order they are read
/// @param exact the statements word for word, where they were told; null where they stand as they are
record ToldLine(List<StatementView> said, @Nullable String exact) {

    /// Whether a model worded it.
    public boolean isTold() {
        return exact != null;
    }

    /// The lines of a place. In the first lines everything keeps its order; elsewhere what was told
    /// comes first, in the order it was told, and the rest after it as it stands.
    ///
    /// @param asItStands how a statement is shown that no model told
    static List<ToldLine> of(
            Answer answer,
            String place,
            List<Statement> statements,
            Notes notes,
            Function<Statement, StatementView> asItStands) {
        Map<String, Statement> left = new LinkedHashMap<>();
        statements.forEach(statement -> left.put(statement.id(), statement));
        List<ToldLine> lines = new ArrayList<>();
        Answer.Wording wording = answer.wording();
        for (Answer.Told told : wording == null ? List.<Answer.Told>of() : wording.told()) {
            if (!told.place().equals(place) || !left.keySet().containsAll(told.statements())) {
                continue;
            }
            if (place.equals(ModelTask.LEAD)) {
                untilFirst(told, left, lines, asItStands);
            }
            List<Statement> here = told.statements().stream().map(left::remove).toList();
            lines.add(line(told, here, notes));
        }
        left.values().forEach(statement -> lines.add(whole(statement, asItStands)));
        return lines;
    }

    private static void untilFirst(
            Answer.Told told,
            Map<String, Statement> left,
            List<ToldLine> lines,
            Function<Statement, StatementView> asItStands) {
        List<Statement> before =
                left.values().stream()
                        .takeWhile(one -> !one.id().equals(told.statements().getFirst()))
                        .toList();
        before.forEach(one -> {
            lines.add(whole(one, asItStands));
            left.remove(one.id());
        });
    }

    private static ToldLine whole(
            Statement statement, Function<Statement, StatementView> asItStands) {
        return new ToldLine(List.of(asItStands.apply(statement)), null);
    }

    private static ToldLine line(Answer.Told told, List<Statement> statements, Notes notes) {
        List<StatementView> said = new ArrayList<>();
        List<StatementView.Piece> pieces = new ArrayList<>();
        int next = 0;
        for (Answer.ToldPart part : told.parts()) {
            boolean ends =
                    part.statement() == null && next < statements.size() - 1 && !pieces.isEmpty();
            if (ends) {
                said.add(StatementView.told(statements.get(next), pieces, notes));
                pieces = new ArrayList<>();
                next++;
            }
            pieces.add(new StatementView.Piece(part.kind(), part.text()));
        }
        said.add(StatementView.told(statements.get(next), pieces, notes));
        return new ToldLine(
                said, statements.stream().map(Statement::text).collect(Collectors.joining(" ")));
    }
}
