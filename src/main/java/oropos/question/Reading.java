package oropos.question;

import java.util.List;
import oropos.terminology.Concepts;

/// A question as the rules see it: its words, what was recognised in them, and the patient.
///
/// @param own the same words, those that are said of somebody else blanked out
/// @param problems recognised problems with what is said of them
record Reading(
        Wording wording,
        Wording own,
        Concepts concepts,
        Patient patient,
        List<Finding> problems,
        Reader reader) {

    /// A question that tells of one person.
    Reading(
            Wording wording,
            Concepts concepts,
            Patient patient,
            List<Finding> problems,
            Reader reader) {
        this(wording, wording, concepts, patient, problems, reader);
    }

    /// Whether words in it are said of somebody who is not the patient.
    boolean tellsOfSeveral() {
        return own != wording;
    }

    /// As rules on the patient alone see it.
    Reading ofPatient() {
        return new Reading(own, own, concepts, patient, problems, reader);
    }

    Reading with(Wording heard) {
        return new Reading(heard, own, concepts, patient, problems, reader);
    }

    Reading with(Patient patient) {
        return new Reading(wording, own, concepts, patient, problems, reader);
    }
}
