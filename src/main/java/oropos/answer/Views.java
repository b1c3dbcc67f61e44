package oropos.answer;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import oropos.question.ClinicalQuestion;
import oropos.question.Finding;
import oropos.question.Patient;
import oropos.terminology.AgeGroups;

/// Shows what a question was understood to be, in the form of the contract.
final class Views {

    private Views() {}

    static Answer.Understanding of(ClinicalQuestion question) {
        return new Answer.Understanding(
                patient(question.patient()),
                question.kind().code(),
                question.reader().code(),
                findings(question.problems()),
                findings(question.drugs()),
                findings(question.procedures()),
                findings(question.tests()),
                question.unknownWords(),
                question.removed().stream()
                        .map(removed ->
                                new Answer.RemovedView(removed.kind(), removed.replacement()))
                        .toList());
    }

    private static Answer.PatientView patient(Patient patient) {
        return new Answer.PatientView(
                patient.age() == null
                        ? null
                        : new Answer.AgeView(
                                patient.age().value().doubleValue(), patient.age().unit().ucum()),
                patient.ages() == null ? null : patient.ages().toString(),
                patient.ages() == null ? List.of() : AgeGroups.of(patient.ages()),
                patient.sex() == null ? null : patient.sex().name().toLowerCase(Locale.ROOT),
                patient.pregnant(),
                patient.lactating(),
                new TreeMap<>(patient.facts()));
    }

    private static List<Answer.FindingView> findings(List<Finding> findings) {
        return findings.stream()
                .map(finding ->
                        new Answer.FindingView(
                                finding.id(),
                                finding.name(),
                                finding.words(),
                                finding.assertion().name().toLowerCase(Locale.ROOT),
                                finding.levels(),
                                finding.side()))
                .toList();
    }
}
