package oropos.terminology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Vertebral levels in a text: `T12`, `T-12`, `Th12`, `D12`, `T11/12`, `T10-L2`, "12th thoracic
/// vertebra".
///
/// Most letters with a number are something else: T2 is a way to weight an MRI, a stage of a
/// tumour and a type of diabetes, T3 and T4 are hormones, C3 and C4 complement, D3 a vitamin. A
/// level that can be mistaken counts only beside words of the spine, which editors keep in
/// `vertebra-words.tsv`. A T-score is never a vertebra.
public final class Vertebrae {

    /// Ids of vertebrae begin so; the level follows (`oropos:vertebra-T12`).
    public static final String ID = "oropos:vertebra-";

    /// The words of one place that names levels, in plain text offsets.
    record Expression(int start, int end, List<Level> levels) {}

    /// A level and where it stands; a level that is only implied ("T11/12") stands at all of it.
    record Level(String code, int start, int end) {}

    private static final String LOOSE = "(?:C|Th|T|D|L|S)[- ]?(?:1[0-2]|[1-9])";
    private static final String AND =
            "(?:\\s?,\\s?and\\s|\\s?[-/,&+]\\s?|\\sand\\s|\\sto\\s|\\sor\\s|\\sthrough\\s)";
    private static final String BARE = "(?:1[0-2]|[1-9])(?![\\w%]|\\.\\d)";
    private static final String SPINE_AFTER = "(?=\\s(?:vert|frac|comp|level|dis[ck]|burst|wedge))";
    private static final Pattern CODES =
            Pattern.compile(
                    "(?<![A-Za-z0-9.^-])"
                            + LOOSE
                            + "(?:"
                            + AND
                            + LOOSE
                            + "|[-/]"
                            + BARE
                            + "|"
                            + AND
                            + BARE
                            + "(?:(?!\\s?(?!(?:and|or|to|through)\\s\\d)[a-z])|"
                            + SPINE_AFTER
                            + ")){0,11}+(?![A-Za-z0-9^]|\\.\\d|-\\d)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE =
            Pattern.compile(
                    "(?:(?<![A-Za-z])(C|Th|T|D|L|S)[- ]?)?(1[0-2]|[1-9])",
                    Pattern.CASE_INSENSITIVE);
    private static final String ORDINAL =
            "(?:(?:1[0-2]|[1-9])(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth"
                    + "|ninth|tenth|eleventh|twelfth)";
    private static final Pattern ORDINALS =
            Pattern.compile(
                    "\\b("
                            + ORDINAL
                            + "(?:"
                            + AND
                            + ORDINAL
                            + "){0,5})\\s(cervical|thoracic|dorsal|lumbar|sacral)"
                            + "\\s(?:vertebra[el]?|vertebral|segment|level|body|bodies|compression|fracture|spinous)s?\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERED =
            Pattern.compile(
                    "\\b(cervical|thoracic|dorsal|lumbar|sacral)\\svertebrae?\\s((?:1[0-2]|[1-9])(?:"
                            + AND
                            + "(?:1[0-2]|[1-9])){0,5})(?![\\w.])",
                    Pattern.CASE_INSENSITIVE);
    private static final int SHORTEST_REGION = "dorsal".length();
    private static final Pattern EACH_ORDINAL = Pattern.compile(ORDINAL, Pattern.CASE_INSENSITIVE);
    private static final List<String> ORDER = order();
    private static final List<String> ORDINAL_WORDS =
            List.of(
                    "first",
                    "second",
                    "third",
                    "fourth",
                    "fifth",
                    "sixth",
                    "seventh",
                    "eighth",
                    "ninth",
                    "tenth",
                    "eleventh",
                    "twelfth");

    private Vertebrae() {}

    /// Every level named in a text, from the head downwards, each once.
    public static List<String> levels(String text) {
        List<String> found =
                in(Plain.of(text)).stream()
                        .flatMap(expression -> expression.levels().stream())
                        .map(Level::code)
                        .toList();
        return ORDER.stream().filter(found::contains).toList();
    }

    /// The level a concept of [Terminology] stands for (`T12`), or empty where it is no vertebra.
    public static Optional<String> level(Concept concept) {
        return concept.id().startsWith(ID)
                ? Optional.of(concept.id().substring(ID.length()))
                : Optional.empty();
    }

    /// All levels a spine has, from C1 to S5.
    static List<String> all() {
        return ORDER;
    }

    static List<Expression> in(Plain plain) {
        List<Expression> found = new ArrayList<>();
        String text = plain.text();
        codes(text, found);
        if (!isRegional(text)) {
            return found;
        }
        for (Matcher ordinals = ORDINALS.matcher(text); ordinals.find(); ) {
            found.add(ordinal(ordinals, ordinals.group(2), ordinals.group(1)));
        }
        for (Matcher numbered = NUMBERED.matcher(text); numbered.find(); ) {
            found.add(ordinal(numbered, numbered.group(1), numbered.group(2)));
        }
        found.removeIf(expression -> expression.levels().isEmpty());
        found.sort((a, b) -> Integer.compare(a.start(), b.start()));
        return found;
    }

    /// Letters with numbers that are levels here. The expression is tried only where a digit stands
    /// behind one of its letters; trying it everywhere was a fifth of the time of reading.
    private static void codes(String text, List<Expression> found) {
        Matcher codes = null;
        int past = 0;
        for (int i = 1; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '1' || digit > '9') {
                continue;
            }
            int start = letterBefore(text, i);
            if (start < past) {
                continue;
            }
            if (codes == null) {
                codes = CODES.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
            }
            if (!codes.region(start, text.length()).lookingAt()) {
                continue;
            }
            past = codes.end();
            List<Level> levels = levels(text, codes.start(), codes.end());
            if (!levels.isEmpty()
                    && SpineContext.isSpine(text, codes.start(), codes.end(), levels)) {
                found.add(new Expression(codes.start(), codes.end(), levels));
            }
        }
    }

    /// Where the letter or letters begin that [#LOOSE] wants before a digit; -1 where there are none.
    private static int letterBefore(String text, int digit) {
        int i = digit - 1;
        if ((text.charAt(i) == '-' || text.charAt(i) == ' ') && i > 0) {
            i--;
        }
        return switch (text.charAt(i)) {
            case 'C', 'c', 'T', 't', 'D', 'd', 'L', 'l', 'S', 's' -> i;
            case 'H', 'h' -> i > 0 && (text.charAt(i - 1) | 0x20) == 't' ? i - 1 : -1;
            default -> -1;
        };
    }

    /// Whether a region of the spine is named anywhere, perhaps inside a word.
    private static boolean isRegional(String text) {
        for (int i = 0; i + SHORTEST_REGION <= text.length(); i++) {
            String region =
                    switch (text.charAt(i) | 0x20) {
                        case 'c' -> "cervical";
                        case 't' -> "thoracic";
                        case 'd' -> "dorsal";
                        case 'l' -> "lumbar";
                        case 's' -> "sacral";
                        default -> "";
                    };
            if (!region.isEmpty()
                    && (text.charAt(i + 1) | 0x20) == region.charAt(1)
                    && (text.charAt(i + 2) | 0x20) == region.charAt(2)
                    && text.regionMatches(true, i, region, 0, region.length())) {
                return true;
            }
        }
        return false;
    }

    private static Expression ordinal(Matcher match, String region, String numbers) {
        String letter =
                switch (region.toLowerCase(Locale.ROOT)) {
                    case "cervical" -> "C";
                    case "lumbar" -> "L";
                    case "sacral" -> "S";
                    default -> "T";
                };
        List<String> codes = new ArrayList<>();
        Pattern each =
                Character.isDigit(numbers.charAt(0))
                                && numbers.matches("[^a-z]*+(?:(?:and|to|or|through)[^a-z]*+)*+")
                        ? CODE
                        : EACH_ORDINAL;
        Matcher numeral = each.matcher(numbers);
        while (numeral.find()) {
            codes.add(letter + number(numeral.group()));
        }
        boolean through = numbers.matches("(?is).*(?:-|\\sto\\s|\\sthrough\\s).*");
        List<Level> levels = new ArrayList<>();
        for (String code :
                through && codes.size() == 2 ? between(codes.get(0), codes.get(1)) : codes) {
            if (ORDER.contains(code)) {
                levels.add(new Level(code, match.start(), match.end()));
            }
        }
        return new Expression(match.start(), match.end(), levels);
    }

    private static int number(String numeral) {
        int word = ORDINAL_WORDS.indexOf(numeral.toLowerCase(Locale.ROOT));
        return word >= 0 ? word + 1 : Integer.parseInt(numeral.replaceAll("\\D", ""));
    }

    /// The levels of a match, or none where a part of it is no vertebra.
    private static List<Level> levels(String text, int start, int end) {
        List<Level> levels = new ArrayList<>();
        Matcher codes = CODE.matcher(text).region(start, end);
        String letter = "";
        int past = start;
        while (codes.find()) {
            String prefix = codes.group(1);
            boolean own = prefix != null;
            if (own) {
                letter = letter(prefix);
            }
            String code = letter + codes.group(2);
            if (!ORDER.contains(code)) {
                return List.of();
            }
            String between = text.substring(past, codes.start());
            if (!levels.isEmpty() && between.matches("\\s?-\\s?|\\sto\\s|\\sthrough\\s")) {
                List<String> inner = between(levels.getLast().code(), code);
                for (int i = 1; i < inner.size() - 1; i++) {
                    levels.add(new Level(inner.get(i), start, end));
                }
            }
            levels.add(
                    own
                            ? new Level(code, codes.start(), codes.end())
                            : new Level(code, start, end));
            past = codes.end();
        }
        return levels;
    }

    private static String letter(String prefix) {
        String letter = prefix.toUpperCase(Locale.ROOT);
        return letter.equals("TH") || letter.equals("D") ? "T" : letter;
    }

    private static List<String> between(String first, String last) {
        int from = ORDER.indexOf(first);
        int to = ORDER.indexOf(last);
        return from < 0 || to < from ? List.of(first, last) : ORDER.subList(from, to + 1);
    }

    private static List<String> order() {
        List<String> order = new ArrayList<>();
        String[] letters = {"C", "T", "L", "S"};
        int[] counts = {7, 12, 5, 5};
        for (int region = 0; region < letters.length; region++) {
            for (int i = 1; i <= counts[region]; i++) {
                order.add(letters[region] + i);
            }
        }
        return List.copyOf(order);
    }

    /// The concepts of all levels, narrower than the vertebrae MeSH knows.
    static List<Concept> concepts(Vocabulary vocabulary) {
        List<Concept> concepts = new ArrayList<>();
        for (String code : ORDER) {
            String[] region =
                    switch (code.charAt(0)) {
                        case 'C' -> new String[] {"mesh:D002574", "cervical"};
                        case 'T' -> new String[] {"mesh:D013904", "thoracic"};
                        case 'L' -> new String[] {"mesh:D008159", "lumbar"};
                        default -> new String[] {"mesh:D012447", "sacral"};
                    };
            Concept wider = vocabulary.concept(region[0]);
            List<String> trees =
                    wider == null
                            ? List.of()
                            : wider.trees().stream().map(tree -> tree + "." + code).toList();
            String ordinal = ORDINAL_WORDS.get(Integer.parseInt(code.substring(1)) - 1);
            List<String> synonyms = new ArrayList<>(List.of(code));
            if (code.charAt(0) == 'T') {
                synonyms.add("Th" + code.substring(1));
            }
            synonyms.add(ordinal + " " + region[1] + " vertebra");
            concepts.add(
                    new Concept(
                            ID + code, code + " vertebra", Concept.Kind.ANATOMY, synonyms, trees));
        }
        return concepts;
    }
}
