package oropos.answer;

import java.util.stream.Stream;
import oropos.appraisal.Evidence;
import oropos.appraisal.EvidenceTable;
import oropos.appraisal.PopulationFit;
import oropos.library.Claim;
import oropos.question.ClinicalQuestion;
import oropos.question.Finding;
import oropos.question.QuestionKind;

/// Whether what is true of the subject bears on what was asked.
///
/// A dispute over cement in broken vertebrae stands in a library of bone health; who asks whether a man
/// should be screened, or whether it is cancer, did not ask for it, and reading it costs trust.
final class Bearing {

    private final ClinicalQuestion question;
    private final SectionPlan plan;
    private final Treatments treatments;
    private final boolean namesTreatment;

    Bearing(ClinicalQuestion question, SectionPlan plan, Treatments treatments) {
        this.question = question;
        this.plan = plan;
        this.treatments = treatments;
        this.namesTreatment =
                Stream.concat(question.drugs().stream(), question.procedures().stream())
                        .anyMatch(Finding::isSearched);
    }

    /// Whether a statement may stand among what was found for the patient.
    boolean bears(Utterance one) {
        return !readsBackwards(one) && !isOfTheIll(one) && !isHarmOfSomethingElse(one);
    }

    /// Whether a disagreement is about what was asked: about a treatment the question names, else about
    /// something from which this kind of question takes its bottom line.
    boolean bears(EvidenceTable.Conflict conflict) {
        return Stream.concat(conflict.one().stream(), conflict.other().stream())
                .anyMatch(this::isAsked);
    }

    private boolean isAsked(Evidence row) {
        Claim claim = row.passage().claim();
        return claim != null
                && (namesTreatment
                        ? treatments.isAskedAbout(claim.intervention(), question)
                        : plan.lead().contains(claim.section()) && !isOfTheIll(row, claim));
    }

    /// Whether a block about other people than the patient helps: on the treatment the question names,
    /// else on what the bottom line of such a question is made of, or on a harm of treatments where a
    /// treatment is sought.
    boolean helpsFromOthers(Utterance one) {
        return bears(one)
                && (!one.typed()
                        || (namesTreatment
                                ? treatments.isAskedAbout(one, question)
                                : isOfTheLead(one.claim().section())));
    }

    private boolean isOfTheLead(String section) {
        return switch (question.kind()) {
            case PREVENTION -> section.equals("prevention");
            case THERAPY -> plan.lead().contains(section) || section.equals("harms");
            default -> plan.lead().contains(section);
        };
    }

    /// What was seen in people who all had a disease this question does not name helps only as evidence
    /// on a treatment or on a course. How often a finding stands among people with a disease does not
    /// say how often the disease is behind the finding: read backwards, for the search of a cause, it
    /// is false. Where a diagnosis is sought, no treatment or course helps either.
    private boolean readsBackwards(Utterance one) {
        if (one.claim().kind() == Claim.Kind.WARNING || !isOfAnotherCondition(one.row())) {
            return false;
        }
        if (one.typed() && question.kind() == QuestionKind.DIAGNOSIS) {
            return true;
        }
        return switch (one.claim().section()) {
            case "drugs",
                    "dose",
                    "harms",
                    "procedures",
                    "nonDrug",
                    "observation",
                    "interactions",
                    "prevention" ->
                    false;
            default -> true;
        };
    }

    /// What is done for people who have a disease already says nothing to one who asks about preventing or
    /// finding it.
    private boolean isOfTheIll(Utterance one) {
        return one.typed() && isOfTheIll(one.row(), one.claim());
    }

    private boolean isOfTheIll(Evidence row, Claim claim) {
        return question.kind() == QuestionKind.PREVENTION
                && !claim.section().equals("prevention")
                && isOfAnotherCondition(row);
    }

    /// A harm of a treatment nobody asked about, where another is asked about or none is sought.
    private boolean isHarmOfSomethingElse(Utterance one) {
        return one.typed()
                && one.claim().kind() == Claim.Kind.HARM
                && one.claim().intervention() != null
                && (namesTreatment
                        || question.kind() == QuestionKind.PREVENTION
                        || question.kind() == QuestionKind.DIAGNOSIS)
                && !treatments.isAskedAbout(one, question);
    }

    private static boolean isOfAnotherCondition(Evidence row) {
        return row.fit() instanceof PopulationFit.Indirect(String _, var _, var gaps)
                && gaps.contains(PopulationFit.Gap.CONDITION);
    }
}
