package oropos.question;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import oropos.terminology.DoseMention;

/// An amount as it is to be taken.
///
/// @param once milligrams at one time, or the whole day's where the text says only "a day"
/// @param day milligrams in a day, 0 where the text does not tell
/// @param isTotal whether the amount may be that of the whole day
/// @param words how it is said back ("24 g a day")
record Regimen(
        double once, double day, boolean isPerKg, boolean isTotal, boolean isWeekly, String words) {

    private static final int REACH = 60;

    private static final double THOUSAND = 1000;

    private static final String COUNT =
            "(\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)";
    private static final String FORM =
            "(?:tablets?|pills?|capsules?|caps|tabs|caplets|suppositories|sachets|patches|ampoules?|vials?)";
    private static final Pattern COUNTED =
            Pattern.compile("\\b" + COUNT + " ?(?:x|\u00d7|" + FORM + ")(?: of)?(?: [a-z-]+)? ?$");
    private static final Pattern COUNTED_AFTER =
            Pattern.compile("^[ ,x\u00d7]{1,3}" + COUNT + " ?" + FORM + "\\b");
    private static final Pattern AT_ONCE =
            Pattern.compile(
                    "\\b(?:at once|in one go|at a time|at the same time|together|in a single dose|as a single dose|each time|per dose|every hour|hourly|every \\w+ hours)\\b");
    private static final Pattern EVERY_HOURS =
            Pattern.compile(
                    "\\b(?:every|each|q) ?"
                            + COUNT
                            + "? ?(?:-| ?to ?)?\\d{0,2} ?(?:hours?|hrs?|h)\\b|\\bhourly\\b");
    private static final Pattern TIMES =
            Pattern.compile(
                    "\\b"
                            + COUNT
                            + " times (?:a|per|each|every) day\\b|\\b"
                            + COUNT
                            + " times daily\\b|\\b(twice|once) (?:a day|daily|per day)\\b|\\b(bd|bid|tds|tid|qds|qid|od|qd)\\b");
    private static final Pattern A_DAY =
            Pattern.compile(
                    "\\b(?:a day|daily|per day|every (?:day|morning|evening|night)|at night|nightly|each (?:day|night|morning))\\b|/day\\b");
    private static final Pattern CONCENTRATION =
            Pattern.compile(
                    "^[\\d.,]+ ?[a-z\u00b5\u03bc]+ ?(?:/|per|in) ?\\d* ?(?:ml|l|dl|litre|liter)\\b");
    private static final Pattern WEEKLY =
            Pattern.compile("\\b(?:weekly|a week|per week|every week|once weekly)\\b");
    private static final Pattern OTHER_DAYS =
            Pattern.compile(
                    "\\b(?:monthly|yearly|annually|(?:a|per|each|once a|twice a) (?:month|year)|every (?:\\w+ )?(?:weeks|months?|years?)|every other \\w+|alternate days)\\b");

    private static final Map<String, Integer> NUMBERS =
            Map.ofEntries(
                    Map.entry("once", 1),
                    Map.entry("od", 1),
                    Map.entry("qd", 1),
                    Map.entry("two", 2),
                    Map.entry("twice", 2),
                    Map.entry("bd", 2),
                    Map.entry("bid", 2),
                    Map.entry("three", 3),
                    Map.entry("tds", 3),
                    Map.entry("tid", 3),
                    Map.entry("four", 4),
                    Map.entry("qds", 4),
                    Map.entry("qid", 4),
                    Map.entry("five", 5),
                    Map.entry("six", 6),
                    Map.entry("seven", 7),
                    Map.entry("eight", 8),
                    Map.entry("nine", 9),
                    Map.entry("ten", 10),
                    Map.entry("twelve", 12),
                    Map.entry("fifteen", 15),
                    Map.entry("twenty", 20),
                    Map.entry("thirty", 30));

    private static final int HOURS = 24;

    static Optional<Regimen> of(String text, DoseMention dose) {
        String unit = dose.unit().toLowerCase(Locale.ROOT);
        String[] parts = unit.split("/");
        double factor = milligrams(parts[0]);
        boolean perKg = parts.length > 1 && parts[1].equals("kg");
        boolean perDay = parts.length > 1 && parts[parts.length - 1].matches("d|day|24 ?h");
        boolean perDose = parts.length > 1 && parts[parts.length - 1].equals("dose");
        boolean isOther = parts.length > 1 + (perKg ? 1 : 0) + (perDay ? 1 : 0) + (perDose ? 1 : 0);
        if (factor == 0 || isOther) {
            return Optional.empty();
        }
        double amount = largest(dose.amount()) * factor;
        int start = dose.span().start();
        if (CONCENTRATION.matcher(after(text, start)).find()) {
            return Optional.empty();
        }
        String before = text.substring(Math.max(0, start - REACH), start).toLowerCase(Locale.ROOT);
        String after = after(text, start);
        int count = AT_ONCE.matcher(after).find() ? count(before, after) : 1;
        double once = amount * count;
        if (WEEKLY.matcher(after).find() || OTHER_DAYS.matcher(after).find()) {
            boolean weekly = WEEKLY.matcher(after).find();
            return Optional.of(
                    new Regimen(
                            once,
                            0,
                            perKg,
                            false,
                            weekly,
                            said(once, perKg, weekly ? " a week" : "")));
        }
        double times = times(after);
        if (perDay) {
            return Optional.of(
                    new Regimen(0, once, perKg, true, false, said(once, perKg, " a day")));
        }
        if (times > 0) {
            return Optional.of(
                    new Regimen(
                            once,
                            once * times,
                            perKg,
                            times == 1,
                            false,
                            said(once * times, perKg, " a day")));
        }
        boolean daily = A_DAY.matcher(after).find();
        return Optional.of(
                new Regimen(
                        once,
                        daily ? once : 0,
                        perKg,
                        daily,
                        false,
                        said(once, perKg, daily ? " a day" : " at once")));
    }

    private static String said(double milligrams, boolean perKg, String when) {
        return DoseLimits.plain(milligrams) + (perKg ? "/kg" : "") + when;
    }

    /// What follows in the same sentence.
    private static String after(String text, int start) {
        int end = start;
        int most = Math.min(text.length(), start + 2 * REACH);
        while (end < most
                && "?!;\n".indexOf(text.charAt(end)) < 0
                && !(text.charAt(end) == '.'
                        && end + 1 < text.length()
                        && text.charAt(end + 1) == ' ')) {
            end++;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static double milligrams(String unit) {
        return switch (unit) {
            case "mg" -> 1;
            case "g" -> THOUSAND;
            case "mcg", "ug", "\u00b5g", "\u03bcg" -> 1 / THOUSAND;
            default -> 0;
        };
    }

    private static double largest(String amount) {
        double most = 0;
        var number = Pattern.compile("\\d+(?:\\.\\d+)?").matcher(amount.replace(",", ""));
        while (number.find()) {
            most = Math.max(most, Double.parseDouble(number.group()));
        }
        return most;
    }

    private static int count(String before, String after) {
        var front = COUNTED.matcher(before.stripTrailing() + " ");
        if (front.find()) {
            return numberOf(front.group(1));
        }
        var back = COUNTED_AFTER.matcher(after.replaceFirst("^[\\d.,]+ ?[a-z\u00b5\u03bc]+", ""));
        return back.find() ? numberOf(back.group(1)) : 1;
    }

    private static double times(String after) {
        var hours = EVERY_HOURS.matcher(after);
        if (hours.find()) {
            int every = hours.group(1) == null ? 1 : numberOf(hours.group(1));
            return every == 0 ? 0 : Math.max(1, (double) HOURS / every);
        }
        var times = TIMES.matcher(after);
        if (!times.find()) {
            return 0;
        }
        for (int group = 1; group <= times.groupCount(); group++) {
            if (times.group(group) != null) {
                return numberOf(times.group(group));
            }
        }
        return 0;
    }

    private static int numberOf(String word) {
        return NUMBERS.containsKey(word) ? NUMBERS.get(word) : Integer.parseInt(word);
    }
}
