package oropos.appraisal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.library.Claim;
import oropos.library.Claim.Direction;
import oropos.library.Population;

/// A typed claim, ready to be held against others.
///
/// @param row its place in the list of rows
/// @param people whom it is about: its own words, else those of its source
/// @param counting words beside an outcome that only say how it was counted
record Side(
        int row,
        Claim claim,
        Phrase intervention,
        @Nullable Phrase outcome,
        @Nullable Phrase comparator,
        People people,
        Set<String> counting,
        Phrases phrases) {

    /// A population with its conditions taken apart.
    record People(Population population, List<Phrase> conditions, Phrases phrases) {

        static People of(Population population, Phrases phrases) {
            return new People(
                    population,
                    population.conditions().stream().map(phrases::of).toList(),
                    phrases);
        }

        /// Whether somebody could belong to both. What a population does not state excludes nobody.
        boolean overlap(People other) {
            Population mine = population;
            Population theirs = other.population;
            if (mine.ages() != null
                    && theirs.ages() != null
                    && !mine.ages().overlaps(theirs.ages())) {
                return false;
            }
            if (mine.sex() != null && theirs.sex() != null && mine.sex() != theirs.sex()) {
                return false;
            }
            if (mine.pregnancy() != null
                    && theirs.pregnancy() != null
                    && mine.pregnancy() != theirs.pregnancy()) {
                return false;
            }
            return conditions.isEmpty()
                    || other.conditions.isEmpty()
                    || conditions.stream()
                            .anyMatch(one ->
                                    other.conditions.stream()
                                            .anyMatch(it -> phrases.touch(one, it)));
        }
    }

    /// Empty where the row says nothing that could be opposed: no intervention, no direction, or
    /// "insufficient", which is never "against".
    static Optional<Side> of(int row, Evidence evidence, Phrases phrases, Set<String> counting) {
        Claim claim = evidence.passage().claim();
        // What is not about the question may still be the other side of something that is.
        boolean standing =
                evidence.setAside() == null || evidence.setAside() == Evidence.SetAside.OFF_TOPIC;
        if (!standing || claim == null || claim.intervention() == null) {
            return Optional.empty();
        }
        if (claim.direction() == null || claim.direction() == Direction.INSUFFICIENT) {
            return Optional.empty();
        }
        Population part = claim.population();
        Population whole = evidence.study().population();
        return Optional.of(
                new Side(
                        row,
                        claim,
                        phrases.of(claim.intervention()),
                        claim.outcome() == null ? null : phrases.of(claim.outcome()),
                        claim.comparator() == null ? null : phrases.of(claim.comparator()),
                        People.of(
                                part == null ? whole : PopulationFits.within(whole, part), phrases),
                        counting,
                        phrases));
    }

    boolean inFavour() {
        return claim.direction() == Direction.FAVOURS;
    }

    /// Whether both speak of one thing done to people who overlap, and of what it does to one
    /// outcome. Then they agree where they point the same way, and are opposed where not.
    boolean comparable(Side other) {
        return phrases.mean(intervention, other.intervention)
                && sameOutcome(other)
                && sameComparator(other)
                && people.overlap(other.people)
                && together(claim.when(), other.claim.when());
    }

    /// A harm never meets a benefit: having both is a trade-off. A recommendation that names no
    /// outcome speaks of using the intervention at all, and meets recommendations and findings of
    /// what patients feel.
    private boolean sameOutcome(Side other) {
        if (harm() != other.harm()) {
            return false;
        }
        if (outcome != null && other.outcome != null) {
            return outcome.isSame(other.outcome, counting);
        }
        if (outcome == null && other.outcome == null) {
            return recommends() && other.recommends();
        }
        Side general = outcome == null ? this : other;
        Side particular = outcome == null ? other : this;
        return general.recommends() && !particular.claim.surrogate();
    }

    private boolean recommends() {
        return claim.kind() == Claim.Kind.RECOMMENDATION;
    }

    private boolean harm() {
        return claim.kind() == Claim.Kind.HARM;
    }

    private boolean sameComparator(Side other) {
        return comparator == null
                || other.comparator == null
                || phrases.mean(comparator, other.comparator);
    }

    /// Whether one patient's facts could let both hold.
    private static boolean together(Map<String, String> one, Map<String, String> other) {
        return one.entrySet().stream()
                .allMatch(fact ->
                        fact.getValue().equals(other.getOrDefault(fact.getKey(), fact.getValue())));
    }
}
