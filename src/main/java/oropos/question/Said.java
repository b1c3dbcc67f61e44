package oropos.question;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import oropos.terminology.Concept;
import oropos.terminology.Concepts;
import oropos.terminology.Terminology;

/// What a turn of a thread says of patient and problem, without asking what becomes of it.
///
/// @param text its words, corrections taken in
record Said(
        String text,
        Wording wording,
        Patient patient,
        List<Finding> problems,
        List<Finding> drugs,
        List<Finding> procedures,
        List<Finding> tests) {

    /// What is carried over of the patient, whatever is asked next.
    private static final Set<String> VALUES = Set.of("weight", "egfr", "allergy");

    boolean tellsOfAPatient() {
        return patient.ages() != null
                || patient.sex() != null
                || patient.pregnant() != null
                || patient.lactating() != null;
    }

    Stream<Finding> findings() {
        return Stream.of(problems, drugs, procedures, tests).flatMap(List::stream);
    }

    /// Drugs, operations and tests.
    Stream<Finding> treatments() {
        return Stream.of(drugs, procedures, tests).flatMap(List::stream);
    }

    /// Reads a text with the vocabularies, the complaints of everyday words and the short forms of notes.
    static Function<String, Said> reading(Terminology terminology) {
        Complaints complaints =
                Complaints.openingATopic(
                        RuleFile.Table.read(Complaints.FILE),
                        RuleFile.Table.read(LabStates.FILE),
                        terminology);
        ShortProblems forms =
                new ShortProblems(RuleFile.Table.read(ShortProblems.FILE), terminology);
        return text -> of(text, terminology, complaints, forms);
    }

    private static Said of(
            String text, Terminology terminology, Complaints complaints, ShortProblems forms) {
        Corrections corrections = Corrections.in(text);
        String read = corrections.isEmpty() ? text : corrections.read(terminology);
        String plain = OfOthers.without(read);
        Wording wording = Wording.of(plain);
        Concepts concepts = PatientReader.ofPatient(forms.read(plain), wording);
        Redaction none = new Redaction(plain, List.of());
        List<Finding> drugs = FindingReader.read(concepts, Concept.Kind.DRUG, none);
        return new Said(
                read,
                wording,
                withValues(
                        PatientReader.read(wording),
                        PatientValues.read(plain, concepts, none),
                        drugs),
                complaints.problems(
                        wording, FindingReader.read(concepts, Concept.Kind.PROBLEM, none)),
                drugs.stream().filter(drug -> !isAllergyAlone(plain, drug.words())).toList(),
                FindingReader.read(concepts, Concept.Kind.PROCEDURE, none),
                FindingReader.read(concepts, Concept.Kind.TEST, none));
    }

    /// @param drugs an allergy is carried where it is one to a drug: "a peanut allergy to fly with" is none
    private static Patient withValues(
            Patient patient, Map<String, String> values, List<Finding> drugs) {
        Map<String, String> facts = new TreeMap<>(patient.facts());
        VALUES.stream()
                .filter(values::containsKey)
                .filter(key -> !key.equals("egfr") || !values.containsKey("dialysis"))
                .filter(key ->
                        !key.equals("allergy")
                                || drugs.stream()
                                        .anyMatch(one ->
                                                one.words()
                                                        .toLowerCase(Locale.ROOT)
                                                        .contains(values.get(key))))
                .forEach(key -> facts.put(key, values.get(key)));
        return new Patient(
                patient.age(),
                patient.ages(),
                patient.ageWords(),
                patient.sex(),
                patient.pregnant(),
                patient.lactating(),
                facts);
    }

    /// "She is allergic to penicillin." tells of her; what is asked about is another drug.
    private static boolean isAllergyAlone(String text, String drug) {
        String words = Pattern.quote(drug);
        return Pattern.compile("(?i)\\ballerg(?:ic|y) to (?:\\w+ (?:and|or) )?" + words)
                        .matcher(text)
                        .find()
                && Pattern.compile("(?i)\\b" + words + "\\b").matcher(text).results().count() == 1;
    }
}
