package oropos.retrieval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What of a subject a question asks: its treatment, its causes, how a drug is stored.
///
/// Finer than the twelve kinds of question, because a collection of questions and answers has a pair
/// for each aspect of a subject, and only one of them is the answer. The same cues read what somebody
/// asks and what a pair asks. Editors keep them in `aspects.tsv`; an aspect is any word that stands in
/// its first column.
public final class Aspects {

    private static final String FILE = "/oropos/retrieval/aspects.tsv";
    private static final String VERSION = "# version: ";
    private static final String COLUMNS = "aspect\tcue\tweight\tmarks\tsource";

    /// Stands before the name of an aspect that answers this one too.
    private static final char ALSO = '=';

    /// A cue of at least this weight says for itself which aspect a pair is about.
    private static final double SURE = 1;

    /// Words between two of a cue at `~`.
    private static final int GAP = 4;

    private static final Aspects SHIPPED = shipped();

    /// Marks a cue that says what a pair is about, however its question goes on.
    private static final String PAIRS = "pairs";

    /// What a thing is: every question that begins "what is" asks it, but few ask nothing else.
    public static final String DEFINITION = "definition";

    /// Marks a cue that says so in a pair only: who was diagnosed asks for no diagnosis.
    private static final String ONLY_PAIRS = "only pairs";

    private record Cue(String aspect, Pattern pattern, double weight, String marks) {
        boolean isOfPairs() {
            return !marks.isEmpty();
        }

        boolean isOfAskers() {
            return !marks.equals(ONLY_PAIRS);
        }
    }

    private record Also(String aspect, String other, double weight) {}

    private final String version;
    private final List<Cue> cues;
    private final List<Also> also;

    private Aspects(String version, List<Cue> cues, List<Also> also) {
        this.version = version;
        this.cues = List.copyOf(cues);
        this.also = List.copyOf(also);
    }

    String version() {
        return version;
    }

    public static Aspects builtIn() {
        return SHIPPED;
    }

    private static Aspects shipped() {
        try (InputStream stream = Aspects.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException(FILE + " is missing from the program");
            }
            return read(
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                            .lines()
                            .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + FILE, failure);
        }
    }

    /// @throws IllegalStateException naming the line that is wrong
    static Aspects read(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().startsWith(VERSION)) {
            throw wrong(1, "must be \"" + VERSION + "...\"");
        }
        List<Cue> cues = new ArrayList<>();
        List<Also> also = new ArrayList<>();
        boolean headed = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            if (!headed) {
                if (!line.equals(COLUMNS)) {
                    throw wrong(i + 1, "must name the columns: " + COLUMNS);
                }
                headed = true;
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length != 5 || cells[0].isBlank() || cells[4].isBlank()) {
                throw wrong(i + 1, "needs aspect, cue, weight, marks and source: " + line);
            }
            if (!Set.of("", PAIRS, ONLY_PAIRS).contains(cells[3])) {
                throw wrong(
                        i + 1,
                        "has the mark " + cells[3] + "; there are " + PAIRS + " and " + ONLY_PAIRS);
            }
            double weight = weight(cells[2], i + 1);
            if (cells[1].charAt(0) == ALSO) {
                also.add(new Also(cells[0], cells[1].substring(1), weight));
            } else {
                cues.add(new Cue(cells[0], pattern(cells[1]), weight, cells[3]));
            }
        }
        Set<String> known = new HashSet<>();
        cues.forEach(cue -> known.add(cue.aspect()));
        for (Also one : also) {
            if (!known.contains(one.other())) {
                throw new IllegalStateException(FILE + " has no cue of the aspect " + one.other());
            }
        }
        return new Aspects(lines.getFirst().substring(VERSION.length()).strip(), cues, also);
    }

    private static double weight(String cell, int line) {
        try {
            double weight = Double.parseDouble(cell);
            if (weight > 0 && weight <= SURE) {
                return weight;
            }
        } catch (NumberFormatException no) {
            // told below
        }
        throw wrong(line, "has the weight " + cell + "; it lies above 0 and is at most 1");
    }

    private static IllegalStateException wrong(int line, String what) {
        return new IllegalStateException(FILE + ", line " + line + " " + what);
    }

    /// Words stand side by side; `|` parts alternatives, `*` stands for any ending, `~` for up to
    /// [#GAP] words, `?` before a word makes it optional.
    private static Pattern pattern(String cue) {
        StringBuilder pattern = new StringBuilder("(?<![\\p{L}\\p{N}])");
        boolean first = true;
        for (String word : cue.split(" ")) {
            if (word.equals("~")) {
                pattern.append("(?:[^\\p{L}\\p{N}.?!;]+[\\p{L}\\p{N}]+){0,")
                        .append(GAP)
                        .append('}');
                continue;
            }
            boolean optional = word.startsWith("?");
            StringBuilder one = new StringBuilder(first ? "(?:" : "(?:[^\\p{L}\\p{N}.?!;]+(?:");
            String[] forms = (optional ? word.substring(1) : word).split("\\|");
            for (int i = 0; i < forms.length; i++) {
                boolean open = forms[i].endsWith("*");
                String form = open ? forms[i].substring(0, forms[i].length() - 1) : forms[i];
                one.append(i == 0 ? "" : "|")
                        .append(Pattern.quote(form))
                        .append(open ? "[\\p{L}]*" : "");
            }
            one.append(first ? ")" : "))").append(optional ? "?" : "");
            pattern.append(one);
            first = false;
        }
        return Pattern.compile(
                pattern.append("(?![\\p{L}\\p{N}])").toString(),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// The aspects that a text asks for, each with the weight of its surest cue; those that answer
    /// them too weigh less.
    public Map<String, Double> asked(String text) {
        Map<String, Double> heard = heard(text, false);
        Map<String, Double> asked = new TreeMap<>(heard);
        for (Also one : also) {
            Double weight = heard.get(one.aspect());
            if (weight != null) {
                asked.merge(one.other(), weight * one.weight(), Math::max);
            }
        }
        return asked;
    }

    /// The aspects that a pair's question names for sure. "What should I do if I forget a dose?" is
    /// about a forgotten dose alone, although a letter that asks "what should I do?" asks for a
    /// treatment; and only "What is it?" is about what it is, "What is the outlook?" is not.
    public Set<String> named(String question) {
        Map<String, Double> sure = heard(question, true);
        if (sure.isEmpty()) {
            sure = heard(question, false);
        }
        sure.values().removeIf(weight -> weight < SURE);
        Set<String> named = new TreeSet<>(sure.keySet());
        if (named.size() > 1) {
            named.remove(DEFINITION);
        }
        return named;
    }

    private Map<String, Double> heard(String text, boolean asPair) {
        Map<String, Double> heard = new LinkedHashMap<>();
        for (Cue cue : cues) {
            if ((asPair ? cue.isOfPairs() : cue.isOfAskers())
                    && heard.getOrDefault(cue.aspect(), 0d) < cue.weight()
                    && cue.pattern().matcher(text).find()) {
                heard.put(cue.aspect(), cue.weight());
            }
        }
        return heard;
    }
}
