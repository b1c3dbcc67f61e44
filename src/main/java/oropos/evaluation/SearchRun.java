package oropos.evaluation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oropos.library.BeirIds;
import oropos.library.Progress;
import oropos.library.SourceId;
import oropos.retrieval.Ranking;
import oropos.retrieval.Retrieval;
import oropos.retrieval.Stage;

/// Searches for every question of a test collection and writes the results in TREC's form:
/// `qid Q0 id rank score tag`, one line a source, ids as the collection has them, printed scores
/// strictly decreasing.
public final class SearchRun {

    /// Most sources for a question.
    public static final int DEPTH = 1_000;

    /// Most further sources asked for, where some are left out of the run.
    private static final int SPARE = 500;

    private static final String TAG = "oropos";

    /// Most ids told of those that are missing somewhere.
    private static final int NAMED = 5;

    /// Smallest distance of two printed scores.
    private static final double STEP = 1e-6;

    private SearchRun() {}

    /// What a run gave.
    ///
    /// @param millis of each question, in their order
    /// @param measured what the judgments say; null without judgments
    @SuppressWarnings("ArrayRecordComponent")
    public record Outcome(
            int questions, double[] millis, @Nullable Measured measured, String recipe) {

        /// One figure a line.
        public String text() {
            StringBuilder lines = new StringBuilder();
            count(lines, "questions", questions);
            if (measured != null) {
                RankMeasures means = measured.means();
                count(lines, "questions judged", measured.judged());
                told(lines, "questions not judged", measured.unjudged());
                told(lines, "judged, but not asked", measured.unasked());
                told(lines, "relevant, not held", measured.absent());
                line(lines, "nDCG@10", means.ndcg10());
                line(lines, "recall@100", means.recall100());
                line(lines, "MRR@10", means.reciprocal10());
                line(lines, "MAP", means.averagePrecision());
                line(lines, "success@1", means.success1());
                line(lines, "mean grade of the first", means.firstGrade());
            }
            line(lines, "ms per query, mean", Arrays.stream(millis).average().orElse(0));
            double[] sorted = millis.clone();
            Arrays.sort(sorted);
            line(lines, "ms per query, median", sorted[(sorted.length - 1) / 2]);
            line(lines, "ms per query, p95", sorted[(int) (.95 * (sorted.length - 1))]);
            return lines.append("search: ").append(recipe).toString();
        }

        /// How many there are and the first of them; nothing where there are none.
        private static void told(StringBuilder lines, String what, List<String> ids) {
            if (!ids.isEmpty()) {
                lines.append(
                        String.format(
                                Locale.ROOT,
                                "%-24s%d: %s%s%n",
                                what,
                                ids.size(),
                                ids.stream().limit(NAMED).collect(Collectors.joining(", ")),
                                ids.size() > NAMED ? " ..." : ""));
            }
        }

        private static void count(StringBuilder lines, String what, int count) {
            lines.append(String.format(Locale.ROOT, "%-24s%d%n", what, count));
        }

        private static void line(StringBuilder lines, String what, double value) {
            lines.append(String.format(Locale.ROOT, "%-24s%.4f%n", what, value));
        }
    }

    /// What the judgments say of a run. Only questions with a relevant source count in the means.
    ///
    /// @param judged questions that count
    /// @param unjudged ids of questions that have no relevant source among their judgments
    /// @param unasked ids of questions that are judged and not among those asked
    /// @param absent relevant sources that the library does not hold, and so cannot be found
    public record Measured(
            RankMeasures means,
            int judged,
            List<String> unjudged,
            List<String> unasked,
            List<String> absent) {}

    /// @param stage how far the ranking goes
    /// @param wanted sources that belong into the run
    /// @param held whether the library holds a source
    /// @param judgments null where there are none
    /// @param run where the results go
    public static Outcome of(
            Retrieval retrieval,
            Stage stage,
            List<Topics.Topic> topics,
            Predicate<SourceId> wanted,
            Predicate<SourceId> held,
            @Nullable Judgments judgments,
            Path run,
            Progress progress)
            throws IOException {
        retrieval.rank(
                topics.getFirst().words(), DEPTH, stage); // the first search loads what all use
        List<RankMeasures> measures = new ArrayList<>();
        List<String> unjudged = new ArrayList<>();
        double[] millis = new double[topics.size()];
        List<String> recipes = new ArrayList<>();
        Path folder = run.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (BufferedWriter lines = Files.newBufferedWriter(run)) {
            for (int i = 0; i < topics.size(); i++) {
                Topics.Topic topic = topics.get(i);
                long start = System.nanoTime();
                Ranking ranking = retrieval.rank(topic.words(), DEPTH + SPARE, stage);
                millis[i] = (System.nanoTime() - start) / 1e6;
                recipes.add(ranking.recipe());
                List<Ranking.Found> found =
                        ranking.sources().stream()
                                .filter(one -> wanted.test(one.source()))
                                .limit(DEPTH)
                                .toList();
                write(lines, topic.id(), found);
                if (judgments != null) {
                    Map<String, Double> grades = judgments.of(topic.id());
                    if (grades.values().stream().anyMatch(grade -> grade > 0)) {
                        measures.add(RankMeasures.of(ids(found), grades));
                    } else {
                        unjudged.add(topic.id());
                    }
                }
                progress.step(i + 1, topics.size(), "questions");
            }
        }
        return new Outcome(
                topics.size(),
                millis,
                judgments == null
                        ? null
                        : new Measured(
                                RankMeasures.mean(measures),
                                measures.size(),
                                unjudged,
                                unasked(judgments, topics),
                                absent(judgments, topics, held)),
                usual(recipes));
    }

    /// How most questions were searched: one of nothing but marks is searched with fewer voices.
    static String usual(List<String> recipes) {
        Map<String, Integer> times = new TreeMap<>();
        recipes.forEach(recipe -> times.merge(recipe, 1, Integer::sum));
        return times.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static List<String> unasked(Judgments judgments, List<Topics.Topic> topics) {
        Set<String> unasked = new LinkedHashSet<>(judgments.questions());
        topics.forEach(topic -> unasked.remove(topic.id()));
        return List.copyOf(unasked);
    }

    private static List<String> absent(
            Judgments judgments, List<Topics.Topic> topics, Predicate<SourceId> held) {
        Set<String> relevant = new LinkedHashSet<>();
        for (Topics.Topic topic : topics) {
            judgments
                    .of(topic.id())
                    .forEach((id, grade) -> {
                        if (grade > 0) {
                            relevant.add(id);
                        }
                    });
        }
        return relevant.stream().filter(id -> !isHeld(id, held)).toList();
    }

    /// A judged id is one of the collection, or the whole name of another source.
    private static boolean isHeld(String id, Predicate<SourceId> held) {
        return held.test(BeirIds.source(id)) || SourceId.isOne(id) && held.test(new SourceId(id));
    }

    private static List<String> ids(List<Ranking.Found> found) {
        return found.stream().map(one -> BeirIds.id(one.source())).toList();
    }

    /// Scores are made to decrease by at least [#STEP], so that every reader sorts the run as it is.
    static void write(Writer lines, String question, List<Ranking.Found> found) throws IOException {
        long last = Long.MAX_VALUE;
        int rank = 0;
        for (Ranking.Found one : found) {
            last = Math.min(last - 1, Math.round(one.score() / STEP));
            rank++;
            lines.write(
                    String.format(
                            Locale.ROOT,
                            "%s Q0 %s %d %.6f %s%n",
                            question,
                            BeirIds.id(one.source()),
                            rank,
                            last * STEP,
                            TAG));
        }
    }
}
