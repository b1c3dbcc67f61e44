package oropos.question;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Age;
import oropos.terminology.Sex;

/// The patient in the words of a title: " in an 8-year-old girl", " in adults", " in pregnancy".
final class PatientWords {

    private static final Set<String> GROUPS =
            Set.of(
                    "children",
                    "adults",
                    "adolescents",
                    "teenagers",
                    "infants",
                    "newborns",
                    "neonates",
                    "toddlers",
                    "babies",
                    "women",
                    "men",
                    "girls",
                    "boys",
                    "seniors");

    private static final Set<String> PEOPLE = Set.of("elderly", "older", "middle-aged", "young");

    private PatientWords() {}

    /// Empty where nothing is known that a title could carry.
    static String of(Patient patient) {
        Age age = patient.age();
        if (age != null) {
            return " in " + article(patient, age) + old(patient, age);
        }
        if (patient.ages() != null) {
            return group(patient);
        }
        if (Boolean.TRUE.equals(patient.pregnant())) {
            return " in pregnancy";
        }
        if (isBreastfeeding(patient)) {
            return " while breastfeeding";
        }
        if (patient.sex() == null) {
            return "";
        }
        return patient.sex() == Sex.FEMALE ? " (female patient)" : " (male patient)";
    }

    private static String old(Patient patient, Age age) {
        String written = age.toString();
        String number = written.substring(0, written.indexOf(' '));
        String unit = written.substring(written.indexOf(' ') + 1).replaceAll("s$", "");
        String noun = noun(patient);
        return (isPregnant(patient)
                        ? "pregnant "
                        : isBreastfeeding(patient) ? "breastfeeding " : "")
                + number
                + "-"
                + unit
                + "-old"
                + (noun == null ? "" : " " + noun);
    }

    private static String article(Patient patient, Age age) {
        boolean vowel = age.toString().matches("(?:8|80|81|82|83|84|85|86|87|88|89|11|18) .*");
        return vowel && !isPregnant(patient) && !isBreastfeeding(patient) ? "an " : "a ";
    }

    private static boolean isPregnant(Patient patient) {
        return Boolean.TRUE.equals(patient.pregnant());
    }

    private static boolean isBreastfeeding(Patient patient) {
        return Boolean.TRUE.equals(patient.lactating());
    }

    private static String group(Patient patient) {
        String words =
                patient.ageWords() == null
                        ? String.valueOf(patient.ages())
                        : patient.ageWords().toLowerCase(Locale.ROOT).strip();
        String who =
                patient.sex() == null ? "people" : patient.sex() == Sex.FEMALE ? "women" : "men";
        if (GROUPS.contains(words)) {
            return " in " + words;
        }
        if (PEOPLE.contains(words)) {
            return " in " + words + " " + who;
        }
        if (words.equals("adult") && patient.sex() != null) {
            return patient.sex() == Sex.FEMALE ? " in a woman" : " in a man";
        }
        if (words.matches("\\p{L}+")) {
            return " in " + (words.matches("[aeiou].*") ? "an " : "a ") + words;
        }
        return words.matches("\\d+ or older") ? " in " + who + " of " + words : " (" + words + ")";
    }

    private static @Nullable String noun(Patient patient) {
        if (patient.sex() == null) {
            return null;
        }
        boolean child = patient.isChild();
        return patient.sex() == Sex.FEMALE ? (child ? "girl" : "woman") : child ? "boy" : "man";
    }
}
