package oropos.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.library.Library;
import oropos.terminology.Terminology;
import oropos.verification.ServerKey;
import oropos.verification.Verdict;
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
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw Refusal.wrongUse(file + " is no file that can be read: check the name");
        }
        int failed = 0;
        try (Library library = Library.open(main.data, Library.Access.READ)) {
            Verification verification =
                    new Verification(
                            Terminology.of(main.data.resolve("vocabulary")), library::version);
            ServerKey own = ServerKey.existing(main.data).orElse(null);
            if (holdsOneALine(file)) {
                try (TextLines lines = lines(file)) {
                    for (var line = lines.next(); line != null; line = lines.next()) {
                        TextLines.Line one = line;
                        String where = file + " line " + one.place();
                        failed += check(verification, own, where, () -> read(one));
                    }
                }
            } else {
                failed = check(verification, own, file.toString(), () -> whole(file));
            }
        }
        return failed == 0 ? Main.DONE : Main.SOME_FAILED;
    }

    private static Answer whole(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return AnswerJson.read(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Answer read(TextLines.Line line) {
        if (line.why() != null) {
            throw new IllegalArgumentException(line.why());
        }
        return AnswerJson.read(line.words());
    }

    /// A file of a batch has more than one line, and each is an object of its own.
    private static boolean holdsOneALine(Path file) throws IOException {
        try (TextLines lines = lines(file)) {
            return beginsAnObject(lines.next()) && beginsAnObject(lines.next());
        }
    }

    private static boolean beginsAnObject(TextLines.@Nullable Line line) {
        return line != null && line.words().startsWith("{\"");
    }

    private static TextLines lines(Path file) throws IOException {
        return new TextLines(
                new BufferedInputStream(Files.newInputStream(file)), AnswerJson.LONGEST);
    }

    private static int check(
            Verification verification,
            @Nullable ServerKey own,
            String where,
            Supplier<Answer> reading) {
        Answer answer;
        try {
            answer = reading.get();
        } catch (IllegalArgumentException notAnAnswer) {
            System.out.println("FAILED " + where + ": " + notAnAnswer.getMessage());
            return 1;
        }
        Verdict verdict = verification.verdict(answer, own);
        if (verdict.problems().isEmpty()) {
            System.out.println(
                    "holds "
                            + where
                            + ": "
                            + verification.quotes(answer)
                            + " quotes stand in the library, the receipt holds");
            verdict.notes().forEach(note -> System.out.println("  note: " + note));
            return 0;
        }
        System.out.println("FAILED " + where);
        verdict.notes().forEach(note -> System.out.println("  note: " + note));
        verdict.problems()
                .forEach(problem ->
                        System.out.println(
                                "  "
                                        + problem.where()
                                        + ": "
                                        + problem.code()
                                        + ": "
                                        + problem.words()));
        return 1;
    }
}
