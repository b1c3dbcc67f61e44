package oropos.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.consultation.Consultation;
import oropos.inference.Embedder;
import oropos.library.Held;
import oropos.library.Library;
import oropos.library.Passage;
import oropos.library.Progress;
import oropos.question.Asked;
import oropos.question.Reader;
import oropos.retrieval.Ranking;
import oropos.retrieval.Retrieval;
import oropos.retrieval.Stage;
import oropos.terminology.Sentences;
import oropos.terminology.Words;

/// How many of the statements physicians expect an answer says, beside the first passages that plain
/// BM25 finds for the same question, cut to the same number of words.
///
/// The passages are read in their order, one of each source, the best first; pages whose text was
/// removed say nothing on either side. An answer is read as it is printed: bottom line, card, sections,
/// evidence from other people.
public final class StatementRun {

    /// Passages read for the baseline.
    static final int PASSAGES = 30;

    /// Lengths both sides are cut to, in words.
    private static final List<Integer> LENGTHS = List.of(100, 200, 400);

    private final Consultation consultation;
    private final Retrieval retrieval;
    private final Library library;
    private final SameStatement same;

    private StatementRun(
            Consultation consultation,
            Retrieval retrieval,
            Library library,
            @Nullable Embedder matching) {
        this.consultation = consultation;
        this.retrieval = retrieval;
        this.library = library;
        this.same = new SameStatement(matching);
    }

    /// What a run gave.
    public record Outcome(
            int questions, int silent, int statements, List<Row> rows, boolean byMeaning) {

        /// One line a length.
        public String text() {
            StringBuilder text = new StringBuilder();
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%d questions, %d must-have statements; %d answers say nothing; same by %s%n",
                            questions,
                            statements,
                            silent,
                            byMeaning ? "words and meaning" : "words"));
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%-26s %8s %8s %7s %10s %10s%n",
                            "words",
                            "answer",
                            "BM25",
                            "ratio",
                            "words said",
                            "BM25 words"));
            for (Row row : rows) {
                text.append(
                        String.format(
                                Locale.ROOT,
                                "%-26s %7.1f%% %7.1f%% %7.2f %10.0f %10.0f%n",
                                row.length(),
                                100.0 * row.said() / statements,
                                100.0 * row.baseline() / statements,
                                row.baseline() == 0
                                        ? Double.NaN
                                        : 1.0 * row.said() / row.baseline(),
                                1.0 * row.words() / questions,
                                1.0 * row.baselineWords() / questions));
            }
            return text.toString().stripTrailing();
        }
    }

    /// @param length what both were cut to
    /// @param said statements the answers hold, `baseline` those the passages hold
    public record Row(String length, int said, int baseline, long words, long baselineWords) {}

    /// A statement beside what came nearest on one side.
    public record Pair(int question, int statement, String side, double likeness, String nearest) {}

    /// @param matching says which statements are the same; null for words alone
    /// @param pairs told each statement with the nearest sentence of either side
    public static Outcome of(
            Consultation consultation,
            Retrieval retrieval,
            Library library,
            List<ExpectedStatements.Expected> questions,
            @Nullable Embedder matching,
            java.util.function.Consumer<Pair> pairs,
            Progress progress) {
        return new StatementRun(consultation, retrieval, library, matching)
                .run(questions, pairs, progress);
    }

    private Outcome run(
            List<ExpectedStatements.Expected> questions,
            java.util.function.Consumer<Pair> pairs,
            Progress progress) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        Map<String, long[]> words = new LinkedHashMap<>();
        int silent = 0;
        int statements = 0;
        for (var one : questions) {
            Answer answer = consultation.ask(Asked.by(Reader.PATIENT, one.question()), stage -> {});
            String said = said(answer);
            int length = Words.of(said).size();
            silent += length == 0 ? 1 : 0;
            String baseline = baseline(one.question());
            statements += one.must().size();
            Function<Integer, String> cut = most -> cut(baseline, most);
            count(counts, words, "as long as the answer", one, said, cut.apply(length));
            for (int most : LENGTHS) {
                count(counts, words, "at most " + most, one, cut(said, most), cut.apply(most));
            }
            tell(pairs, one, "answer", said);
            tell(pairs, one, "BM25", cut.apply(Math.max(length, LENGTHS.getLast())));
            progress.step(one.number(), questions.size(), "questions");
        }
        List<Row> rows = new ArrayList<>();
        counts.forEach((length, both) -> {
            long[] many = java.util.Objects.requireNonNull(words.get(length));
            rows.add(new Row(length, both[0], both[1], many[0], many[1]));
        });
        return new Outcome(questions.size(), silent, statements, rows, same.hearsMeaning());
    }

    private void count(
            Map<String, int[]> counts,
            Map<String, long[]> words,
            String length,
            ExpectedStatements.Expected one,
            String said,
            String baseline) {
        int[] both = counts.computeIfAbsent(length, any -> new int[2]);
        long[] many = words.computeIfAbsent(length, any -> new long[2]);
        for (String statement : one.must()) {
            both[0] += same.isSaid(statement, said) ? 1 : 0;
            both[1] += same.isSaid(statement, baseline) ? 1 : 0;
        }
        many[0] += Words.of(said).size();
        many[1] += Words.of(baseline).size();
    }

    private void tell(
            java.util.function.Consumer<Pair> pairs,
            ExpectedStatements.Expected one,
            String side,
            String text) {
        for (int i = 0; i < one.must().size(); i++) {
            String statement = one.must().get(i);
            String nearest = "";
            double best = 0;
            for (var span : Sentences.of(text)) {
                double likeness = same.pair(statement, span.of(text));
                if (likeness > best) {
                    best = likeness;
                    nearest = span.of(text);
                }
            }
            pairs.accept(new Pair(one.number(), i + 1, side, best, nearest));
        }
    }

    /// What an answer says, each statement once, in the order it is read.
    static String said(Answer answer) {
        var line = answer.bottomLine();
        Map<String, String> once = new LinkedHashMap<>();
        Stream.of(
                        line.lead().stream(),
                        line.branches().stream().flatMap(branch -> branch.statements().stream()),
                        line.card().benefit().stream(),
                        line.card().harm().stream(),
                        answer.sections().stream()
                                .flatMap(section -> section.statements().stream()),
                        answer.adultOrIndirect().stream())
                .flatMap(statements -> statements)
                .forEach(statement ->
                        once.putIfAbsent(
                                statement.citations().getFirst().quote(), statement.text()));
        return String.join("\n\n", once.values());
    }

    private String baseline(String question) {
        List<Ranking.Found> found = retrieval.rank(question, PASSAGES, Stage.PLAIN).sources();
        Map<Passage.Id, Held> held = new LinkedHashMap<>();
        library.held(found.stream().map(Ranking.Found::passage).toList())
                .forEach(one -> held.put(one.passage().id(), one));
        StringBuilder text = new StringBuilder();
        for (Ranking.Found one : found) {
            Held passage = held.get(one.passage());
            if (passage != null && !passage.source().linkOnly()) {
                text.append(passage.passage().text()).append("\n\n");
            }
        }
        return text.toString();
    }

    /// The first `most` words of a text.
    static String cut(String text, int most) {
        if (most == 0) {
            return "";
        }
        int left = most;
        int at = 0;
        for (String piece : text.split("(?<=\\s)")) {
            int words = Words.of(piece).size();
            if (words > left) {
                break;
            }
            left -= words;
            at += piece.length();
        }
        return text.substring(0, at);
    }
}
