package oropos.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import oropos.retrieval.lucene.Clause;
import oropos.retrieval.lucene.Field;
import oropos.retrieval.lucene.Generation;
import oropos.retrieval.lucene.Stems;
import oropos.terminology.Concept;
import oropos.terminology.Mention;
import oropos.terminology.Terminology;

/// Writes a text that is searched as it stands down as weighted terms: a claim, a searcher's words, a
/// letter.
final class TextWriter {

    /// How much more a letter's words weigh that name what it is about.
    static final double SUBJECT = 2;

    /// Weight of a corrected word beside the word that was written.
    static final double CORRECTED = .7;

    /// Most words of a text that are corrected; each looks through the index's terms.
    private static final int MOST_CORRECTED = 8;

    /// Most weight of one term, however often it is said.
    private static final double MOST_WEIGHT = 10;

    /// Part of its weight that a word has that letters are full of: in a letter everywhere, in a short
    /// text where it meets a pair of question and answer. There "my" is rare and would count as much as
    /// the name of a disease. Short texts that look for abstracts lose by it (-.007 nDCG@10 on SciFact;
    /// -.017 MRR@10 where abstracts stand among pairs), so abstracts are not touched.
    static final double EMPTY = .1;

    private final Terminology terminology;
    private final OffSubjectWords ofLetters = OffSubjectWords.ofLetters();
    private final OffSubjectWords offSubject = OffSubjectWords.builtIn();

    TextWriter(Terminology terminology) {
        this.terminology = terminology;
    }

    /// A text as it stands. A short one is searched as plain BM25 does, each word as often as it is
    /// there; of a [Letter] each word weighs as the weightiest part it stands in, and twice that where
    /// it names a problem, drug, test or procedure in what is asked. Beside them, at small weights,
    /// stand other names of what the vocabulary recognises, and for a word that no passage has the
    /// word it was most likely meant to be.
    Wanted write(String text, Generation index) {
        Letter letter = withSubject(Letter.of(text), index);
        Map<String, Double> weights = new TreeMap<>();
        Map<String, Double> added = new TreeMap<>();
        List<Clause> clauses = new ArrayList<>();
        Set<String> concepts = new LinkedHashSet<>();
        for (Letter.Part part : letter.parts()) {
            for (String stem : Stems.of(part.words())) {
                if (weights.size() < QueryWriter.MOST_WORDS) {
                    if (letter.isWhole()) {
                        weights.merge(stem, part.weight(), Double::sum);
                    } else {
                        weights.merge(stem, part.weight() * inLetters(stem), Math::max);
                    }
                }
            }
        }
        for (Letter.Part part : letter.parts()) {
            if (part.weight() < 1) {
                continue;
            }
            for (Mention mention : terminology.read(part.words()).mentions()) {
                Concept concept = mention.concept();
                if (concepts.size() >= QueryWriter.MOST_UNITS || !concepts.add(concept.id())) {
                    continue;
                }
                if (!letter.isWhole() && isSubject(concept.kind())) {
                    Set.copyOf(Stems.of(mention.words()))
                            .forEach(stem ->
                                    weights.computeIfPresent(
                                            stem, (same, weight) -> weight * SUBJECT));
                }
                QueryWriter.weigh(added, concept.name(), QueryWriter.NAME);
                concept.synonyms().stream()
                        .limit(QueryWriter.MOST_SYNONYMS)
                        .forEach(name -> QueryWriter.weigh(added, name, QueryWriter.SYNONYM));
                clauses.add(new Clause(Field.CONCEPT, concept.id(), QueryWriter.CONCEPT));
            }
        }
        added.forEach(weights::putIfAbsent);
        Map<String, String> meant = meant(weights, index);
        corrected(weights, meant).forEach(weights::putIfAbsent);
        QueryWriter.weightiest(weights, index)
                .forEach((term, weight) -> {
                    double most = Math.min(weight, MOST_WEIGHT);
                    clauses.add(
                            new Clause(
                                    Field.MAIN,
                                    term,
                                    most,
                                    letter.isWhole() ? most * inLetters(term) : most));
                });
        return new Wanted(
                clauses,
                List.of(),
                Map.of(),
                letter.asked(),
                SoughtReader.read(letter, meant, index, terminology));
    }

    /// Where what is asked names no subject ("What can we do for her?"), what the story says of it is
    /// asked too.
    private Letter withSubject(Letter letter, Generation index) {
        return letter.isWhole() || namesSubject(letter.asked(), index)
                ? letter
                : letter.asking(part -> namesSubject(part.words(), index));
    }

    private boolean namesSubject(String words, Generation index) {
        return terminology.read(words).mentions().stream()
                        .filter(mention -> isSubject(mention.concept().kind()))
                        .flatMap(mention -> Stems.of(mention.words()).stream())
                        .anyMatch(stem -> !offSubject.has(stem) && !ofLetters.has(stem))
                || SoughtReader.isNamed(words, index);
    }

    private double inLetters(String stem) {
        return ofLetters.has(stem) ? EMPTY : 1;
    }

    Wanted write(String text, Generation index, Stage stage) {
        return switch (stage) {
            case PLAIN -> plain(text, index);
            case MEANING -> new Wanted(List.of(), List.of(), Map.of(), Letter.of(text).asked());
            case WORDS, FUSED -> write(text, index).withoutSought();
            case ALL -> write(text, index);
        };
    }

    private static Wanted plain(String text, Generation index) {
        Map<String, Double> weights = new TreeMap<>();
        Stems.of(text).stream()
                .limit(QueryWriter.MOST_WORDS)
                .forEach(stem -> weights.merge(stem, 1d, Double::sum));
        return new Wanted(
                QueryWriter.weightiest(weights, index).entrySet().stream()
                        .map(term ->
                                new Clause(
                                        Field.MAIN,
                                        term.getKey(),
                                        Math.min(term.getValue(), MOST_WEIGHT)))
                        .toList(),
                List.of(),
                Map.of(),
                text);
    }

    static boolean isSubject(Concept.Kind kind) {
        return switch (kind) {
            case PROBLEM, DRUG, PROCEDURE, TEST -> true;
            case ANATOMY, ORGANISM, GROUP, OTHER -> false;
        };
    }

    /// What the words that no passage has were most likely meant to be.
    private static Map<String, String> meant(Map<String, Double> weights, Generation index) {
        Map<String, String> meant = new TreeMap<>();
        weights.entrySet().stream()
                .filter(term ->
                        term.getValue() >= Letter.STORY
                                && QueryWriter.frequency(index, term.getKey()) == 0)
                .sorted(
                        Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CORRECTED)
                .forEach(term ->
                        index.nearest(Field.MAIN, term.getKey())
                                .ifPresent(near -> meant.put(term.getKey(), near)));
        return meant;
    }

    private static Map<String, Double> corrected(
            Map<String, Double> weights, Map<String, String> meant) {
        Map<String, Double> corrected = new TreeMap<>();
        meant.forEach((written, near) ->
                corrected.merge(near, weights.getOrDefault(written, 1d) * CORRECTED, Math::max));
        return corrected;
    }
}
