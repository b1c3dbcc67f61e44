package oropos.question;

import org.jspecify.annotations.Nullable;

/// A dangerous sign found in the question by rule, before any search.
///
/// @param rule id of the rule that spoke
/// @param sign what it is, at most 90 characters, for the first line
/// @param action what to do, never folded away
/// @param more what stands behind the first line when it is opened, or empty
/// @param quote the words of the question it was found in
/// @param reviewed whether a clinician signed the rule; false until one did
/// @param evidence keys of library passages or pages the rule rests on, as the rule file names them
/// @param section key of the answer section this sign's own findings are looked for, or null
public record Urgent(
        String rule,
        Severity severity,
        String sign,
        String action,
        String more,
        String quote,
        boolean reviewed,
        java.util.List<String> evidence,
        @Nullable String section) {

    /// How soon.
    public enum Severity {
        NOW("now"),
        SAME_DAY("sameDay"),
        URGENT("urgent");

        private final String code;

        Severity(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public Urgent {
        evidence = java.util.List.copyOf(evidence);
    }
}
