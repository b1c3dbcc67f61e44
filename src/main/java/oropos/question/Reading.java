package oropos.question;

import java.util.List;
import oropos.terminology.Concepts;

/// A question as the rules see it: its words, what was recognised in them, and the patient.
///
/// @param problems recognised problems with what is said of them
record Reading(
        Wording wording,
        Concepts concepts,
        Patient patient,
        List<Finding> problems,
        Reader reader) {

    Reading with(Wording heard) {
        return new Reading(heard, concepts, patient, problems, reader);
    }

    Reading with(Patient patient) {
        return new Reading(wording, concepts, patient, problems, reader);
    }
}
