package oropos.question;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Weights in pounds and stones and heights in feet and inches as kilograms and centimetres, with what was
/// told behind: "59 kg (9 st 4 lb)", "168 cm (5 ft 6 in)".
///
/// The international pound is 0.45359237 kg and the inch 2.54 cm by definition; a stone has 14 pounds, a
/// pound 16 ounces, a foot 12 inches.
final class BodySize {

    private static final BigDecimal POUND = new BigDecimal("0.45359237");
    private static final BigDecimal INCH = new BigDecimal("2.54");
    private static final int POUNDS_OF_A_STONE = 14;
    private static final BigDecimal OUNCES_OF_A_POUND = BigDecimal.valueOf(16);
    private static final int INCHES_OF_A_FOOT = 12;

    private BodySize() {}

    static String pounds(String pounds, @Nullable String ounces) {
        BigDecimal all = new BigDecimal(pounds);
        return ounces == null
                ? kilograms(all) + " (" + pounds + " lb)"
                : kilograms(all.add(new BigDecimal(ounces).divide(OUNCES_OF_A_POUND)))
                        + " ("
                        + pounds
                        + " lb "
                        + ounces
                        + " oz)";
    }

    static String stones(String stones, @Nullable String pounds) {
        BigDecimal all =
                new BigDecimal(stones)
                        .multiply(BigDecimal.valueOf(POUNDS_OF_A_STONE))
                        .add(pounds == null ? BigDecimal.ZERO : new BigDecimal(pounds));
        return kilograms(all)
                + " ("
                + stones
                + " st"
                + (pounds == null ? "" : " " + pounds + " lb")
                + ")";
    }

    static String feet(String feet, @Nullable String inches) {
        int all =
                Integer.parseInt(feet) * INCHES_OF_A_FOOT
                        + (inches == null ? 0 : Integer.parseInt(inches));
        return INCH.multiply(BigDecimal.valueOf(all)).setScale(0, RoundingMode.HALF_UP)
                + " cm ("
                + feet
                + " ft"
                + (inches == null ? "" : " " + inches + " in")
                + ")";
    }

    private static String kilograms(BigDecimal pounds) {
        return POUND.multiply(pounds)
                        .setScale(1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " kg";
    }
}
