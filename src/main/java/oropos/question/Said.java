package oropos.question;

import java.util.List;
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

    boolean tellsOfAPatient() {
        return patient.ages() != null
                || patient.sex() != null
                || patient.pregnant() != null
                || patient.lactating() != null;
    }

    Stream<Finding> findings() {
        return Stream.of(problems, drugs, procedures, tests).flatMap(List::stream);
    }

    static Said of(String text, Terminology terminology) {
        Corrections corrections = Corrections.in(text);
        String plain = corrections.isEmpty() ? text : corrections.read(terminology);
        Wording wording = Wording.of(plain);
        Concepts concepts = PatientReader.ofPatient(terminology.read(plain), wording);
        Redaction none = new Redaction(plain, List.of());
        return new Said(
                plain,
                wording,
                PatientReader.read(wording),
                FindingReader.read(concepts, Concept.Kind.PROBLEM, none),
                FindingReader.read(concepts, Concept.Kind.DRUG, none),
                FindingReader.read(concepts, Concept.Kind.PROCEDURE, none),
                FindingReader.read(concepts, Concept.Kind.TEST, none));
    }
}
