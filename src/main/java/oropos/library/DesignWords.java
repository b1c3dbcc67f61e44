package oropos.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words a design is read from: the file design-words.tsv, which editors own.
final class DesignWords {

    /// A sign of a design, with the words it was found in.
    record Sign(Design design, String words) {}

    private record Rule(Pattern pattern, Design design) {}

    private final String version;
    private final Map<String, Map<String, Design>> names = new LinkedHashMap<>();
    private final Map<String, List<Rule>> rules = new LinkedHashMap<>();
    private final List<Pattern> silent = new ArrayList<>();
    private final List<Pattern> laboratory = new ArrayList<>();
    private final List<Pattern> people = new ArrayList<>();

    DesignWords(RuleFile file) {
        version = file.version();
        for (List<String> row : file.rows()) {
            String place = row.getFirst();
            String pattern = row.get(1);
            switch (place) {
                case "notice", "opinion", "type", "mesh" ->
                        names.computeIfAbsent(place, key -> new LinkedHashMap<>())
                                .put(pattern, Design.valueOf(row.get(2)));
                case "title", "text" ->
                        rules.computeIfAbsent(place, key -> new ArrayList<>())
                                .add(
                                        new Rule(
                                                Pattern.compile(pattern),
                                                Design.valueOf(row.get(2))));
                case "silent" -> silent.add(Pattern.compile(pattern));
                case "laboratory" -> laboratory.add(Pattern.compile(pattern));
                case "people" -> people.add(Pattern.compile(pattern));
                default ->
                        throw new IllegalStateException(
                                "rule file " + file.name() + " has no place \"" + place + "\"");
            }
        }
    }

    static DesignWords shipped() {
        return new DesignWords(
                RuleFile.shipped(
                        DesignWords.class,
                        "design-words.tsv",
                        "place",
                        "pattern",
                        "design",
                        "source"));
    }

    String version() {
        return version;
    }

    /// The designs that publication types or MeSH descriptors name, in the order of the file.
    List<Sign> named(String place, List<String> words) {
        List<Sign> signs = new ArrayList<>();
        names.getOrDefault(place, Map.of())
                .forEach((name, design) -> {
                    if (words.contains(name)) {
                        signs.add(new Sign(design, name));
                    }
                });
        return signs;
    }

    /// The first design a title or a text shows, in the order of the file.
    Optional<Sign> shown(String place, String words) {
        String speaking = speaking(words);
        for (Rule rule : rules.getOrDefault(place, List.of())) {
            Matcher matcher = rule.pattern().matcher(speaking);
            if (matcher.find()) {
                return Optional.of(new Sign(rule.design(), matcher.group().strip()));
            }
        }
        return Optional.empty();
    }

    /// All designs a text shows, each once, in the order of the file, with how many rules showed it.
    Map<Design, List<String>> all(String place, String words) {
        String speaking = speaking(words);
        Map<Design, Set<String>> found = new LinkedHashMap<>();
        for (Rule rule : rules.getOrDefault(place, List.of())) {
            Matcher matcher = rule.pattern().matcher(speaking);
            if (matcher.find()) {
                found.computeIfAbsent(rule.design(), design -> new LinkedHashSet<>())
                        .add(matcher.group().strip());
            }
        }
        Map<Design, List<String>> all = new LinkedHashMap<>();
        found.forEach((design, shown) -> all.put(design, List.copyOf(shown)));
        return all;
    }

    boolean isLaboratory(String words) {
        return found(laboratory, words);
    }

    boolean speaksOfPeople(String words) {
        return found(people, words);
    }

    private static boolean found(List<Pattern> patterns, String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return patterns.stream().anyMatch(pattern -> pattern.matcher(lower).find());
    }

    /// Lower case, without the expressions that say nothing of the record's own design.
    private String speaking(String words) {
        String speaking = words.toLowerCase(Locale.ROOT);
        for (Pattern pattern : silent) {
            speaking = pattern.matcher(speaking).replaceAll(" ~ ");
        }
        return speaking;
    }
}
