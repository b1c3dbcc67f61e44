package oropos.answer;

import java.util.stream.Stream;

/// Every statement of an answer, wherever on its page it stands; those of its parts are theirs.
public final class EveryStatement {

    private EveryStatement() {}

    public static Stream<Answer.Statement> of(Answer answer) {
        var line = answer.bottomLine();
        return Stream.of(
                        line.lead().stream(),
                        line.branches().stream().flatMap(one -> one.statements().stream()),
                        line.card().benefit().stream(),
                        line.card().harm().stream(),
                        line.card().decides().stream(),
                        answer.urgent().stream().flatMap(one -> one.statements().stream()),
                        answer.sections().stream().flatMap(one -> one.statements().stream()),
                        answer.adultOrIndirect().stream(),
                        answer.conflicts().stream()
                                .flatMap(one -> one.sides().stream())
                                .flatMap(side -> side.statements().stream()))
                .flatMap(one -> one);
    }
}
