package oropos.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oropos.evaluation.HeadRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Counts whether what heads an answer tells what was asked.
@Command(
        name = "heads",
        description = {
            "Asks the questions of a file and counts what heads the answers, for each half of the questions.",
            "Columns, parted by tabs: question, wanted (head or none), source, key (a regular expression a right head matches);",
            "or question, sentence (12 digits of its SHA-256), judged (A answers, P a part of an answer, N not)."
        },
        mixinStandardHelpOptions = true)
final class EvaluateHeadsCommand implements Callable<Integer> {

    @ParentCommand @Nullable EvaluateCommand evaluate;

    @Option(
            names = "--questions",
            required = true,
            paramLabel = "FILE",
            description = "The questions with what is known of their heads.")
    Path questions = Path.of("heads.tsv");

    @Override
    public Integer call() throws IOException {
        Main main = Objects.requireNonNull(evaluate).main();
        List<HeadRun.Known> known;
        try {
            known = HeadRun.known(questions);
        } catch (IllegalArgumentException unreadable) {
            throw Refusal.wrongUse(String.valueOf(unreadable.getMessage()));
        }
        ProgressBar bar = new ProgressBar(System.err);
        try (Rooms rooms = Rooms.toRead(main.data, main.vectors)) {
            var outcome = HeadRun.of(rooms.consultation(), known, bar);
            bar.done();
            System.out.println(outcome.text());
        }
        return Main.DONE;
    }
}
