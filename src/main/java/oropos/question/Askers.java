package oropos.question;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who asks, where the question says so outright: "I am a nurse", "my son has", "I was told by my doctor".
///
/// It is the reader an answer is for while nobody has chosen one. "My patient" and a bare "I" tell nothing:
/// clinicians write so.
public final class Askers {

    private static final Pattern ROLE =
            Pattern.compile(
                    "(?i)\\b(?:i am|i'm|i’m|speaking as|we are|as)\\s+(?:an? |the )?(?:[\\p{L}]+ ){0,2}(?<who>nurse|midwife|pharmacist|doctor|physician|gp|paediatrician|pediatrician|resident|registrar|medical student|student)\\b");

    private static final Pattern CLINICAL =
            Pattern.compile(
                    "(?i)\\b(?:my|our|this|the|a) patients?\\b|\\bpt\\b|\\b\\d{1,3} ?[MF]\\b");

    private static final Pattern CARER =
            Pattern.compile(
                    "(?i)\\b(?:my|our) (?:[\\w-]+ ){0,2}(?:son|daughter|child|baby|boy|girl|kid|toddler|newborn|grandson|granddaughter|mother|father|mum|mom|dad|wife|husband|partner|grandmother|grandfather)\\b(?!['’]s (?:patient|doctor))");

    private static final Pattern FAMILY_HISTORY =
            Pattern.compile(
                    "(?i)\\b(?:am i|should i|can i|do i|will i|i have|i am|i'm|my risk)\\b");

    private static final Pattern PATIENT =
            Pattern.compile(
                    "(?i)\\b(?:i am|i'm|as) a patient\\b|\\bmy (?:doctor|gp|consultant|surgeon|nurse) (?:says|said|told|wants|thinks|prescribed|put|gave|suggested|recommends?|has)\\b|\\bi (?:was|have been|'ve been) (?:diagnosed|told|prescribed)\\b");

    private Askers() {}

    /// The reader a question names as its asker.
    public static Optional<Reader> told(String text) {
        Matcher role = ROLE.matcher(text);
        if (role.find()) {
            return Optional.of(
                    switch (role.group("who").toLowerCase(Locale.ROOT)) {
                        case "nurse", "midwife" -> Reader.NURSE;
                        case "pharmacist" -> Reader.PHARMACIST;
                        case "resident", "registrar" -> Reader.RESIDENT;
                        case "student", "medical student" -> Reader.STUDENT;
                        default -> Reader.PHYSICIAN;
                    });
        }
        if (CLINICAL.matcher(text).find()) {
            return Optional.empty();
        }
        if (PATIENT.matcher(text).find()) {
            return Optional.of(Reader.PATIENT);
        }
        return CARER.matcher(text).find() && !FAMILY_HISTORY.matcher(text).find()
                ? Optional.of(Reader.CARER)
                : Optional.empty();
    }
}
