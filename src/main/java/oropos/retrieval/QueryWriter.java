package oropos.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import oropos.question.ClinicalQuestion;
import oropos.question.Finding;
import oropos.question.Patient;
import oropos.retrieval.lucene.Clause;
import oropos.retrieval.lucene.Field;
import oropos.retrieval.lucene.Generation;
import oropos.retrieval.lucene.Stems;
import oropos.terminology.AgeGroups;
import oropos.terminology.Concept;
import oropos.terminology.Terminology;
import oropos.terminology.Vertebrae;

/// Writes a question down as weighted terms.
///
/// The asker's own words weigh 1. Names and synonyms from the vocabulary weigh .2 and .15,
/// concept ids .15: in measurements synonyms at .1 to .2 helped questions in lay words
/// and harmed no others. What the question denies, or says of the past or of somebody else, is not
/// searched; its words are taken out of the focus too.
final class QueryWriter {

    static final double NAME = .2;
    static final double SYNONYM = .15;
    static final double CONCEPT = .15;
    static final double AGE = .5;

    /// Weight of the words for children where the patient is one, and of bare numbers.
    static final double CHILD = .3;

    static final double NUMBER = .2;

    private static final ParticularWords PARTICULARS = ParticularWords.builtIn();

    private static final String CHILD_WORDS = "child children pediatric paediatric";

    /// Weight of a word in an answer whose question is the passage's main text, and of a word in the
    /// source around a passage.
    static final double ANSWER = .3;

    static final double CONTEXT = .3;

    /// Most terms searched, the weightiest first: weight times idf. A pasted letter has thousands.
    static final int MOST_TERMS = 64;

    /// Most words of a question looked at before the weightiest are chosen.
    static final int MOST_WORDS = 4_000;

    /// Most synonyms of one concept looked at.
    static final int MOST_SYNONYMS = 24;

    /// Most concepts and words counted for coverage.
    static final int MOST_UNITS = 32;

    /// Part of its weight that a word of everyday English has in coverage, beside a concept or a word
    /// that no vocabulary knows (perhaps a drug newer than they are).
    static final double PLAIN = .5;

    private final Terminology terminology;

    private final TextWriter texts;
    private final OffSubjectWords offSubject = OffSubjectWords.builtIn();

    QueryWriter(Terminology terminology) {
        this.terminology = terminology;
        this.texts = new TextWriter(terminology);
    }

    Wanted write(ClinicalQuestion question, Generation index) {
        List<Finding> findings = question.searched();
        List<String> focus = focus(question, findings);
        List<Clause> clauses = new ArrayList<>();
        Map<String, Double> weights = weights(findings, focus, question.patient(), index);
        weights.forEach((term, weight) -> {
            clauses.add(new Clause(Field.MAIN, term, weight));
            clauses.add(new Clause(Field.ANSWER, term, weight * ANSWER));
            clauses.add(new Clause(Field.CONTEXT, term, weight * CONTEXT));
        });
        findings.stream()
                .flatMap(finding ->
                        Stream.concat(
                                Stream.of(finding.id()),
                                finding.levels().stream().map(Vertebrae.ID::concat)))
                .distinct()
                .limit(MOST_UNITS)
                .forEach(id -> clauses.add(new Clause(Field.CONCEPT, id, CONCEPT)));
        if (question.patient().ages() != null) {
            for (String group : AgeGroups.of(question.patient().ages())) {
                clauses.add(new Clause(Field.AGE, group, AGE));
            }
        }
        return new Wanted(
                        clauses,
                        units(question, findings, focus, index),
                        written(findings, focus, weights.keySet()),
                        question.words())
                .about(PARTICULARS.of(question.patient()));
    }

    /// A text as it stands; see [TextWriter].
    Wanted write(String text, Generation index) {
        return texts.write(text, index);
    }

    Wanted write(String text, Generation index, Stage stage) {
        return texts.write(text, index, stage);
    }

    /// What a searcher wrote: ranked as a text that stands for itself, without the words of what it
    /// denies or says of the past or of others; told apart as a question is, to say why something was
    /// found.
    Wanted searched(ClinicalQuestion question, Generation index) {
        Wanted understood = write(question, index);
        Wanted text = texts.write(withoutMarks(question.asked(), question.removed()), index);
        Set<String> denied = denied(question);
        return new Wanted(
                text.clauses().stream().filter(clause -> !denied.contains(clause.term())).toList(),
                understood.units(),
                understood.words(),
                text.meaning(),
                text.sought(),
                understood.particulars());
    }

    /// A text without "[name]" and the like, which nobody wrote.
    static String withoutMarks(String text, List<ClinicalQuestion.Removed> removed) {
        String left = text;
        for (ClinicalQuestion.Removed one : removed) {
            left = left.replace(one.replacement(), " ");
        }
        return left;
    }

    private static Set<String> denied(ClinicalQuestion question) {
        Set<String> denied = new HashSet<>();
        question.findings()
                .filter(finding -> !finding.isSearched())
                .forEach(finding -> {
                    denied.add(finding.id());
                    denied.addAll(Stems.of(finding.words()));
                });
        question.searched()
                .forEach(finding -> {
                    denied.remove(finding.id());
                    denied.removeAll(Set.copyOf(Stems.of(finding.words())));
                });
        return denied;
    }

    /// Focus words and unknown words, without those of findings that are not searched.
    private static List<String> focus(ClinicalQuestion question, List<Finding> searched) {
        Set<String> denied = new HashSet<>();
        question.findings()
                .filter(finding -> !finding.isSearched())
                .forEach(finding -> denied.addAll(Stems.of(finding.words())));
        searched.forEach(finding -> denied.removeAll(Set.copyOf(Stems.of(finding.words()))));
        return Stream.concat(question.focus().stream(), question.unknownWords().stream())
                .distinct()
                .filter(words -> !denied.containsAll(Stems.of(words)))
                .limit(MOST_WORDS)
                .toList();
    }

    /// Stems and their weights, in a fixed order, at most [#MOST_TERMS].
    private static Map<String, Double> weights(
            List<Finding> findings, List<String> focus, Patient patient, Generation index) {
        Map<String, Double> weights = new TreeMap<>();
        focus.forEach(words -> weigh(weights, words, 1));
        if (patient.ageWords() != null) {
            Stems.of(patient.ageWords()).forEach(weights::remove);
        }
        if (patient.isChild()) {
            weigh(weights, CHILD_WORDS, CHILD);
        }
        for (Finding finding : findings) {
            weigh(weights, finding.words(), 1);
            finding.levels().forEach(level -> weigh(weights, level, 1));
            weigh(weights, finding.name(), NAME);
            finding.synonyms().stream()
                    .limit(MOST_SYNONYMS)
                    .forEach(name -> weigh(weights, name, SYNONYM));
        }
        return weightiest(weights, index);
    }

    /// The terms that tell most, weight times idf, at most [#MOST_TERMS].
    static Map<String, Double> weightiest(Map<String, Double> weights, Generation index) {
        Map<String, Double> told = new TreeMap<>();
        weights.forEach((term, weight) -> {
            int frequency = frequency(index, term);
            if (frequency > 0) {
                told.put(term, weight * index.idf(frequency));
            }
        });
        Map<String, Double> chosen = new LinkedHashMap<>();
        told.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_TERMS)
                .forEach(
                        term -> chosen.put(term.getKey(), weights.getOrDefault(term.getKey(), 1d)));
        return chosen;
    }

    static void weigh(Map<String, Double> weights, String words, double weight) {
        for (String stem : Stems.of(words)) {
            if (weights.size() < MOST_WORDS) {
                double own = OffSubjectWords.isNumber(stem) ? weight * NUMBER : weight;
                weights.merge(stem, own, Math::max);
            }
        }
    }

    /// The words each stem was written as, for telling why something was found.
    private static Map<String, String> written(
            List<Finding> findings, List<String> focus, Set<String> stems) {
        Map<String, String> written = new LinkedHashMap<>();
        Stream.concat(
                        focus.stream(),
                        findings.stream()
                                .flatMap(finding ->
                                        Stream.concat(
                                                Stream.of(finding.words(), finding.name()),
                                                finding.synonyms().stream())))
                .flatMap(words -> Stream.of(words.split("\\s+")))
                .limit(MOST_WORDS)
                .forEach(word -> Stems.of(word).forEach(stem -> written.putIfAbsent(stem, word)));
        written.keySet().retainAll(stems);
        return written;
    }

    static int frequency(Generation index, String stem) {
        return Math.max(index.frequency(Field.MAIN, stem), index.frequency(Field.ANSWER, stem));
    }

    private List<Wanted.Unit> units(
            ClinicalQuestion question,
            List<Finding> findings,
            List<String> focus,
            Generation index) {
        Map<String, Wanted.Unit> units = new LinkedHashMap<>();
        Set<String> spoken = new HashSet<>();
        for (Finding finding : findings) {
            List<String> words = Stems.of(finding.words());
            spoken.addAll(words);
            finding.levels().forEach(level -> spoken.addAll(Stems.of(level)));
            if (finding.detail() != null) {
                spoken.addAll(Stems.of(finding.detail()));
            }
            Set<List<String>> wordings = new LinkedHashSet<>();
            wordings.add(words);
            wordings.add(Stems.of(finding.name()));
            wordings.remove(List.of());
            Optional<Concept> concept = terminology.concept(finding.id());
            int frequency = index.frequency(Field.CONCEPT, finding.id());
            units.putIfAbsent(
                    finding.id(),
                    new Wanted.Unit(
                            finding.name(),
                            finding.id(),
                            concept.map(Concept::trees).orElse(List.of()),
                            List.copyOf(wordings),
                            Coverage.weight(
                                    index, frequency > 0 ? frequency : rarest(index, words))));
        }
        Set<String> unknown = new HashSet<>();
        question.unknownWords().forEach(words -> unknown.addAll(Stems.of(words)));
        for (String words : focus) {
            for (String stem : Stems.of(words)) {
                if (!offSubject.has(stem) && spoken.add(stem)) {
                    double weight = Coverage.weight(index, frequency(index, stem));
                    units.put(
                            "word " + stem,
                            new Wanted.Unit(
                                    words,
                                    "",
                                    List.of(),
                                    List.of(List.of(stem)),
                                    unknown.contains(stem) ? weight : weight * PLAIN));
                }
            }
        }
        return units.values().stream()
                .sorted(
                        Comparator.comparingDouble((Wanted.Unit unit) -> -unit.weight())
                                .thenComparing(Wanted.Unit::shown))
                .limit(MOST_UNITS)
                .toList();
    }

    private static int rarest(Generation index, List<String> stems) {
        return stems.stream().mapToInt(stem -> frequency(index, stem)).min().orElse(0);
    }
}
