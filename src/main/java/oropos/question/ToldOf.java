package oropos.question;

import java.util.List;
import java.util.Set;
import oropos.terminology.Concepts;

/// Whether words tell any fact of a person beside what that person has or takes.
final class ToldOf {

    /// Facts that are of all who are told of.
    private static final Set<String> SURROUNDINGS = Set.of("country", "setting");

    private final Facts facts;

    ToldOf(Facts facts) {
        this.facts = facts;
    }

    /// Whether an age, a pregnancy, a value or another fact of one person is told.
    boolean anything(Wording words) {
        Patient patient = PatientReader.read(words);
        Concepts none = new Concepts(words.text(), List.of());
        return patient.age() != null
                || patient.pregnant() != null
                || patient.lactating() != null
                || facts
                        .told(new Reading(words, none, patient, List.of(), Reader.PHYSICIAN))
                        .keySet()
                        .stream()
                        .anyMatch(fact -> !SURROUNDINGS.contains(fact))
                || !PatientValues.read(words.text(), none, new Redaction(words.text(), List.of()))
                        .isEmpty();
    }
}
