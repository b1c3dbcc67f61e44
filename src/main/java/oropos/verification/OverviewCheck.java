package oropos.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oropos.answer.Answer;
import oropos.library.Beneath;
import oropos.library.Version;

/// Whether the overviews named beside an answer hold what they are said to hold: each is an overview of the
/// record, and each statement named stands at a place that one of its sentences was taken from.
final class OverviewCheck {

    private final OpenRecord record;

    OverviewCheck(OpenRecord record) {
        this.record = record;
    }

    List<Problem> of(Answer answer) {
        List<Problem> problems = new ArrayList<>();
        List<Answer.BoardOverview> named = answer.overviews();
        if (named == null) {
            return problems;
        }
        for (Answer.BoardOverview overview : named) {
            String where = "overview " + overview.source();
            Optional<Version> version =
                    record.version(overview.source(), overview.version())
                            .filter(one -> one.source().isOverview());
            if (version.isEmpty()) {
                problems.add(
                        new Problem(where, "overview", "the library holds no such board overview"));
                continue;
            }
            if (!version.get().source().title().equals(overview.title())) {
                problems.add(new Problem(where, "overview", "it has another title"));
            }
            List<Beneath> beneath =
                    version.get().passages().stream()
                            .flatMap(one -> Beneath.of(one).stream())
                            .toList();
            for (String id : overview.statements()) {
                if (Statements.of(answer).stream()
                        .map(Placed::statement)
                        .filter(one -> one.id().equals(id))
                        .flatMap(one -> one.citations().stream())
                        .noneMatch(one ->
                                beneath.stream()
                                        .anyMatch(place ->
                                                place.isAt(
                                                        one.source(),
                                                        one.version(),
                                                        one.start(),
                                                        one.end())))) {
                    problems.add(
                            new Problem(where, "overview", "it does not hold statement " + id));
                }
            }
        }
        return problems;
    }
}
