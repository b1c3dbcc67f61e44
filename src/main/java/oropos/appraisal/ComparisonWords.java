package oropos.appraisal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.appraisal.Comparison.Pole;
import oropos.library.RuleFile;

/// The words comparisons are read by: the file comparison-words.tsv, which editors own.
final class ComparisonWords {

    private static final String FILE = "comparison-words.tsv";

    /// More words than this are no arm and no outcome.
    private static final int LONGEST = 22;

    private static final String THAN =
            "(?:than|compared (?:to|with)|versus|vs|v|rather than|over|as opposed to)";
    private static final String WITH = "(?:with|after|on|in|under|for|from|by|among|using)";

    private static final Pattern OR_THE_SAME =
            Pattern.compile(
                    ",? or (?:(?:is it|are they|is there) )?(?:about )?(?:the same|no difference)(?=\\s*\\??\\s*$)");

    private static final Pattern LAST = Pattern.compile("(?s)^.*[.!?;:] +(?=\\w[^.!?]*\\??\\s*$)");

    private final String version;
    private final Map<String, List<String>> places = new LinkedHashMap<>();
    private final Map<String, Map<String, Pattern>> kinds = new LinkedHashMap<>();
    private final List<Pattern> forms = new ArrayList<>();
    private final Map<Pole, Pattern> poles = new EnumMap<>(Pole.class);

    private static final class Shipped {
        static final ComparisonWords ONLY =
                new ComparisonWords(
                        RuleFile.shipped(
                                ComparisonWords.class, FILE, "place", "kind", "pattern", "source"));
    }

    static ComparisonWords shipped() {
        return Shipped.ONLY;
    }

    ComparisonWords(RuleFile file) {
        version = file.version();
        for (List<String> row : file.rows()) {
            places.computeIfAbsent(row.getFirst(), any -> new ArrayList<>()).add(row.get(2));
            if (!row.getFirst().equals("form")) {
                kinds.computeIfAbsent(row.getFirst(), any -> new LinkedHashMap<>())
                        .merge(
                                row.get(1),
                                whole(row.get(2)),
                                (one, other) -> whole(one.pattern() + "|" + other.pattern()));
            }
        }
        for (Map.Entry<Pole, String> pole :
                Map.of(
                                Pole.HIGHER, "UP",
                                Pole.LOWER, "DOWN",
                                Pole.BETTER, "BETTER",
                                Pole.SAME, "SAME")
                        .entrySet()) {
            String more = at("more", pole.getValue());
            String does =
                    kinds("does").containsKey(pole.getValue()) ? at("does", pole.getValue()) : more;
            poles.put(pole.getKey(), Pattern.compile(more + "|" + does));
        }
        String more = String.join("|", places.getOrDefault("more", List.of()));
        String does = String.join("|", places.getOrDefault("does", List.of()));
        for (String form : places.getOrDefault("form", List.of())) {
            forms.add(
                    Pattern.compile(
                            "^(?:and |so |but |then |well,? )?"
                                    + form.replace("<more>", "(?<more>" + more + ")")
                                            .replace("<does>", "(?<does>" + does + ")")
                                            .replace("<than>", THAN)
                                            .replace("<with>", WITH)
                                            .replace("<one>", "(?<one>[^?]+?)")
                                            .replace("<other>", "(?<other>[^?]+?)")
                                            .replace("<outcome>", "(?<outcome>[^?]+?)")
                                    + "\\s*[?.!]*\\s*$"));
        }
    }

    String version() {
        return version;
    }

    private String at(String place, String kind) {
        return Objects.requireNonNull(
                        Objects.requireNonNull(kinds.get(place), place).get(kind), kind)
                .pattern();
    }

    /// The pattern of a place that has one kind.
    Pattern of(String place) {
        return Objects.requireNonNull(kinds.get(place), place).values().iterator().next();
    }

    /// The pattern of one kind of a place.
    Pattern kind(String place, String kind) {
        return Objects.requireNonNull(kinds(place).get(kind), kind);
    }

    /// Patterns of a place by their kind.
    Map<String, Pattern> kinds(String place) {
        return Objects.requireNonNull(kinds.get(place), place);
    }

    private static Pattern whole(String words) {
        boolean plain = words.matches("(?s)[\\w(].*") && !words.startsWith("(?:^");
        return Pattern.compile(plain ? "\\b(?:" + words + ")(?!\\w)" : words);
    }

    Optional<Comparison> comparison(String question) {
        String asked = OR_THE_SAME.matcher(plain(question).strip()).replaceFirst("");
        for (String text : List.of(asked, LAST.matcher(asked).replaceFirst(""))) {
            for (Pattern form : forms) {
                Matcher matcher = form.matcher(text);
                if (matcher.matches()) {
                    Optional<Comparison> read = read(matcher);
                    if (read.isPresent()) {
                        return read;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Comparison> read(Matcher matcher) {
        List<String> people = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (String name : List.of("one", "other", "outcome")) {
            String part = matcher.group(name).strip();
            Matcher who =
                    kind("population", name.equals("outcome") ? "OUTCOME" : "ARM").matcher(part);
            if (who.find() && who.start() > 2) {
                people.add(who.group().strip());
                part = part.substring(0, who.start());
            }
            part = part.replaceAll("[,;:]+$", "");
            part = without(kind("lead", name.equals("outcome") ? "OUTCOME" : "ARM"), part);
            if (part.length() < 2 || part.split("\\s+").length > LONGEST) {
                return Optional.empty();
            }
            parts.add(part);
        }
        Pattern noArm = of("noarm");
        if (noArm.matcher(parts.get(0)).matches()
                || noArm.matcher(parts.get(1)).matches()
                || noArm.matcher(parts.get(2)).matches()
                || of("nooutcome").matcher(parts.get(2)).find()
                || parts.get(0).equals(parts.get(1))) {
            return Optional.empty();
        }
        return Optional.of(
                new Comparison(
                        parts.get(0),
                        parts.get(1),
                        parts.get(2),
                        String.join(" ", people),
                        pole(matcher)));
    }

    /// Whether a comparison is of two things in one outcome, as far as its words show.
    boolean isOfTwo(Comparison asked) {
        return !areSeveral(asked.one())
                && !areSeveral(asked.other())
                && !kind("several", "OUTCOME").matcher(asked.outcome()).find();
    }

    /// Whether an arm is more than one thing: what is said of one of them is not said of the other. "No drug or
    /// placebo" is one.
    private boolean areSeveral(String arm) {
        return kind("several", "ARM").matcher(arm).find()
                || (kind("several", "BOTH").matcher(arm).find()
                        && !of("plainly").matcher(arm).matches());
    }

    private Pole pole(Matcher matcher) {
        for (String name : List.of("more", "does")) {
            if (!matcher.pattern().namedGroups().containsKey(name)) {
                continue;
            }
            String said = matcher.group(name);
            for (Pole pole : List.of(Pole.BETTER, Pole.SAME, Pole.LOWER, Pole.HIGHER)) {
                if (Objects.requireNonNull(poles.get(pole)).matcher(said).matches()) {
                    return pole;
                }
            }
        }
        return Pole.OPEN;
    }

    /// What a phrase on people says beside that they are people.
    String withoutPeople(String people) {
        return of("persons").matcher(people).replaceAll(" ");
    }

    private static String without(Pattern lead, String part) {
        String left = part;
        for (Matcher matcher = lead.matcher(left);
                matcher.find() && matcher.end() < left.length();
                matcher = lead.matcher(left)) {
            left = left.substring(matcher.end());
        }
        return left.strip();
    }

    /// A text in small letters with plain hyphens and points, each character at its place.
    static String plain(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() != text.length()) {
            lower = text;
        }
        return lower.replace('\u2010', '-')
                .replace('\u2011', '-')
                .replace('\u2012', '-')
                .replace('\u2013', '-')
                .replace('\u2212', '-')
                .replace('\u00b7', '.')
                .replace('\u2019', '\'')
                .replace('\u00a0', ' ')
                .replace('\u2009', ' ')
                .replace('\n', ' ');
    }
}
