package oropos.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.library.SourceId;
import oropos.terminology.Normal;

/// A board overview as an editor writes it: a title, headings, and under each heading sentences that are
/// the exact words of a source.
///
/// ```
/// # Vertebral fractures in children
/// ## Bottom line
/// pmid:34228102 Exact words of that source.
/// ## Monitoring
/// guideline:issuer/name Exact words of that one.
/// ```
///
/// No line holds words of the editor's own but the title: headings come from the section plans, so nothing can
/// be said between two sentences. What no source says is a board statement, written at the desk and signed by
/// two clinicians.
///
/// @param lines in the order written, never empty
public record OverviewText(String title, List<Line> lines) {

    /// Heading of the sentences at the head.
    public static final String HEAD = "Bottom line";

    /// Longest title, in UTF-16 units.
    public static final int LONGEST_TITLE = 200;

    /// Most sentences. More is a book.
    public static final int MOST = 80;

    /// Longest text read, in UTF-16 units.
    public static final int LONGEST = 100_000;

    /// The rules an overview is written under, and their version: in no other answer.
    static final String RULES = "overview";

    static final String VERSION = "v1";

    private static final Map<String, String> KEYS = keys();

    /// One sentence.
    ///
    /// @param number of its line in the text, from 1
    /// @param heading as the plans write it, [#HEAD] for the head
    /// @param words exact words of the source
    public record Line(int number, String heading, SourceId source, String words) {

        public boolean atHead() {
            return heading.equals(HEAD);
        }

        /// The key of its section in the plans.
        String key() {
            return KEYS.getOrDefault(heading, "evidence");
        }
    }

    /// What came of reading a text.
    public sealed interface Read {
        record Well(OverviewText text) implements Read {}

        /// @param problems each with its line, never empty
        record Ill(List<String> problems) implements Read {}
    }

    public OverviewText {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an overview says something, but has no line");
        }
    }

    /// Whether an answer was written by people as an overview.
    public static boolean isIn(Answer answer) {
        return answer.basis().rules().containsKey(RULES);
    }

    /// Headings a sentence may stand under, the head first, then in the order of the alphabet.
    public static List<String> headings() {
        return Stream.concat(Stream.of(HEAD), KEYS.keySet().stream()).toList();
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new TreeMap<>();
        SectionPlan.Book.shipped()
                .plans()
                .values()
                .forEach(plan ->
                        plan.sections().forEach(one -> keys.putIfAbsent(one.heading(), one.key())));
        return keys;
    }

    /// Reads what an editor wrote.
    public static Read read(String text) {
        if (text.length() > LONGEST) {
            return new Read.Ill(List.of("It is longer than " + LONGEST + " characters."));
        }
        List<String> problems = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String title = "";
        String heading = "";
        int number = 0;
        for (String raw : text.split("\\R", -1)) {
            number++;
            String line = Normal.text(raw);
            if (line.isEmpty()) {
                continue;
            }
            if (line.startsWith("## ")) {
                String named = heading(line.substring(3).strip());
                if (named == null) {
                    problems.add(
                            at(number)
                                    + "there is no section \""
                                    + line.substring(3).strip()
                                    + "\". Sections are: "
                                    + String.join("; ", headings())
                                    + ".");
                } else {
                    heading = named;
                }
            } else if (line.startsWith("# ")) {
                if (!title.isEmpty()) {
                    problems.add(at(number) + "an overview has one title.");
                }
                title = line.substring(2).strip();
            } else {
                line(number, line, heading, seen, lines, problems);
            }
        }
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            problems.add(
                    "It has no title: the first line is \"# \" and the topic, at most "
                            + LONGEST_TITLE
                            + " characters.");
        }
        if (lines.isEmpty() && problems.isEmpty()) {
            problems.add("It says nothing: under a heading stand sentences of sources.");
        }
        if (lines.size() > MOST) {
            problems.add("It has " + lines.size() + " sentences, at most " + MOST + ".");
        }
        return problems.isEmpty()
                ? new Read.Well(new OverviewText(title, lines))
                : new Read.Ill(List.copyOf(problems));
    }

    private static void line(
            int number,
            String line,
            String heading,
            Set<String> seen,
            List<Line> lines,
            List<String> problems) {
        int gap = line.indexOf(' ');
        String id = gap < 0 ? line : line.substring(0, gap);
        if (heading.isEmpty()) {
            problems.add(at(number) + "a sentence stands under a heading (\"## \" and its name).");
        } else if (gap < 0 || !SourceId.isOne(id)) {
            problems.add(
                    at(number)
                            + "a sentence begins with the id of its source (pmid:123, then a blank),"
                            + " but this begins with \""
                            + (id.length() > 40 ? id.substring(0, 40) + "..." : id)
                            + "\". What no source says is a board statement: write it at the desk.");
        } else if (!seen.add(heading + "\n" + line)) {
            problems.add(at(number) + "this sentence stands here twice.");
        } else {
            lines.add(new Line(number, heading, new SourceId(id), line.substring(gap + 1)));
        }
    }

    private static @Nullable String heading(String words) {
        return headings().stream()
                .filter(one -> one.equalsIgnoreCase(words))
                .findFirst()
                .orElse(null);
    }

    /// How a problem names its line.
    public static String at(int number) {
        return "Line " + number + ": ";
    }

    /// The text an overview was written as.
    public static String of(Answer answer) {
        StringBuilder text = new StringBuilder("# ").append(answer.title()).append('\n');
        section(HEAD, answer.bottomLine().lead(), text);
        answer.sections().forEach(one -> section(one.heading(), one.statements(), text));
        return text.toString();
    }

    private static void section(
            String heading, List<Answer.Statement> statements, StringBuilder text) {
        if (statements.isEmpty()) {
            return;
        }
        text.append("\n## ").append(heading).append('\n');
        for (Answer.Statement one : statements) {
            Answer.Citation citation = one.citations().getFirst();
            text.append(citation.source())
                    .append(' ')
                    .append(citation.quote().replaceAll("\\s+", " "))
                    .append('\n');
        }
    }
}
