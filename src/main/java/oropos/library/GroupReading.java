package oropos.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which MeSH age groups took part, whether pregnancy was studied and whether animals were, as far as
/// the words of a record tell: for records nobody has tagged.
///
/// It answers "who was there", as an indexer does, and not "who was let in": a mean age of 62 with a
/// standard deviation of 10 says middle-aged and aged people were there, and no range of ages. What
/// is not stated is not guessed: an abstract that only says "patients" has no groups.
final class GroupReading {

    /// Words of children in the text that it takes where ages of adults are stated.
    private static final int AGAINST_ADULTS = 3;

    private static final int WORDS_OF_ADULTS = 2;
    private static final int WORDS_OF_PREGNANCY = 3;

    private static final Pattern OLDER_INFANTS =
            p(
                    "\\bmonths?[- ](?:old|of age)|\\binfancy\\b|\\btoddler|\\b(?:first|one|second) year|\\b(?:[3-9]|1\\d|2[0-4]) months");

    private static final Pattern GESTATIONAL_AGE =
            p(
                    "\\b(?:(?:small|large|appropriate|low|light)[- ]for[- ])?gestational[- ]ages?\\b|\\bweeks['\u2019]? (?:of )?gestation\\b");

    private record Words(Pattern pattern, boolean ofChildren, List<MeshGroup> groups) {}

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
                                                .map(tag -> MeshGroup.of(file, tag))
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
        int inTitle = count(pregnancy, ofTheBorn(lower));
        int inText = count(pregnancy, ofTheBorn(text.toLowerCase(Locale.ROOT)));
        return lower.contains("pregnan")
                || (inTitle > 0 && inText > 0)
                || inText >= WORDS_OF_PREGNANCY;
    }

    /// Whether the title says so: then "compared with non-pregnant women" leaves nobody out.
    boolean isOfPregnancy(String title) {
        return count(pregnancy, title.toLowerCase(Locale.ROOT)) > 0;
    }

    /// "Small for gestational age" and "a gestational age of 28 weeks" are told of children born, too.
    private static String ofTheBorn(String lower) {
        return GESTATIONAL_AGE.matcher(lower).replaceAll(" ");
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
        Set<MeshGroup> found = new LinkedHashSet<>();
        boolean stated = GroupsStated.in(title, text, found);
        spoken(title, text, stated, found);
        return found.stream().sorted().map(MeshGroup::tag).toList();
    }

    /// Words speak where ages do not. One of children in the title is enough; in the text one is where
    /// no ages of adults are stated.
    private void spoken(String title, String text, boolean stated, Set<MeshGroup> found) {
        boolean children = found.stream().anyMatch(MeshGroup::isChildren);
        boolean adults = found.stream().anyMatch(MeshGroup::isAdults);
        String titled = left(title);
        String told = left(text);
        boolean adultsTitled = titled(titled, false) && !titled(titled, true);
        for (Words group : words) {
            boolean inTitle = group.pattern.matcher(titled).find();
            int inText = count(List.of(group.pattern), told);
            boolean speaks;
            if (group.ofChildren) {
                boolean wide = group.groups.getFirst() == MeshGroup.CHILD;
                speaks =
                        (inTitle || inText >= (stated || adultsTitled ? AGAINST_ADULTS : 1))
                                && (inTitle || children || !(stated && adults))
                                && !(stated && children && wide);
            } else {
                speaks = !stated && (inTitle || inText >= WORDS_OF_ADULTS);
            }
            if (speaks && !(isOfNewborns(group, told) && !stated && hasNewborns(found))) {
                found.addAll(group.groups);
            }
        }
    }

    /// Newborns are called infants as well: only words of a later month or year tell older ones.
    private static boolean isOfNewborns(Words group, String told) {
        return group.groups.equals(List.of(MeshGroup.INFANT))
                && !OLDER_INFANTS.matcher(told).find();
    }

    private static boolean hasNewborns(Set<MeshGroup> found) {
        return found.contains(MeshGroup.NEWBORN);
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
}
