package oropos.evaluation;

import java.util.Locale;

/// One measured number.
///
/// @param group what it belongs to ("answers, 4 at once")
/// @param name what was measured ("95th percentile")
/// @param unit "ms", "MB", "1/s", "%", or what was counted ("answers"); never empty
/// @param note how it was measured, or empty
public record Figure(String group, String name, double value, String unit, String note) {

    /// From here on figures are shown without decimals.
    private static final double WHOLE = 100;

    public Figure {
        if (group.isBlank() || name.isBlank() || unit.isBlank()) {
            throw new IllegalArgumentException(
                    "a figure has a group, a name and a unit, but was \""
                            + group
                            + "\", \""
                            + name
                            + "\", \""
                            + unit
                            + "\"");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " is a number, but was " + value);
        }
    }

    /// The number as it is shown: whole, or with one decimal where it is small.
    String shown() {
        return value == Math.rint(value) || Math.abs(value) >= WHOLE
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
