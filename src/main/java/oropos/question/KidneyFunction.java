package oropos.question;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Sex;

/// Works out how well the kidneys filter where a creatinine is told and no filtration rate is.
///
/// For adults with age and sex by the creatinine equation of CKD-EPI 2021 [1], for children of 1 to 17
/// years with a height by the bedside Schwartz equation [2]; where something it needs is not told, in
/// pregnancy, on dialysis and while the kidneys are failing acutely nothing is worked out. The value is
/// always shown as computed, with the numbers that went into it; a rate that is told takes its place.
///
/// [1] Inker et al., N Engl J Med 2021;385:1737-1749; coefficients as on
/// kidney.org/ckd-epi-creatinine-equation-2021, seen 2026-11-28.
/// [2] Schwartz et al. 2009; 0.413 x height in cm / creatinine in mg/dL, ages 1 to 18, as on
/// kidney.org (creatinine-based "bedside Schwartz" equation), seen 2026-11-28. 1 mg/dL of creatinine is
/// 88.4 umol/L (BMC Geriatrics 2021, 10.1186/s12877-021-02428-y, table 1).
final class KidneyFunction {

    /// Key of the fact.
    static final String FACT = "egfrComputed";

    private static final double MICROMOL = 88.4;

    /// Creatinine, in mg/dL, outside of which a value is a slip of unit or pen and nothing is computed.
    private static final double LEAST = 0.1;

    private static final double MOST = 20;

    private static final String ACUTE = "mesh:D058186";

    private static final String CREATININE = "Creatinine";

    private static final Pattern METRIC = Pattern.compile("(\\d+(?:\\.\\d+)?) (cm|m)");

    private KidneyFunction() {}

    /// @param patient as read so far, with height where it was told
    static Optional<String> of(
            Patient patient,
            Map<String, String> told,
            List<Finding> problems,
            List<LaboratoryTests.Told> values,
            Redaction redaction) {
        if (told.containsKey("egfr")
                || told.containsKey("creatinineClearance")
                || told.containsKey("dialysis")
                || Boolean.TRUE.equals(patient.pregnant())
                || patient.age() == null
                || problems.stream().anyMatch(one -> one.id().equals(ACUTE) && one.isSearched())) {
            return Optional.empty();
        }
        List<Double> creatinine =
                values.stream()
                        .filter(one -> one.name().equals(CREATININE))
                        .filter(one -> !redaction.covers(one.span()))
                        .flatMap(one -> milligrams(one.value(), one.unit()).stream())
                        .toList();
        if (creatinine.size() != 1) {
            return Optional.empty();
        }
        double years = patient.age().inYears();
        return years >= Patient.ADULT_FROM_YEARS
                ? adult(creatinine.getFirst(), (int) years, patient.sex())
                : child(creatinine.getFirst(), years, told.get("height"));
    }

    private static Optional<Double> milligrams(String value, @Nullable String unit) {
        if (unit == null || !value.matches("\\d{1,4}(?:\\.\\d{1,2})?")) {
            return Optional.empty();
        }
        double number = Double.parseDouble(value);
        double milligrams =
                switch (unit.toLowerCase(Locale.ROOT).replace('μ', 'u').replace('µ', 'u')) {
                    case "mg/dl" -> number;
                    case "umol/l", "micromol/l" -> number / MICROMOL;
                    case "mmol/l" -> number * 1000 / MICROMOL;
                    default -> 0;
                };
        return milligrams < LEAST || milligrams > MOST ? Optional.empty() : Optional.of(milligrams);
    }

    private static Optional<String> adult(double creatinine, int years, @Nullable Sex sex) {
        if (sex == null) {
            return Optional.empty();
        }
        boolean female = sex == Sex.FEMALE;
        double middle = female ? 0.7 : 0.9;
        double ratio = creatinine / middle;
        double exponent = ratio > 1 ? -1.2 : female ? -0.241 : -0.302;
        double rate =
                142
                        * StrictMath.pow(ratio, exponent)
                        * StrictMath.pow(0.9938, years)
                        * (female ? 1.012 : 1);
        return Optional.of(
                said(
                        rate,
                        String.format(
                                Locale.ROOT,
                                "CKD-EPI 2021: 142 x (%.2f/%.1f)^%s x 0.9938^%d%s with creatinine in",
                                creatinine,
                                middle,
                                exponent,
                                years,
                                female ? " x 1.012" : "")));
    }

    private static Optional<String> child(
            double creatinine, double years, @Nullable String height) {
        double centimetres = height == null ? 0 : centimetres(height);
        if (years < 1 || centimetres < 40 || centimetres > 220) {
            return Optional.empty();
        }
        return Optional.of(
                said(
                        0.413 * centimetres / creatinine,
                        String.format(
                                Locale.ROOT,
                                "bedside Schwartz: 0.413 x %.0f cm / %.2f",
                                centimetres,
                                creatinine)));
    }

    private static double centimetres(String height) {
        Matcher metric = METRIC.matcher(height);
        if (metric.lookingAt()) {
            return Double.parseDouble(metric.group(1)) * (metric.group(2).equals("m") ? 100 : 1);
        }
        return 0;
    }

    private static String said(double rate, String how) {
        return Math.round(rate) + " mL/min/1.73 m2 (computed, " + how + ")";
    }
}
