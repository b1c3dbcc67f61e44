package oropos.library;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// MeSH age groups told by ages in numbers: ranges, means with their deviations, bounds and single ages.
///
/// It reads who was there and not who was let in, as an indexer does; a number that is not said to be an age
/// is none.
final class GroupsStated {

    /// People within this many standard deviations of a mean count as there: four of five of them.
    private static final double DEVIATIONS = 1.3;

    /// Years to both sides of an adults' mean without a deviation.
    private static final double AROUND_ADULTS = 14;

    /// Share to both sides of a child's mean without a deviation.
    private static final double AROUND_CHILDREN = .4;

    /// From here on a mean is of adults, and its lower side stays among them.
    private static final double ADULTS = 19;

    private static final double ADULT_MEAN = 25;

    /// Years above a lower bound ("65 years or older") that are surely meant.
    private static final double ABOVE_BOUND = 15;

    private static final double AGED_END = 79;

    private static final String N = "(\\d{1,3}(?:\\.\\d{1,2})?)";
    private static final String U = "(years?|yrs?|y|months?|mo|weeks?|wks?|days?)";
    private static final Pattern UNIT = p(U);
    private static final Pattern AGE =
            p(
                    "\\bage[ds]?\\b|[- ]olds?\\b|years? of age|\\bold\\b|\\b(?:children|infants) (?:under|below|over|above) ");
    private static final Pattern CHANCE =
            p("\\bp(?:[- ]values?)?\\h{0,2}[<=>\u2264\u2265]=?\\h{0,2}0?\\.\\d+");
    private static final Pattern YEARS_AND_MONTHS =
            p("\\b(\\d{1,2}) ?(?:years?|yrs?),? (?:and )?(\\d{1,2}) ?(?:months?|mo)\\b");

    private static final Pattern RANGE =
            p(
                    N
                            + "[- ]?"
                            + U
                            + "?(?: old)?\\s?(?:-|\u2013|\u2014|to|through|and)\\s?"
                            + N
                            + "[- ]?"
                            + U
                            + "?\\b");
    private static final Pattern BEFORE_RANGE =
            p("\\bage[ds]?\\b[^;()]*$|rang(?:e|ed|ing)[^;]{0,12}$");
    private static final Pattern AFTER_RANGE = p("^[- ]?(?:old|of age)");
    private static final Pattern OTHER_RANGE =
            p(
                    "follow|duration|weeks? (?:later|after)|period|\\bci\\b|confidence|%|\\bbmi|gestation|score|early");
    private static final Pattern DEVIATION =
            p(
                    N
                            + "\\s?(?:years?|yrs?|months?|mo|weeks?|days?)?\\s?(?:\u00b1|\\+/-|\\+-|\\(SD,? ?=?|\\(\\s?(?:\u00b1|\\+/-))\\s?"
                            + N
                            + "\\s?"
                            + U
                            + "?");
    private static final Pattern MEAN =
            p(
                    "\\b(?:mean|median|average)\\b[^.;]{0,45}?\\bages?\\b[^.;\\d]{0,40}?"
                            + N
                            + "\\s?"
                            + U
                            + "?|\\bages?\\b[^.;\\d]{0,30}\\b(?:mean|median|average)[^.;\\d]{0,15}"
                            + N
                            + "\\s?"
                            + U
                            + "?");
    private static final List<Pattern> FROM =
            List.of(
                    p(
                            "(?:\u2265|>=?|over|above|at least|older than|from)\\s?(?:the age of )?"
                                    + N
                                    + "[- ]?"
                                    + U
                                    + "?"),
                    p("\\bage[ds]? (?:of )?" + N + "\\s?(?:\\+|plus\\b)\\s?" + U + "?"),
                    p(
                            "\\b"
                                    + N
                                    + "[- ]?"
                                    + U
                                    + "?(?: of age| old)?,? (?:and|or) (?:older|over|above|more)"));
    private static final Pattern TO =
            p(
                    "(?:\u2264|<=?|under|below|younger than|less than|up to)\\s?(?:the age of )?"
                            + N
                            + "[- ]?"
                            + U
                            + "?");
    private static final Pattern EXACT =
            p(
                    N
                            + "[- ]"
                            + U
                            + "[- ]olds?\\b|\\baged "
                            + N
                            + "(?!\\d|\\s?(?:-|\u2013|to|and|\u00b1))\\s?"
                            + U
                            + "?");

    /// "A mean age of 2 years older than" is a difference.
    private static final Pattern COMPARED =
            p("\\W{0,3}(?:years? )?(?:older|younger|higher|lower|more|less)\\b");

    private static final Pattern WORD_OF_AGE = p("\\bage");
    private static final Pattern SPOKEN_OF_AGE = p("\\bage[ds]?\\b|\\bold\\b");
    private static final Pattern FROM_PEOPLE =
            p("\\bage[ds]?\\b|old\\b|of age|older|women|men\\b|patients|adults");
    private static final Pattern TO_PEOPLE = p("\\bage[ds]?\\b|old\\b|of age|children|infants");

    private GroupsStated() {}

    private static Pattern p(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    static boolean in(String title, String text, Set<MeshGroup> found) {
        boolean stated = false;
        List<String> sentences = new ArrayList<>(List.of(title));
        sentences.addAll(List.of(text.split("(?<=[.!?])\\s+(?=[A-Z\\d])|\\n+")));
        for (String written : sentences) {
            String sentence = withWholeYears(CHANCE.matcher(written).replaceAll(" "));
            boolean aboutAges = AGE.matcher(sentence).find();
            boolean gestation = sentence.contains("gestation") && !sentence.contains("years");
            if (aboutAges && !gestation) {
                stated |= spread(sentence, found);
                stated |= !stated && mean(sentence, found);
                stated |= bounds(sentence, found);
                stated |= !stated && exact(sentence, found);
            }
        }
        return stated;
    }

    /// "8 years 8 months" as "8.67 years": one age, not two.
    private static String withWholeYears(String sentence) {
        return YEARS_AND_MONTHS
                .matcher(sentence)
                .replaceAll(match ->
                        new BigDecimal(match.group(2))
                                        .divide(BigDecimal.valueOf(12), 2, RoundingMode.HALF_UP)
                                        .add(new BigDecimal(match.group(1)))
                                + " years");
    }

    private static boolean spread(String sentence, Set<MeshGroup> found) {
        boolean stated = false;
        for (Matcher match = RANGE.matcher(sentence); match.find(); ) {
            boolean ofAge =
                    BEFORE_RANGE.matcher(around(sentence, match, 45, 0)).find()
                            || AFTER_RANGE
                                    .matcher(
                                            sentence.substring(
                                                    match.end(),
                                                    Math.min(sentence.length(), match.end() + 10)))
                                    .find();
            String unit = match.group(4) == null ? match.group(2) : match.group(4);
            boolean other =
                    !ofAge
                            || OTHER_RANGE.matcher(around(sentence, match, 30, 12)).find()
                            || (unit == null
                                    && !WORD_OF_AGE
                                            .matcher(around(sentence, match, 45, 16))
                                            .find());
            double youngest = years(match.group(1), match.group(2) == null ? unit : match.group(2));
            double oldest = years(match.group(3), unit);
            if (!other && oldest <= MeshGroup.OLDEST && youngest <= oldest) {
                stated |= add(found, youngest, oldest);
            }
        }
        for (Matcher match = DEVIATION.matcher(sentence); match.find(); ) {
            if (SPOKEN_OF_AGE.matcher(around(sentence, match, 50, 15)).find()) {
                String unit = match.group(3) == null ? unitIn(match.group()) : match.group(3);
                double mean = years(match.group(1), unit);
                double spread = DEVIATIONS * years(match.group(2), unit);
                double youngest = mean - spread;
                if (mean < MeshGroup.OLDEST) {
                    stated |=
                            add(
                                    found,
                                    Math.max(mean >= ADULT_MEAN ? ADULTS : 0, youngest),
                                    mean + spread);
                }
            }
        }
        return stated;
    }

    private static boolean mean(String sentence, Set<MeshGroup> found) {
        boolean stated = false;
        for (Matcher match = MEAN.matcher(sentence); match.find(); ) {
            boolean first = match.group(1) != null;
            double mean =
                    years(
                            first ? match.group(1) : match.group(3),
                            first ? match.group(2) : match.group(4));
            if (mean < MeshGroup.OLDEST
                    && !COMPARED.matcher(sentence)
                            .region(match.end(), sentence.length())
                            .lookingAt()) {
                stated |=
                        mean >= ADULTS
                                ? add(
                                        found,
                                        Math.max(ADULTS, mean - AROUND_ADULTS),
                                        Math.min(mean + AROUND_ADULTS, 100))
                                : add(
                                        found,
                                        mean * (1 - AROUND_CHILDREN),
                                        mean * (1 + AROUND_CHILDREN));
            }
        }
        return stated;
    }

    private static boolean bounds(String sentence, Set<MeshGroup> found) {
        boolean stated = false;
        for (Pattern pattern : FROM) {
            for (Matcher match = pattern.matcher(sentence); match.find(); ) {
                String around = around(sentence, match, 25, 14);
                double bound = years(match.group(1), match.group(2));
                boolean ofAge =
                        FROM_PEOPLE.matcher(around).find()
                                && (match.group(2) != null || WORD_OF_AGE.matcher(around).find());
                if (ofAge && bound >= 1 && bound <= 95) {
                    stated |= add(found, bound, Math.max(AGED_END, bound + ABOVE_BOUND));
                }
            }
        }
        for (Matcher match = TO.matcher(sentence); match.find(); ) {
            String around = around(sentence, match, 25, 14);
            double bound = years(match.group(1), match.group(2));
            boolean named = WORD_OF_AGE.matcher(around).find();
            boolean ofAge =
                    TO_PEOPLE.matcher(around).find()
                            && (match.group(2) != null || named)
                            && (bound <= ADULT_MEAN || named);
            if (ofAge && bound >= (match.group(2) == null ? 1 : .01) && bound <= 70) {
                stated |= add(found, bound <= ADULTS ? 0 : ADULTS, bound - .01);
            }
        }
        return stated;
    }

    private static boolean exact(String sentence, Set<MeshGroup> found) {
        boolean stated = false;
        for (Matcher match = EXACT.matcher(sentence); match.find(); ) {
            boolean first = match.group(1) != null;
            double age =
                    years(
                            first ? match.group(1) : match.group(3),
                            first ? match.group(2) : match.group(4));
            if (age < MeshGroup.OLDEST) {
                stated |= add(found, age, age + .01);
            }
        }
        return stated;
    }

    private static String around(String sentence, Matcher match, int before, int after) {
        int from = Math.max(0, match.start() - before);
        int to = after == 0 ? match.start() : Math.min(sentence.length(), match.end() + after);
        return sentence.substring(from, to);
    }

    private static boolean add(Set<MeshGroup> found, double youngest, double oldest) {
        boolean any = false;
        for (MeshGroup group : MeshGroup.values()) {
            if (group.isIn(youngest, oldest)) {
                found.add(group);
                any = true;
            }
        }
        return any;
    }

    private static @Nullable String unitIn(String words) {
        Matcher unit = UNIT.matcher(words);
        return unit.find() ? unit.group(1) : null;
    }

    private static double years(String number, @Nullable String unit) {
        double value = new BigDecimal(number).doubleValue();
        String low = unit == null ? "y" : unit.toLowerCase(Locale.ROOT);
        if (low.startsWith("mo")) {
            return value / 12;
        }
        if (low.startsWith("w")) {
            return value / 52;
        }
        return low.startsWith("d") ? value / 365 : value;
    }
}
