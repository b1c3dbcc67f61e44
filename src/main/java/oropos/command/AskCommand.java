package oropos.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.library.DataFolderException;
import oropos.question.Asked;
import oropos.question.Reader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Asks a question, or a file of them.
@Command(
        name = "ask",
        description = "Answers a question, or a file of questions, on standard output.",
        mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {

    @ParentCommand @Nullable Main main;

    @Parameters(arity = "0..*", paramLabel = "QUESTION", description = "The question, in English.")
    List<String> words = List.of();

    @Option(names = "--json", description = "Print the answer as JSON (docs/answer-schema.json).")
    boolean json;

    @Option(
            names = "--batch",
            paramLabel = "FILE",
            description =
                    "One question a line, or JSON lines with id and question; prints one JSON answer a line. - reads standard input.")
    @Nullable Path batch;

    @Option(
            names = "--reader",
            defaultValue = "PHYSICIAN",
            description = "Who reads: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Reader reader = Reader.PHYSICIAN;

    @Override
    public Integer call() throws IOException {
        Main main = Objects.requireNonNull(this.main);
        if ((batch == null) == words.isEmpty()) {
            throw Refusal.wrongUse(
                    "give a question, oropos ask \"QUESTION\", or a file of them, --batch FILE");
        }
        if (batch != null) {
            try (QuestionLines lines = open(batch);
                    Rooms rooms = Rooms.toRead(main.data, main.vectors)) {
                return batch(rooms, lines);
            }
        }
        try (Rooms rooms = Rooms.toRead(main.data, main.vectors)) {
            Answer answer =
                    rooms.consultation()
                            .ask(
                                    Asked.by(reader, String.join(" ", words)),
                                    stage ->
                                            System.err.println(
                                                    stage.step().code() + ": " + stage.words()));
            System.out.println(json ? AnswerJson.canonical(answer) : new Printed(answer).text());
            return Main.DONE;
        }
    }

    private static QuestionLines open(Path file) throws IOException {
        if (file.toString().equals("-")) {
            return new QuestionLines(System.in);
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw Refusal.wrongUse(
                    "--batch " + file + " is no file that can be read: check the name");
        }
        return new QuestionLines(new BufferedInputStream(Files.newInputStream(file)));
    }

    /// A reader that went away gets no further answers computed.
    private int batch(Rooms rooms, QuestionLines lines) throws IOException {
        int failed = 0;
        for (var line = lines.next(); line != null && !System.out.checkError(); ) {
            Said said =
                    switch (line) {
                        case QuestionLines.Question question -> answer(rooms, question);
                        case QuestionLines.Unreadable(String id, String why) ->
                                error(id, "badLine", why);
                    };
            failed += said.failed() ? 1 : 0;
            System.out.println(said.line());
            line = lines.next();
        }
        return failed == 0 ? Main.DONE : Main.SOME_FAILED;
    }

    private record Said(boolean failed, String line) {}

    private Said answer(Rooms rooms, QuestionLines.Question question) {
        try {
            Asked asked = Asked.by(reader, question.words());
            Answer answer = rooms.consultation().ask(asked, question.id(), stage -> {});
            return new Said(false, AnswerJson.canonical(answer));
        } catch (DataFolderException unusable) {
            throw unusable;
        } catch (RuntimeException ours) {
            return error(
                    question.id(),
                    "internal",
                    "this question failed, and that is our fault; please report: " + place(ours));
        }
    }

    /// Where it failed, without its words: they may repeat the question's.
    private static String place(RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private static Said error(String id, String code, String message) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", id);
        line.put("error", Map.of("code", code, "message", message));
        return new Said(true, AnswerJson.canonical(line));
    }
}
