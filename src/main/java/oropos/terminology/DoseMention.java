package oropos.terminology;

import org.jspecify.annotations.Nullable;

/// An amount of a drug as it stands in a text.
///
/// @param amount number or range, in the spelling of [Quantity]
/// @param unit of mass, activity or volume, also per weight or time (`mg/kg/day`)
/// @param route `intravenous`, `oral`, ... or null where none is written beside it
/// @param frequency as written ("every 6 months", "twice daily"), or null
/// @param span from the amount to the last word that belongs to it
public record DoseMention(
        String amount, String unit, @Nullable String route, @Nullable String frequency, Span span) {

    /// Whether all four parts are written. A dose that lacks one may not be shown to anybody who
    /// could act on it.
    public boolean isComplete() {
        return route != null && frequency != null;
    }
}
