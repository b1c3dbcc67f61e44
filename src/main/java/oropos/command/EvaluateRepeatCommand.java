package oropos.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oropos.evaluation.ExpectedStatements;
import oropos.evaluation.RepeatRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Measures whether the same questions give the same bytes.
@Command(
        name = "repeat",
        description = {
            "Asks every question of a file, verifies each answer, opens all rooms anew, asks again from several threads, and compares byte for byte.",
            "One question a line. Exit code 1 where something differs or does not hold."
        },
        mixinStandardHelpOptions = true)
final class EvaluateRepeatCommand implements Callable<Integer> {

    @ParentCommand @Nullable EvaluateCommand evaluate;

    @Option(
            names = "--questions",
            required = true,
            paramLabel = "FILE",
            description = "The questions.")
    Path questions = Path.of("questions.txt");

    @Option(
            names = "--askers",
            paramLabel = "N",
            defaultValue = "8",
            description = "How many ask at once the second time (default: ${DEFAULT-VALUE}).")
    int askers = 8;

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
        if (asked.isEmpty() || askers < 1) {
            throw Refusal.wrongUse("a question and an asker are needed");
        }
        ProgressBar bar = new ProgressBar(System.err);
        RepeatRun.Outcome outcome = RepeatRun.of(main.data, main.vectors, asked, askers, bar);
        bar.done();
        System.out.println(outcome.text());
        outcome.problems().forEach(System.err::println);
        return outcome.problems().isEmpty() ? Main.DONE : Main.SOME_FAILED;
    }
}
