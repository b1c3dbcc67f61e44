package oropos.appraisal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import oropos.question.ClinicalQuestion;
import oropos.question.Finding;
import oropos.question.Patient;
import oropos.terminology.Concept;
import oropos.terminology.Mention;

/// What a question says of its patient, ready to be held against study after study.
///
/// @param said concepts the patient has or had, or takes
/// @param present problems the patient is said to have now
/// @param denied concepts the question denies
/// @param words what words beside a condition do to it
/// @param conditions what tells a condition in other words
/// @param stems words of the question that say what the patient has
/// @param standings what was worked out of conditions so far
/// @param namesTroubleOfPregnancy whether what only pregnant people have is asked about
/// @param tellsOnlyOthersIll whether an illness is told, and only of others than the patient
record Subject(
        Patient patient,
        List<Concept> said,
        List<Concept> present,
        List<Concept> denied,
        Set<String> stems,
        Words words,
        ConditionWords conditions,
        String asked,
        Phrases phrases,
        Map<String, Standing> standings,
        boolean namesTroubleOfPregnancy,
        boolean tellsOnlyOthersIll) {

    /// Pregnancy Complications.
    private static final String OF_PREGNANCY = "mesh:D011248";

    /// What the question says of a condition that all people of a study had.
    enum Standing {
        LACKED,
        UNSAID,
        ONLY_WIDER,
        HAD
    }

    /// Words beside a condition, as stems: those that leave it the same disease, and those that make
    /// it another.
    record Words(Set<String> narrowing, Set<String> qualifying) {}

    static Subject of(
            ClinicalQuestion question,
            Vocabulary vocabulary,
            Phrases phrases,
            Words words,
            ConditionWords conditions) {
        List<Concept> said = new ArrayList<>();
        List<Concept> denied = new ArrayList<>();
        Set<String> stems = new TreeSet<>(Phrases.stems(question.words()));
        Set<String> deniedStems = new TreeSet<>();
        Set<String> saidStems = new TreeSet<>();
        for (Finding finding : findings(question)) {
            Optional<Concept> concept = vocabulary.concept(finding.id());
            boolean theirs =
                    switch (finding.assertion()) {
                        case PRESENT, POSSIBLE, PAST -> true;
                        case NEGATED, FAMILY -> false;
                    };
            concept.ifPresent(theirs ? said::add : denied::add);
            Set<String> its = theirs ? saidStems : deniedStems;
            its.addAll(Phrases.stems(finding.words()));
            its.addAll(Phrases.stems(finding.name()));
            if (theirs && finding.detail() != null) {
                its.addAll(Phrases.stems(finding.detail()));
            }
        }
        stems.removeAll(deniedStems);
        stems.addAll(saidStems);
        return new Subject(
                question.patient(),
                said,
                present(question, vocabulary),
                denied,
                Set.copyOf(stems),
                words,
                conditions,
                question.words() + question.patient().smoking(),
                phrases,
                new HashMap<>(),
                vocabulary
                        .concept(OF_PREGNANCY)
                        .filter(trouble ->
                                question.problems().stream()
                                        .filter(one ->
                                                one.assertion() == Mention.Assertion.POSSIBLE)
                                        .flatMap(one -> vocabulary.concept(one.id()).stream())
                                        .anyMatch(one -> one.isA(trouble)))
                        .isPresent(),
                question.tellsOnlyOthersIll());
    }

    private static List<Concept> present(ClinicalQuestion question, Vocabulary vocabulary) {
        return question.problems().stream()
                .filter(finding -> finding.assertion() == Mention.Assertion.PRESENT)
                .map(finding -> vocabulary.concept(finding.id()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Finding> findings(ClinicalQuestion question) {
        return question.findings().toList();
    }

    /// Worked out once for each condition: many sources are about the same.
    Standing holds(String condition) {
        return standings.computeIfAbsent(
                condition,
                any ->
                        lacks(any)
                                ? Standing.LACKED
                                : !has(any)
                                        ? Standing.UNSAID
                                        : hasOnlyWider(any) ? Standing.ONLY_WIDER : Standing.HAD);
    }

    /// Whether the patient is said to have now what nobody of a study had, or a kind of it.
    boolean isLeftOutFor(String condition) {
        Phrase phrase = phrases.of(condition);
        return !phrase.concepts().isEmpty()
                && phrase.rest().isEmpty()
                && phrase.concepts().stream()
                        .allMatch(concept -> present.stream().anyMatch(it -> it.isA(concept)));
    }

    /// Whether the patient is said to have what everyone in a study had: the same, a kind of it, or
    /// something it is a kind of.
    private boolean has(String condition) {
        Optional<Boolean> told = told(condition);
        if (told.isPresent()) {
            return told.get();
        }
        Phrase phrase = phrases.of(condition);
        boolean named =
                phrase.concepts().stream()
                        .allMatch(concept ->
                                said.stream().anyMatch(it -> close(it, concept))
                                        || stems.containsAll(Phrases.stems(concept.name())));
        Set<String> left = new TreeSet<>(phrase.rest());
        left.removeAll(stems);
        if (!phrase.concepts().isEmpty()) {
            left.removeAll(words.narrowing());
        }
        return named && left.isEmpty() && !isQualified(condition);
    }

    /// Whether a word makes the condition another one than the question says ("secondary",
    /// "refractory"), whatever the vocabulary takes it for.
    private boolean isQualified(String condition) {
        return Phrases.stems(condition).stream()
                .anyMatch(stem -> words.qualifying().contains(stem) && !stems.contains(stem));
    }

    /// Whether the question names a wider condition, and nothing of what narrows it: "osteoporosis",
    /// where a recommendation is for secondary osteoporosis.
    private boolean hasOnlyWider(String condition) {
        if (told(condition).isPresent()) {
            return false;
        }
        Phrase phrase = phrases.of(condition);
        return phrase.concepts().stream()
                .anyMatch(concept ->
                        said.stream().noneMatch(it -> it.isA(concept))
                                && said.stream().anyMatch(concept::isA)
                                && !stems.containsAll(Phrases.stems(condition)));
    }

    /// A heading that stands at the top of a MeSH tree ("Musculoskeletal Diseases") is too wide to
    /// say that a patient has what everyone in a study had.
    private static boolean close(Concept theirs, Concept studied) {
        return theirs.isA(studied)
                || studied.isA(theirs)
                        && theirs.trees().stream().anyMatch(tree -> tree.contains("."));
    }

    /// Whether the question says outright that the patient does not have it.
    private boolean lacks(String condition) {
        return told(condition).map(holds -> !holds).orElseGet(() -> isDenied(condition));
    }

    /// What a week of pregnancy or other words for the condition tell.
    private Optional<Boolean> told(String condition) {
        return GestationWeeks.holds(condition, patient.facts().get("gestation"))
                .or(() -> conditions.holds(condition, asked));
    }

    private boolean isDenied(String condition) {
        return phrases.of(condition).concepts().stream()
                .anyMatch(concept -> denied.stream().anyMatch(concept::isA));
    }

    /// Whether the patient's facts rule out a passage that holds only under `when`.
    Optional<String> ruledOut(Map<String, String> when) {
        return when.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(fact -> {
                    String known = patient.facts().get(fact.getKey());
                    return known != null && !known.equals(fact.getValue());
                })
                .findFirst()
                .map(fact ->
                        "holds only where "
                                + fact.getKey()
                                + " is "
                                + fact.getValue()
                                + "; the question says "
                                + patient.facts().get(fact.getKey()));
    }
}
