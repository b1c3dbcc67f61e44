package oropos.library;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Language codes as records write them (NLM: three letters, bibliographic, "ger") in the form the
/// library keeps: ISO 639-1 where there is one ("de"), else as given.
public final class Languages {

    /// What stands where a record names no single language ("und", "mul", "zxx" in ISO 639-2).
    public static final String UNDETERMINED = "und";

    /// ISO 639-2 bibliographic codes that differ from the terminological ones Java knows
    /// (Library of Congress, *Codes for the Representation of Names of Languages*).
    private static final Map<String, String> BIBLIOGRAPHIC =
            Map.ofEntries(
                    Map.entry("alb", "sq"),
                    Map.entry("arm", "hy"),
                    Map.entry("baq", "eu"),
                    Map.entry("bur", "my"),
                    Map.entry("chi", "zh"),
                    Map.entry("cze", "cs"),
                    Map.entry("dut", "nl"),
                    Map.entry("fre", "fr"),
                    Map.entry("geo", "ka"),
                    Map.entry("ger", "de"),
                    Map.entry("gre", "el"),
                    Map.entry("ice", "is"),
                    Map.entry("mac", "mk"),
                    Map.entry("may", "ms"),
                    Map.entry("per", "fa"),
                    Map.entry("rum", "ro"),
                    Map.entry("scr", "hr"),
                    Map.entry("scc", "sr"),
                    Map.entry("slo", "sk"),
                    Map.entry("tib", "bo"),
                    Map.entry("wel", "cy"));

    private static final Map<String, String> TERMINOLOGICAL = terminological();

    private Languages() {}

    /// The first of the codes, in the form the library keeps; "en" where there is none.
    public static String code(List<String> codes) {
        return codes.stream()
                .filter(code -> !code.isBlank())
                .findFirst()
                .map(Languages::code)
                .orElse("en");
    }

    /// "eng", "EN", "en-GB" are "en".
    public static String code(String code) {
        String lower = code.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        if (!lower.matches("[a-z]{2,3}")) {
            return UNDETERMINED;
        }
        String two = BIBLIOGRAPHIC.get(lower);
        return two != null ? two : TERMINOLOGICAL.getOrDefault(lower, lower);
    }

    private static Map<String, String> terminological() {
        Map<String, String> codes = new HashMap<>();
        for (String two : Locale.getISOLanguages()) {
            codes.put(Locale.of(two).getISO3Language(), two);
        }
        return Map.copyOf(codes);
    }
}
