package oropos.library;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import oropos.terminology.Normal;

/// Takes a document in the guideline form apart: the fields at its head, its blocks, and the free
/// paragraphs between them.
final class GuidelineText {

    /// Where in an answer a block belongs; the section plans know the same keys.
    static final Set<String> SECTIONS =
            new TreeSet<>(
                    Set.of(
                            "definition",
                            "cause",
                            "diagnosis",
                            "initial",
                            "drugs",
                            "nonDrug",
                            "observation",
                            "procedures",
                            "monitoring",
                            "harms",
                            "special",
                            "escalate",
                            "prognosis",
                            "prevention",
                            "pitfalls",
                            "dose",
                            "interactions"));

    private static final Set<String> FIELDS =
            new TreeSet<>(
                    Set.of(
                            "section",
                            "about",
                            "intervention",
                            "comparator",
                            "outcome",
                            "direction",
                            "strength",
                            "certainty",
                            "ages",
                            "sex",
                            "pregnancy",
                            "conditions",
                            "population",
                            "when",
                            "lead",
                            "plain",
                            "plainLead",
                            "n",
                            "events",
                            "surrogate"));

    /// How one line of a block's fields looks.
    private static final Pattern FIELD = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*):(?:\\s+(.*))?");

    private static final Pattern OPENING = Pattern.compile(":::\\s*([A-Za-z]+)\\s*");
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d{1,3}[.)])\\s+(.*)");
    private static final String RULE = "---";

    private GuidelineText() {}

    /// A document's head and the lines after it.
    ///
    /// @param first number of the first of `lines` in the file, from 1
    record Split(GuidelineFields front, List<String> lines, int first) {}

    static Split split(String file, String text) {
        List<String> lines = text.lines().toList();
        int end = 1;
        while (end < lines.size() && !lines.get(end).strip().equals(RULE)) {
            end++;
        }
        if (end >= lines.size()) {
            throw new SourceFileException(
                    "the fields at the head do not end",
                    file + ", line 1",
                    "close them with a line of three hyphens");
        }
        GuidelineFields front = new GuidelineFields(file, 1);
        yaml(file, String.join("\n", lines.subList(1, end)), front);
        return new Split(front, lines.subList(end + 1, lines.size()), end + 2);
    }

    /// Reads the nodes of the YAML rather than its values: `no` stays a word and `2e3` a name.
    private static void yaml(String file, String text, GuidelineFields front) {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(0);
        limits.setNestingDepthLimit(5);
        limits.setCodePointLimit(GuidelineReader.LARGEST);
        Node root;
        try {
            root = new Yaml(new SafeConstructor(limits)).compose(new StringReader(text));
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null ? 0 : broken.getProblemMark().getLine();
            throw new SourceFileException(
                    "the fields at the head cannot be read (" + broken.getProblem() + ")",
                    file + ", line " + (line + 2),
                    "put words that hold a colon, a bracket or a # in double quotes",
                    broken);
        } catch (YAMLException broken) {
            throw new SourceFileException(
                    "the fields at the head cannot be read",
                    file + ", line 1",
                    "write one field a line, as title: Words",
                    broken);
        }
        if (!(root instanceof MappingNode mapping)) {
            throw new SourceFileException(
                    "there are no fields at the head",
                    file + ", line 2",
                    "write one field a line, as title: Words");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            int line = tuple.getKeyNode().getStartMark().getLine() + 2;
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw front.problem("a field's name is one word", line, "write title: Words");
            }
            front.put(key.getValue(), new GuidelineFields.Field(words(tuple, front, line), line));
        }
    }

    private static List<String> words(NodeTuple tuple, GuidelineFields front, int line) {
        if (tuple.getValueNode() instanceof ScalarNode value) {
            return value.getTag().equals(Tag.NULL) ? List.of() : List.of(value.getValue());
        }
        List<String> words = new ArrayList<>();
        if (tuple.getValueNode() instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                if (!(item instanceof ScalarNode value)) {
                    throw front.problem("a list holds words only", line, "write [one, two]");
                }
                words.add(value.getValue());
            }
            return words;
        }
        throw front.problem("a field holds words or a list of them", line, "write [one, two]");
    }

    /// The parts in the order in which they stand.
    static List<Part> parts(String file, Split split, Population whole) {
        List<Part> parts = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        List<String> lines = split.lines;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String bare = line.strip();
            Matcher heading = HEADING.matcher(bare);
            Matcher item = ITEM.matcher(line);
            if (bare.startsWith(":::")) {
                end(paragraph, headings, parts);
                int close = close(file, lines, i, split.first);
                parts.add(block(file, lines, i, close, split.first, headings, whole));
                i = close;
            } else if (heading.matches()) {
                end(paragraph, headings, parts);
                int level = heading.group(1).length();
                while (headings.size() >= level) {
                    headings.removeLast();
                }
                headings.add(heading.group(2));
            } else if (bare.isEmpty() || bare.matches("([-*_]\\s*){3,}")) {
                end(paragraph, headings, parts);
            } else if (item.matches()) {
                end(paragraph, headings, parts);
                paragraph.append(item.group(1));
            } else {
                paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line);
            }
        }
        end(paragraph, headings, parts);
        return parts;
    }

    private static void end(StringBuilder paragraph, List<String> headings, List<Part> parts) {
        if (!paragraph.toString().isBlank()) {
            parts.add(new Part(Passage.Role.BODY, headings, paragraph.toString()));
        }
        paragraph.setLength(0);
    }

    private static int close(String file, List<String> lines, int open, int first) {
        for (int i = open + 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.equals(":::")) {
                return i;
            }
            if (line.startsWith(":::")) {
                break;
            }
        }
        throw new SourceFileException(
                "the block does not end",
                file + ", line " + (open + first),
                "close it with a line of three colons");
    }

    private static Part block(
            String file,
            List<String> lines,
            int open,
            int close,
            int first,
            List<String> headings,
            Population whole) {
        GuidelineFields fields = new GuidelineFields(file, open + first);
        Matcher opening = OPENING.matcher(lines.get(open).strip());
        Claim.Kind kind = opening.matches() ? kind(opening.group(1)) : null;
        if (kind == null) {
            throw fields.problem(
                    "no block is called \"" + lines.get(open).strip() + "\"",
                    open + first,
                    "use ::: with one of recommendation, finding, harm, definition, warning,"
                            + " decides");
        }
        int rule = open + 1;
        while (rule < close && !lines.get(rule).strip().equals(RULE)) {
            String line = lines.get(rule).strip();
            if (!line.isEmpty()) {
                field(fields, line, rule + first);
            }
            rule++;
        }
        if (rule == close) {
            throw fields.problem(
                    "the block has no line that parts its fields from its words",
                    open + first,
                    "write --- after the fields and the words below it");
        }
        fields.checkNames(FIELDS);
        String words = Normal.text(String.join("\n", lines.subList(rule + 1, close)));
        if (words.isEmpty()) {
            throw fields.problem(
                    "the block has no words", rule + first, "write what it says after ---");
        }
        return new Part(Passage.Role.BLOCK, headings, words, claim(fields, kind, words, whole));
    }

    private static void field(GuidelineFields fields, String line, int at) {
        Matcher field = FIELD.matcher(line);
        if (!field.matches()) {
            throw fields.problem(
                    "\"" + line + "\" is no field", at, "write name: words, one field a line");
        }
        String value = field.group(2) == null ? "" : field.group(2).strip();
        fields.put(field.group(1), new GuidelineFields.Field(values(value), at));
    }

    /// `[a, b]` is a list; quotes around a value are taken off.
    private static List<String> values(String value) {
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.startsWith("[") && value.endsWith("]")) {
            List<String> values = new ArrayList<>();
            for (String one : value.substring(1, value.length() - 1).split(",")) {
                values.add(unquoted(one.strip()));
            }
            return values;
        }
        return List.of(unquoted(value));
    }

    private static String unquoted(String value) {
        boolean quoted =
                value.length() > 1
                        && (value.startsWith("\"") && value.endsWith("\"")
                                || value.startsWith("'") && value.endsWith("'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static Claim claim(
            GuidelineFields fields, Claim.Kind kind, String words, Population whole) {
        String section = fields.needed("section", "drugs");
        if (!SECTIONS.contains(section)) {
            throw fields.problem(
                    "no section is called \"" + section + "\"",
                    "section",
                    "use one of " + String.join(", ", SECTIONS));
        }
        String lead = fields.words("lead");
        if (lead != null && !words.contains(lead)) {
            throw fields.problem(
                    "\"lead\" does not stand in the block's words: " + lead,
                    "lead",
                    "copy it letter by letter from the words below ---");
        }
        if (lead == null && fields.has("plainLead")) {
            throw fields.problem(
                    "\"plainLead\" words a lead that is not there",
                    "plainLead",
                    "give the lead too");
        }
        Population population = fields.population(whole);
        return new Claim(
                kind,
                section,
                fields.words("about"),
                fields.words("intervention"),
                fields.words("comparator"),
                fields.words("outcome"),
                fields.has("direction") ? fields.choice("direction", directions()) : null,
                fields.words("strength"),
                fields.words("certainty"),
                population.equals(whole) ? null : population,
                fields.facts("when"),
                lead,
                fields.number("n", 0, 999_999_999),
                fields.number("events", 0, 999_999_999),
                fields.isTrue("surrogate"),
                plain(fields, "plain", words),
                lead == null ? null : plain(fields, "plainLead", lead));
    }

    private static @Nullable String plain(GuidelineFields fields, String name, String words) {
        String written = fields.words(name);
        String plain = written == null ? null : Normal.text(written);
        if (plain != null) {
            PlainWording.fault(words, plain)
                    .ifPresent(fault -> {
                        throw fields.problem(
                                "\"" + name + "\" does not say what the words say: " + fault,
                                name,
                                "keep every number, drug, denial, reservation, whom it is about"
                                        + " and how strongly it is said");
                    });
        }
        return plain;
    }

    private static Claim.@Nullable Kind kind(String word) {
        for (Claim.Kind kind : Claim.Kind.values()) {
            if (kind.name().equals(word.toUpperCase(Locale.ROOT))) {
                return kind;
            }
        }
        return null;
    }

    private static Map<String, Claim.Direction> directions() {
        return new TreeMap<>(
                Map.of(
                        "favours", Claim.Direction.FAVOURS,
                        "against", Claim.Direction.AGAINST,
                        "noDifference", Claim.Direction.NO_DIFFERENCE,
                        "insufficient", Claim.Direction.INSUFFICIENT));
    }
}
