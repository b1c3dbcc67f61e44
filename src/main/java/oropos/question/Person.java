package oropos.question;

import java.util.List;

/// Somebody a question tells of who is not the one it is asked for: "my mum takes methotrexate".
///
/// What is told of them is kept as theirs: it may matter to the patient (contact, breast milk), and it
/// is never the patient's own.
///
/// @param words how the question names them ("My mum", "I")
/// @param relation what they are, by the first noun: self, partner, child, mother, father, sibling,
///     grandparent, relative, friend or patient
/// @param patient what is told of them
/// @param findings what they have, take or had done
public record Person(String words, String relation, Patient patient, List<Finding> findings) {
    public Person {
        findings = List.copyOf(findings);
    }

    boolean isOfTheSameBlood() {
        return switch (relation) {
            case "mother", "father", "sibling", "grandparent", "relative", "child" -> true;
            default -> false;
        };
    }
}
