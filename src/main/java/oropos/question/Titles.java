package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Mention.Assertion;

/// Makes the title of a question from intent, problem and patient: "Treatment of T11 and T12
/// compression fractures in an 8-year-old".
///
/// A title may leave out a qualifier of the asker ("borderline") but never puts another in its place,
/// and carries nothing that identifies a person. Public pages and addresses carry it alone.
final class Titles {

    /// Longest title, in characters.
    static final int LONGEST = 140;

    private static final int MOST_PROBLEMS = 2;

    /// "broken bones in his back": a title speaks of the back.
    private static final Pattern OWNER =
            Pattern.compile("(?i)(\\b(?:in|of|on) )(?:my|his|her|our|your|their) ");

    private Titles() {}

    /// @param head how a title of this kind begins ("Treatment of"), or null
    /// @param first the first words of the redacted question, for a question in which nothing was
    ///     recognised
    static String of(
            QuestionKind kind,
            @Nullable String head,
            Patient patient,
            List<Finding> problems,
            List<Finding> drugs,
            List<Finding> procedures,
            List<Finding> tests,
            List<Premise> premises,
            String first) {
        List<Finding> had = kind == QuestionKind.PREVENTION ? had(problems, first) : List.of();
        List<String> told =
                told(kind, problems.stream().filter(one -> !had.contains(one)).toList(), premises);
        List<String> of = names(drugs, 3);
        List<String> done = names(procedures, 2);
        List<String> tested = names(tests, 2);
        String what =
                switch (kind) {
                    case DOSE, HARM, INTERACTION, MONITORING ->
                            about(of, about(done, about(tested, and(told), told), told), told);
                    case PROCEDURE ->
                            aimed(done.isEmpty() ? (of.isEmpty() ? tested : of) : done, told);
                    case TEST_INTERPRETATION -> about(tested, and(told), told);
                    case THERAPY, PREVENTION -> with(told, of.isEmpty() ? beside(head, done) : of);
                    case DIAGNOSIS, PROGNOSIS, CAUSE, DEFINITION ->
                            told.isEmpty() ? and(of.isEmpty() ? tested : of) : and(told);
                };
        List<String> inFamily = inFamily(kind, problems);
        if (what.isEmpty() && head != null && !inFamily.isEmpty()) {
            return shortened(
                    head + " " + and(inFamily) + " (in the family)" + PatientWords.of(patient));
        }
        if (what.isEmpty()
                || isNothingToHave(kind, told, of, done, tested)
                || problems.stream().anyMatch(Titles::isClause)) {
            return shortened(capital(SHOUTED.matcher(first).matches() ? lower(first) : first));
        }
        if (!had.isEmpty()) {
            what += " in " + and(had.stream().map(Titles::problem).toList());
        }

        boolean names = !done.isEmpty() || !of.isEmpty() || !tested.isEmpty();
        if (head == null || kind == QuestionKind.PROCEDURE && names) {
            return shortened(capital(what) + PatientWords.of(patient));
        }
        if (told.isEmpty() && kind == QuestionKind.THERAPY) {
            return shortened(capital(what) + PatientWords.of(patient));
        }
        return shortened(head + " " + what + PatientWords.of(patient));
    }

    /// What is there already is not prevented: "stroke in people with diabetes".
    private static List<Finding> had(List<Finding> problems, String first) {
        List<Finding> had =
                problems.stream()
                        .filter(one -> !one.words().isBlank())
                        .filter(one ->
                                Pattern.compile(
                                                HAVING + Pattern.quote(one.words()) + "\\b",
                                                Pattern.CASE_INSENSITIVE)
                                        .matcher(first)
                                        .find())
                        .toList();
        return had.size() < problems.size() ? had : List.of();
    }

    private static final String HAVING =
            "\\b(?:people|persons|someone|patients?|adults?|women|woman|men|man|children|child|those|boys?|girls?)"
                    + " (?:with|who have|who has|having) (?:an? )?";

    /// What one asks to be screened for is what is in the family: "my dad had colon cancer".
    private static List<String> inFamily(QuestionKind kind, List<Finding> problems) {
        return kind != QuestionKind.PREVENTION
                ? List.of()
                : problems.stream()
                        .filter(one -> one.assertion() == Assertion.FAMILY)
                        .limit(MOST_PROBLEMS)
                        .map(Titles::problem)
                        .toList();
    }

    /// "Prevention of vitamin D", "Diagnosis of denosumab": nobody prevents or diagnoses a treatment.
    private static boolean isNothingToHave(
            QuestionKind kind,
            List<String> told,
            List<String> drugs,
            List<String> done,
            List<String> tested) {
        return told.isEmpty()
                && switch (kind) {
                    case PREVENTION -> !drugs.isEmpty() || !done.isEmpty();
                    case DIAGNOSIS, PROGNOSIS, CAUSE -> !drugs.isEmpty() || !tested.isEmpty();
                    default -> false;
                };
    }

    /// "whether we hurt him" is no name of a problem.
    private static boolean isClause(Finding finding) {
        String words = finding.words().toLowerCase(Locale.ROOT);
        return words.startsWith("whether ") || words.startsWith("if ") || words.startsWith("that ");
    }

    /// The first problems; one that is only feared stands in brackets with a question mark.
    private static List<String> told(
            QuestionKind kind, List<Finding> problems, List<Premise> premises) {
        List<String> sure = new ArrayList<>();
        List<String> feared = new ArrayList<>();
        problems.stream()
                .filter(Finding::isSearched)
                .filter(finding -> !isDoubted(finding, premises))
                .filter(finding -> !isDetail(finding, problems))
                .limit(MOST_PROBLEMS)
                .forEach(
                        finding -> (isFeared(kind, finding) ? feared : sure).add(problem(finding)));
        if (sure.isEmpty() && feared.isEmpty()) {
            problems.stream()
                    .filter(Finding::isSearched)
                    .limit(1)
                    .forEach(finding -> sure.add("“" + problem(finding) + "”"));
        }
        if (sure.isEmpty() || feared.isEmpty()) {
            return sure.isEmpty() ? feared : sure;
        }
        sure.set(sure.size() - 1, sure.getLast() + " (" + and(feared) + "?)");
        return sure;
    }

    /// "osteoporotic" of "osteoporotic vertebral fracture".
    private static boolean isDetail(Finding finding, List<Finding> problems) {
        return problems.stream()
                .anyMatch(other ->
                        other != finding && finding.words().equalsIgnoreCase(other.detail()));
    }

    private static boolean isFeared(QuestionKind kind, Finding finding) {
        return kind == QuestionKind.DIAGNOSIS
                && finding.assertion() == Assertion.POSSIBLE
                && finding.detail() == null;
    }

    private static String about(List<String> of, String otherwise, List<String> told) {
        if (of.isEmpty()) {
            return otherwise;
        }
        return and(of) + (told.isEmpty() ? "" : " in " + and(told));
    }

    private static String aimed(List<String> done, List<String> told) {
        if (done.isEmpty() || told.isEmpty()) {
            return and(done.isEmpty() ? told : done);
        }
        return and(done) + " for " + and(told);
    }

    /// Without what the head of the title says already ("Vaccination against ... with vaccination").
    private static List<String> beside(@Nullable String head, List<String> done) {
        if (head == null) {
            return done;
        }
        return done.stream()
                .filter(one -> !one.regionMatches(true, 0, head, 0, Math.min(6, one.length())))
                .toList();
    }

    private static String with(List<String> told, List<String> of) {
        if (told.isEmpty()) {
            return and(of);
        }
        return and(told) + (of.isEmpty() ? "" : " with " + and(of));
    }

    /// Whether a premise doubts the very words of this finding, so that a title must not take them for
    /// granted.
    private static boolean isDoubted(Finding finding, List<Premise> premises) {
        String words = finding.words().toLowerCase(Locale.ROOT);
        return premises.stream()
                .filter(premise -> premise.kind().equals("paediatric term"))
                .anyMatch(premise -> premise.quote().toLowerCase(Locale.ROOT).contains(words));
    }

    private static List<String> names(List<Finding> findings, int most) {
        return findings.stream()
                .filter(finding ->
                        finding.assertion() != Assertion.NEGATED
                                && finding.assertion() != Assertion.FAMILY)
                .limit(most)
                .map(finding -> lower(finding.words()))
                .toList();
    }

    private static String problem(Finding finding) {
        List<String> parts = new ArrayList<>();
        if (finding.side() != null
                && !finding.words().toLowerCase(Locale.ROOT).contains(finding.side())) {
            parts.add(finding.side().equals("both") ? "bilateral" : finding.side());
        }
        String words = OWNER.matcher(noun(finding)).replaceAll("$1the ");
        if (finding.detail() != null && !words.contains(finding.detail())) {
            parts.addFirst(finding.detail());
        }
        if (!finding.levels().isEmpty()) {
            parts.add(and(finding.levels()));
            for (String level : finding.levels()) {
                words = words.replaceAll("(?i)\\b" + level + "\\b", "").strip();
            }
            words = words.replaceAll("^(?:and|,|/|-)\\s*", "").strip();
        }
        parts.add(words);
        return String.join(" ", parts).strip();
    }

    /// The words of the asker where they are a name of the thing ("heart attack"); its preferred name
    /// where they tell it in a sentence ("wets herself").
    private static String noun(Finding finding) {
        String words =
                isShoutedName(finding)
                        ? finding.words().toLowerCase(Locale.ROOT)
                        : lower(finding.words());
        if (isAdjective(finding)) {
            return lower(finding.name());
        }
        if (!TOLD_IN_A_SENTENCE.matcher(finding.words()).matches()) {
            return words;
        }
        String[] inverted = finding.name().split(", ");
        return lower(inverted.length == 2 ? inverted[1] + " " + inverted[0] : finding.name())
                .toLowerCase(Locale.ROOT);
    }

    /// "PAIN": the name itself in capitals, no abbreviation of it.
    private static boolean isShoutedName(Finding finding) {
        return finding.words().equals(finding.words().toUpperCase(Locale.ROOT))
                && finding.words().equalsIgnoreCase(finding.name())
                && !finding.words().equals(finding.name());
    }

    /// "obese" for obesity: one word that names what somebody is, not what he has.
    private static boolean isAdjective(Finding finding) {
        String words = finding.words().toLowerCase(Locale.ROOT);
        String name = finding.name().toLowerCase(Locale.ROOT);
        return !words.contains(" ")
                && !name.contains(" ")
                && !words.equals(name)
                && !words.endsWith("s")
                && name.length() > words.length()
                && ADJECTIVE.matcher(words).matches()
                && name.startsWith(words.substring(0, Math.min(4, words.length())));
    }

    private static final Pattern ADJECTIVE = Pattern.compile(".*(?:ese|ed|ic|ous|al|ile)");

    /// "wets herself", "cannot walk", "prevent falls", "keeps falling"; "PSA screening" is what is done about
    /// it.
    private static final Pattern TOLD_IN_A_SENTENCE =
            Pattern.compile(
                    "(?i).*\\b(?:her|him|my|your|it|them)self\\b.*|.*\\b(?:cannot|can't|is|are|was)\\b.*|stumbl\\p{L}+"
                            + "|(?:prevent|avoid|stop)(?:ing)?\\b.*|(?:risk|history|fear) of .*"
                            + "|(?:br(?:oke|eaks?|eaking)|tore|tearing|fracturing)\\b.*"
                            + "|(?:broken|fractured|torn|cracked|crushed|sprained|twisted|dislocated) (?:my|his|her|our|their|two|three|both|a|an|the)\\b.*|.*\\bhave\\b.*"
                            + "|(?:keeps?|has|having|fell|fallen|feels?|felt|feeling)\\b.*|.*\\b(?:often|a lot|a great deal|screening)");

    /// Lower case at the beginning, unless the word is an abbreviation or a name.
    private static String lower(String words) {
        String clean = words.replaceAll("\\s+", " ").strip();
        if (clean.length() < 2 || !Character.isUpperCase(clean.charAt(0))) {
            return clean;
        }
        boolean shouted = SHOUTED.matcher(clean).matches();
        boolean plain =
                shouted || clean.substring(1).equals(clean.substring(1).toLowerCase(Locale.ROOT));
        boolean eponym = clean.contains("'") || clean.contains("’");
        return plain && !eponym ? clean.toLowerCase(Locale.ROOT) : clean;
    }

    /// Written in capitals throughout and too long for an abbreviation: "SKIN CANCER", "NIFEDIPINE".
    private static final Pattern SHOUTED =
            Pattern.compile("(?=.*\\p{Lu}{6})[\\p{Lu}' -]+|\\p{Lu}{4,} \\p{Lu}{4,}(?: \\p{Lu}+)*");

    private static String capital(String words) {
        if (words.isEmpty()) {
            return words;
        }
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String and(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    private static String shortened(String title) {
        String one = title.replaceAll("\\s+", " ").strip();
        if (one.length() <= LONGEST) {
            return one;
        }
        int cut = one.lastIndexOf(' ', LONGEST - 1);
        return one.substring(0, cut < LONGEST / 2 ? LONGEST - 1 : cut).stripTrailing() + "…";
    }
}
