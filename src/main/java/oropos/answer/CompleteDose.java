package oropos.answer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import oropos.appraisal.Evidence;
import oropos.library.Claim;
import oropos.library.Population;
import oropos.terminology.Concept;
import oropos.terminology.Doses;
import oropos.terminology.Terminology;

/// Whether every dose in a text is complete: drug, route, unit, frequency and population (promise
/// P6). An incomplete dose makes the whole text unusable; it is never masked.
public final class CompleteDose {

    private static final Pattern MAXIMUM =
            Pattern.compile(
                    "\\b(max(imum|\\.)?|up to|not (to )?exceed|no more than|at most)\\b",
                    Pattern.CASE_INSENSITIVE);

    private CompleteDose() {}

    /// What is missing, in words, or empty where no dose is named or every dose is complete.
    public static Optional<String> missing(
            Terminology terminology, String text, Population population) {
        var doses = Doses.in(text);
        if (doses.isEmpty()) {
            return Optional.empty();
        }
        if (terminology.read(text).of(Concept.Kind.DRUG).findAny().isEmpty()) {
            return Optional.of("a dose without its drug");
        }
        if (population.isUnstated()) {
            return Optional.of("a dose without its population");
        }
        for (var dose : doses) {
            if (dose.unit().isBlank()) {
                return Optional.of("a dose without its unit");
            }
            if (dose.route() == null) {
                return Optional.of("a dose without its route");
            }
            if (dose.frequency() == null) {
                return Optional.of("a dose without its frequency");
            }
        }
        return Optional.empty();
    }

    /// Whom a passage's doses are for.
    public static Population populationOf(Evidence row) {
        Claim claim = row.passage().claim();
        Population own = claim == null ? null : claim.population();
        return own == null ? row.study().population() : own;
    }

    /// Whether a text names a dose and no maximum.
    public static boolean lacksMaximum(String text) {
        return !Doses.in(text).isEmpty() && !MAXIMUM.matcher(text.toLowerCase(Locale.ROOT)).find();
    }
}
