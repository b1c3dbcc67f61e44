package oropos.terminology;

import org.jspecify.annotations.Nullable;

/// A number as it stands in a text.
///
/// @param value the number in one spelling, so that two texts can be compared: no thousands
///     separators, `-` for every minus, ranges `a-b` as `a to b`, `16 of 19` as `16/19`, a
///     comparison sign in front (`<0.001`)
/// @param unit as written, in one spelling (`%`, `mg/kg`), or null
/// @param span value and unit
public record Quantity(String value, @Nullable String unit, Span span) {}
