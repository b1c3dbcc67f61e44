package oropos.appraisal;

import java.util.Locale;
import java.util.regex.Pattern;
import oropos.library.Design;
import oropos.library.Held;
import oropos.library.Study;

/// The kind of a study as the level and certainty tables name it: its design, and for systematic
/// reviews what they hold, for cohorts whether they start with the disease.
///
/// A systematic review is worth what is in it: one of case reports is not level 1 [1]. Only words of
/// the review itself count, and where it does not say, it is taken as less than a review of trials.
///
/// [1] OCEBM 2011 levels of evidence, "SR of RCT".
final class StudyKind {

    private static final Pattern TRIALS =
            Pattern.compile("randomi[sz]ed|randomi[sz]ation|\\brcts?\\b|placebo|\\btrials\\b");
    private static final Pattern CASES = Pattern.compile("case reports?|case series|\\bseries\\b");
    private static final Pattern COHORTS =
            Pattern.compile("cohort|observational stud|case-control|non-?randomi[sz]ed");
    private static final Pattern INCEPTION =
            Pattern.compile(
                    "inception|newly diagnosed|at (?:the time of )?diagnosis|from diagnosis");

    private StudyKind() {}

    static String of(Held held) {
        Study study = held.study();
        return switch (study.design()) {
            case SYSTEMATIC_REVIEW -> review(words(held));
            case COHORT ->
                    INCEPTION.matcher(words(held)).find()
                            ? "inceptionCohort"
                            : Design.COHORT.name();
            // set aside before anything rests on it; weighed, it would count as least
            case BOARD_OVERVIEW -> Design.OPINION.name();
            case PRACTICE_GUIDELINE,
                    POSITION,
                    REGULATOR,
                    RANDOMISED_TRIAL,
                    CONTROLLED_TRIAL,
                    SINGLE_ARM_TRIAL,
                    CASE_CONTROL,
                    CROSS_SECTIONAL,
                    DIAGNOSTIC,
                    CASE_SERIES,
                    CASE_REPORT,
                    NARRATIVE_REVIEW,
                    DRUG_LABEL,
                    TEXTBOOK,
                    PATIENT_INFORMATION,
                    LABORATORY,
                    OPINION,
                    UNSTATED ->
                    study.design().name();
        };
    }

    private static String review(String words) {
        if (CASES.matcher(words).find()) {
            return "reviewOfCases";
        }
        String withoutDenials = words.replaceAll("non-?\\s?randomi[sz]ed( trials)?", "cohort");
        if (TRIALS.matcher(withoutDenials).find()) {
            return "reviewOfTrials";
        }
        return COHORTS.matcher(words).find() ? "reviewOfCohorts" : "reviewUnstated";
    }

    private static String words(Held held) {
        return String.join(
                        " ",
                        held.source().title(),
                        held.study().designReason(),
                        held.study().population().words(),
                        held.passage().text())
                .toLowerCase(Locale.ROOT);
    }
}
