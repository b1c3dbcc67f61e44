package oropos.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oropos.evaluation.ExpectedStatements;
import oropos.evaluation.TellingRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Measures how hard answers are to read for patients and carers.
@Command(
        name = "tellings",
        description = {
            "Asks every question of a file and prints the school year the answers ask for: as they stand, as they are told",
            "to patients and carers, and what makes them hard."
        },
        mixinStandardHelpOptions = true)
final class EvaluateTellingsCommand implements Callable<Integer> {

    @ParentCommand @Nullable EvaluateCommand evaluate;

    @Option(
            names = "--questions",
            required = true,
            paramLabel = "FILE",
            description = "The questions, one a line.")
    Path questions = Path.of("questions.txt");

    @Override
    public Integer call() throws IOException {
        Main main = Objects.requireNonNull(evaluate).main();
        List<String> asked;
        try {
            asked =
                    ExpectedStatements.orQuestions(questions).stream()
                            .map(ExpectedStatements.Expected::question)
                            .distinct()
                            .toList();
        } catch (IllegalArgumentException unreadable) {
            throw Refusal.wrongUse(String.valueOf(unreadable.getMessage()));
        }
        ProgressBar bar = new ProgressBar(System.err);
        try (Rooms rooms = Rooms.toRead(main.data, main.vectors)) {
            TellingRun.Outcome outcome = TellingRun.of(rooms.consultation(), asked, bar);
            bar.done();
            System.out.print(outcome.text());
        } catch (IllegalStateException nothing) {
            throw Refusal.wrongUse(String.valueOf(nothing.getMessage()));
        }
        return Main.DONE;
    }
}
