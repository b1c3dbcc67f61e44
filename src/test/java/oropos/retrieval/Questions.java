package oropos.retrieval;

import java.util.List;
import oropos.question.ClinicalQuestion;
import oropos.question.Company;
import oropos.question.Finding;
import oropos.question.Patient;
import oropos.question.QuestionKind;
import oropos.question.Reader;
import oropos.terminology.Mention.Assertion;

/// Questions as understanding hands them over.
final class Questions {

    private Questions() {}

    static ClinicalQuestion about(String... focus) {
        return of(List.of(), List.of(focus), List.of(), Patient.UNKNOWN);
    }

    static ClinicalQuestion of(
            List<Finding> problems, List<String> focus, List<String> unknown, Patient patient) {
        String asked = String.join(" ", focus);
        return new ClinicalQuestion(
                asked,
                asked,
                Reader.PHYSICIAN,
                QuestionKind.THERAPY,
                patient,
                problems,
                List.of(),
                List.of(),
                List.of(),
                focus,
                List.of(),
                List.of(),
                unknown,
                List.of(),
                List.of(),
                "test",
                asked,
                Company.NOBODY);
    }

    static Finding problem(String id, String name, String words, Assertion assertion) {
        return new Finding(id, name, words, assertion, List.of(), null, null, List.of());
    }
}
