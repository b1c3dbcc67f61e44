package oropos.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.library.Library;
import oropos.terminology.Terminology;
import oropos.verification.Problem;
import oropos.verification.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Checks answers against the library, offline.
@Command(
        name = "verify",
        description =
                "Checks that every quote of an answer stands in the library at the place named, and that nothing was changed.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @ParentCommand @Nullable Main main;

    @Parameters(
            arity = "1",
            paramLabel = "ANSWER.json",
            description = "A JSON answer, or a file with one a line.")
    @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        Main main = java.util.Objects.requireNonNull(this.main);
        Path file = java.util.Objects.requireNonNull(this.file);
        String text = Files.readString(file);
        int failed = 0;
        try (Library library = Library.open(main.data, Library.Access.READ)) {
            Verification verification = new Verification(Terminology.builtIn(), library::version);
            List<String> answers =
                    isOne(text)
                            ? List.of(text)
                            : text.lines().filter(line -> !line.isBlank()).toList();
            for (int at = 0; at < answers.size(); at++) {
                String where = answers.size() == 1 ? file.toString() : file + " line " + (at + 1);
                failed += check(verification, where, answers.get(at));
            }
        }
        return failed == 0 ? Main.DONE : Main.SOME_FAILED;
    }

    private static boolean isOne(String text) {
        try {
            AnswerJson.read(text);
            return true;
        } catch (IllegalArgumentException several) {
            return text.lines().filter(line -> !line.isBlank()).count() <= 1
                    || !text.stripLeading().startsWith("{\"");
        }
    }

    private static int check(Verification verification, String where, String json) {
        Answer answer;
        try {
            answer = AnswerJson.read(json);
        } catch (IllegalArgumentException notAnAnswer) {
            System.out.println("FAILED " + where + ": " + notAnAnswer.getMessage());
            return 1;
        }
        List<Problem> problems = verification.verify(answer);
        if (problems.isEmpty()) {
            System.out.println(
                    "holds "
                            + where
                            + ": "
                            + verification.quotes(answer)
                            + " quotes stand in the library, the receipt holds");
            return 0;
        }
        System.out.println("FAILED " + where);
        problems.forEach(problem ->
                System.out.println(
                        "  " + problem.where() + ": " + problem.code() + ": " + problem.words()));
        return 1;
    }
}
