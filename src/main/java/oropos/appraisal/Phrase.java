package oropos.appraisal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import oropos.terminology.Concept;

/// A phrase of a typed field or of a question, taken apart for comparing: what it names, and the
/// words that remain.
///
/// @param number its place among the phrases of one weighing
/// @param concepts what the terminology recognised
/// @param groups groups of the same-meaning list it names
/// @param rest content words in neither
record Phrase(
        int number, String words, List<Concept> concepts, Set<String> groups, Set<String> rest) {

    Phrase numbered(int place) {
        return new Phrase(place, words, concepts, groups, rest);
    }

    boolean isEmpty() {
        return concepts.isEmpty() && groups.isEmpty() && rest.isEmpty();
    }

    /// Whether both name one thing, or one names a kind of the other, and neither carries a word
    /// that makes it something else: "oral alendronate" and "alendronate" are one; "oral" and
    /// "intravenous alendronate" are not, nor "vertebral" and "long-bone fractures", nor screening
    /// and supplementing.
    boolean means(Phrase other) {
        if (isEmpty() || other.isEmpty()) {
            return false;
        }
        if (!groups.isEmpty() || !other.groups.isEmpty()) {
            return groups.equals(other.groups) && restAgrees(other);
        }
        if (concepts.isEmpty() && other.concepts.isEmpty()) {
            return rest.equals(other.rest);
        }
        boolean narrower = kindsOf(concepts, other.concepts);
        boolean broader = kindsOf(other.concepts, concepts);
        if (narrower && broader) {
            return restAgrees(other);
        }
        if (narrower) {
            return rest.containsAll(other.rest);
        }
        return broader && other.rest.containsAll(rest);
    }

    private boolean restAgrees(Phrase other) {
        return rest.containsAll(other.rest) || other.rest.containsAll(rest);
    }

    /// Whether the first names as much as the second, each the same or a kind of it.
    private static boolean kindsOf(List<Concept> narrow, List<Concept> wide) {
        return !narrow.isEmpty()
                && !wide.isEmpty()
                && narrow.stream().allMatch(one -> wide.stream().anyMatch(it -> kindOf(one, it)))
                && wide.stream().allMatch(one -> narrow.stream().anyMatch(it -> kindOf(it, one)));
    }

    /// A drug stands for its class; a kind of procedure or test is another service.
    private static boolean kindOf(Concept one, Concept other) {
        return switch (one.kind()) {
            case DRUG -> one.isA(other);
            case PROBLEM, PROCEDURE, TEST, ANATOMY, ORGANISM, GROUP, OTHER ->
                    one.id().equals(other.id());
        };
    }

    /// Whether both name exactly the same outcome, apart from words that only say how it was
    /// counted.
    boolean isSame(Phrase other, Set<String> counting) {
        Set<String> mine = new TreeSet<>(rest);
        Set<String> theirs = new TreeSet<>(other.rest);
        mine.removeAll(counting);
        theirs.removeAll(counting);
        return !isEmpty()
                && mine.equals(theirs)
                && groups.equals(other.groups)
                && ids().equals(other.ids());
    }

    private Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        concepts.forEach(concept -> ids.add(concept.id()));
        return ids;
    }

    /// Whether two conditions can be had by one person for one reason: the same, or one a kind of
    /// the other.
    boolean touches(Phrase other) {
        if (concepts.isEmpty() || other.concepts.isEmpty()) {
            return !isEmpty()
                    && !other.isEmpty()
                    && concepts.isEmpty()
                    && other.concepts.isEmpty()
                    && restAgrees(other);
        }
        return concepts.stream()
                .anyMatch(
                        one -> other.concepts.stream().anyMatch(it -> one.isA(it) || it.isA(one)));
    }
}
