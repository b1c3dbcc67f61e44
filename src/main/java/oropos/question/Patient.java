package oropos.question;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Age;
import oropos.terminology.AgeRange;
import oropos.terminology.Sex;

/// The person asked about, as far as the question says.
///
/// @param age the age as stated, or null
/// @param ages what the age or the group word ("toddler", "elderly") spans, or null
/// @param ageWords the words it was read from, or null
/// @param sex null where not stated or implied (pregnancy implies it)
/// @param pregnant null where not stated
/// @param lactating null where not stated
/// @param facts other facts the evidence may hang on, by key of the fact list (`mechanism` ->
///     `lowEnergy`); only what was said, never assumed
public record Patient(
        @Nullable Age age,
        @Nullable AgeRange ages,
        @Nullable String ageWords,
        @Nullable Sex sex,
        @Nullable Boolean pregnant,
        @Nullable Boolean lactating,
        Map<String, String> facts) {

    /// A child is anybody under 18 (contract: Names).
    public static final int ADULT_FROM_YEARS = 18;

    /// Below this age adult-only evidence never carries a benefit in the bottom line (promise P3).
    public static final int NO_ADULT_EVIDENCE_BELOW_YEARS = 13;

    /// The fact that somebody without a told age is called a man, a wife, a grandfather.
    public static final String GROWN_UP = "grownUp";

    public static final Patient UNKNOWN = new Patient(null, null, null, null, null, null, Map.of());

    public Patient {
        facts = Map.copyOf(facts);
    }

    /// Whether all of the stated age lies under 18.
    public boolean isChild() {
        return ages != null && ages.oldest().inYears() < ADULT_FROM_YEARS;
    }

    /// Whether all of the stated age lies under the line of promise P3.
    public boolean isBelowAdultEvidence() {
        return ages != null && ages.oldest().inYears() < NO_ADULT_EVIDENCE_BELOW_YEARS;
    }

    public boolean isAdult() {
        return ages != null && ages.youngest().inYears() >= ADULT_FROM_YEARS;
    }

    /// Whether the person is an adult by a told age or by what he or she is called.
    public boolean isGrownUp() {
        return isAdult() || ages == null && facts.containsKey(GROWN_UP);
    }

    /// The same of any grown-up age where none is told.
    Patient ofAdultAge() {
        return ages != null
                ? this
                : new Patient(
                        age,
                        AgeRange.years(ADULT_FROM_YEARS, AgeRange.OPEN_END),
                        ageWords,
                        sex,
                        pregnant,
                        lactating,
                        facts);
    }

    /// Whether the question tells of somebody: by an age, or by a sex ("my daughter").
    public boolean isToldOf() {
        return ages != null || sex != null;
    }

    /// What was read of smoking, as sentences in the words guidelines use; empty where nothing was.
    public String smoking() {
        String packYears = facts.get(Smoking.PACK_YEARS);
        String stopped = facts.get(Smoking.STOPPED);
        return (packYears == null ? "" : ". Smoked " + packYears)
                + (stopped == null ? "" : ". Stopped smoking " + stopped);
    }
}
