package oropos.question;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Age;

/// The ages of several people told in a row behind the word for them: "my sons are 3 and 9", "two
/// sisters, 4 and 11", "children aged 1, 4 and 8".
///
/// @param ages in the order of the words
/// @param last the last word of the row
record AgesInARow(List<Age> ages, int last) {

    private static final Set<String> LEADS = Set.of("are", "aged", "ages", "both", "now", "of");

    private static final Set<String> NO_AGE =
            Set.of("kg", "mg", "ml", "g", "days", "hours", "times", "tablets", "puffs", "doses");

    static @Nullable AgesInARow behind(Naming naming, int noun) {
        int at = noun + 1;
        while (LEADS.contains(naming.word(at)) && at <= noun + 2) {
            at++;
        }
        List<Age> ages = new ArrayList<>();
        int last = noun;
        while (isNumber(naming.word(at)) && !naming.isNew(at, true)) {
            boolean months = naming.word(at + 1).matches("months?|mths?|mo");
            ages.add(
                    months
                            ? new Age(new BigDecimal(naming.word(at)), Age.Unit.MONTH)
                            : Age.years(Integer.parseInt(naming.word(at))));
            last = at;
            while (naming.word(last + 1).matches("years?|yrs?|months?|mths?|mo|old|yo")) {
                last++;
            }
            at = naming.word(last + 1).matches("and|or") ? last + 2 : last + 1;
        }
        boolean isOfOneUnit = ages.stream().map(Age::unit).distinct().count() == 1;
        return ages.size() < 2 || !isOfOneUnit || NO_AGE.contains(naming.word(last + 1))
                ? null
                : new AgesInARow(List.copyOf(ages), last);
    }

    private static boolean isNumber(String word) {
        return word.matches("[1-9]\\d?");
    }
}
