package oropos.review;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import oropos.answer.Answer;
import oropos.answer.UnderstoodView;

/// What makes an answer dangerous to get wrong. Any of these asks for two clinicians.
///
/// Found by words, generously: a page that is called risky without need costs a second clinician's
/// hour, one that is missed costs more.
public enum Risk {
    DOSE("a dose"),
    CHILD("children"),
    PREGNANCY("pregnancy or breastfeeding"),
    URGENT("urgent signs");

    private static final double ADULT_YEARS = 18;

    private static final Pattern AMOUNT =
            Pattern.compile(
                    "\\d\\s*(mg|mcg|µg|microgram|milligram|g|ml|iu|units?|mmol)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern CHILDREN =
            Pattern.compile(
                    "\\b(child|children|childhood|infants?|newborns?|neonat\\w*|adolescen\\w*|pa?ediatric\\w*|toddlers?|boys?|girls?)\\b");
    private static final Pattern EXPECTING =
            Pattern.compile("\\b(pregnan\\w*|lactat\\w*|breast-?feeding|fetal|foetal|fetus)\\b");

    /// MeSH age groups from newborn to adolescent.
    private static final Set<String> YOUNG =
            Set.of("D007231", "D007223", "D002675", "D002648", "D000293");

    private final String words;

    Risk(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /// What is risky about an answer.
    static Set<Risk> of(Answer answer, Collection<Answer.Statement> statements) {
        EnumSet<Risk> risks = EnumSet.noneOf(Risk.class);
        UnderstoodView.PatientView patient = answer.understood().patient();
        List<String> said =
                statements.stream().map(one -> one.text().toLowerCase(Locale.ROOT)).toList();
        if (answer.understood().kind().equals("dose")
                || said.stream().anyMatch(text -> AMOUNT.matcher(text).find())) {
            risks.add(DOSE);
        }
        if (isYoung(patient)
                || says(CHILDREN, said)
                || CHILDREN.matcher(answer.title().toLowerCase(Locale.ROOT)).find()) {
            risks.add(CHILD);
        }
        if (Boolean.TRUE.equals(patient.pregnant())
                || Boolean.TRUE.equals(patient.lactating())
                || says(EXPECTING, said)
                || EXPECTING.matcher(answer.title().toLowerCase(Locale.ROOT)).find()) {
            risks.add(PREGNANCY);
        }
        if (!answer.urgent().isEmpty()) {
            risks.add(URGENT);
        }
        return risks;
    }

    /// Whether words hold an amount, as a dose does.
    static boolean hasAmount(String words) {
        return AMOUNT.matcher(words.toLowerCase(Locale.ROOT)).find();
    }

    private static boolean says(Pattern words, List<String> said) {
        return said.stream().anyMatch(text -> words.matcher(text).find());
    }

    private static boolean isYoung(UnderstoodView.PatientView patient) {
        UnderstoodView.AgeView age = patient.age();
        return age != null && (!age.unit().equals("a") || age.value() < ADULT_YEARS)
                || patient.ageGroups().stream().anyMatch(YOUNG::contains);
    }
}
