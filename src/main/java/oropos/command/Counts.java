package oropos.command;

import java.util.Map;
import oropos.library.Status;
import oropos.library.Tally;

/// Counts in words, for the end of a command.
final class Counts {

    private Counts() {}

    static String of(Tally tally) {
        StringBuilder words = new StringBuilder();
        words.append(tally.added()).append(" added, ");
        words.append(tally.updated()).append(" updated, ");
        words.append(tally.unchanged()).append(" unchanged, ");
        if (tally.withdrawn() > 0) {
            words.append(tally.withdrawn()).append(" withdrawn, ");
        }
        if (tally.notices() > 0) {
            words.append(tally.notices()).append(" notices, ");
        }
        words.append(tally.skipped()).append(" skipped");
        list(words, "\nBy format:", tally.perFormat());
        list(words, "\nSkipped because:", tally.reasons());
        if (!tally.first().isEmpty()) {
            words.append("\nThe first skipped:");
            tally.first().forEach(one -> words.append("\n  ").append(ProgressBar.printable(one)));
        }
        list(words, "\nCut or missing in what was added:", tally.truncations());
        return words.toString();
    }

    static String of(Status status) {
        StringBuilder words = new StringBuilder();
        words.append("The library holds ")
                .append(status.snapshot().sources())
                .append(" sources (")
                .append(status.works())
                .append(" works, ")
                .append(status.snapshot().passages())
                .append(" passages) and is as of ")
                .append(status.snapshot().date())
                .append('.');
        list(words, "\nBy format:", status.forms());
        list(words, "\nText held:", status.textKinds());
        list(words, "\nStanding of works:", status.standings());
        list(words, "\nDesigns:", status.designs());
        list(words, "\nLanguages:", status.languages());
        list(words, "\nCut or missing at import:", status.truncations());
        if (status.skipped() > 0) {
            words.append("\nSkipped at import: ").append(status.skipped()).append(" records.");
        }
        if (status.noticed() > 0) {
            words.append("\nRetraction notices held: ").append(status.noticed()).append('.');
        }
        return words.toString();
    }

    private static void list(
            StringBuilder words, String heading, Map<String, ? extends Number> counts) {
        if (counts.isEmpty()) {
            return;
        }
        words.append(heading);
        counts.forEach(
                (name, count) -> words.append("\n  ").append(count).append("  ").append(name));
    }
}
