package oropos.library;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import oropos.terminology.Age;
import oropos.terminology.AgeRange;

/// Age groups by name: MeSH check tags and group words, from the file age-groups.tsv.
final class AgeWords {

    /// @param id MeSH descriptor, or "-" for a word
    record Group(String name, String id, AgeRange ages) {}

    private record Word(Pattern pattern, AgeRange ages) {}

    private final String version;
    private final List<Group> tags = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();

    AgeWords(RuleFile file) {
        version = file.version();
        for (List<String> row : file.rows()) {
            AgeRange ages = new AgeRange(age(file, row.get(3)), age(file, row.get(4)));
            switch (row.getFirst()) {
                case "tag" -> tags.add(new Group(row.get(1), row.get(2), ages));
                case "word" ->
                        words.add(new Word(Pattern.compile("\\b(?:" + row.get(1) + ")\\b"), ages));
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

    static AgeWords shipped() {
        return new AgeWords(
                RuleFile.shipped(
                        AgeWords.class,
                        "age-groups.tsv",
                        "place",
                        "name",
                        "id",
                        "from",
                        "to",
                        "source"));
    }

    private static Age age(RuleFile file, String words) {
        String[] parts = words.split(" ");
        for (Age.Unit unit : Age.Unit.values()) {
            if (parts.length == 2 && unit.ucum().equals(parts[1])) {
                return new Age(new BigDecimal(parts[0]), unit);
            }
        }
        throw new IllegalStateException(
                "rule file " + file.name() + " needs an age with its unit, but has " + words);
    }

    String version() {
        return version;
    }

    /// The age groups among a record's MeSH descriptors, youngest first.
    List<Group> tagged(List<String> mesh) {
        return tags.stream().filter(group -> mesh.contains(group.name())).toList();
    }

    /// The span of the groups a text names, or empty where it names none. Ages that are already
    /// covered by a narrower word ("older adults") are not widened by a wider one within it.
    Optional<AgeRange> named(String text) {
        String left = text.toLowerCase(Locale.ROOT);
        List<AgeRange> found = new ArrayList<>();
        for (Word word : words) {
            String without = word.pattern().matcher(left).replaceAll(" ");
            if (!without.equals(left)) {
                found.add(word.ages());
                left = without;
            }
        }
        return span(found);
    }

    static Optional<AgeRange> span(List<AgeRange> ranges) {
        return ranges.stream()
                .reduce((one, other) ->
                        new AgeRange(
                                one.youngest().firstDay() <= other.youngest().firstDay()
                                        ? one.youngest()
                                        : other.youngest(),
                                one.oldest().lastDay() >= other.oldest().lastDay()
                                        ? one.oldest()
                                        : other.oldest()));
    }
}
