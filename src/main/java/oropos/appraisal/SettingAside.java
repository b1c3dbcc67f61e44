package oropos.appraisal;

import java.util.Optional;
import oropos.appraisal.Evidence.SetAside;
import oropos.library.Held;
import oropos.retrieval.Candidate;

/// Which passages are not used at all, and why. They stay in the table, so that the basis of an
/// answer can count them.
final class SettingAside {

    private SettingAside() {}

    static Optional<SetAside> of(Topic topic, Candidate candidate, Held held, boolean ruledOut) {
        if (held.source().isOverview()) {
            return Optional.of(SetAside.BOARD_OVERVIEW);
        }
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
        if (!topic.holds(candidate, held)) {
            return Optional.of(SetAside.OFF_TOPIC);
        }
        return Optional.empty();
    }
}
