package oropos.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oropos.evaluation.ExpectedStatements;
import oropos.evaluation.StatementRun;
import oropos.inference.Embedder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Measures how many expected statements answers hold.
@Command(
        name = "statements",
        description = {
            "Answers every question of a file and counts how many of the statements physicians expect are said,",
            "beside the first passages of plain BM25 cut to the same length. JSON lines with Question, Must_have, Nice_to_have."
        },
        mixinStandardHelpOptions = true)
final class EvaluateStatementsCommand implements Callable<Integer> {

    @ParentCommand @Nullable EvaluateCommand evaluate;

    @Option(
            names = "--questions",
            required = true,
            paramLabel = "FILE",
            description = "The questions with their statements.")
    Path questions = Path.of("questions.jsonl");

    @Option(
            names = "--pairs",
            paramLabel = "FILE",
            description = "Write each statement with the nearest sentence of either side, tabbed.")
    @Nullable Path pairs;

    @Option(
            names = "--half",
            paramLabel = "A|B",
            description = "Only one half of the questions, parted by the SHA-256 of their words.")
    @Nullable String half;

    @Override
    public Integer call() throws IOException {
        Main main = Objects.requireNonNull(evaluate).main();
        List<ExpectedStatements.Expected> expected;
        try {
            expected = ExpectedStatements.half(ExpectedStatements.of(questions), half);
        } catch (IllegalArgumentException unreadable) {
            throw Refusal.wrongUse(String.valueOf(unreadable.getMessage()));
        }
        ProgressBar bar = new ProgressBar(System.err);
        // Whether two sentences say the same is judged with the encoder also where search is by
        // words.
        try (Rooms rooms = Rooms.toRead(main.data, main.vectors);
                Judge judge = new Judge(Rooms.encoder())) {
            var outcome =
                    StatementRun.of(
                            rooms.consultation(),
                            rooms.retrieval(),
                            rooms.library(),
                            expected,
                            judge.embedder(),
                            this::keep,
                            bar);
            bar.done();
            System.out.println(outcome.text());
        }
        write();
        return Main.DONE;
    }

    private record Judge(@Nullable Embedder embedder) implements AutoCloseable {
        @Override
        public void close() {
            if (embedder != null) {
                embedder.close();
            }
        }
    }

    private final StringBuilder kept = new StringBuilder();

    private void keep(StatementRun.Pair pair) {
        if (pairs != null) {
            kept.append(
                    String.format(
                            Locale.ROOT,
                            "%d\t%d\t%s\t%.3f\t%s%n",
                            pair.question(),
                            pair.statement(),
                            pair.side(),
                            pair.likeness(),
                            pair.nearest().replaceAll("\\s+", " ")));
        }
    }

    private void write() throws IOException {
        if (pairs != null) {
            try (PrintWriter file =
                    new PrintWriter(Files.newBufferedWriter(pairs, StandardCharsets.UTF_8))) {
                file.print("question\tstatement\tside\tlikeness\tnearest\n");
                file.print(kept);
            }
        }
    }
}
