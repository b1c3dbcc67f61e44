package oropos.appraisal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.PopulationFit.Direct;
import oropos.appraisal.PopulationFit.Gap;
import oropos.appraisal.PopulationFit.Indirect;
import oropos.appraisal.PopulationFit.Unstated;
import oropos.library.Claim;
import oropos.library.Design;
import oropos.library.Population;
import oropos.library.Population.Pregnancy;
import oropos.library.Study;
import oropos.question.Patient;
import oropos.terminology.AgeRange;
import oropos.terminology.Sex;

/// Holds the people of a study against the person asked about.
///
/// Only what both sides state is compared. Every difference is worded; the gravest decides the
/// step, the others stand beside it. Where the question gives no age, a study in adults is taken to
/// be what it asks for, and one in a special group (children only, or 65 and older only) is not.
final class PopulationFits {

    /// Studies that enrol from this age on are adults' studies: "16 years or older" is a common
    /// lower bound, and such a study says nothing about a child of eight. Policy of the editors.
    static final int ADULTS_STUDIES_FROM = 16;

    /// Studies that reach no further than this age are children's studies ("4 to 19 years",
    /// "under 21"). Policy of the editors.
    static final int CHILDRENS_STUDIES_TO = 21;

    /// Aged people, as MeSH counts them (D000368): 65 years and over.
    static final int AGED_FROM = 65;

    private static final AgeRange GROWN_UP =
            AgeRange.years(Patient.ADULT_FROM_YEARS, AgeRange.OPEN_END);

    /// Newborns, as MeSH counts them (D007231): the first month, in days.
    static final int NEWBORN_DAYS = 30;

    /// Where a group is asked about ("adults"), a study in part of it fits when it covers this
    /// share of the group's years. Policy of the editors.
    static final double ENOUGH_OF_A_GROUP = 0.5;

    /// An open end counts up to here when shares are taken; MeSH's last group starts there.
    static final int OPEN_GROUPS_COUNT_TO = 80;

    private static final List<Gap> GRAVEST_FIRST = List.of(Gap.values());

    /// How a passage's people compare.
    ///
    /// @param gaps all differences, gravest first
    /// @param statesAges whether the source says how old its people were
    /// @param agesApart whether none of the ages asked about could have been studied
    /// @param newbornsLeftOut whether a newborn is asked about and the source does not cover one
    record Compared(
            PopulationFit fit,
            List<Gap> gaps,
            boolean statesAges,
            boolean agesApart,
            boolean newbornsLeftOut) {
        boolean has(Gap gap) {
            return gaps.contains(gap);
        }
    }

    private record Difference(Gap gap, String words) {}

    private PopulationFits() {}

    /// Compares a patient with the people of one passage: those its claim names, and where the claim
    /// is silent, those of the whole source.
    static Compared compare(Subject subject, Study study, @Nullable Claim claim) {
        Population whole = study.population();
        Population part = claim == null ? null : claim.population();
        boolean recommends = claim != null && claim.kind() == Claim.Kind.RECOMMENDATION;
        return compare(subject, study, part == null ? whole : within(whole, part), recommends);
    }

    /// The people of a part of a source: what the part states, else what the whole does.
    static Population within(Population whole, Population part) {
        return new Population(
                part.words().isEmpty() ? whole.words() : part.words(),
                part.ages() == null ? whole.ages() : part.ages(),
                part.sex() == null ? whole.sex() : part.sex(),
                part.pregnancy() == null ? whole.pregnancy() : part.pregnancy(),
                part.conditions().isEmpty() ? whole.conditions() : part.conditions(),
                part.ageGroups().isEmpty() ? whole.ageGroups() : part.ageGroups(),
                part.ages() == null ? whole.mixed() : part.mixed());
    }

    private static Compared compare(
            Subject subject, Study study, Population people, boolean recommends) {
        Patient patient = subject.patient();
        String verb = verb(study.design());
        List<Difference> differences = new ArrayList<>();
        ages(patient, people, study, verb).ifPresent(differences::add);
        sex(patient, people, verb).ifPresent(differences::add);
        pregnancy(subject, people, verb).ifPresent(differences::add);
        for (String condition : people.conditions()) {
            condition(subject, condition, verb, recommends).ifPresent(differences::add);
        }
        leftOut(subject, people, verb).ifPresent(differences::add);
        if (differences.isEmpty() && study.design().group() != Design.Group.GUIDELINES) {
            ofOthersIllness(subject, people).ifPresent(differences::add);
        }
        differences.sort(Comparator.comparingInt(it -> GRAVEST_FIRST.indexOf(it.gap())));
        AgeRange asked = patient.ages();
        AgeRange studied = people.ages();
        boolean newborn = asked != null && asked.oldest().lastDay() <= NEWBORN_DAYS;
        return new Compared(
                fit(patient, people, differences),
                differences.stream().map(Difference::gap).distinct().toList(),
                studied != null,
                asked != null && studied != null && !studied.overlaps(asked),
                newborn && (studied == null || !studied.overlaps(Objects.requireNonNull(asked))));
    }

    private static PopulationFit fit(
            Patient patient, Population people, List<Difference> differences) {
        if (people.isUnstated()) {
            return new Unstated();
        }
        boolean agesOpen = patient.ages() != null && people.ages() == null;
        if (differences.isEmpty()) {
            return agesOpen ? new Unstated() : new Direct();
        }
        String words = String.join("; ", differences.stream().map(Difference::words).toList());
        return new Indirect(
                agesOpen ? words + "; ages not stated" : words,
                differences.getFirst().gap(),
                differences.stream().map(Difference::gap).distinct().toList());
    }

    private static Optional<Difference> ages(
            Patient patient, Population people, Study study, String verb) {
        AgeRange studied = people.ages();
        if (studied == null) {
            return Optional.empty();
        }
        AgeRange asked = patient.ages();
        if (asked == null) {
            return patient.isGrownUp()
                            && study.design() != Design.PATIENT_INFORMATION
                            && study.design() != Design.TEXTBOOK
                            && (isChildren(studied) || mixes(GROWN_UP, study, studied))
                    ? ofAges(
                            isChildren(studied) ? Gap.CHILD_FOR_ADULT : Gap.MIXED,
                            "asked about an adult",
                            studied,
                            verb)
                    : ofAges(special(studied), "asked without an age", studied, verb);
        }
        String words = "asked about " + asked;
        if (asked.overlaps(studied) && !touchesChildren(patient, asked, studied)) {
            boolean severalGroups = people.mixed() || mixes(asked, study, studied);
            return ofAges(
                    severalGroups || !covers(patient, asked, studied) ? Gap.MIXED : null,
                    words,
                    studied,
                    verb);
        }
        return ofAges(apart(asked, studied), words, studied, verb);
    }

    private static Optional<Difference> ofAges(
            @Nullable Gap gap, String words, AgeRange studied, String verb) {
        return gap == null
                ? Optional.empty()
                : Optional.of(new Difference(gap, words + ", " + verb + " " + studied));
    }

    private static @Nullable Gap special(AgeRange studied) {
        return isChildren(studied) || studied.youngest().inYears() >= AGED_FROM ? Gap.AGE : null;
    }

    private static Gap apart(AgeRange asked, AgeRange studied) {
        boolean child = asked.oldest().inYears() < Patient.ADULT_FROM_YEARS;
        boolean adult = asked.youngest().inYears() >= Patient.ADULT_FROM_YEARS;
        if (child && studied.youngest().inYears() >= ADULTS_STUDIES_FROM) {
            return Gap.ADULT_FOR_CHILD;
        }
        if (adult && isChildren(studied)) {
            return Gap.CHILD_FOR_ADULT;
        }
        return Gap.AGE;
    }

    static boolean isChildren(AgeRange studied) {
        return studied.youngest().inYears() < ADULTS_STUDIES_FROM
                && studied.oldest().inYears() <= CHILDRENS_STUDIES_TO;
    }

    /// A guideline for all ages addresses each of them; a study of all ages mixes them. For an adult
    /// the few of 13 to 17 beside the adults of a study are no mixture.
    private static boolean mixes(AgeRange asked, Study study, AgeRange studied) {
        int youngest =
                asked.youngest().inYears() >= Patient.ADULT_FROM_YEARS
                        ? Patient.NO_ADULT_EVIDENCE_BELOW_YEARS
                        : ADULTS_STUDIES_FROM;
        return switch (study.design().group()) {
            case GUIDELINES -> false;
            case REVIEWS, TRIALS, OTHER ->
                    study.design() != Design.DRUG_LABEL
                            && studied.youngest().inYears() < youngest
                            && studied.oldest().inYears() > CHILDRENS_STUDIES_TO;
        };
    }

    /// "Should adults ...?" of what is written for 3 to 18 years: that an adult may be 18 makes it none for
    /// adults.
    private static boolean touchesChildren(Patient patient, AgeRange asked, AgeRange studied) {
        return patient.age() == null
                && asked.youngest().inYears() >= Patient.ADULT_FROM_YEARS
                && isChildren(studied);
    }

    private static boolean covers(Patient patient, AgeRange asked, AgeRange studied) {
        if (studied.contains(asked)) {
            return true;
        }
        if (patient.age() != null) {
            return false;
        }
        int cap = AgeRange.years(OPEN_GROUPS_COUNT_TO, OPEN_GROUPS_COUNT_TO).youngest().firstDay();
        int end =
                Math.min(asked.oldest().lastDay(), Math.max(cap, asked.youngest().firstDay() + 1));
        double group = end - (double) asked.youngest().firstDay();
        double common =
                Math.min(end, studied.oldest().lastDay())
                        - (double)
                                Math.max(
                                        asked.youngest().firstDay(), studied.youngest().firstDay());
        return group > 0 && common / group >= ENOUGH_OF_A_GROUP;
    }

    private static Optional<Difference> sex(Patient patient, Population people, String verb) {
        Sex asked = patient.sex();
        Sex studied = people.sex();
        if (studied == null
                && people.conditions().stream().anyMatch(it -> it.startsWith("postmenopausal"))) {
            studied = Sex.FEMALE;
        }
        return asked == null || studied == null || asked == studied
                ? Optional.empty()
                : Optional.of(
                        new Difference(
                                Gap.SEX,
                                "asked about a "
                                        + (asked == Sex.FEMALE ? "female" : "male")
                                        + " patient, "
                                        + verb
                                        + (studied == Sex.FEMALE
                                                ? " female patients only"
                                                : " male patients only")));
    }

    private static Optional<Difference> pregnancy(Subject subject, Population people, String verb) {
        Patient patient = subject.patient();
        boolean pregnant = Boolean.TRUE.equals(patient.pregnant());
        Pregnancy studied = people.pregnancy();
        if (pregnant && studied != Pregnancy.ONLY) {
            return Optional.of(
                    new Difference(
                            Gap.PREGNANCY,
                            studied == Pregnancy.EXCLUDED
                                    ? "asked about pregnancy, which was left out"
                                    : studied == Pregnancy.INCLUDED
                                            ? "asked about pregnancy, which the source speaks of beside others"
                                            : "asked about pregnancy, of which the source does not speak"));
        }
        // "Does aspirin prevent pre-eclampsia?" is about pregnancy and need not say so.
        boolean isTold = patient.pregnant() == null && subject.namesTroubleOfPregnancy();
        if (!pregnant && !isTold && studied == Pregnancy.ONLY) {
            return Optional.of(
                    new Difference(
                            Gap.PREGNANCY,
                            verb
                                    + " pregnancy; the question "
                                    + (patient.pregnant() == null
                                            ? "does not say so"
                                            : "says not pregnant")));
        }
        return Optional.empty();
    }

    private static final Pattern WITHOUT =
            Pattern.compile(
                    "\\bwithout (?!signs\\b|symptoms\\b)(?:known |previous |prior |any )?(.+?)"
                            + "(?=$|[,;(]| who\\b| including\\b| at\\b| before\\b| and (?:not|are)\\b)");

    private static final Pattern OR = Pattern.compile(" (?:or|and) ");

    /// "Adults without osteoporosis or vitamin D deficiency", asked about somebody who has one.
    private static Optional<Difference> leftOut(Subject subject, Population people, String verb) {
        return WITHOUT.matcher(people.words())
                .results()
                .flatMap(found -> OR.splitAsStream(found.group(1)))
                .filter(subject::isLeftOutFor)
                .findFirst()
                .map(had ->
                        new Difference(
                                Gap.CONDITION,
                                verb + " people without " + had + Indirect.LEFT_OUT));
    }

    /// Words of a source whose people are those beside somebody ill.
    private static final Pattern BESIDE_THE_ILL =
            Pattern.compile(
                    "(?i)\\b(?:relatives?|siblings?|family|familial|offspring|born (?:to|of)|parents? with|mothers? with|children of|contacts?|exposed|carriers?|household|at risk)\\b");

    /// "I have type 1 diabetes, will my baby have it too?": what is said of children with diabetes is not said
    /// of the baby.
    private static Optional<Difference> ofOthersIllness(Subject subject, Population people) {
        return subject.tellsOnlyOthersIll() && !BESIDE_THE_ILL.matcher(people.words()).find()
                ? Optional.of(
                        new Difference(
                                Gap.CONDITION,
                                "the illness is told of somebody else, not of the patient"))
                : Optional.empty();
    }

    private static Optional<Difference> condition(
            Subject subject, String condition, String verb, boolean recommends) {
        String said =
                switch (subject.holds(condition)) {
                    case LACKED -> Indirect.DENIED;
                    case UNSAID -> "; the question does not say so";
                    // A qualifier not known of the patient makes a recommendation conditional.
                    case ONLY_WIDER ->
                            recommends ? "; the question names only the wider condition" : null;
                    case HAD -> null;
                };
        return said == null
                ? Optional.empty()
                : Optional.of(new Difference(Gap.CONDITION, all(verb, condition) + said));
    }

    private static String all(String verb, String condition) {
        return verb.startsWith("studied") ? "all had " + condition : verb + " " + condition;
    }

    private static String verb(Design design) {
        return switch (design) {
            case PRACTICE_GUIDELINE,
                    POSITION,
                    REGULATOR,
                    DRUG_LABEL,
                    TEXTBOOK,
                    PATIENT_INFORMATION,
                    OPINION,
                    BOARD_OVERVIEW ->
                    "written for";
            case SYSTEMATIC_REVIEW,
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
                    LABORATORY,
                    UNSTATED ->
                    "studied in";
        };
    }
}
