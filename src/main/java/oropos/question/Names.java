package oropos.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oropos.terminology.Concept;
import oropos.terminology.Concepts;
import oropos.terminology.Span;

/// Finds names of persons and of places smaller than a state, by the words of `identifiers.yaml`.
///
/// A name is known by what stands before it ("Mr", "named"), by a common given name, or by its form
/// ("Keisha S."). Eponyms are not names: what was recognised as a concept, or is followed by
/// "disease", "score" and the like, stays.
final class Names {

    static final String FILE = "identifiers.yaml";

    private static final String CAPITAL = "\\p{Lu}[\\p{L}'’-]{1,24}";
    private static final String INITIAL = "\\p{Lu}\\.(?!\\p{L})";
    private static final Pattern NEXT = Pattern.compile("^(?:['’]s)?[\\s(]{0,2}([\\p{L}]{1,24})");

    private final Set<String> given;
    private final Set<String> notGiven;
    private final Set<String> notPersons;
    private final Set<String> headings;
    private final Set<String> notInstitutions;
    private final Set<String> notPlaces;
    private final Pattern titled;
    private final Pattern cued;
    private final Pattern initialled =
            Pattern.compile("\\b(" + CAPITAL + ")(?: \\p{Lu}\\.)? \\p{Lu}\\.(?=[\\s,;:?!)]|$)");
    private final Pattern capitals =
            Pattern.compile("\\b(" + CAPITAL + ")(?: (?:" + INITIAL + "|" + CAPITAL + ")){0,2}");
    private final Pattern placed =
            Pattern.compile(
                    "(?:[Pp]atient|[Mm]ale|[Ff]emale|[Mm]an|[Ww]oman|[Bb]oy|[Gg]irl|old|like|for|on|to|of|is|in) ?[,:(]? ?("
                            + CAPITAL
                            + "(?: "
                            + INITIAL
                            + ")? "
                            + CAPITAL
                            + ")(?=[,.?;:)]| who\\b| was\\b| with\\b| at\\b| from\\b| seen\\b| admitted\\b| treated\\b| after\\b| recently\\b| has\\b| on\\b| living\\b)");
    private final Pattern institution;
    private final Pattern famous;
    private final Pattern city;
    private final Pattern cityAndState;

    Names(RuleFile file) {
        RuleFile.Row words = file.content();
        words.knows(
                Set.of(
                        "version",
                        "titles",
                        "nameCues",
                        "givenNames",
                        "notPersons",
                        "headings",
                        "institutions",
                        "notInstitutions",
                        "famousInstitutions",
                        "cities",
                        "states",
                        "months",
                        "notGiven",
                        "notPlaces"));
        given = new HashSet<>(List.of(words.text("givenNames").split("\\s+")));
        notGiven = new HashSet<>(words.texts("notGiven"));
        notPersons = new HashSet<>(words.texts("notPersons"));
        headings = new HashSet<>(words.texts("headings"));
        notInstitutions = new HashSet<>(words.texts("notInstitutions"));
        notPlaces = new HashSet<>(words.texts("notPlaces"));
        titled =
                Pattern.compile(
                        "\\b(?:"
                                + any(words, "titles")
                                + ")\\.? {1,2}(?:"
                                + INITIAL
                                + " ?|"
                                + CAPITAL
                                + " ?){1,3}");
        cued =
                Pattern.compile(
                        "(?i)\\b(?:"
                                + any(words, "nameCues")
                                + ")\\b\\s{0,2}[:=,]?\\s{0,2}((?-i:"
                                + CAPITAL
                                + ")(?: (?-i:"
                                + INITIAL
                                + "|"
                                + CAPITAL
                                + ")){0,2})");
        institution =
                Pattern.compile(
                        "(?<![\\p{L}])(?:"
                                + "(?:St\\.? |Mt\\.? )?"
                                + "\\p{Lu}[\\p{L}'’.&-]{0,24} (?:(?:of|the|and|&) |\\p{Lu}[\\p{L}'’.&-]{0,24} ){0,5}(?:"
                                + any(words, "institutions")
                                + ")(?: of \\p{Lu}[\\p{L}'’-]{1,24}(?: \\p{Lu}[\\p{L}'’-]{1,24}){0,2}| (?:"
                                + any(words, "cities")
                                + "))?|(?:St|Mt)\\.? (?!Louis|Paul|John's [Ww]ort)\\p{Lu}\\p{L}{2,24}(?:['’]s)?(?: [Hh]ospital)?(?=[ ,.?;:)]|$)|University of \\p{Lu}[\\p{L}'’-]{1,24}(?: \\p{Lu}[\\p{L}'’-]{1,24}){0,4})(?![\\p{L}])");
        famous =
                Pattern.compile(
                        "(?<![\\p{L}])(?:"
                                + any(words, "famousInstitutions")
                                + ")(?: \\p{Lu}[\\p{L}'’-]{1,24}){0,3}(?![\\p{L}])");
        city =
                Pattern.compile(
                        "(?<=\\b(?:[Ii]n|[Ff]rom|[Nn]ear|[Aa]t|[Tt]o|around|outside|our|of|the) |, |\\()(?:"
                                + any(words, "cities")
                                + ")(?![\\p{L}])(?:, ?(?:"
                                + any(words, "states")
                                + ")\\b)?");
        cityAndState =
                Pattern.compile(
                        "\\b"
                                + CAPITAL
                                + "(?: "
                                + CAPITAL
                                + ")?, (?:"
                                + any(words, "states")
                                + ")\\b(?! \\p{L}{1,3}\\.)");
    }

    /// Longer words first, so that "New York City" is not cut to "New York".
    private static String any(RuleFile.Row words, String key) {
        return words.texts(key).stream()
                .sorted((a, b) ->
                        b.length() == a.length() ? a.compareTo(b) : b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    List<Redaction.Removal> in(String text, Concepts concepts) {
        List<Redaction.Removal> found = new ArrayList<>();
        Set<Span> known = new HashSet<>();
        concepts.mentions().stream()
                .filter(mention -> mention.concept().kind() != Concept.Kind.OTHER)
                .filter(mention -> mention.concept().kind() != Concept.Kind.GROUP)
                .forEach(mention -> known.add(mention.span()));
        each(titled, text, 0, span -> addName(found, text, trimmed(text, span)));
        each(cued, text, 1, span -> addIfPerson(found, text, span, Set.of()));
        each(institution, text, 0, span -> addInstitution(found, text, span, known));
        each(famous, text, 0, span -> add(found, span, "place", "[place]"));
        each(city, text, 0, span -> addPlace(found, text, span));
        each(cityAndState, text, 0, span -> addPlace(found, text, span));
        each(initialled, text, 0, span -> addInitialled(found, text, span, known));
        each(capitals, text, 0, span -> addGiven(found, text, span, known));
        each(placed, text, 1, span -> addPlaced(found, text, span, known));
        return found;
    }

    private interface Taking {
        void take(Span span);
    }

    private static void each(Pattern pattern, String text, int group, Taking taking) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            taking.take(new Span(matcher.start(group), matcher.end(group)));
        }
    }

    private void addInitialled(
            List<Redaction.Removal> found, String text, Span span, Set<Span> known) {
        String first = span.of(text).split(" ")[0];
        if (!notGiven.contains(first) && isFree(span, known)) {
            addName(found, text, span);
        }
    }

    /// A run of capitalised words that begins with a common given name.
    private void addGiven(List<Redaction.Removal> found, String text, Span span, Set<Span> known) {
        String[] words = span.of(text).split(" ");
        int skip = 0;
        while (skip < words.length && !given.contains(bare(words[skip]))) {
            skip++;
        }
        if (skip == words.length) {
            return;
        }
        int start = span.start();
        for (int at = 0; at < skip; at++) {
            start += words[at].length() + 1;
        }
        Span name = new Span(start, span.end());
        if (skip > 0
                && !notGiven.contains(words[0])
                && text.substring(0, span.start()).endsWith(", ")) {
            name = span;
        }
        boolean alone = words.length == 1;
        if (alone
                && isOpening(text, name)
                && !Set.of(",", ".", "?", "").contains(after(text, name))) {
            return;
        }
        addIfPerson(found, text, name, known);
    }

    private static String bare(String word) {
        return word.replaceAll("['’]s$", "");
    }

    private static boolean isOpening(String text, Span span) {
        String before = text.substring(Math.max(0, span.start() - 2), span.start()).strip();
        return before.isEmpty() && span.start() < 2 || before.endsWith(".") || before.endsWith("?");
    }

    private static String after(String text, Span span) {
        return span.end() < text.length() ? text.substring(span.end(), span.end() + 1).strip() : "";
    }

    private void addIfPerson(
            List<Redaction.Removal> found, String text, Span span, Set<Span> known) {
        Matcher next =
                NEXT.matcher(text.substring(span.end(), Math.min(text.length(), span.end() + 30)));
        boolean eponym =
                next.find()
                        && notPersons.contains(next.group(1).toLowerCase(Locale.ROOT))
                        && !next.group(1).equals("and");
        for (String word : span.of(text).split(" ")) {
            eponym |= notPersons.contains(word.toLowerCase(Locale.ROOT));
        }
        if (!eponym && isFree(span, known) && !isAllCapitals(span.of(text))) {
            addName(found, text, span);
        }
    }

    private static boolean isAllCapitals(String words) {
        return words.length() > 3
                && words.equals(words.toUpperCase(Locale.ROOT))
                && !words.contains(".");
    }

    private static boolean isFree(Span span, Set<Span> known) {
        return known.stream().noneMatch(span::overlaps);
    }

    /// Only its place says that these two words name a person: a heading may stand there too.
    private void addPlaced(List<Redaction.Removal> found, String text, Span span, Set<Span> known) {
        String[] words = span.of(text).toLowerCase(Locale.ROOT).split(" ");
        if (!headings.contains(words[0])
                && !ABSTRACT.matcher(words[0]).matches()
                && !ABSTRACT.matcher(words[words.length - 1]).matches()) {
            addIfPerson(found, text, span, known);
        }
    }

    /// Endings of things that no family is called by.
    private static final Pattern ABSTRACT =
            Pattern.compile(
                    "\\p{L}{2,20}(?:tions?|sions?|ities|ments|ology|[oi]sis|itis|a?emia|opathy)");

    private void addInstitution(
            List<Redaction.Removal> found, String text, Span span, Set<Span> known) {
        Span trimmed = span;
        String first = span.of(text).split(" ")[0];
        while (notInstitutions.contains(first)
                && !first.equals("Children's")
                && trimmed.of(text).contains(" ")) {
            trimmed = new Span(trimmed.start() + first.length() + 1, trimmed.end());
            first = trimmed.of(text).split(" ")[0];
        }
        if (trimmed.of(text).contains(" ") && isFree(trimmed, known)) {
            add(found, trimmed, "place", "[place]");
        }
    }

    private void addPlace(List<Redaction.Removal> found, String text, Span span) {
        Matcher next =
                NEXT.matcher(text.substring(span.end(), Math.min(text.length(), span.end() + 30)));
        if (next.find() && notPlaces.contains(next.group(1).toLowerCase(Locale.ROOT))) {
            return;
        }
        add(found, span, "place", "[place]");
    }

    private static Span trimmed(String text, Span span) {
        int end = span.end();
        while (end > span.start() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(span.start(), end);
    }

    private static void addName(List<Redaction.Removal> found, String text, Span span) {
        int end = span.end();
        String words = span.of(text);
        if (words.endsWith("'s") || words.endsWith("’s")) {
            end -= 2;
        }
        add(found, new Span(span.start(), end), "name", "[name]");
    }

    private static void add(
            List<Redaction.Removal> found, Span span, String kind, String replacement) {
        if (found.stream().noneMatch(removal -> removal.span().overlaps(span))) {
            found.add(new Redaction.Removal(span, kind, replacement));
        }
    }
}
