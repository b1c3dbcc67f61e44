package oropos.question;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Concept;
import oropos.terminology.Span;

/// Whom a question that tells of several people is for, and who the others are.
///
/// @param askedFor how the question names the one it is asked for ("my breastfed baby"); null where it
///     tells of one person, or is asked for more than one
/// @param others who else is told of; where it is asked for more than one, all of them
public record Company(@Nullable String askedFor, List<Person> others) {

    public static final Company NOBODY = new Company(null, List.of());

    public Company {
        others = List.copyOf(others);
    }

    /// What was read of the others, in the order in which they are named.
    static Company of(People people, List<Reading> readings, Redaction redaction) {
        List<Person> others = new ArrayList<>();
        List<People.Other> named = people.others();
        for (int at = 0; at < named.size(); at++) {
            People.Other other = named.get(at);
            Reading reading = readings.get(at);
            List<Finding> findings = new ArrayList<>(reading.problems());
            for (Concept.Kind kind :
                    List.of(Concept.Kind.DRUG, Concept.Kind.PROCEDURE, Concept.Kind.TEST)) {
                findings.addAll(FindingReader.read(reading.concepts(), kind, redaction, redaction));
            }
            Span span = other.span();
            others.add(
                    new Person(
                            span == null ? other.words() : redaction.of(span),
                            other.relation(),
                            PatientReader.withoutIdentity(reading.patient()),
                            findings));
        }
        return new Company(people.askedFor(redaction), others);
    }
}
