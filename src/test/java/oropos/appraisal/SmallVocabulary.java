package oropos.appraisal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import oropos.terminology.Concept;
import oropos.terminology.Concepts;
import oropos.terminology.Mention;
import oropos.terminology.Mention.Assertion;
import oropos.terminology.Span;

/// A few concepts held in memory. Reads the longest name that stands at each place, as whole words.
final class SmallVocabulary implements Vocabulary {

    /// Ids and tree positions as in MeSH 2024.
    static final Vocabulary ONLY =
            new SmallVocabulary(
                    concept(
                            "D010013",
                            "Osteogenesis Imperfecta",
                            Concept.Kind.PROBLEM,
                            List.of("OI"),
                            "C05.116.099.708.685",
                            "C16.320.737"),
                    concept(
                            "D010024",
                            "Osteoporosis",
                            Concept.Kind.PROBLEM,
                            List.of(),
                            "C05.116.198.579",
                            "C18.452.104.579"),
                    concept(
                            "D015663",
                            "Osteoporosis, Postmenopausal",
                            Concept.Kind.PROBLEM,
                            List.of("postmenopausal osteoporosis"),
                            "C05.116.198.579.610"),
                    concept(
                            "D016103",
                            "Spinal Fractures",
                            Concept.Kind.PROBLEM,
                            List.of(
                                    "vertebral fractures", "vertebral fracture",
                                    "vertebral compression fracture", "compression fractures"),
                            "C26.117.500.500",
                            "C26.404.812"),
                    concept(
                            "D050723",
                            "Fractures, Bone",
                            Concept.Kind.PROBLEM,
                            List.of("fractures", "fracture"),
                            "C26.404"),
                    concept(
                            "D005938",
                            "Glucocorticoids",
                            Concept.Kind.DRUG,
                            List.of("glucocorticoid"),
                            "D27.505.696.399.472.488"),
                    concept(
                            "D004164",
                            "Diphosphonates",
                            Concept.Kind.DRUG,
                            List.of("bisphosphonates", "bisphosphonate"),
                            "D02.705.429.500"),
                    concept(
                            "D019386",
                            "Alendronate",
                            Concept.Kind.DRUG,
                            List.of(),
                            "D02.705.429.500.100"),
                    concept(
                            "D002116",
                            "Calcitonin",
                            Concept.Kind.DRUG,
                            List.of(),
                            "D06.472.699.150"),
                    concept(
                            "D054854",
                            "Vertebroplasty",
                            Concept.Kind.PROCEDURE,
                            List.of(),
                            "E04.555.165.500"),
                    concept(
                            "D058498",
                            "Kyphoplasty",
                            Concept.Kind.PROCEDURE,
                            List.of(),
                            "E04.555.165.500.500"),
                    concept("D010146", "Pain", Concept.Kind.PROBLEM, List.of(), "C23.888.592.612"));

    private static Concept concept(
            String id, String name, Concept.Kind kind, List<String> synonyms, String... trees) {
        return new Concept("mesh:" + id, name, kind, synonyms, List.of(trees));
    }

    private final Map<String, Concept> names = new HashMap<>();
    private final Map<String, Concept> ids = new HashMap<>();

    private SmallVocabulary(Concept... concepts) {
        for (Concept concept : concepts) {
            ids.put(concept.id(), concept);
            names.put(concept.name().toLowerCase(Locale.ROOT), concept);
            concept.synonyms().forEach(word -> names.put(word.toLowerCase(Locale.ROOT), concept));
        }
    }

    @Override
    public Concepts read(String text) {
        List<Mention> mentions = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        for (int at = 0; at < lower.length(); at++) {
            if (at > 0 && Character.isLetterOrDigit(lower.charAt(at - 1))) {
                continue;
            }
            String longest = "";
            for (String name : names.keySet()) {
                int end = at + name.length();
                if (name.length() > longest.length()
                        && lower.startsWith(name, at)
                        && (end == lower.length()
                                || !Character.isLetterOrDigit(lower.charAt(end)))) {
                    longest = name;
                }
            }
            if (!longest.isEmpty()) {
                Span span = new Span(at, at + longest.length());
                mentions.add(
                        new Mention(
                                Objects.requireNonNull(names.get(longest)),
                                span,
                                span.of(text),
                                Assertion.PRESENT));
                at = span.end() - 1;
            }
        }
        return new Concepts(text, mentions);
    }

    @Override
    public Optional<Concept> concept(String id) {
        return Optional.ofNullable(ids.get(id));
    }
}
