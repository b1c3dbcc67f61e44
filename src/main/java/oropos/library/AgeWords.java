package oropos.library;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
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

    /// Groups that are stated in other units may leave some days between them (1 and 23 months).
    private static final int NEXT_GROUP_WITHIN_DAYS = 45;

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

    /// The span of tags that follow each other. Where groups between them are missing ("newborn" and
    /// "adult"), the record is about each and about nobody between: no one span tells that.
    Optional<AgeRange> spanned(List<Group> tagged) {
        return span(tagged.stream().map(Group::ages).toList());
    }

    private static Optional<AgeRange> span(List<AgeRange> ranges) {
        List<AgeRange> youngestFirst =
                ranges.stream()
                        .sorted(Comparator.comparingInt(range -> range.youngest().firstDay()))
                        .toList();
        AgeRange span = null;
        for (AgeRange next : youngestFirst) {
            if (span == null) {
                span = next;
                continue;
            }
            int gap = next.youngest().firstDay() - span.oldest().lastDay();
            if (gap > NEXT_GROUP_WITHIN_DAYS) {
                return Optional.empty();
            }
            span =
                    new AgeRange(
                            span.youngest(),
                            next.oldest().lastDay() > span.oldest().lastDay()
                                    ? next.oldest()
                                    : span.oldest());
        }
        return Optional.ofNullable(span);
    }
}
