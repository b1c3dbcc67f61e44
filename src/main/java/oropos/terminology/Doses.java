package oropos.terminology;

import java.util.ArrayList;
import java.util.List;

/// Amounts of drugs.
public final class Doses {

    private Doses() {}

    public static List<DoseMention> in(String text) {
        List<DoseMention> found = new ArrayList<>();
        for (Quantity quantity : Quantities.in(text)) {
            String unit = quantity.unit();
            if (unit != null && !unit.equals("%")) {
                found.add(new DoseMention(quantity.value(), unit, null, null, quantity.span()));
            }
        }
        return found;
    }
}
