package oropos.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oropos.evaluation.ComparisonRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures which way comparisons are read to go.
@Command(
        name = "comparisons",
        description = {
            "Reads from abstracts which of two treatments has more of an outcome and holds it against the answers of reviews:",
            "accuracy, macro-F1, confusion and calibration, for each half of the reviews. No data folder is needed.",
            "One JSON object a line: question, answer, original_review, sources (by id: title, content)."
        },
        mixinStandardHelpOptions = true)
final class EvaluateComparisonsCommand implements Callable<Integer> {

    @Option(
            names = "--questions",
            required = true,
            paramLabel = "FILE",
            description = "The questions with their answers and abstracts.")
    Path questions = Path.of("comparisons.jsonl");

    @Option(
            names = "--each",
            paramLabel = "HALF",
            description = "Also print what was read for each question of one half: A or B.")
    @Nullable String each;

    @Override
    public Integer call() throws IOException {
        List<ComparisonRun.Known> known;
        try {
            known = ComparisonRun.known(questions);
        } catch (IllegalArgumentException unreadable) {
            throw Refusal.wrongUse(String.valueOf(unreadable.getMessage()));
        }
        ComparisonRun.Outcome outcome = ComparisonRun.of(known);
        if (each != null) {
            for (ComparisonRun.Told one : outcome.told()) {
                if (one.known().halfA() == each.equalsIgnoreCase("A")) {
                    System.out.println(
                            (one.said().equals(one.known().answer()) ? "  " : "! ")
                                    + one.known().answer()
                                    + "; read "
                                    + one.said()
                                    + " "
                                    + one.sure()
                                    + ": "
                                    + one.known().question());
                    one.read().forEach(line -> System.out.println("      " + line));
                }
            }
        }
        System.out.print(outcome.text());
        return Main.DONE;
    }
}
