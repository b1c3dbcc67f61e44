package oropos.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.library.Claim;
import oropos.terminology.Terminology;

/// A row of the evidence table of an answer: one for each source it uses, and a further one for each
/// further outcome on which that source tells an effect.
///
/// @param outcome what was measured, as the document's own fields name it; null where it has none: no
///     outcome is guessed from a sentence
/// @param effect null where no sentence of the answer tells one with its interval
/// @param says the first sentence cited from the source on this outcome
/// @param asked whether the outcome is the one the question asks about
public record EvidenceRow(
        Answer.Reference reference,
        @Nullable String outcome,
        @Nullable Effect effect,
        String says,
        Answer.CertaintyView certainty,
        boolean asked) {

    /// The rows of an answer: those on the outcome asked about first, else in the order of its references.
    ///
    /// @param claims reads again which typed fields a cited passage has
    public static List<EvidenceRow> of(
            Answer answer, Function<Answer.Citation, Optional<Claim>> claims) {
        Map<Integer, List<Said>> said = new LinkedHashMap<>();
        statements(answer)
                .distinct()
                .forEach(statement ->
                        statement
                                .citations()
                                .forEach(citation ->
                                        said.computeIfAbsent(
                                                        citation.mark(), any -> new ArrayList<>())
                                                .add(said(statement, citation, claims))));
        AskedFor wanted = AskedFor.of(answer.asked(), Terminology.builtIn());
        List<EvidenceRow> rows = new ArrayList<>();
        for (Answer.Reference reference : answer.references()) {
            List<Said> all = said.getOrDefault(reference.mark(), List.of());
            if (all.isEmpty()) {
                continue;
            }
            Set<String> outcomes = new LinkedHashSet<>();
            List<EvidenceRow> own = new ArrayList<>();
            for (Said one : all) {
                if (one.effect != null && outcomes.add(String.valueOf(one.outcome))) {
                    own.add(one.row(reference, wanted));
                }
            }
            rows.addAll(own.isEmpty() ? List.of(all.getFirst().row(reference, wanted)) : own);
        }
        return AskedFor.first(rows);
    }

    private record Said(
            Answer.Statement statement, @Nullable String outcome, @Nullable Effect effect) {

        EvidenceRow row(Answer.Reference reference, AskedFor wanted) {
            return new EvidenceRow(
                    reference,
                    outcome,
                    effect,
                    statement.text(),
                    statement.certainty(),
                    wanted.isOutcome(outcome));
        }
    }

    private static Said said(
            Answer.Statement statement,
            Answer.Citation citation,
            Function<Answer.Citation, Optional<Claim>> claims) {
        return new Said(
                statement,
                claims.apply(citation).map(Claim::outcome).orElse(null),
                Effect.in(citation.quote()).orElse(null));
    }

    private static Stream<Answer.Statement> statements(Answer answer) {
        var line = answer.bottomLine();
        return Stream.of(
                        line.lead().stream(),
                        line.branches().stream().flatMap(branch -> branch.statements().stream()),
                        line.card().benefit().stream(),
                        line.card().harm().stream(),
                        line.card().decides().stream(),
                        answer.sections().stream()
                                .flatMap(section -> section.statements().stream()),
                        answer.adultOrIndirect().stream(),
                        answer.conflicts().stream()
                                .flatMap(conflict -> conflict.sides().stream())
                                .flatMap(side -> side.statements().stream()))
                .flatMap(statements -> statements);
    }
}
