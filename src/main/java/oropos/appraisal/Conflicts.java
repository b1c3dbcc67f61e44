package oropos.appraisal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import oropos.appraisal.EvidenceTable.Conflict;
import oropos.library.Claim;
import oropos.library.Design;

/// Finds sources that point opposite ways, from typed fields only.
///
/// Two claims are opposed when one favours an intervention and the other is against it or found no
/// difference, on the same outcome, against the same comparator, in people that overlap. What hangs
/// together by such pairs is one conflict; claims that agree with a side of it join that side. Both
/// sides are kept, whoever may carry an answer.
final class Conflicts {

    private final Phrases phrases;
    private final Set<String> counting;

    /// @param counting words beside an outcome that only say how it was counted
    Conflicts(Phrases phrases, Set<String> counting) {
        this.phrases = phrases;
        this.counting = counting;
    }

    /// Two rows whose claims are opposed, by their places in the list of rows.
    record Opposed(int inFavour, int against) {}

    List<Opposed> opposed(List<Evidence> rows) {
        return opposed(rows, sides(rows));
    }

    private static List<Opposed> opposed(List<Evidence> rows, List<Side> sides) {
        List<Side> inFavour = sides.stream().filter(Side::inFavour).toList();
        List<Side> against = sides.stream().filter(side -> !side.inFavour()).toList();
        List<Opposed> pairs = new ArrayList<>();
        for (Side one : inFavour) {
            for (Side other : against) {
                boolean aboutTheQuestion =
                        rows.get(one.row()).setAside() == null
                                || rows.get(other.row()).setAside() == null;
                if (aboutTheQuestion
                        && one.comparable(other)
                        && !sameWork(rows.get(one.row()), rows.get(other.row()))) {
                    pairs.add(new Opposed(one.row(), other.row()));
                }
            }
        }
        return pairs;
    }

    private List<Side> sides(List<Evidence> rows) {
        List<Side> sides = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Side.of(row, rows.get(row), phrases, counting).ifPresent(sides::add);
        }
        return sides;
    }

    /// A source that favours a thing for some and not for others does not contradict itself.
    private static boolean sameWork(Evidence one, Evidence other) {
        return one.source().work().equals(other.source().work());
    }

    /// The disagreements, each with all rows that hang together in it, in the order of the rows.
    List<Conflict> of(List<Evidence> rows) {
        List<Side> sides = sides(rows);
        SortedMap<Integer, SortedSet<Integer>> neighbours = new TreeMap<>();
        for (Opposed pair : opposed(rows, sides)) {
            neighbours.computeIfAbsent(pair.inFavour(), row -> new TreeSet<>()).add(pair.against());
            neighbours.computeIfAbsent(pair.against(), row -> new TreeSet<>()).add(pair.inFavour());
        }
        List<Conflict> conflicts = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int start : neighbours.keySet()) {
            if (seen.add(start)) {
                conflicts.add(conflict(rows, sides, together(start, neighbours, seen)));
            }
        }
        return conflicts;
    }

    /// The rows that hang together with one by being opposed to each other.
    private static SortedSet<Integer> together(
            int start, SortedMap<Integer, SortedSet<Integer>> neighbours, Set<Integer> seen) {
        SortedSet<Integer> together = new TreeSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            int row = open.remove();
            together.add(row);
            for (int next : neighbours.getOrDefault(row, new TreeSet<>())) {
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return together;
    }

    private static Conflict conflict(
            List<Evidence> rows, List<Side> sides, SortedSet<Integer> members) {
        List<Side> inFavour = new ArrayList<>();
        List<Side> against = new ArrayList<>();
        for (Side side : sides) {
            if (members.contains(side.row())) {
                (side.inFavour() ? inFavour : against).add(side);
            }
        }
        List<Side> allInFavour = joined(sides, inFavour, against);
        List<Side> allAgainst = joined(sides, against, inFavour);
        return new Conflict(
                words(Stream.concat(allInFavour.stream(), allAgainst.stream()).toList()),
                allInFavour.stream().map(side -> rows.get(side.row())).toList(),
                allAgainst.stream().map(side -> rows.get(side.row())).toList());
    }

    /// A side with the claims that agree with it, where their people overlap with the other side's.
    private static List<Side> joined(List<Side> sides, List<Side> mine, List<Side> theirs) {
        Set<Integer> members = new HashSet<>();
        mine.forEach(side -> members.add(side.row()));
        List<Side> all = new ArrayList<>();
        for (Side one : sides) {
            if (members.contains(one.row()) || joins(one, mine, theirs)) {
                all.add(one);
            }
        }
        return all;
    }

    private static boolean joins(Side one, List<Side> mine, List<Side> theirs) {
        return one.inFavour() == mine.getFirst().inFavour()
                && mine.stream().anyMatch(it -> it.comparable(one) && onOneOutcome(it, one))
                && theirs.stream().anyMatch(it -> it.people().overlap(one.people()));
    }

    /// A claim joins only claims on its own outcome: what speaks of an intervention as a whole would
    /// draw in every outcome.
    private static boolean onOneOutcome(Side one, Side other) {
        return (one.outcome() == null) == (other.outcome() == null);
    }

    private static String words(List<Side> sides) {
        Set<String> outcomes = new LinkedHashSet<>();
        Set<String> interventions = new LinkedHashSet<>();
        for (Side side : sides) {
            Claim claim = side.claim();
            if (claim.outcome() != null) {
                outcomes.add(claim.outcome());
            }
            if (claim.intervention() != null) {
                interventions.add(claim.intervention());
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

    /// Whether both are studies and the first is of a stronger design.
    static boolean outweighs(Evidence stronger, Evidence weaker) {
        return study(stronger) && study(weaker) && strength(stronger) < strength(weaker);
    }

    private static boolean study(Evidence row) {
        return row.certainty().level() != Certainty.Level.NOT_RATED;
    }

    private static int strength(Evidence row) {
        Design design = row.study().design();
        return design == Design.SYSTEMATIC_REVIEW
                ? Design.RANDOMISED_TRIAL.ordinal()
                : design.ordinal();
    }
}
