package oropos.terminology;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks for ages in one text: ranges and limits first, then single ages, then group words, each
/// in what the ones before left free.
final class AgeSearch {
    private static final Cues<Optional<AgeRange>> GROUPS = groups();
    private static final String N = AgeWords.NUMBER;
    private static final String U = AgeWords.UNIT;
    private static final String S = "[ -]{0,2}";

    /// "aged", "mean age of", "ages between": after it a number is an age.
    private static final String PRE =
            "(?<pre>(?:\\b(?:mean|median|average)\\s(?:\\w+\\s)?)?\\b(?:aged|ages|age)"
                    + "(?:\\s(?:of|range|ranges|ranged|ranging|groups?|is|was|were|from|between"
                    + "|at\\s\\w+)|\\s?[:=,]|\\s\\(?(?:years|range|yrs)\\)?,?){0,3}\\s?\\(?)?";

    /// "old", "of age", "yo": before it a number is an age.
    private static final String POST = "(?<post>[ -]?(?:olds?|of[ -]age)\\b)?";

    private static final Pattern BETWEEN =
            of(
                    PRE
                            + "\\bbetween\\s(?:the\\s)?(?<ages>ages?\\s(?:of\\s)?)?(?<n1>"
                            + N
                            + ")"
                            + S
                            + "(?<u1>"
                            + U
                            + ")?\\s(?:and|to)\\s(?<n2>"
                            + N
                            + ")"
                            + S
                            + "(?<u2>"
                            + U
                            + ")?"
                            + POST);
    private static final Pattern RANGE =
            of(
                    PRE
                            + "(?<![\\w./-])(?<n1>"
                            + N
                            + ")"
                            + S
                            + "(?<u1>"
                            + U
                            + ")?"
                            + S
                            + "(?:-|\\bto\\b|\\bthrough\\b)"
                            + S
                            + "(?<n2>"
                            + N
                            + ")"
                            + S
                            + "(?<u2>"
                            + U
                            + ")?"
                            + POST);
    private static final Pattern LIMIT =
            of(
                    PRE
                            + "(?<op><=|>=|<|>|\u2264|\u2265|\\b(?:under|below|less than|younger than|over"
                            + "|above|older than|more than|greater than|at least|at most|up to|no older than"
                            + "|not older than|no younger than)\\b)\\s?(?:the\\s)?(?<ages>ages?\\s(?:of\\s)?)?(?<n1>"
                            + N
                            + ")(?<s>s\\b)?"
                            + S
                            + "(?<u1>"
                            + U
                            + ")?"
                            + POST);
    private static final Pattern OR =
            of(
                    PRE
                            + "(?<![\\w./-])(?<n1>"
                            + N
                            + ")"
                            + S
                            + "(?<u1>"
                            + U
                            + ")?"
                            + POST
                            + "(?:\\s?(?<plus>\\+)|,?\\s(?:and|or)\\s(?<op>older|over|above|up|upwards|more|greater"
                            + "|younger|under|below|less)\\b)(?:\\sof age\\b)?"
                            + "(?<s>"
                            + S
                            + U
                            + ")?");
    private static final Pattern SINGLE =
            of(
                    PRE
                            + "(?<![\\w./-])(?<n1>"
                            + N
                            + ")"
                            + S
                            + "(?:(?<yo>y/?o(?![a-z])|y\\.o\\.?|yo[mf]\\b)|(?<u1>"
                            + U
                            + ")(?:,?\\s(?:and\\s)?(?<n2>"
                            + N
                            + ")"
                            + S
                            + "(?<u2>"
                            + U
                            + "))?)?"
                            + POST);
    private final String text;
    private final Plain plain;
    private final AgeContext context;
    private final BitSet taken = new BitSet();
    private final List<Ages.Found> found = new ArrayList<>();

    AgeSearch(String text, Plain plain) {
        this.text = text;
        this.plain = plain;
        this.context = new AgeContext(plain.text());
    }

    private static Pattern of(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /// Marks a stretch as no age.
    void take(Span span) {
        taken.set(span.start(), span.end());
    }

    void run() {
        each(BETWEEN, this::range);
        each(RANGE, this::range);
        each(LIMIT, this::limit);
        each(OR, this::orMore);
        each(AgesTold.HALF, this::half);
        each(SINGLE, this::single);
        each(AgesTold.NOUN, this::told);
        each(AgesTold.OF, this::told);
        each(AgesTold.IS, this::told);
        each(AgesTold.PRONOUN, this::told);
        each(AgesTold.TURNED, this::told);
        each(AgesTold.ONLY, this::withUnit);
        each(AgesTold.PART, this::part);
        each(AgesTold.LETTER, this::told);
        each(AgesTold.LETTER_FIRST, this::told);
        each(AgesTold.FIRST, this::told);
        each(AgesTold.AT, this::at);
        each(AgesTold.DECADE, this::decade);
        each(AgesTold.DECADE_OF, this::decade);
        each(AgesTold.LIFE, this::dayOfLife);
        for (Cues.Found<Optional<AgeRange>> group : GROUPS.in(plain, Token.of(plain))) {
            Span span = group.span();
            group.meaning()
                    .filter(range -> free(span))
                    .ifPresent(
                            range -> found.add(new Ages.Found(range, null, span, span.of(text))));
        }
    }

    List<Ages.Found> sorted() {
        found.sort(
                Comparator.comparingInt((Ages.Found age) -> age.span().start())
                        .thenComparingInt(age -> age.span().end()));
        return List.copyOf(found);
    }

    private interface Reader {
        @Nullable AgeRange read(Matcher match);
    }

    private void each(Pattern pattern, Reader reader) {
        Matcher match = pattern.matcher(plain.text());
        while (match.find()) {
            int end = match.end();
            while (end > match.start() && plain.text().charAt(end - 1) == ' ') {
                end--;
            }
            Span span = plain.span(trimmed(match.start()), end);
            if (!free(span)) {
                continue;
            }
            AgeRange range = reader.read(match);
            if (range != null) {
                taken.set(span.start(), span.end());
                Age exact =
                        range.youngest().equals(range.oldest()) && !isGroup(pattern)
                                ? range.youngest()
                                : null;
                found.add(new Ages.Found(range, exact, span, span.of(text)));
            }
        }
    }

    private static boolean isGroup(Pattern pattern) {
        return pattern == LIMIT
                || pattern == OR
                || pattern == AgesTold.DECADE
                || pattern == AgesTold.DECADE_OF;
    }

    private int trimmed(int start) {
        int from = start;
        while (from < plain.text().length() && " (".indexOf(plain.text().charAt(from)) >= 0) {
            from++;
        }
        return from;
    }

    private boolean free(Span span) {
        int next = taken.nextSetBit(span.start());
        return next < 0 || next >= span.end();
    }

    private static @Nullable String group(Matcher match, String name) {
        return match.namedGroups().containsKey(name) ? match.group(name) : null;
    }

    private static boolean has(Matcher match, String name) {
        return group(match, name) != null;
    }

    /// Whether the words themselves say that the number is an age.
    private static boolean isSaid(Matcher match) {
        return has(match, "pre") || has(match, "post") || has(match, "ages") || has(match, "yo");
    }

    private boolean isAge(Matcher match, boolean unit) {
        if (has(match, "post") && context.isThing(match.end())) {
            return false;
        }
        return isSaid(match) || unit && context.isPerson(match.start(), match.end());
    }

    private @Nullable AgeRange range(Matcher match) {
        String unit = match.group("u2") == null ? match.group("u1") : match.group("u2");
        if (!isAge(match, unit != null) || hasForeignUnit(match, unit)) {
            return null;
        }
        String first = match.group("u1") == null ? unit : match.group("u1");
        return between(
                AgeWords.age(match.group("n1"), first), AgeWords.age(match.group("n2"), unit));
    }

    /// "aged 8 kg", "age 4-17 mg": a number without a unit of age, with another one.
    private boolean hasForeignUnit(Matcher match, @Nullable String unit) {
        return unit == null && !has(match, "post") && context.isMeasured(match.end());
    }

    private static @Nullable AgeRange between(Optional<Age> youngest, Optional<Age> oldest) {
        if (youngest.isEmpty()
                || oldest.isEmpty()
                || oldest.get().lastDay() < youngest.get().firstDay()) {
            return null;
        }
        return new AgeRange(youngest.get(), oldest.get());
    }

    private @Nullable AgeRange limit(Matcher match) {
        String unit = match.group("u1");
        String sign = match.group("op").toLowerCase(Locale.ROOT);
        boolean said =
                isSaid(match)
                        || sign.contains("younger")
                        || sign.contains("older")
                        || match.group("s") != null && unit == null;
        boolean people = context.isPersonBefore(match.start());
        boolean asPerson =
                people
                        && (unit != null
                                || sign.equals("under")
                                || sign.equals("over")
                                || sign.equals("below")
                                || sign.equals("above"))
                        && (unit != null || context.endsClause(match.end()));
        boolean sign18 =
                unit != null
                        && AgeWords.unit(unit) == Age.Unit.YEAR
                        && AgeWords.value(match.group("n1")).intValue() >= 18
                        && "<>\u2264\u2265".indexOf(sign.charAt(0)) >= 0
                        && !context.isDuration(match.start(), match.end());
        if (!said && !asPerson && !sign18
                || has(match, "post") && context.isThing(match.end())
                || hasForeignUnit(match, unit)
                || !said && context.isDurationAfter(match.end())) {
            return null;
        }
        return limited(sign, AgeWords.age(match.group("n1"), unit));
    }

    private static @Nullable AgeRange limited(String sign, Optional<Age> age) {
        if (age.isEmpty()) {
            return null;
        }
        return switch (sign) {
            case "<", "under", "below", "less than", "younger than", "younger", "less" ->
                    below(age.get());
            case "<=", "\u2264", "at most", "up to", "no older than", "not older than" ->
                    upTo(age.get());
            case ">", "older than", "more than", "greater than" -> from(next(age.get()));
            default -> from(age.get());
        };
    }

    private static AgeRange from(Age youngest) {
        return new AgeRange(youngest, Age.years(AgeRange.OPEN_END));
    }

    private static AgeRange upTo(Age oldest) {
        return new AgeRange(new Age(BigDecimal.ZERO, oldest.unit()), oldest);
    }

    private static @Nullable AgeRange below(Age age) {
        BigDecimal before = age.value().subtract(BigDecimal.ONE);
        return before.signum() < 0 ? null : upTo(new Age(before, age.unit()));
    }

    private static Age next(Age age) {
        return new Age(age.value().add(BigDecimal.ONE), age.unit());
    }

    private @Nullable AgeRange orMore(Matcher match) {
        String unit = match.group("u1");
        String sign =
                match.group("plus") == null ? match.group("op").toLowerCase(Locale.ROOT) : "+";
        boolean years = unit != null && AgeWords.unit(unit) == Age.Unit.YEAR;
        boolean upwards =
                List.of("over", "above", "up", "upwards", "under", "below").contains(sign);
        boolean said =
                isSaid(match)
                        || sign.equals("older")
                        || sign.equals("younger")
                        || years && upwards && !context.isDuration(match.start(), match.end());
        if (sign.equals("+") && unit == null) {
            unit = match.group("s");
        }
        boolean person =
                context.isPersonBefore(match.start())
                        && !context.isDuration(match.start(), match.end())
                        && (unit != null || sign.equals("+") && !context.isMeasured(match.end()));
        if (!said && !person || has(match, "post") && context.isThing(match.end())) {
            return null;
        }
        Optional<Age> age = AgeWords.age(match.group("n1"), unit);
        boolean down = List.of("younger", "under", "below", "less").contains(sign);
        return age.isEmpty() ? null : down ? upTo(age.get()) : from(age.get());
    }

    private @Nullable AgeRange single(Matcher match) {
        String unit = match.group("u1");
        boolean bare = unit == null && !has(match, "yo");
        if (bare && (!has(match, "pre") || hasForeignUnit(match, null))) {
            return null;
        }
        if (!isAge(match, unit != null)) {
            return null;
        }
        Optional<Age> age = AgeWords.age(match.group("n1"), unit);
        Optional<Age> rest = AgeWords.age(match.group("n2"), match.group("u2"));
        if (age.isPresent() && rest.isPresent()) {
            if (age.get().unit() == Age.Unit.YEAR && rest.get().unit() == Age.Unit.MONTH) {
                BigDecimal months =
                        age.get().value().multiply(BigDecimal.valueOf(12)).add(rest.get().value());
                age = Optional.of(new Age(months, Age.Unit.MONTH));
            }
        }
        return age.map(AgeRange::of).orElse(null);
    }

    private @Nullable AgeRange half(Matcher match) {
        return AgeWords.age(match.group("n1"), match.group("u1"))
                .map(age ->
                        AgeRange.of(new Age(age.value().add(new BigDecimal("0.5")), age.unit())))
                .orElse(null);
    }

    private @Nullable AgeRange told(Matcher match) {
        return AgesTold.countsChildren(match) ? null : years(match);
    }

    private @Nullable AgeRange years(Matcher match) {
        return AgeWords.age(match.group("n1"), null)
                .filter(age -> age.value().signum() > 0)
                .map(AgeRange::of)
                .orElse(null);
    }

    private @Nullable AgeRange withUnit(Matcher match) {
        return AgeWords.age(match.group("n1"), match.group("u1")).map(AgeRange::of).orElse(null);
    }

    private @Nullable AgeRange part(Matcher match) {
        String unit =
                switch (match.group("of")) {
                    case "7" -> "days";
                    case "52" -> "weeks";
                    default -> "months";
                };
        return AgeWords.age(match.group("n1"), unit).map(AgeRange::of).orElse(null);
    }

    private @Nullable AgeRange at(Matcher match) {
        return context.isMeasuring(match.start()) ? null : years(match);
    }

    private @Nullable AgeRange decade(Matcher match) {
        String told = match.group("n1");
        String tens = (told == null ? match.group("n2") : told).toLowerCase(Locale.ROOT);
        int first =
                Character.isDigit(tens.charAt(0))
                        ? Integer.parseInt(tens)
                        : AgeWords.value(tens.substring(0, tens.length() - 2) + "y").intValue();
        return first < 10 ? null : AgeRange.years(first, first + 9);
    }

    private @Nullable AgeRange dayOfLife(Matcher match) {
        String day = match.group("n1") == null ? match.group("n2") : match.group("n1");
        return AgeWords.age(day, "d").map(AgeRange::of).orElse(null);
    }

    private static Cues<Optional<AgeRange>> groups() {
        Cues<Optional<AgeRange>> cues = new Cues<>();
        for (Tables.Row row :
                Tables.read(
                        "/terminology/age-words.tsv", "words", "youngest", "oldest", "source")) {
            if (row.cell(1).isEmpty()) {
                cues.add(row.cell(0), Optional.empty());
            } else {
                AgeRange range = new AgeRange(AgeWords.ofTable(row, 1), AgeWords.ofTable(row, 2));
                cues.add(row.cell(0), Optional.of(range));
            }
        }
        return cues;
    }
}
