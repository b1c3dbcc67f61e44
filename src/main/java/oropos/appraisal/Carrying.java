package oropos.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.Evidence.MayCarry;
import oropos.appraisal.Evidence.SetAside;
import oropos.appraisal.PopulationFit.Gap;
import oropos.library.Claim;
import oropos.library.Design;
import oropos.library.Held;
import oropos.library.Passage.Role;
import oropos.library.TextKind;
import oropos.question.Patient;
import oropos.terminology.AgeRange;

/// Whether a passage may carry the bottom line (promise P3, and the guards for pregnancy, newborns
/// and sex).
///
/// A benefit shown in other people can mislead into treating; a harm shown in other people warns.
/// So the people of a source limit the first and only badge the second.
final class Carrying {

    private Carrying() {}

    /// Whether any of the ages asked about lies under the line of promise P3.
    static boolean reachesBelowAdultEvidence(Patient patient) {
        AgeRange ages = patient.ages();
        return ages != null && ages.youngest().inYears() < Patient.NO_ADULT_EVIDENCE_BELOW_YEARS;
    }

    static MayCarry of(
            Held held,
            PopulationFits.Compared people,
            Patient patient,
            @Nullable SetAside setAside,
            @Nullable String ruledOut) {
        String never = never(held, setAside, ruledOut);
        if (never != null) {
            return new MayCarry(false, false, List.of(never));
        }
        Claim claim = held.passage().claim();
        if (claim != null && claim.kind() == Claim.Kind.RECOMMENDATION && elsewhere(people)) {
            return new MayCarry(
                    false,
                    false,
                    List.of("a recommendation for another population: " + words(people)));
        }
        List<String> bars = new ArrayList<>();
        barred(held, people, patient, bars);
        boolean benefit = bars.isEmpty();
        List<String> reasons = new ArrayList<>(bars);
        remarks(held, people, patient, claim, reasons);
        if (held.source().textKind() == TextKind.SUMMARY_OF_SECONDARY) {
            reasons.add(
                    "summary of a secondary page: never alone until a reviewer read the original");
            return new MayCarry(false, false, true, reasons);
        }
        return new MayCarry(benefit, true, reasons);
    }

    private static @Nullable String never(
            Held held, @Nullable SetAside setAside, @Nullable String ruledOut) {
        if (ruledOut != null) {
            return ruledOut;
        }
        if (setAside != null) {
            return setAside.words();
        }
        if (held.passage().role() == Role.TITLE || held.passage().role() == Role.QUESTION) {
            return "a title or a question asserts nothing";
        }
        return switch (held.study().design()) {
            case LABORATORY -> "no study in people";
            case OPINION -> "an opinion without data";
            case BOARD_OVERVIEW -> "what the board says of other sources";
            case PRACTICE_GUIDELINE,
                    POSITION,
                    REGULATOR,
                    SYSTEMATIC_REVIEW,
                    RANDOMISED_TRIAL,
                    CONTROLLED_TRIAL,
                    SINGLE_ARM_TRIAL,
                    COHORT,
                    CASE_CONTROL,
                    CROSS_SECTIONAL,
                    DIAGNOSTIC,
                    CASE_SERIES,
                    CASE_REPORT,
                    NARRATIVE_REVIEW,
                    DRUG_LABEL,
                    TEXTBOOK,
                    PATIENT_INFORMATION,
                    UNSTATED ->
                    null;
        };
    }

    /// A recommendation for women of 40 to 59 says nothing to one of 72: another age band, on the
    /// same side of childhood.
    private static boolean elsewhere(PopulationFits.Compared people) {
        return people.agesApart()
                && !people.has(Gap.ADULT_FOR_CHILD)
                && !people.has(Gap.CHILD_FOR_ADULT);
    }

    private static void barred(
            Held held, PopulationFits.Compared people, Patient patient, List<String> bars) {
        if (people.has(Gap.ADULT_FOR_CHILD) && reachesBelowAdultEvidence(patient)) {
            bars.add("adults only, asked about a child under 13");
        }
        if (people.has(Gap.CHILD_FOR_ADULT)) {
            bars.add("children only, asked about an adult");
        }
        if (people.newbornsLeftOut()) {
            bars.add("asked about a newborn, whom the source does not cover");
        } else if (patient.isChild() && people.agesApart() && people.has(Gap.AGE)) {
            bars.add("children of another age");
        }
        if (people.has(Gap.SEX)) {
            bars.add("the other sex only");
        }
        if (people.has(Gap.PREGNANCY)) {
            bars.add(
                    Boolean.TRUE.equals(patient.pregnant())
                            ? "leaves out pregnancy or does not speak of it"
                            : "pregnancy only, which the question does not state");
        }
        if (!people.statesAges()
                && reachesBelowAdultEvidence(patient)
                && !ChildWords.in(held.source().title(), held.passage().text())) {
            bars.add("does not say whether children were among its people");
        }
        if (held.study().design() == Design.CASE_REPORT) {
            bars.add("a single case shows no benefit");
        }
    }

    private static void remarks(
            Held held,
            PopulationFits.Compared people,
            Patient patient,
            @Nullable Claim claim,
            List<String> reasons) {
        if (held.source().newerEdition() != null) {
            // Said with the statement, not barred: clinical-rules, "age of evidence".
            reasons.add("a newer edition is known: " + held.source().newerEdition());
        }
        if (people.has(Gap.ADULT_FOR_CHILD) && !reachesBelowAdultEvidence(patient)) {
            reasons.add("from adults: one step down");
        }
        if (people.has(Gap.CONDITION)) {
            reasons.add(words(people));
        }
        if (claim != null) {
            claim.when().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .filter(fact -> !patient.facts().containsKey(fact.getKey()))
                    .forEach(fact ->
                            reasons.add(
                                    "holds only where "
                                            + fact.getKey()
                                            + " is "
                                            + fact.getValue()
                                            + "; not told"));
        }
        if (!held.study().designCertain()) {
            reasons.add("design uncertain: " + held.study().designReason());
        }
    }

    private static String words(PopulationFits.Compared people) {
        return switch (people.fit()) {
            case PopulationFit.Direct ignored -> "";
            case PopulationFit.Unstated ignored -> "population not stated";
            case PopulationFit.Indirect indirect -> indirect.difference();
        };
    }
}
