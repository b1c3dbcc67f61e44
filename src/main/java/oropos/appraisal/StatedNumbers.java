package oropos.appraisal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Sentences;
import oropos.terminology.Span;

/// The numbers a text states of an effect, as typed fields, each with its exact place.
///
/// An effect is taken only with its interval, and only where the value lies inside: a number beside two
/// others that do not enclose it is something else. Nothing is calculated. The reading knows neither
/// which outcome nor which groups an effect compares; the sentence says that.
///
/// @param effects in the order of the text
/// @param events in the order of the text
public record StatedNumbers(List<Effect> effects, List<Events> events) {

    /// An effect with its interval.
    ///
    /// @param measure "odds ratio", "difference" ...; "not named" where the sentence before it names none
    /// @param level of the interval in per cent, 95 where none is named
    /// @param span from the value to the end of the interval
    public record Effect(
            String measure,
            BigDecimal value,
            BigDecimal low,
            BigDecimal high,
            int level,
            Span span) {}

    /// People with something among those counted: "9/30".
    public record Events(int people, int of, Span span) {}

    /// Fewer counted than this, and "1/2" is a share or a step, not a count of people.
    private static final int LEAST = 4;

    private static final String NUMBER =
            "([-\u2212\u2013]?(?>\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d++)(?:[.\u00b7]\\d++)?+)";

    private static final Pattern NAMED =
            Pattern.compile(
                    "\\bCIs?\\b|\\b[Cc]onfidence intervals?\\b|\\b[Cc]redible intervals?\\b");

    private static final Pattern EFFECT =
            Pattern.compile(
                    "(?<![\\d.,/])"
                            + NUMBER
                            + "(?:\\s?(?:%|\u00b0|[A-Za-z]+(?:/[a-z]+)?)){0,3}\\s?(?:\\(\\d[\\d,]*/\\d[\\d,]*)?"
                            + "[\\s,;:=()\\[\\]]{0,6}(?:reduction[\\s,;:=()\\[\\]]{0,4})?"
                            + "(?:(?:9\\d(?:\\.\\d)?)\\s?%[- ]?(?:CI|[Cc]onfidence [Ii]nterval)s?(?:\\s?\\[CI\\])?[\\s,;:=of()\\[\\]]{0,6}|CI[\\s,;:=()\\[\\]]{0,5})?"
                            + "[\u00a3$\u20ac]?"
                            + NUMBER
                            + "\\s?%?\\s?(?:to|,|;|\u2013|-|\u2014|\u2212|and)\\s?[\u00a3$\u20ac]?"
                            + NUMBER
                            + "(?![\\d/]|\\.\\d)");

    private static final Pattern LEVEL = Pattern.compile("\\b(9\\d)(?:\\.\\d)?\\s?%");

    private static final Pattern MEASURE =
            Pattern.compile(
                    "\\b(?:(odds ratio|a?OR)|(hazard ratio|a?HR)|(relative risk|risk ratio|a?RR|rate ratio|IRR|LPR|prevalence ratio)"
                            + "|(standardi[sz]ed mean difference|SMD)|(mean difference|difference|MD|WMD)|(risk difference|RD|ARR)"
                            + "|(reduc(?:tion|ed|es?)|lower|higher|increased?|decreased?))\\b");

    private static final List<String> MEASURES =
            List.of(
                    "odds ratio",
                    "hazard ratio",
                    "risk or rate ratio",
                    "standardised difference",
                    "difference",
                    "risk difference",
                    "relative or absolute change");

    private static final Pattern COUNT =
            Pattern.compile(
                    "(?<![\\d/.,])(\\d{1,3}(?:,\\d{3})+|\\d+)\\s?(?:/|\\b(?:out )?of(?: the)? |(?: [a-z]+){0,3} among (?:the )?)\\s?(\\d{1,3}(?:,\\d{3})+|\\d+)(?![\\d/]|[.,]\\d|\\s?(?:mg|ml|%|years?|months?|weeks?|days?))");

    public StatedNumbers {
        effects = List.copyOf(effects);
        events = List.copyOf(events);
    }

    public static StatedNumbers in(String text) {
        List<Effect> effects = new ArrayList<>();
        List<Events> events = new ArrayList<>();
        for (Span sentence : Sentences.of(text)) {
            String words = sentence.of(text);
            Matcher named = NAMED.matcher(words);
            if (named.find()) {
                effects(words, sentence.start(), effects);
            }
            Matcher count = COUNT.matcher(words);
            while (count.find()) {
                long people = whole(count.group(1));
                long of = whole(count.group(2));
                if (people <= of && of > LEAST && of <= Integer.MAX_VALUE) {
                    events.add(
                            new Events(
                                    (int) people,
                                    (int) of,
                                    new Span(count.start(), count.end())
                                            .shifted(sentence.start())));
                }
            }
        }
        return new StatedNumbers(effects, events);
    }

    private static void effects(String words, int at, List<Effect> effects) {
        Matcher matcher = EFFECT.matcher(words);
        int from = 0;
        while (from < words.length() && matcher.find(from)) {
            BigDecimal value = number(matcher.group(1));
            BigDecimal low = number(matcher.group(2));
            BigDecimal high = number(matcher.group(3));
            boolean inside =
                    low.compareTo(value) <= 0
                            && value.compareTo(high) <= 0
                            && low.compareTo(high) < 0;
            if (!inside) {
                from = matcher.end(1);
                continue;
            }
            Matcher level = LEVEL.matcher(words);
            effects.add(
                    new Effect(
                            measure(words.substring(0, matcher.start())),
                            value,
                            low,
                            high,
                            level.find() ? Integer.parseInt(level.group(1)) : 95,
                            new Span(matcher.start(1), matcher.end()).shifted(at)));
            from = matcher.end();
        }
    }

    private static String measure(String before) {
        Matcher matcher = MEASURE.matcher(before);
        String last = "not named";
        while (matcher.find()) {
            for (int group = 1; group <= MEASURES.size(); group++) {
                if (matcher.group(group) != null) {
                    last = MEASURES.get(group - 1);
                }
            }
        }
        return last.toLowerCase(Locale.ROOT);
    }

    private static BigDecimal number(String words) {
        return new BigDecimal(
                words.replace('\u2212', '-')
                        .replace('\u2013', '-')
                        .replace('\u00b7', '.')
                        .replace(",", ""));
    }

    private static long whole(String words) {
        String digits = words.replace(",", "");
        return digits.length() > 9 ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
