package oropos.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oropos.evaluation.RefusalRun;
import oropos.evaluation.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Measures whether what cannot be answered is refused, and what can is answered.
@Command(
        name = "refusal",
        description = {
            "Asks questions the library can answer and questions it cannot, and prints the risk-coverage curve of confidence.",
            "The threshold is read on one half of the questions and reported on the other."
        },
        mixinStandardHelpOptions = true)
final class EvaluateRefusalCommand implements Callable<Integer> {

    @ParentCommand @Nullable EvaluateCommand evaluate;

    @Option(
            names = "--answerable",
            required = true,
            paramLabel = "FILE",
            description = "id<TAB>question lines whose sources the library holds.")
    Path answerable = Path.of("");

    @Option(
            names = "--unanswerable",
            required = true,
            paramLabel = "FILE",
            description = "id<TAB>question lines whose sources were left out.")
    Path unanswerable = Path.of("");

    @Override
    public Integer call() throws IOException {
        Main main = Objects.requireNonNull(evaluate).main();
        List<Topics.Topic> can;
        List<Topics.Topic> cannot;
        try {
            can = Topics.of(answerable);
            cannot = Topics.of(unanswerable);
        } catch (IllegalArgumentException unreadable) {
            throw Refusal.wrongUse(String.valueOf(unreadable.getMessage()));
        }
        ProgressBar bar = new ProgressBar(System.err);
        try (Rooms rooms = Rooms.toRead(main.data, main.vectors)) {
            var outcome = RefusalRun.of(rooms.consultation(), can, cannot, bar);
            bar.done();
            System.out.println(outcome.text());
        }
        return Main.DONE;
    }
}
