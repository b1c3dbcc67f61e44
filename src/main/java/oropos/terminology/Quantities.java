package oropos.terminology;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers with their units.
public final class Quantities {

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.])-?\\d++(?:\\.\\d++)?(?:\\s?(%|mg/kg|mg|g|mcg|mL|kg))?");

    private Quantities() {}

    public static List<Quantity> in(String text) {
        Plain plain = Plain.of(text);
        List<Quantity> found = new ArrayList<>();
        Matcher numbers = NUMBER.matcher(plain.text());
        while (numbers.find()) {
            String unit = numbers.group(1);
            String all = numbers.group();
            String value =
                    unit == null ? all : all.substring(0, all.length() - unit.length()).strip();
            found.add(new Quantity(value, unit, plain.span(numbers.start(), numbers.end())));
        }
        return found;
    }
}
