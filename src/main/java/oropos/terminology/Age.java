package oropos.terminology;

import java.math.BigDecimal;

/// An age as it was written: a value and its unit.
///
/// @param value zero or more; months of 30.4375 days and years of 365.25 days where they must be
///     compared
public record Age(BigDecimal value, Unit unit) {

    /// UCUM units of age: `d`, `wk`, `mo`, `a` ([UCUM](https://ucum.org), the units the HL7
    /// Infobutton guide uses for ages).
    public enum Unit {
        DAY("d", "day", 1),
        WEEK("wk", "week", 7),
        MONTH("mo", "month", 30.4375),
        YEAR("a", "year", 365.25);

        private final String ucum;
        private final String word;
        private final double days;

        Unit(String ucum, String word, double days) {
            this.ucum = ucum;
            this.word = word;
            this.days = days;
        }

        public String ucum() {
            return ucum;
        }
    }

    public Age {
        if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(50_000)) > 0) {
            throw new IllegalArgumentException(
                    "an age is not negative nor endless, but was " + value);
        }
    }

    public static Age years(int years) {
        return new Age(BigDecimal.valueOf(years), Unit.YEAR);
    }

    /// The first day of this age, in days since birth.
    public int firstDay() {
        return (int) Math.floor(value.doubleValue() * unit.days);
    }

    /// The last day of this age: a person is "8 years" until the day before the ninth birthday.
    public int lastDay() {
        return (int) Math.floor((value.doubleValue() + 1) * unit.days) - 1;
    }

    /// Completed years.
    public int inYears() {
        return (int) (value.doubleValue() * unit.days / Unit.YEAR.days + 1e-9);
    }

    @Override
    public String toString() {
        String number = value.stripTrailingZeros().toPlainString();
        return number + " " + unit.word + (number.equals("1") ? "" : "s");
    }
}
