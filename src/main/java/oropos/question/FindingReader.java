package oropos.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Concept;
import oropos.terminology.Concepts;
import oropos.terminology.Mention;
import oropos.terminology.Mention.Assertion;
import oropos.terminology.Span;
import oropos.terminology.Vertebrae;

/// Turns the concepts of a text into the findings of a question: one for each concept, however often
/// it is named, with vertebral levels, side and qualifiers.
final class FindingReader {

    /// A vertebra: "T12", "T-12", "Th12", "L1"; ranges ("T11-L1") are read by their ends.
    private static final Pattern LEVEL =
            Pattern.compile(
                    "(?<![\\p{L}\\d])(?i:(T|Th|D|L|C|S)[ -]?(\\d{1,2}))(?![\\d.]|[\\p{L}])"
                            + "|(?i:(\\d{1,2})(?:st|nd|rd|th) (thoracic|lumbar|cervical|dorsal) vertebra)"
                            + "|(?i:(thoracic|lumbar|cervical|dorsal) vertebrae? (\\d{1,2}))");

    private static final Set<String> SPINAL =
            Set.of(
                    "fracture",
                    "fractures",
                    "spine",
                    "spinal",
                    "vertebral",
                    "disc",
                    "disk",
                    "radiculopathy",
                    "compression",
                    "metastasis",
                    "osteomyelitis",
                    "stenosis",
                    "spondylolysis",
                    "spondylolisthesis");

    private static final Pattern SIDE =
            Pattern.compile("(?i)\\b(left|right|bilateral|both)\\b([\\w\\s-]{0,24})$");

    /// "My kids both have a fever", "both my parents": of two people, not of two sides.
    private static final Pattern OF_PEOPLE =
            Pattern.compile(
                    "(?i)^(?: (?:of|my|our|his|her|their|the|your))*(?: (?:us|them|you|parents|kids|twins|children|boys|girls|sons|daughters|sisters|brothers|babies|grandparents|grandmothers|grandfathers))?(?: (?:have|has|had|having|get|got|caught|suffer|suffered|developed|with)\\b| (?:us|them|you|parents|kids|twins|children|boys|girls|sons|daughters|sisters|brothers|babies)\\b).*");

    private static final Pattern DETAIL =
            Pattern.compile(
                    "(?i)\\b(borderline|mild|moderate|severe|acute|chronic|recurrent|suspected|possible|probable|secondary|idiopathic|congenital|uncontrolled|refractory|resistant|active|advanced|early|late|[a-z]+-(?:induced|related|associated)|traumatic|atraumatic|pathological|osteoporotic|stage [0-4iv]+[a-d]?|grade [0-4]|type [12])\\b[\\s,]*$");

    /// Vertebrae of each part of the spine; a number above is a thyroid hormone or a slip.
    private static final Map<Character, Integer> VERTEBRAE =
            Map.of('C', 7, 'T', 12, 'L', 5, 'S', 5);

    private static final String ORDER = "CTLS";

    /// "The stroke unit", "an asthma clinic", "Coma Scale": the name of something else, and nobody's
    /// problem.
    private static final Pattern NAMES_A_THING =
            Pattern.compile(
                    "(?i)^[ -](?:scale|score|index|department|unit|clinic|ward|team|service|questionnaire|specialist)\\b");

    /// "Lung cancer screening", "measles vaccination", "the asthma guidelines": what the question is about,
    /// and not said to be there.
    private static final Pattern IS_LOOKED_FOR =
            Pattern.compile("(?i)^[ -](?:vaccines?|vaccination|screening|guidelines?)\\b");

    /// Disease Attributes in the trees of MeSH.
    private static final String COURSES = "C23.550.291.";

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s|$)\\s*");

    private FindingReader() {}

    private static boolean namesAThing(Mention mention, String text) {
        return follows(mention, NAMES_A_THING, text);
    }

    /// "Chronic disease", "relapse": how a disease goes, and no disease by itself.
    private static boolean isOnlyACourse(Concept concept) {
        return !concept.trees().isEmpty()
                && concept.trees().stream().allMatch(position -> position.startsWith(COURSES));
    }

    private static boolean follows(Mention mention, Pattern words, String text) {
        return mention.concept().kind() == Concept.Kind.PROBLEM
                && words.matcher(text).region(mention.span().end(), text.length()).lookingAt();
    }

    /// In the sentence that asks it is the subject; in what is told of a patient ("screening was up to
    /// date") it is nobody's problem.
    private static Stream<Mention> lookedFor(Mention mention, String text) {
        if (!follows(mention, IS_LOOKED_FOR, text)) {
            return Stream.of(mention);
        }
        Matcher end = SENTENCE_END.matcher(text).region(mention.span().end(), text.length());
        boolean asked = !end.find() || end.group().startsWith("?") || end.end() == text.length();
        return asked
                ? Stream.of(
                        mention.assertion() == Assertion.PRESENT
                                ? mention.as(Assertion.POSSIBLE)
                                : mention)
                : Stream.empty();
    }

    static List<Finding> read(Concepts concepts, Concept.Kind kind, Redaction redaction) {
        return read(concepts, kind, redaction, redaction);
    }

    /// @param kept all that is taken out of what is kept: a finding read there goes by the name the
    ///     vocabulary has for it
    static List<Finding> read(
            Concepts concepts, Concept.Kind kind, Redaction redaction, Redaction kept) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        List<Mention> mentions =
                concepts.of(kind)
                        .filter(mention -> !redaction.covers(mention.span()))
                        .filter(mention -> !namesAThing(mention, concepts.text()))
                        .filter(mention -> !isOnlyACourse(mention.concept()))
                        .flatMap(mention -> lookedFor(mention, concepts.text()))
                        .toList();
        List<Level> levels = kind == Concept.Kind.PROBLEM ? levels(concepts.text()) : List.of();
        for (Mention mention : mentions) {
            Finding finding =
                    finding(
                            concepts,
                            located(mention, concepts, kind),
                            levels(mention, mentions, levels, concepts.text()),
                            kept);
            findings.merge(finding.id(), finding, FindingReader::merged);
        }
        return List.copyOf(findings.values());
    }

    /// "knee pain": the place that stands right before a problem belongs to its words.
    private static Mention located(Mention mention, Concepts concepts, Concept.Kind kind) {
        if (kind != Concept.Kind.PROBLEM) {
            return mention;
        }
        for (Mention place : concepts.of(Concept.Kind.ANATOMY).toList()) {
            if (place.span().end() + 1 == mention.span().start()
                    && concepts.text().charAt(place.span().end()) == ' '
                    && Vertebrae.level(place.concept()).isEmpty()) {
                Span both = new Span(place.span().start(), mention.span().end());
                return new Mention(
                        mention.concept(), both, both.of(concepts.text()), mention.assertion());
            }
        }
        return mention;
    }

    private static Finding finding(
            Concepts concepts, Mention mention, List<String> levels, Redaction kept) {
        String before =
                concepts.text()
                        .substring(
                                Math.max(0, mention.span().start() - 40), mention.span().start());
        Matcher side = SIDE.matcher(before);
        Matcher detail = DETAIL.matcher(before);
        return new Finding(
                mention.concept().id(),
                mention.concept().name(),
                kept.covers(mention.span()) ? mention.concept().name() : mention.words(),
                mention.assertion(),
                levels,
                side.find() && !isOfPeople(side) ? side(side.group(1)) : null,
                detail.find() ? detail.group(1).toLowerCase(java.util.Locale.ROOT) : null,
                mention.concept().synonyms());
    }

    private static boolean isOfPeople(Matcher side) {
        return side.group(1).equalsIgnoreCase("both") && OF_PEOPLE.matcher(side.group(2)).matches();
    }

    private static String side(String word) {
        return switch (word.toLowerCase(java.util.Locale.ROOT)) {
            case "left" -> "left";
            case "right" -> "right";
            default -> "both";
        };
    }

    /// Two mentions of one concept: what is said of the patient now weighs more than what is denied,
    /// and that more than what was or what relatives have.
    private static Finding merged(Finding one, Finding other) {
        Finding first = weight(one.assertion()) <= weight(other.assertion()) ? one : other;
        Set<String> levels = new TreeSet<>(FindingReader::byPlace);
        levels.addAll(one.levels());
        levels.addAll(other.levels());
        return new Finding(
                first.id(),
                first.name(),
                first.words(),
                first.assertion(),
                List.copyOf(levels),
                one.side() != null ? one.side() : other.side(),
                one.detail() != null ? one.detail() : other.detail(),
                first.synonyms());
    }

    private static int weight(Assertion assertion) {
        return switch (assertion) {
            case PRESENT -> 0;
            case POSSIBLE -> 1;
            case NEGATED -> 2;
            case PAST -> 3;
            case FAMILY -> 4;
        };
    }

    private record Level(String name, Span span) {}

    private static List<Level> levels(String text) {
        List<Level> levels = new ArrayList<>();
        Matcher matcher = LEVEL.matcher(text);
        while (matcher.find()) {
            String part = first(matcher.group(1), matcher.group(4), matcher.group(5));
            String number = first(matcher.group(2), matcher.group(3), matcher.group(6));
            char letter = Character.toUpperCase(part.charAt(0));
            letter = letter == 'D' ? 'T' : letter;
            int vertebra = Integer.parseInt(number);
            if (vertebra >= 1 && vertebra <= VERTEBRAE.getOrDefault(letter, 0)) {
                levels.add(
                        new Level(
                                letter + String.valueOf(vertebra),
                                new Span(matcher.start(), matcher.end())));
            }
        }
        return levels;
    }

    private static String first(@Nullable String... groups) {
        for (String group : groups) {
            if (group != null) {
                return group;
            }
        }
        throw new IllegalStateException("a vertebral level has a part and a number");
    }

    /// The levels that belong to a mention: those whose nearest spinal problem it is.
    private static List<String> levels(
            Mention mention, List<Mention> mentions, List<Level> levels, String text) {
        if (!isSpinal(mention)) {
            return List.of();
        }
        if (mentions.stream()
                        .filter(FindingReader::isSpinal)
                        .map(one -> one.concept().id())
                        .distinct()
                        .count()
                == 1) {
            return Vertebrae.levels(text);
        }
        Set<String> own = new TreeSet<>(FindingReader::byPlace);
        for (Level level : levels) {
            Mention nearest = null;
            for (Mention other : mentions) {
                if (isSpinal(other)
                        && (nearest == null
                                || distance(other, level, text) < distance(nearest, level, text))) {
                    nearest = other;
                }
            }
            if (nearest != null
                    && nearest.concept().id().equals(mention.concept().id())
                    && distance(nearest, level, text) < FARTHEST) {
                own.add(level.name());
            }
        }
        return List.copyOf(own);
    }

    /// How far a level may stand from its finding, in characters.
    private static final int FARTHEST = 120;

    private static int distance(Mention mention, Level level, String text) {
        if (mention.span().overlaps(level.span())) {
            return 0;
        }
        boolean before = level.span().end() <= mention.span().start();
        int from = before ? level.span().end() : mention.span().end();
        int to = before ? mention.span().start() : level.span().start();
        String between = text.substring(from, to);
        boolean parted = between.contains(". ") || between.contains("?") || between.contains("\n");
        return between.length() + (parted ? FARTHEST : 0) + (before ? 0 : 10);
    }

    private static boolean isSpinal(Mention mention) {
        String words =
                (mention.words() + " " + mention.concept().name())
                        .toLowerCase(java.util.Locale.ROOT);
        for (String word : words.split("[^\\p{L}]+")) {
            if (SPINAL.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static int byPlace(String one, String other) {
        int part = Integer.compare(ORDER.indexOf(one.charAt(0)), ORDER.indexOf(other.charAt(0)));
        return part != 0
                ? part
                : Integer.compare(
                        Integer.parseInt(one.substring(1)), Integer.parseInt(other.substring(1)));
    }
}
