package oropos.answer;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import oropos.appraisal.Evidence;
import oropos.appraisal.EvidenceTable;
import oropos.appraisal.PopulationFit;
import oropos.library.Claim;
import oropos.question.ClinicalQuestion;
import oropos.question.Finding;
import oropos.question.Patient;
import oropos.question.QuestionKind;
import oropos.terminology.AgeRange;

/// Whether what is true of the subject bears on what was asked.
///
/// A dispute over cement in broken vertebrae stands in a library of bone health; who asks whether a man
/// should be screened, or whether it is cancer, did not ask for it, and reading it costs trust.
final class Bearing {

    /// Studies that reach no further than this age, in years, are children's.
    private static final int OLDEST_CHILD = 21;

    private final ClinicalQuestion question;
    private final SectionPlan plan;
    private final Treatments treatments;
    private final Relevance relevance;
    private final boolean namesTreatment;

    /// Blocks, by their rows, asked about once for each harm that may be of their treatment.
    private final Map<Evidence, Boolean> onSubject = new IdentityHashMap<>();

    Bearing(
            ClinicalQuestion question,
            SectionPlan plan,
            Treatments treatments,
            Relevance relevance) {
        this.question = question;
        this.plan = plan;
        this.treatments = treatments;
        this.relevance = relevance;
        this.namesTreatment =
                Stream.concat(question.drugs().stream(), question.procedures().stream())
                        .anyMatch(Finding::isSearched);
    }

    /// Whether a statement may stand among what was found for the patient.
    boolean bears(Utterance one) {
        return !readsBackwards(one)
                && !isOfTheIll(one)
                && !isHarmOfSomethingElse(one)
                && !isOfOthersTwice(one)
                && !isAdviceOnAnotherProblem(one);
    }

    /// Whether a block is about the question: it, or the document it stands in, names a problem, drug,
    /// procedure or test of the question, and the place of a problem that is named by one. A block found by
    /// "children" alone is about something else. A harm may be that of a treatment another block tells of.
    ///
    /// @param said all blocks, of which one may tell of the same treatment
    boolean isOnSubject(Utterance one, List<Utterance> said) {
        return isOnSubject(one.row(), one.claim())
                || one.claim().kind() == Claim.Kind.HARM
                        && (treatments.isAskedAbout(one, question) || isTreatmentOf(said, one));
    }

    private boolean isOnSubject(Evidence row, Claim claim) {
        return onSubject.computeIfAbsent(
                row,
                any -> {
                    Spoken spoken = Utterances.spoken(row, claim, relevance);
                    return relevance.namesSubject(spoken)
                            && relevance.holdsPlaces(spoken)
                            && !treatments.isOnlyOnAnotherDrug(row, claim, question);
                });
    }

    private boolean isTreatmentOf(List<Utterance> said, Utterance harm) {
        return said.stream()
                .filter(other -> other.typed() && other.claim().kind() != Claim.Kind.HARM)
                .filter(other ->
                        treatments.isSame(
                                other.claim().intervention(), harm.claim().intervention()))
                .anyMatch(other -> isOnSubject(other.row(), other.claim()));
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
                && !isOfOthersTwice(row, claim)
                && (namesTreatment
                        ? treatments.isAskedAbout(claim.intervention(), question)
                        : plan.lead().contains(claim.section())
                                && !isOfTheIll(row, claim)
                                && isOnSubject(row, claim));
    }

    /// Where nobody is told of and no treatment is asked about, advice on another illness is no part of the
    /// answer: "What test is used for glaucoma?" is not about screening for colorectal cancer.
    private boolean isAdviceOnAnotherProblem(Utterance one) {
        return one.typed()
                && one.claim().kind() == Claim.Kind.RECOMMENDATION
                && !namesTreatment
                && !question.patient().isToldOf()
                && !treatments.isOnAProblem(one, question);
    }

    /// What was seen or advised in people of another age group who all had a disease the question does not
    /// name says nothing to this one: children with brittle bones tell a woman of 65 nothing on
    /// alendronate. For a grown patient, ages nobody stated count as another age. A harm of what is asked
    /// about, and advice against it, are told whomever they were found in.
    private boolean isOfOthersTwice(Utterance one) {
        return one.typed() && isOfOthersTwice(one.row(), one.claim());
    }

    private boolean isOfOthersTwice(Evidence row, Claim claim) {
        boolean warns =
                claim.kind() == Claim.Kind.HARM
                        || claim.kind() == Claim.Kind.WARNING
                        || claim.direction() == Claim.Direction.AGAINST;
        boolean asked = treatments.isAskedAbout(claim.intervention(), question);
        return isOfAnotherCondition(row)
                        && (isOfAnotherAge(row) || isOfUnknownAge(row, claim))
                        && !(warns && asked)
                || isOfChildrenAlone(row)
                        && !(asked && !treatments.isForAnother(claim, question))
                        && !treatments.isOnAProblem(row, claim, question);
    }

    /// Where no age is told: what holds of children says something only on a problem or a treatment that is
    /// asked about.
    private boolean isOfChildrenAlone(Evidence row) {
        AgeRange studied = row.study().population().ages();
        return question.patient().ages() == null
                && isOfAnotherAge(row)
                && studied != null
                && studied.oldest().inYears() <= OLDEST_CHILD;
    }

    private static boolean isOfAnotherAge(Evidence row) {
        return row.fit() instanceof PopulationFit.Indirect fit
                && !Collections.disjoint(
                        fit.gaps(),
                        List.of(
                                PopulationFit.Gap.AGE,
                                PopulationFit.Gap.ADULT_FOR_CHILD,
                                PopulationFit.Gap.CHILD_FOR_ADULT));
    }

    private boolean isOfUnknownAge(Evidence row, Claim claim) {
        AgeRange asked = question.patient().ages();
        return asked != null
                && asked.youngest().inYears() >= Patient.ADULT_FROM_YEARS
                && claim.kind() == Claim.Kind.FINDING
                && row.study().population().ages() == null
                && (claim.population() == null || claim.population().ages() == null);
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
    /// is false. Where a diagnosis is sought, no treatment or course helps either. A warning to them
    /// helps where it warns of what the question names: fever among the red flags of back pain tells
    /// nothing on a baby with fever.
    private boolean readsBackwards(Utterance one) {
        if (!isOfAnotherCondition(one.row())) {
            return false;
        }
        if (one.claim().kind() == Claim.Kind.WARNING) {
            return !treatments.warnsOf(one.claim(), question);
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
