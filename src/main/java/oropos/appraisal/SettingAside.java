package oropos.appraisal;

import java.util.Optional;
import oropos.appraisal.Evidence.SetAside;
import oropos.library.Held;
import oropos.question.ClinicalQuestion;
import oropos.question.Finding;
import oropos.retrieval.Candidate;

/// Which passages are not used at all, and why. They stay in the table, so that the basis of an
/// answer can count them.
final class SettingAside {

    /// A source that holds less than this share of the question's weighted concepts is not about
    /// the question.
    static final double COVERED_AT_LEAST = 0.15;

    private SettingAside() {}

    static Optional<SetAside> of(
            ClinicalQuestion question, Candidate candidate, Held held, boolean ruledOut) {
        Optional<SetAside> standing =
                switch (held.source().standing()) {
                    case RETRACTED -> Optional.of(SetAside.RETRACTED);
                    case CONCERN -> Optional.of(SetAside.CONCERN);
                    case SUPERSEDED -> Optional.of(SetAside.SUPERSEDED);
                    case CURRENT, CORRECTED -> Optional.empty();
                };
        if (standing.isPresent()) {
            return standing;
        }
        if (held.source().linkOnly() || held.passage().text().isBlank()) {
            return Optional.of(SetAside.NO_TEXT);
        }
        if (ruledOut) {
            return Optional.of(SetAside.OTHER_POPULATION);
        }
        if (names(question) && candidate.coverage() < COVERED_AT_LEAST) {
            return Optional.of(SetAside.OFF_TOPIC);
        }
        return Optional.empty();
    }

    /// Coverage can only be judged where the question names something to cover.
    private static boolean names(ClinicalQuestion question) {
        return question.problems().stream().anyMatch(Finding::isSearched)
                || question.drugs().stream().anyMatch(Finding::isSearched)
                || question.procedures().stream().anyMatch(Finding::isSearched)
                || question.tests().stream().anyMatch(Finding::isSearched);
    }
}
