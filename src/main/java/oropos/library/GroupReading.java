package oropos.library;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which MeSH age groups took part, whether pregnancy was studied and whether animals were, as far as
/// the words of a record tell: for records nobody has tagged.
///
/// It answers "who was there", as an indexer does, and not "who was let in": a mean age of 62 with a
/// standard deviation of 10 says middle-aged and aged people were there, and no range of ages. What
/// is not stated is not guessed: an abstract that only says "patients" has no groups.
final class GroupReading {

    /// People within this many standard deviations of a mean count as there: four of five of them.
    private static final double DEVIATIONS = 1.3;

    /// Years to both sides of an adults' mean without a deviation.
    private static final double AROUND_ADULTS = 14;

    /// Share to both sides of a child's mean without a deviation.
    private static final double AROUND_CHILDREN = .4;

    /// From here on a mean is of adults, and its lower side stays among them.
    private static final double ADULTS = 19;

    private static final double ADULT_MEAN = 25;
    private static final double OLDEST = 120;

    /// Years above a lower bound ("65 years or older") that are surely meant.
    private static final double ABOVE_BOUND = 15;

    private static final double AGED_END = 79;

    /// Words of children in the text that it takes where ages of adults are stated.
    private static final int AGAINST_ADULTS = 3;

    private static final int WORDS_OF_ADULTS = 2;
    private static final int WORDS_OF_PREGNANCY = 3;

    private static final String N = "(\\d{1,3}(?:\\.\\d{1,2})?)";
    private static final String U = "(years?|yrs?|y|months?|mo|weeks?|wks?|days?)";
    private static final Pattern AGE =
            p(
                    "\\bage[ds]?\\b|[- ]olds?\\b|years? of age|\\bold\\b|\\b(?:children|infants) (?:under|below|over|above) ");
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

    /// MeSH groups with their bounds in years, the upper one left out.
    private enum Group {
        NEWBORN("Infant, Newborn", 0, .08),
        INFANT("Infant", .08, 2),
        PRESCHOOL("Child, Preschool", 2, 6),
        CHILD("Child", 6, 13),
        ADOLESCENT("Adolescent", 13, 19),
        YOUNG_ADULT("Young Adult", 19, 25),
        ADULT("Adult", 19, 45),
        MIDDLE_AGED("Middle Aged", 45, 65),
        AGED("Aged", 65, OLDEST),
        OLDEST_OLD("Aged, 80 and over", 80, OLDEST);

        private final String tag;
        private final double from;
        private final double before;

        Group(String tag, double from, double before) {
            this.tag = tag;
            this.from = from;
            this.before = before;
        }

        /// Indexers give "Young Adult" to young people and not to everybody from 19 to 80, and the
        /// oldest group only where ages from 82 up are told.
        boolean isIn(double youngest, double oldest) {
            return switch (this) {
                case YOUNG_ADULT ->
                        youngest < before
                                && oldest >= from
                                && (oldest <= ADULT.before || youngest <= from + 3);
                case OLDEST_OLD -> (oldest >= from + 2 && oldest < OLDEST) || youngest >= from - 5;
                default -> youngest < before && oldest >= from;
            };
        }

        boolean isChildren() {
            return compareTo(CHILD) <= 0;
        }

        boolean isAdults() {
            return compareTo(ADULT) >= 0;
        }

        static Group of(RuleFile file, String tag) {
            return Arrays.stream(values())
                    .filter(group -> group.tag.equals(tag))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException(
                                    "rule file "
                                            + file.name()
                                            + " has no age group \""
                                            + tag
                                            + "\""));
        }
    }

    private record Words(Pattern pattern, boolean ofChildren, List<Group> groups) {}

    private final List<Words> words = new ArrayList<>();
    private final List<Pattern> silent = new ArrayList<>();
    private final List<Pattern> animals = new ArrayList<>();
    private final List<Pattern> pregnancy = new ArrayList<>();
    private final String version;

    GroupReading(RuleFile file) {
        version = file.version();
        for (List<String> row : file.rows()) {
            Pattern pattern = Pattern.compile(row.get(1));
            switch (row.getFirst()) {
                case "children", "adults" ->
                        words.add(
                                new Words(
                                        pattern,
                                        row.getFirst().equals("children"),
                                        Arrays.stream(row.get(2).split(";"))
                                                .map(tag -> Group.of(file, tag))
                                                .toList()));
                case "silent" -> silent.add(pattern);
                case "animals" -> animals.add(pattern);
                case "pregnancy" -> pregnancy.add(pattern);
                default ->
                        throw new IllegalStateException(
                                "rule file "
                                        + file.name()
                                        + " has no place \""
                                        + row.getFirst()
                                        + "\"");
            }
        }
    }

    static GroupReading shipped() {
        return new GroupReading(
                RuleFile.shipped(
                        GroupReading.class,
                        "group-words.tsv",
                        "place",
                        "pattern",
                        "groups",
                        "source"));
    }

    String version() {
        return version;
    }

    private static Pattern p(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /// Whether an experiment on animals is told.
    boolean speaksOfAnimals(String title, String text) {
        String lower = (title + "\n" + text).toLowerCase(Locale.ROOT);
        return animals.stream().anyMatch(pattern -> pattern.matcher(lower).find());
    }

    /// Whether pregnancy or birth is what the record is about, or a part of it.
    boolean speaksOfPregnancy(String title, String text) {
        String lower = title.toLowerCase(Locale.ROOT);
        int inTitle = count(pregnancy, lower);
        int inText = count(pregnancy, text.toLowerCase(Locale.ROOT));
        return lower.contains("pregnan")
                || (inTitle > 0 && inText > 0)
                || inText >= WORDS_OF_PREGNANCY;
    }

    private static int count(List<Pattern> patterns, String lower) {
        int found = 0;
        for (Pattern pattern : patterns) {
            for (Matcher matcher = pattern.matcher(lower); matcher.find(); ) {
                found++;
            }
        }
        return found;
    }

    /// MeSH tags of the groups that took part, youngest first.
    List<String> tags(String title, String text) {
        Set<Group> found = new LinkedHashSet<>();
        boolean stated = stated(title, text, found);
        spoken(title, text, stated, found);
        return found.stream().sorted().map(group -> group.tag).toList();
    }

    private boolean stated(String title, String text, Set<Group> found) {
        boolean stated = false;
        List<String> sentences = new ArrayList<>(List.of(title));
        sentences.addAll(List.of(text.split("(?<=[.!?])\\s+(?=[A-Z\\d])|\\n+")));
        for (String sentence : sentences) {
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

    private static boolean spread(String sentence, Set<Group> found) {
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
            if (!other && oldest <= OLDEST && youngest <= oldest) {
                stated |= add(found, youngest, oldest);
            }
        }
        for (Matcher match = DEVIATION.matcher(sentence); match.find(); ) {
            if (SPOKEN_OF_AGE.matcher(around(sentence, match, 50, 15)).find()) {
                String unit = match.group(3) == null ? unitIn(match.group()) : match.group(3);
                double mean = years(match.group(1), unit);
                double spread = DEVIATIONS * years(match.group(2), unit);
                double youngest = mean - spread;
                if (mean < OLDEST) {
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

    private static boolean mean(String sentence, Set<Group> found) {
        boolean stated = false;
        for (Matcher match = MEAN.matcher(sentence); match.find(); ) {
            boolean first = match.group(1) != null;
            double mean =
                    years(
                            first ? match.group(1) : match.group(3),
                            first ? match.group(2) : match.group(4));
            if (mean < OLDEST
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

    private static boolean bounds(String sentence, Set<Group> found) {
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
            if (ofAge && bound > 0 && bound <= 70) {
                stated |= add(found, bound <= ADULTS ? 0 : ADULTS, bound - .01);
            }
        }
        return stated;
    }

    private static boolean exact(String sentence, Set<Group> found) {
        boolean stated = false;
        for (Matcher match = EXACT.matcher(sentence); match.find(); ) {
            boolean first = match.group(1) != null;
            double age =
                    years(
                            first ? match.group(1) : match.group(3),
                            first ? match.group(2) : match.group(4));
            if (age < OLDEST) {
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

    private static boolean add(Set<Group> found, double youngest, double oldest) {
        boolean any = false;
        for (Group group : Group.values()) {
            if (group.isIn(youngest, oldest)) {
                found.add(group);
                any = true;
            }
        }
        return any;
    }

    /// Words speak where ages do not. One of children in the title is enough; in the text one is where
    /// no ages of adults are stated.
    private void spoken(String title, String text, boolean stated, Set<Group> found) {
        boolean children = found.stream().anyMatch(Group::isChildren);
        boolean adults = found.stream().anyMatch(Group::isAdults);
        String titled = left(title);
        String told = left(text);
        boolean adultsTitled = titled(titled, false) && !titled(titled, true);
        for (Words group : words) {
            boolean inTitle = group.pattern.matcher(titled).find();
            int inText = count(List.of(group.pattern), told);
            boolean speaks;
            if (group.ofChildren) {
                boolean wide = group.groups.getFirst() == Group.CHILD;
                speaks =
                        (inTitle || inText >= (stated || adultsTitled ? AGAINST_ADULTS : 1))
                                && (inTitle || children || !(stated && adults))
                                && !(stated && children && wide);
            } else {
                speaks = !stated && (inTitle || inText >= WORDS_OF_ADULTS);
            }
            if (speaks) {
                found.addAll(group.groups);
            }
        }
    }

    private boolean titled(String title, boolean ofChildren) {
        return words.stream()
                .anyMatch(group ->
                        group.ofChildren == ofChildren && group.pattern.matcher(title).find());
    }

    /// Lower case, without what speaks of somebody else than those who took part.
    String left(String words) {
        String left = words.toLowerCase(Locale.ROOT);
        for (Pattern pattern : silent) {
            left = pattern.matcher(left).replaceAll(" ");
        }
        return left;
    }

    private static @Nullable String unitIn(String words) {
        Matcher unit = p(U).matcher(words);
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
