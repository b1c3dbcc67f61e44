package oropos.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.appraisal.Compared;
import oropos.appraisal.ComparedTogether;
import oropos.appraisal.Comparison;
import oropos.appraisal.Comparisons;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which way comparisons go, read from abstracts, counted against the answers of systematic reviews.
///
/// One JSON object a line: `question`, `answer` (one of [#ANSWERS]), `original_review`, `sources` by id,
/// each with `title` and `content`. Halves are of reviews, by the SHA-256 of their id: an even one is A.
public final class ComparisonRun {

    /// The five answers, in the order of tables.
    public static final List<String> ANSWERS =
            List.of("higher", "lower", "no difference", "insufficient data", "uncertain effect");

    private static final int DIRECTED = 3;

    private static final double[] BINS = {.3, .4, .5, .6, .7, 1.01};

    private ComparisonRun() {}

    /// A source of a question.
    public record Text(String id, String title, String content) {}

    /// A question with its sources and the answer of its review.
    public record Known(
            String question, String answer, String review, boolean halfA, List<Text> sources) {
        public Known {
            sources = List.copyOf(sources);
        }
    }

    /// One question read.
    public record Told(Known known, String said, String lexical, double sure, List<String> read) {
        public Told {
            read = List.copyOf(read);
        }

        /// What is said where something must be: most comparisons end in no difference.
        String forced() {
            return isDirected(said) ? said : ANSWERS.get(2);
        }
    }

    /// All questions read.
    public record Outcome(List<Told> told) {
        public Outcome {
            told = List.copyOf(told);
        }

        public String text() {
            StringBuilder text = new StringBuilder();
            for (String half : List.of("A", "B")) {
                List<Told> some =
                        told.stream()
                                .filter(one -> one.known().halfA() == half.equals("A"))
                                .toList();
                if (!some.isEmpty()) {
                    part(text, "half " + half, some);
                }
            }
            if (told.stream().map(one -> one.known().halfA()).distinct().count() > 1) {
                part(text, "all", told);
            }
            return text.toString();
        }
    }

    /// @throws IllegalArgumentException naming the line that cannot be read
    public static List<Known> known(Path file) throws IOException {
        List<Known> all = new ArrayList<>();
        JsonMapper json = new JsonMapper();
        try (BufferedReader lines = TextFiles.open(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    all.add(known(json.readTree(line)));
                } catch (RuntimeException unreadable) {
                    throw new IllegalArgumentException(
                            file
                                    + ", line "
                                    + number
                                    + ": question, answer, original_review and sources are expected",
                            unreadable);
                }
            }
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no question");
        }
        return all;
    }

    private static Known known(JsonNode line) {
        List<Text> sources = new ArrayList<>();
        for (Map.Entry<String, JsonNode> source : line.get("sources").properties()) {
            sources.add(
                    new Text(
                            source.getKey(),
                            source.getValue().get("title").asString(),
                            source.getValue().get("content").asString()));
        }
        String answer = line.get("answer").asString();
        if (!ANSWERS.contains(answer)) {
            throw new IllegalArgumentException(answer);
        }
        String review = line.get("original_review").asString();
        return new Known(line.get("question").asString(), answer, review, isEven(review), sources);
    }

    private static boolean isEven(String review) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(review.getBytes(StandardCharsets.UTF_8));
            return digest[digest.length - 1] % 2 == 0;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Reads all questions.
    public static Outcome of(List<Known> known) {
        return new Outcome(known.stream().map(ComparisonRun::read).toList());
    }

    private static Told read(Known known) {
        String lexical = lexical(known);
        Comparison asked = Comparison.of(known.question()).orElse(null);
        if (asked == null) {
            return new Told(known, ANSWERS.get(3), lexical, .3, List.of("not taken apart"));
        }
        List<Compared> read = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Text source : known.sources()) {
            Comparisons.shipped()
                    .read(asked, source.title(), source.content())
                    .ifPresent(one -> {
                        read.add(one);
                        lines.add(
                                source.id()
                                        + " "
                                        + one.way().code()
                                        + " "
                                        + one.sure()
                                        + ": "
                                        + source.content()
                                                .substring(one.span().start(), one.span().end()));
                    });
        }
        ComparedTogether together = ComparedTogether.of(read);
        String said =
                switch (together.verdict()) {
                    case HIGHER -> ANSWERS.get(0);
                    case LOWER -> ANSWERS.get(1);
                    case NO_DIFFERENCE -> ANSWERS.get(2);
                    case UNKNOWN -> ANSWERS.get(3);
                    case CONFLICT -> ANSWERS.get(4);
                };
        return new Told(known, said, lexical, together.sure(), lines);
    }

    private static final Pattern UP =
            Pattern.compile("\\b(?:higher|greater|more|increas\\w+|longer)\\b");
    private static final Pattern DOWN =
            Pattern.compile("\\b(?:lower\\w*|fewer|less|reduc\\w+|decreas\\w+|shorter)\\b");
    private static final Pattern SAME =
            Pattern.compile(
                    "\\b(?:no (?:\\w+ )*differen\\w+|not (?:\\w+ )?differ\\w*|similar|comparable)\\b");
    private static final Pattern ASKED = Pattern.compile("\\bis (?:the )?(.+?) higher, lower");

    /// What a simple count of words says: of the sentences that share a long word with the outcome, whether
    /// words of more, of less or of no difference are most.
    private static String lexical(Known known) {
        Matcher asked = ASKED.matcher(known.question().toLowerCase(Locale.ROOT));
        List<String> outcome =
                asked.find()
                        ? Arrays.stream(asked.group(1).split("\\W+"))
                                .filter(word -> word.length() > 4)
                                .map(word -> word.substring(0, 5))
                                .toList()
                        : List.of();
        int[] counts = new int[DIRECTED];
        for (Text source : known.sources()) {
            for (String sentence : source.content().toLowerCase(Locale.ROOT).split("(?<=[.])\\s")) {
                if (outcome.stream().anyMatch(sentence::contains)) {
                    counts[0] += (int) UP.matcher(sentence).results().count();
                    counts[1] += (int) DOWN.matcher(sentence).results().count();
                    counts[2] += (int) SAME.matcher(sentence).results().count();
                }
            }
        }
        int most = 2;
        for (int at = 0; at < DIRECTED; at++) {
            most = counts[at] > counts[most] ? at : most;
        }
        return ANSWERS.get(most);
    }

    private static void part(StringBuilder text, String name, List<Told> told) {
        long reviews = told.stream().map(one -> one.known().review()).distinct().count();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s: %d questions of %d reviews; always \"no difference\" %.3f%n",
                        name,
                        told.size(),
                        reviews,
                        share(told, any -> ANSWERS.get(2))));
        figures(text, "  a count of words", told, Told::lexical);
        figures(text, "  read", told, Told::said);
        figures(text, "  read, silence and conflict taken for no difference", told, Told::forced);
        text.append("  confusion (rows are the reviews' answers): ")
                .append(String.join(", ", ANSWERS))
                .append('\n');
        for (String right : ANSWERS) {
            text.append(String.format(Locale.ROOT, "    %-18s", right));
            for (String said : ANSWERS) {
                text.append(
                        String.format(
                                Locale.ROOT,
                                " %3d",
                                told.stream()
                                        .filter(one ->
                                                one.known().answer().equals(right)
                                                        && one.said().equals(said))
                                        .count()));
            }
            text.append('\n');
        }
        text.append("  of those told a direction or no difference, by sureness: told, right\n");
        double brier = 0;
        int counted = 0;
        for (int bin = 0; bin + 1 < BINS.length; bin++) {
            double from = bin == 0 ? 0 : BINS[bin];
            double to = BINS[bin + 1];
            List<Told> in =
                    told.stream()
                            .filter(one -> isDirected(one.said()))
                            .filter(one -> one.sure() >= from && one.sure() < to)
                            .toList();
            if (!in.isEmpty()) {
                text.append(
                        String.format(
                                Locale.ROOT,
                                "    %.2f to %.2f: %3d told, mean sureness %.2f, right %.2f%n",
                                from,
                                Math.min(1, to),
                                in.size(),
                                mean(in, Told::sure),
                                share(in, Told::said)));
            }
            for (Told one : in) {
                double right = one.said().equals(one.known().answer()) ? 1 : 0;
                brier += (one.sure() - right) * (one.sure() - right);
                counted++;
            }
        }
        text.append(
                String.format(
                        Locale.ROOT,
                        "    Brier %.3f of %d%n",
                        counted == 0 ? 0 : brier / counted,
                        counted));
    }

    private static void figures(
            StringBuilder text, String name, List<Told> told, Function<Told, String> said) {
        List<Told> three = told.stream().filter(one -> isDirected(one.known().answer())).toList();
        List<Told> spoken = three.stream().filter(one -> isDirected(said.apply(one))).toList();
        List<Told> opposite =
                told.stream()
                        .filter(one ->
                                List.of(one.known().answer(), said.apply(one))
                                        .containsAll(ANSWERS.subList(0, 2)))
                        .toList();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s: five-way accuracy %.3f, macro-F1 %.3f; three-way accuracy %.3f, macro-F1 %.3f, where it speaks %.3f of %d; opposite %d%n",
                        name,
                        share(told, said),
                        macro(told, said, ANSWERS.size()),
                        share(three, said),
                        macro(three, said, DIRECTED),
                        share(spoken, said),
                        spoken.size(),
                        opposite.size()));
    }

    private static boolean isDirected(String answer) {
        return ANSWERS.indexOf(answer) < DIRECTED;
    }

    private static double share(List<Told> told, Function<Told, String> said) {
        return told.stream()
                .mapToDouble(one -> Objects.equals(said.apply(one), one.known().answer()) ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static double mean(List<Told> told, ToDoubleFunction<Told> of) {
        return told.stream().mapToDouble(of).average().orElse(0);
    }

    private static double macro(List<Told> told, Function<Told, String> said, int classes) {
        double sum = 0;
        int present = 0;
        for (String answer : ANSWERS.subList(0, classes)) {
            double right = 0;
            double claimed = 0;
            double wanted = 0;
            for (Told one : told) {
                boolean is = one.known().answer().equals(answer);
                boolean says = said.apply(one).equals(answer);
                right += is && says ? 1 : 0;
                claimed += says ? 1 : 0;
                wanted += is ? 1 : 0;
            }
            if (wanted > 0) {
                present++;
                sum += 2 * right / (claimed + wanted);
            }
        }
        return present == 0 ? 0 : sum / present;
    }
}
