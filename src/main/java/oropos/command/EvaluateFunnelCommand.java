package oropos.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oropos.evaluation.ExpectedStatements;
import oropos.evaluation.FunnelRun;
import oropos.inference.Embedder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Shows at which gate sentences are lost on their way into an answer.
@Command(
        name = "funnel",
        description = {
            "Answers every question of a file and counts at which gate sentences are lost on their way into the answer.",
            "JSON lines with Question and, where it is known what should be said, Must_have; or one question a line."
        },
        mixinStandardHelpOptions = true)
final class EvaluateFunnelCommand implements Callable<Integer> {

    @ParentCommand @Nullable EvaluateCommand evaluate;

    @Option(
            names = "--questions",
            required = true,
            paramLabel = "FILE",
            description = "The questions.")
    Path questions = Path.of("questions.jsonl");

    @Option(
            names = "--half",
            paramLabel = "A|B",
            description = "Only one half of the questions, parted by the SHA-256 of their words.")
    @Nullable String half;

    @Option(
            names = "--ways",
            description = "Print a line for each expected statement: how far it came, tabbed.")
    boolean ways;

    @Option(
            names = "--why",
            description =
                    "Print for each question its outcome, what heads it, and what was left out last, with the gate.")
    boolean why;

    @Override
    public Integer call() throws IOException {
        Main main = Objects.requireNonNull(evaluate).main();
        List<ExpectedStatements.Expected> expected;
        try {
            expected = ExpectedStatements.half(ExpectedStatements.orQuestions(questions), half);
        } catch (IllegalArgumentException unreadable) {
            throw Refusal.wrongUse(String.valueOf(unreadable.getMessage()));
        }
        ProgressBar bar = new ProgressBar(System.err);
        List<String> lines = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        Embedder encoder = Rooms.encoder();
        try (Rooms rooms = Rooms.toRead(main.data, main.vectors)) {
            var outcome =
                    FunnelRun.of(
                            rooms.consultation(),
                            expected,
                            encoder,
                            way -> lines.add(line(way)),
                            one -> reasons.addAll(lines(one)),
                            bar);
            bar.done();
            System.out.println(outcome.text());
            if (ways) {
                lines.forEach(System.out::println);
            }
            if (why) {
                reasons.forEach(System.out::println);
            }
        } finally {
            if (encoder != null) {
                encoder.close();
            }
        }
        return Main.DONE;
    }

    private static List<String> lines(FunnelRun.Why why) {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%d\t%s\t%s\t%s",
                        why.question(),
                        why.outcome(),
                        why.asked(),
                        why.said().replaceAll("\\s+", " ")));
        why.nearest()
                .forEach(lost ->
                        lines.add(
                                String.format(
                                        Locale.ROOT,
                                        "\t%s\t%s\t%s",
                                        lost.gate().name(),
                                        lost.row().source().title(),
                                        lost.text().replaceAll("\\s+", " "))));
        return lines;
    }

    private static String line(FunnelRun.Way way) {
        return String.format(
                Locale.ROOT,
                "%d\t%s\t%s\t%s\t%s",
                way.question(),
                way.said() ? "said" : way.gate() == null ? "notFound" : way.gate().name(),
                way.statement(),
                way.sentence().replaceAll("\\s+", " "),
                way.source());
    }
}
