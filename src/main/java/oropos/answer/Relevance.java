package oropos.answer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import oropos.question.ClinicalQuestion;
import oropos.question.Finding;
import oropos.terminology.Words;

/// How much of a question a text meets.
///
/// Each problem, drug, procedure and test of the question is one idea, met by any of its names; each
/// further focus word is an idea of half the weight. The measure is the met weight over the whole
/// weight, between 0 and 1.
final class Relevance {

    /// A focus word weighs half a recognised concept: it may be an ordinary word.
    private static final double FOCUS_WEIGHT = 0.5;

    private final Map<Set<List<String>>, Double> ideas = new HashMap<>();
    private final Set<List<String>> subjects = new HashSet<>();
    private double whole;

    Relevance(ClinicalQuestion question) {
        Set<String> covered = new HashSet<>();
        Stream.of(question.problems(), question.drugs(), question.procedures(), question.tests())
                .flatMap(List::stream)
                .filter(Finding::isSearched)
                .forEach(finding -> {
                    Set<List<String>> names = new HashSet<>();
                    Stream.concat(
                                    Stream.of(finding.name(), finding.words()),
                                    finding.synonyms().stream())
                            .map(Relevance::stems)
                            .filter(stems -> !stems.isEmpty())
                            .forEach(names::add);
                    names.forEach(covered::addAll);
                    subjects.addAll(names);
                    add(names, 1);
                });
        for (String word : question.focus()) {
            List<String> stems = stems(word);
            if (!stems.isEmpty() && !covered.containsAll(stems)) {
                add(Set.of(stems), FOCUS_WEIGHT);
            }
        }
    }

    private void add(Set<List<String>> names, double weight) {
        if (!names.isEmpty() && ideas.putIfAbsent(names, weight) == null) {
            whole += weight;
        }
    }

    double of(String text) {
        if (whole == 0) {
            return 0;
        }
        Set<String> words = new HashSet<>(stems(text));
        double met = 0;
        for (var idea : ideas.entrySet()) {
            if (meets(idea.getKey(), words)) {
                met += idea.getValue();
            }
        }
        return met / whole;
    }

    /// Whether the text speaks of any problem, drug, procedure or test of the question.
    boolean namesSubject(String text) {
        return subjects.isEmpty() || meets(subjects, new HashSet<>(stems(text)));
    }

    private static boolean meets(Set<List<String>> names, Set<String> words) {
        return names.stream().anyMatch(words::containsAll);
    }

    /// Lower-case words without plural endings; "fractures" meets "fracture".
    static List<String> stems(String text) {
        return Words.of(text).stream()
                .filter(word -> word.length() > 1)
                .map(Relevance::stem)
                .toList();
    }

    private static String stem(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.length() > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("is")) {
            return word.substring(0, word.length() - 1);
        }
        return word;
    }
}
