package oropos.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.answer.Explanations;
import oropos.library.DataFolderException;
import oropos.library.Library;
import oropos.review.GlossaryDesk;
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
        try (Checking checking = new Checking(main.data)) {
            if (AnswerFile.holdsOneALine(file)) {
                try (TextLines lines = AnswerFile.lines(file)) {
                    for (var line = lines.next(); line != null; line = lines.next()) {
                        TextLines.Line one = line;
                        String where = file + " line " + one.place();
                        failed += check(checking, where, () -> AnswerFile.read(one));
                    }
                }
            } else {
                failed = check(checking, file.toString(), () -> whole(file));
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

    private static int check(Checking checking, String where, Supplier<Answer> reading) {
        Answer answer;
        try {
            answer = reading.get();
        } catch (IllegalArgumentException notAnAnswer) {
            System.out.println("FAILED " + where + ": " + notAnAnswer.getMessage());
            return 1;
        }
        Verdict verdict = checking.today(answer);
        if (verdict.holds()) {
            System.out.println(
                    "holds "
                            + where
                            + ": "
                            + checking.quotes(answer)
                            + " quotes stand in the library, the receipt holds");
            print("", verdict);
            return 0;
        }
        Optional<Verdict> then = checking.then(answer);
        if (then.isPresent() && then.get().holds()) {
            System.out.println(
                    "held "
                            + where
                            + ": right as of "
                            + answer.basis().asOf()
                            + ", when it was given; the library knows otherwise since");
            print("", then.get());
            print("since then: ", new Verdict(verdict.problems(), List.of()));
            return 0;
        }
        System.out.println("FAILED " + where);
        print("", verdict);
        return 1;
    }

    private static void print(String before, Verdict verdict) {
        verdict.notes().forEach(note -> System.out.println("  note: " + note));
        verdict.problems()
                .forEach(problem ->
                        System.out.println(
                                "  "
                                        + before
                                        + problem.where()
                                        + ": "
                                        + problem.code()
                                        + ": "
                                        + problem.words()));
    }

    /// Checks answers against the library of today and, where that fails, against the library of the
    /// day an answer was given: a source that was retracted since does not make a liar of it.
    private static final class Checking implements AutoCloseable {

        private final Library library;
        private final Terminology terminology;
        private final Explanations explanations;
        private final Verification verification;
        private final @Nullable ServerKey own;
        private final Map<Path, Library> pasts = new HashMap<>();

        Checking(Path data) throws IOException {
            this.library = Library.open(data, Library.Access.READ);
            this.terminology = Terminology.of(data.resolve("vocabulary"));
            this.explanations = new Explanations(GlossaryDesk.accepted(data));
            this.verification = new Verification(terminology, library::version, explanations);
            this.own = ServerKey.existing(data).orElse(null);
        }

        Verdict today(Answer answer) {
            return verification.verdict(answer, own);
        }

        int quotes(Answer answer) {
            return verification.quotes(answer);
        }

        /// Empty where the library has not changed since, or did not keep what it knew.
        Optional<Verdict> then(Answer answer) {
            LocalDate day;
            try {
                day = LocalDate.parse(answer.basis().asOf());
            } catch (DateTimeException none) {
                return Optional.empty();
            }
            if (!day.isBefore(library.snapshot().date())) {
                return Optional.empty();
            }
            try {
                Path folder = Rooms.past(library, day);
                Library past =
                        pasts.computeIfAbsent(
                                folder, any -> Library.open(folder, Library.Access.READ));
                return Optional.of(
                        new Verification(terminology, past::version, explanations)
                                .verdict(answer, own));
            } catch (DataFolderException notKept) {
                System.err.println(
                        "oropos: not checked against what the library knew on "
                                + day
                                + ": "
                                + notKept.getMessage());
                return Optional.empty();
            }
        }

        @Override
        public void close() {
            pasts.values().forEach(Library::close);
            library.close();
        }
    }
}
