package oropos.question;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A drug or a device somebody has to give: "our neighbour has GTN spray". Nobody new is told of, so it stands in the
/// case as what there is.
final class AtHand {

    private static final Pattern HAS =
            Pattern.compile(
                    "(?i)^((?:and|but|so|also|oh|well|ok),? )?(?:(?:my|our|the|his|her|their|a) )?(?:(?!not\\b)[\\p{L}-]+ )?(?:"
                            + String.join("|", TurnCue.rows(TurnCue.PERSON))
                            + ")(?: (?:has|have|has got|have got|got)|['\\u2019]s got)(?: still| also)? ([^.?!,;]{3,40})(?=$|[.?!,;])");

    private static final Pattern FORM =
            Pattern.compile(
                    "(?i)\\b(?:an?|some|the|his|her|their|own|old|left ?over|spare|box(?:es)?|packet|bottle|of|spray|tablets?|pills?|cream|gel|ointment|syrup|drops|pen|patch(?:es)?|at home|here|in the house|left|ready|with (?:him|her|them)|\\d+ ?mg)\\b|\\W");

    private static final Pattern DEVICE =
            Pattern.compile(
                    "(?i)(?:an?|some|the|his|her|their)? ?(?:old |spare |own )?(?:nebuli[sz]er|inhaler|spacer|oxygen|epi-?pen|defibrillator|thermometer|(?:blood pressure|bp) (?:monitor|cuff|machine)|gluco(?:se )?meter|oximeter|peak flow meter|[\\p{L}-]{3,} (?:spray|tablets?|inhaler|pen|patch(?:es)?|drops|syrup))(?: (?:at home|here|left|ready))?");

    private static final String HAND = " hand: ";

    private AtHand() {}

    /// Whether a question tells what there is in the place of who has it.
    static boolean isIn(String question, String typed) {
        return question.contains(HAND) && !typed.contains(HAND);
    }

    /// The turn without whose it is, or who says it, where that is all it tells of anybody.
    static String told(String turn, Function<String, Said> reads) {
        String asked = OfOthers.withoutSayer(turn.strip());
        if (!asked.equals(turn.strip()) && !reads.apply(asked).drugs().isEmpty()) {
            return CarriedCase.capital(asked);
        }
        Matcher has = HAS.matcher(turn.strip());
        if (!has.find() || !isADrug(has.group(2).strip(), reads)) {
            return turn;
        }
        String and = has.group(1) == null ? "" : has.group(1);
        return and
                + (and.isEmpty() ? "At" : "at")
                + HAND
                + has.group(2)
                + turn.strip().substring(has.end());
    }

    private static boolean isADrug(String thing, Function<String, Said> reads) {
        if (DEVICE.matcher(thing).matches()) {
            return true;
        }
        Said said = reads.apply(thing);
        String rest = thing;
        for (Finding drug : said.drugs()) {
            rest = rest.replace(drug.words(), " ");
        }
        return said.problems().isEmpty()
                && !said.drugs().isEmpty()
                && FORM.matcher(rest).replaceAll("").isEmpty();
    }
}
