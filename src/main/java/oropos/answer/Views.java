package oropos.answer;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import oropos.question.ClinicalQuestion;
import oropos.question.Company;
import oropos.question.Finding;
import oropos.question.Patient;
import oropos.question.Premise;
import oropos.question.Urgent;
import oropos.terminology.AgeGroups;

/// Shows what a question was understood to be, in the form of the contract.
public final class Views {

    private Views() {}

    public static UnderstoodView of(ClinicalQuestion question) {
        return new UnderstoodView(
                patient(question.patient()),
                question.kind().code(),
                question.reader().code(),
                findings(question.problems()),
                findings(question.drugs()),
                findings(question.procedures()),
                findings(question.tests()),
                question.unknownWords(),
                removed(question.removed()),
                question.company().askedFor(),
                others(question.company()));
    }

    private static @Nullable List<UnderstoodView.PersonView> others(Company company) {
        return company.others().isEmpty()
                ? null
                : company.others().stream()
                        .map(one ->
                                new UnderstoodView.PersonView(
                                        one.words(),
                                        one.relation(),
                                        patient(one.patient()),
                                        findings(one.findings())))
                        .toList();
    }

    /// What was taken out of a question, without what stood there.
    static List<UnderstoodView.RemovedView> removed(List<ClinicalQuestion.Removed> removed) {
        return removed.stream().map(Views::of).toList();
    }

    public static UnderstoodView.RemovedView of(ClinicalQuestion.Removed removed) {
        return new UnderstoodView.RemovedView(
                removed.kind(), removed.replacement(), removed.restored() ? true : null);
    }

    /// An urgent sign without what the library holds on it.
    public static Answer.UrgentSign of(Urgent urgent) {
        return of(urgent, List.of());
    }

    static Answer.UrgentSign of(Urgent urgent, List<Answer.Statement> statements) {
        return new Answer.UrgentSign(
                urgent.rule(),
                urgent.severity().code(),
                urgent.sign(),
                urgent.action(),
                urgent.more().isBlank() ? null : urgent.more(),
                urgent.quote(),
                urgent.reviewed(),
                statements);
    }

    /// A premise without its citations.
    public static Answer.FalsePremise of(Premise premise) {
        return of(premise, List.of());
    }

    static Answer.FalsePremise of(Premise premise, List<Answer.Citation> citations) {
        return new Answer.FalsePremise(
                premise.rule(), premise.kind(), premise.quote(), premise.correction(), citations);
    }

    private static UnderstoodView.PatientView patient(Patient patient) {
        return new UnderstoodView.PatientView(
                patient.age() == null
                        ? null
                        : new UnderstoodView.AgeView(
                                patient.age().value().doubleValue(), patient.age().unit().ucum()),
                patient.ages() == null ? null : patient.ages().toString(),
                patient.ages() == null ? List.of() : AgeGroups.of(patient.ages()),
                patient.sex() == null ? null : patient.sex().name().toLowerCase(Locale.ROOT),
                patient.pregnant(),
                patient.lactating(),
                new TreeMap<>(patient.facts()));
    }

    private static List<UnderstoodView.FindingView> findings(List<Finding> findings) {
        return findings.stream()
                .map(finding ->
                        new UnderstoodView.FindingView(
                                finding.id(),
                                finding.name(),
                                finding.words(),
                                finding.assertion().name().toLowerCase(Locale.ROOT),
                                finding.levels(),
                                finding.side()))
                .toList();
    }
}
