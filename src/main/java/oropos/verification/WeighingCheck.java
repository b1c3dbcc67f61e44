package oropos.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import oropos.answer.Answer;
import oropos.answer.Weighings;
import oropos.appraisal.Evidence;
import oropos.appraisal.EvidenceTable;
import oropos.terminology.Span;
import oropos.verification.StatementCheck.Finding;

/// Whether fit, certainty and level are those of the evidence table (promise P3).
final class WeighingCheck {

    private final EvidenceTable table;

    WeighingCheck(EvidenceTable table) {
        this.table = table;
    }

    /// The row a citation was taken from.
    Optional<Evidence> row(Answer.Citation citation) {
        return table.rows().stream()
                .filter(row ->
                        row.source().id().value().equals(citation.source())
                                && row.version().equals(citation.version())
                                && row.passage()
                                        .span()
                                        .contains(
                                                new Span(
                                                        Math.max(0, citation.start()),
                                                        Math.max(
                                                                Math.max(0, citation.start()),
                                                                citation.end()))))
                .findFirst();
    }

    List<Finding> of(Answer.Citation citation) {
        Optional<Evidence> row = row(citation);
        if (row.isEmpty()) {
            return List.of(
                    new Finding("notWeighed", citation.source() + " is not in the evidence table"));
        }
        Answer.FitView fit = Weighings.fit(row.get().fit());
        return fit.equals(citation.fit())
                ? List.of()
                : List.of(
                        new Finding(
                                "fit",
                                "the fit is "
                                        + words(fit)
                                        + ", the citation says "
                                        + words(citation.fit())));
    }

    List<Finding> of(Answer.Statement statement) {
        List<Finding> findings = new ArrayList<>();
        statement.citations().forEach(citation -> findings.addAll(of(citation)));
        Answer.CertaintyView said = statement.certainty();
        if (findings.isEmpty()
                && statement.citations().stream()
                        .flatMap(citation -> row(citation).stream())
                        .noneMatch(row -> Weighings.certainty(row.certainty()).equals(said))) {
            findings.add(
                    new Finding(
                            "certainty",
                            "no cited row leaves the certainty \"" + said.level() + "\""));
        }
        return findings;
    }

    /// Fit and level of a reference are those of one of its rows.
    List<Problem> of(Answer.Reference reference) {
        boolean holds =
                table.rows().stream()
                        .filter(row -> row.source().id().value().equals(reference.source()))
                        .anyMatch(row ->
                                Weighings.fit(row.fit()).equals(reference.fit())
                                        && Objects.equals(row.level(), reference.level()));
        return holds
                ? List.of()
                : List.of(
                        new Problem(
                                MarkCheck.where(reference),
                                "referenceWeighing",
                                "no row of the evidence table has its fit "
                                        + words(reference.fit())
                                        + " and level "
                                        + reference.level()));
    }

    private static String words(Answer.FitView fit) {
        return fit.kind() + (fit.difference() == null ? "" : " (" + fit.difference() + ")");
    }
}
