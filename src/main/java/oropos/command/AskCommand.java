package oropos.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.question.Asked;
import oropos.question.Reader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a question, or a file of them.
@Command(
        name = "ask",
        description = "Answers a question, or a file of questions, on standard output.",
        mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

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
        Main main = java.util.Objects.requireNonNull(this.main);
        if (batch == null && words.isEmpty()) {
            throw new IllegalArgumentException(
                    "a question is missing: oropos ask \"QUESTION\", or --batch FILE");
        }
        try (Rooms rooms = Rooms.toRead(main.data, main.vectors)) {
            if (batch != null) {
                return batch(rooms, batch);
            }
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

    private int batch(Rooms rooms, Path file) throws IOException {
        int failed = 0;
        try (BufferedReader lines =
                file.toString().equals("-")
                        ? new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8))
                        : Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                String id = Integer.toString(number);
                try {
                    Line read = read(line, id);
                    id = read.id();
                    Answer answer =
                            rooms.consultation()
                                    .ask(Asked.by(reader, read.question()), id, stage -> {});
                    System.out.println(AnswerJson.canonical(answer));
                } catch (IllegalArgumentException wrong) {
                    failed++;
                    System.out.println(error(id, "badLine", String.valueOf(wrong.getMessage())));
                } catch (RuntimeException ours) {
                    failed++;
                    System.out.println(
                            error(
                                    id,
                                    "internal",
                                    "this question failed, and that is our fault: " + ours));
                }
            }
        }
        return failed == 0 ? Main.DONE : Main.SOME_FAILED;
    }

    private record Line(String id, String question) {}

    private static Line read(String line, String number) {
        if (!line.stripLeading().startsWith("{")) {
            return new Line(number, line);
        }
        try {
            JsonNode node = JSON.readTree(line);
            JsonNode question = node.get("question");
            if (question == null || !question.isString()) {
                throw new IllegalArgumentException("line " + number + " has no \"question\"");
            }
            JsonNode id = node.get("id");
            return new Line(id == null ? number : id.asString(), question.asString());
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "line " + number + " is not JSON: " + broken.getOriginalMessage(), broken);
        }
    }

    static String error(String id, String code, String message) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", id);
        line.put("error", Map.of("code", code, "message", message));
        return AnswerJson.canonical(line);
    }
}
