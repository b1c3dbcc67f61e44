package oropos.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.Gate;
import oropos.answer.Lost;
import oropos.consultation.Consultation;
import oropos.inference.Embedder;
import oropos.library.Progress;
import oropos.question.Asked;
import oropos.question.Reader;
import oropos.terminology.Sentences;

/// At which gate on the way into an answer sentences are lost.
///
/// Without expectations it counts all of them. With the statements physicians expect it shows, for
/// each, how far the sentence came that says it: the furthest of all that do, whether it was said, lost
/// at a gate, or not found at all.
public final class FunnelRun {

    /// A sentence with a smaller share of the words of an expected statement is not compared further.
    static final double LEAST_WORDS = 0.33;

    private final Consultation consultation;
    private final SameStatement same;
    private final SameStatement words = new SameStatement(null);

    private FunnelRun(Consultation consultation, @Nullable Embedder matching) {
        this.consultation = consultation;
        this.same = new SameStatement(matching);
    }

    /// @param lost sentences left out at each gate, in all questions together
    /// @param questions questions in which something was left out there
    /// @param expected expected statements whose furthest sentence was lost there
    public record Row(Gate gate, int lost, int questions, int expected) {}

    /// @param silent answers that say nothing
    /// @param said expected statements that are said
    /// @param missing expected statements that no sentence found says
    public record Outcome(
            int questions, int silent, int statements, int said, int missing, List<Row> rows) {
        public Outcome {
            rows = List.copyOf(rows);
        }

        /// One line a gate.
        public String text() {
            StringBuilder text = new StringBuilder();
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%d questions, %d answers say nothing; %d expected statements, %d said, %d in no sentence found%n",
                            questions,
                            silent,
                            statements,
                            said,
                            missing));
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%-20s %9s %10s %9s  %s%n",
                            "lost at",
                            "sentences",
                            "questions",
                            "expected",
                            "what"));
            for (Row row : rows) {
                text.append(
                        String.format(
                                Locale.ROOT,
                                "%-20s %9d %10d %9d  %s%n",
                                row.gate().name(),
                                row.lost(),
                                row.questions(),
                                row.expected(),
                                row.gate().words()));
            }
            return text.toString().stripTrailing();
        }
    }

    /// How far an expected statement came.
    ///
    /// @param gate where the furthest sentence was lost; null where it was said, or where none says it
    /// @param sentence the furthest, or empty
    public record Way(
            int question,
            String statement,
            boolean said,
            @Nullable Gate gate,
            String sentence,
            String source) {}

    /// Why an answer says no more than it does.
    ///
    /// @param outcome answered, partly or abstained, with its reason; refused where nothing was searched
    /// @param said what heads the answer, or empty
    /// @param nearest what was left out last, the furthest first
    public record Why(int question, String asked, String outcome, String said, List<Lost> nearest) {
        public Why {
            nearest = List.copyOf(nearest);
        }
    }

    /// Sentences told of one question by [Why].
    static final int NEAREST = 12;

    /// @param questions with or without expected statements
    /// @param ways told how far each expected statement came
    /// @param whys told of each question what was left out last
    public static Outcome of(
            Consultation consultation,
            List<ExpectedStatements.Expected> questions,
            @Nullable Embedder matching,
            Consumer<Way> ways,
            Consumer<Why> whys,
            Progress progress) {
        return new FunnelRun(consultation, matching).run(questions, ways, whys, progress);
    }

    private static Why why(ExpectedStatements.Expected one, Consultation.@Nullable Traced traced) {
        if (traced == null) {
            return new Why(one.number(), one.question(), "refused", "", List.of());
        }
        Answer answer = traced.answer();
        String reason = answer.outcome().reason();
        return new Why(
                one.number(),
                one.question(),
                answer.outcome().kind()
                        + (reason == null ? "" : " " + reason)
                        + " "
                        + answer.confidence(),
                String.join(
                        " ",
                        answer.bottomLine().lead().stream().map(Answer.Statement::text).toList()),
                traced.lost().stream()
                        .sorted(Comparator.comparing(Lost::gate).reversed())
                        .limit(NEAREST)
                        .toList());
    }

    private Outcome run(
            List<ExpectedStatements.Expected> questions,
            Consumer<Way> ways,
            Consumer<Why> whys,
            Progress progress) {
        Map<Gate, int[]> counts = new EnumMap<>(Gate.class);
        for (Gate gate : Gate.values()) {
            counts.put(gate, new int[3]);
        }
        int silent = 0;
        int said = 0;
        int missing = 0;
        int statements = 0;
        for (var one : questions) {
            var traced = consultation.trace(Asked.by(Reader.PATIENT, one.question()));
            List<Lost> lost = traced == null ? List.of() : traced.lost();
            String text = traced == null ? "" : StatementRun.said(traced.answer());
            silent += text.isEmpty() ? 1 : 0;
            whys.accept(why(one, traced));
            Map<Gate, Integer> here = new EnumMap<>(Gate.class);
            lost.forEach(each -> here.merge(each.gate(), 1, Integer::sum));
            here.forEach((gate, many) -> {
                counts(counts, gate)[0] += many;
                counts(counts, gate)[1]++;
            });
            statements += one.must().size();
            for (String statement : one.must()) {
                Way way = way(one.number(), statement, text, lost);
                ways.accept(way);
                said += way.said() ? 1 : 0;
                if (way.gate() != null) {
                    counts(counts, way.gate())[2]++;
                } else if (!way.said()) {
                    missing++;
                }
            }
            progress.step(one.number(), questions.size(), "questions");
        }
        List<Row> rows = new ArrayList<>();
        counts.forEach((gate, many) -> rows.add(new Row(gate, many[0], many[1], many[2])));
        return new Outcome(questions.size(), silent, statements, said, missing, rows);
    }

    private static int[] counts(Map<Gate, int[]> counts, Gate gate) {
        return counts.getOrDefault(gate, new int[3]);
    }

    private Way way(int question, String statement, String text, List<Lost> lost) {
        if (same.isSaid(statement, text)) {
            return new Way(question, statement, true, null, "", "");
        }
        Map<String, Boolean> known = new HashMap<>();
        Way furthest = new Way(question, statement, false, null, "", "");
        for (Lost each : lost) {
            if (furthest.gate() != null && each.gate().compareTo(furthest.gate()) <= 0) {
                continue;
            }
            for (var span : Sentences.of(each.text())) {
                String sentence = span.of(each.text());
                if (known.computeIfAbsent(sentence, one -> says(statement, one))) {
                    furthest =
                            new Way(
                                    question,
                                    statement,
                                    false,
                                    each.gate(),
                                    sentence,
                                    each.row().source().title());
                    break;
                }
            }
        }
        return furthest;
    }

    private boolean says(String statement, String sentence) {
        return words.pair(statement, sentence) >= LEAST_WORDS && same.isSaid(statement, sentence);
    }
}
