package oropos.appraisal;

import java.util.List;
import java.util.Set;
import oropos.terminology.Concept;

/// A phrase of a typed field or of a question, taken apart for comparing: what it names, and the
/// words that remain.
///
/// @param concepts what the terminology recognised
/// @param groups groups of the same-meaning list it names
/// @param rest content words in neither
record Phrase(String words, List<Concept> concepts, Set<String> groups, Set<String> rest) {

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
                && narrow.stream().allMatch(one -> wide.stream().anyMatch(one::isA))
                && wide.stream().allMatch(one -> narrow.stream().anyMatch(it -> it.isA(one)));
    }
}
