package oropos.library;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one passage of a guideline-form document asserts, in typed fields beside its words.
///
/// @param kind what sort of assertion it is
/// @param section where in an answer it belongs: one of the keys of the section plans
/// @param about what it is about, for search and titles
/// @param intervention drug, procedure or service, or null
/// @param comparator what it was compared with, or null
/// @param outcome what was measured, or null
/// @param direction which way the assertion points, or null
/// @param strength the issuer's own word or grade ("consider", "strong", "B"), or null
/// @param certainty the issuer's own word, or null
/// @param population whom this passage is about where it differs from the whole source, or null
/// @param when facts of the patient under which alone it holds (`mechanism` -> `lowEnergy`)
/// @param lead a short form of the passage, itself an exact span of it, for the bottom line; null
///     where the passage is short enough or must not lead
/// @param n people, where it differs from the whole source
/// @param events events counted in all arms, where stated
/// @param surrogate whether the outcome stands in for one that patients feel
/// @param plain the author's own wording of the passage for patients, or null
/// @param plainLead the same of the lead, where that says less than the passage, or null
public record Claim(
        Kind kind,
        String section,
        @Nullable String about,
        @Nullable String intervention,
        @Nullable String comparator,
        @Nullable String outcome,
        @Nullable Direction direction,
        @Nullable String strength,
        @Nullable String certainty,
        @Nullable Population population,
        Map<String, String> when,
        @Nullable String lead,
        @Nullable Integer n,
        @Nullable Integer events,
        boolean surrogate,
        @Nullable String plain,
        @Nullable String plainLead) {

    /// Without a wording for patients.
    public Claim(
            Kind kind,
            String section,
            @Nullable String about,
            @Nullable String intervention,
            @Nullable String comparator,
            @Nullable String outcome,
            @Nullable Direction direction,
            @Nullable String strength,
            @Nullable String certainty,
            @Nullable Population population,
            Map<String, String> when,
            @Nullable String lead,
            @Nullable Integer n,
            @Nullable Integer events,
            boolean surrogate) {
        this(
                kind,
                section,
                about,
                intervention,
                comparator,
                outcome,
                direction,
                strength,
                certainty,
                population,
                when,
                lead,
                n,
                events,
                surrogate,
                null,
                null);
    }

    /// What sort of assertion a passage makes.
    public enum Kind {
        RECOMMENDATION,
        FINDING,
        HARM,
        DEFINITION,
        WARNING,
        DECIDES
    }

    /// Which way an assertion points for its intervention on its outcome.
    public enum Direction {
        FAVOURS,
        AGAINST,
        NO_DIFFERENCE,
        INSUFFICIENT
    }

    public Claim {
        when = Map.copyOf(when);
    }
}
