package oropos.appraisal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.EvidenceTable.Conflict;
import oropos.library.Claim;
import oropos.library.Claim.Direction;
import oropos.library.Design;
import oropos.library.Population;

/// Finds sources that point opposite ways, from typed fields only.
///
/// Two claims are opposed when one favours an intervention and the other is against it or found no
/// difference, on the same outcome, against the same comparator, in people that overlap. "Insufficient"
/// opposes nothing. A harm never opposes a benefit: having both is a trade-off, no disagreement. A
/// recommendation that names no outcome speaks of using the intervention at all, and is held against
/// recommendations and findings of benefit alike.
final class Conflicts {

    private final Phrases phrases;

    Conflicts(Phrases phrases) {
        this.phrases = phrases;
    }

    /// A row with what of it is compared.
    private record Side(
            int row,
            Claim claim,
            Phrase intervention,
            @Nullable Phrase outcome,
            @Nullable Phrase comparator,
            Population people) {}

    /// Two rows that are opposed, by their places in the list given.
    record Opposed(int inFavour, int against) {}

    List<Opposed> opposed(List<Evidence> rows) {
        List<Side> inFavour = new ArrayList<>();
        List<Side> against = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Side side = side(row, rows.get(row));
            if (side != null) {
                (side.claim().direction() == Direction.FAVOURS ? inFavour : against).add(side);
            }
        }
        List<Opposed> pairs = new ArrayList<>();
        for (Side one : inFavour) {
            for (Side other : against) {
                boolean oneWork =
                        rows.get(one.row())
                                .source()
                                .work()
                                .equals(rows.get(other.row()).source().work());
                if (!oneWork && oppose(one, other)) {
                    pairs.add(new Opposed(one.row(), other.row()));
                }
            }
        }
        return pairs;
    }

    private @Nullable Side side(int row, Evidence evidence) {
        Claim claim = evidence.passage().claim();
        if (evidence.setAside() != null || claim == null || claim.intervention() == null) {
            return null;
        }
        Direction direction = claim.direction();
        if (direction == null || direction == Direction.INSUFFICIENT) {
            return null;
        }
        Population part = claim.population();
        Population whole = evidence.study().population();
        return new Side(
                row,
                claim,
                phrases.of(claim.intervention()),
                claim.outcome() == null ? null : phrases.of(claim.outcome()),
                claim.comparator() == null ? null : phrases.of(claim.comparator()),
                part == null ? whole : PopulationFits.within(whole, part));
    }

    private boolean oppose(Side one, Side other) {
        return one.intervention().means(other.intervention())
                && sameOutcome(one, other)
                && sameComparator(one, other)
                && overlap(one.people(), other.people())
                && together(one.claim().when(), other.claim().when());
    }

    private static boolean sameOutcome(Side one, Side other) {
        if (harm(one) != harm(other)) {
            return false;
        }
        if (one.outcome() != null && other.outcome() != null) {
            return one.outcome().means(other.outcome());
        }
        if (one.outcome() == null && other.outcome() == null) {
            return recommends(one) && recommends(other);
        }
        Side general = one.outcome() == null ? one : other;
        Side particular = one.outcome() == null ? other : one;
        return recommends(general) && !particular.claim().surrogate();
    }

    private static boolean recommends(Side side) {
        return side.claim().kind() == Claim.Kind.RECOMMENDATION;
    }

    private static boolean harm(Side side) {
        return side.claim().kind() == Claim.Kind.HARM;
    }

    private static boolean sameComparator(Side one, Side other) {
        return one.comparator() == null
                || other.comparator() == null
                || one.comparator().means(other.comparator());
    }

    private boolean overlap(Population one, Population other) {
        if (one.ages() != null && other.ages() != null && !one.ages().overlaps(other.ages())) {
            return false;
        }
        if (one.sex() != null && other.sex() != null && one.sex() != other.sex()) {
            return false;
        }
        if (one.pregnancy() != null
                && other.pregnancy() != null
                && one.pregnancy() != other.pregnancy()) {
            return false;
        }
        return one.conditions().isEmpty()
                || other.conditions().isEmpty()
                || one.conditions().stream()
                        .anyMatch(
                                mine ->
                                        other.conditions().stream()
                                                .anyMatch(
                                                        theirs ->
                                                                phrases.of(mine)
                                                                        .means(
                                                                                phrases.of(
                                                                                        theirs))));
    }

    private static boolean together(Map<String, String> one, Map<String, String> other) {
        return one.entrySet().stream()
                .allMatch(
                        fact ->
                                fact.getValue()
                                        .equals(
                                                other.getOrDefault(
                                                        fact.getKey(), fact.getValue())));
    }

    /// The disagreements, each with all rows that hang together in it.
    static List<Conflict> gathered(List<Evidence> rows, List<Opposed> pairs) {
        List<Conflict> conflicts = new ArrayList<>();
        Set<Opposed> left = new LinkedHashSet<>(pairs);
        while (!left.isEmpty()) {
            Set<Integer> inFavour = new java.util.TreeSet<>();
            Set<Integer> against = new java.util.TreeSet<>();
            Opposed first = left.iterator().next();
            inFavour.add(first.inFavour());
            boolean grown = true;
            while (grown) {
                grown = false;
                for (Opposed pair : List.copyOf(left)) {
                    if (inFavour.contains(pair.inFavour()) || against.contains(pair.against())) {
                        inFavour.add(pair.inFavour());
                        against.add(pair.against());
                        left.remove(pair);
                        grown = true;
                    }
                }
            }
            List<Evidence> one = inFavour.stream().map(rows::get).toList();
            List<Evidence> other = against.stream().map(rows::get).toList();
            conflicts.add(new Conflict(outcome(one, other), one, other));
        }
        return conflicts;
    }

    private static String outcome(List<Evidence> one, List<Evidence> other) {
        Set<String> outcomes = new LinkedHashSet<>();
        Set<String> interventions = new LinkedHashSet<>();
        for (List<Evidence> side : List.of(one, other)) {
            for (Evidence row : side) {
                Claim claim = row.passage().claim();
                if (claim != null && claim.outcome() != null) {
                    outcomes.add(claim.outcome());
                }
                if (claim != null && claim.intervention() != null) {
                    interventions.add(claim.intervention());
                }
            }
        }
        String what = String.join(", ", interventions);
        return outcomes.isEmpty()
                ? "use of " + what
                : String.join(", ", outcomes) + " with " + what;
    }

    /// Whether the two are studies and the second is at least as strong a design as the first: only
    /// then does it make the first less certain.
    static boolean weakens(Evidence row, Evidence other) {
        return study(row) && study(other) && strength(other) <= strength(row);
    }

    private static boolean study(Evidence row) {
        return row.certainty().level() != Certainty.Level.NOT_RATED;
    }

    private static int strength(Evidence row) {
        Design design = row.study().design();
        return design == Design.SYSTEMATIC_REVIEW ? Design.RANDOMISED_TRIAL.ordinal() : design.ordinal();
    }
}
