package oropos.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;

/// A file with a JSON answer, or with one a line.
final class AnswerFile {

    private AnswerFile() {}

    /// All of them, in their order; at least one.
    static List<Answer> read(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw Refusal.wrongUse(file + " is no file that can be read: check the name");
        }
        List<Answer> answers = new ArrayList<>();
        try {
            if (!holdsOneALine(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    return List.of(AnswerJson.read(in));
                }
            }
            try (TextLines lines = lines(file)) {
                for (var line = lines.next(); line != null; line = lines.next()) {
                    answers.add(read(line));
                }
            }
        } catch (IllegalArgumentException notAnAnswer) {
            throw Refusal.wrongUse(
                    file
                            + (answers.isEmpty() ? "" : " after answer " + answers.size())
                            + ": "
                            + notAnAnswer.getMessage());
        }
        return answers;
    }

    /// @throws IllegalArgumentException saying what is wrong with the line
    static Answer read(TextLines.Line line) {
        if (line.why() != null) {
            throw new IllegalArgumentException(line.why());
        }
        return AnswerJson.read(line.words());
    }

    /// A file of a batch has more than one line, and each is an object of its own.
    static boolean holdsOneALine(Path file) throws IOException {
        try (TextLines lines = lines(file)) {
            return beginsAnObject(lines.next()) && beginsAnObject(lines.next());
        }
    }

    private static boolean beginsAnObject(TextLines.@Nullable Line line) {
        return line != null && line.words().startsWith("{\"");
    }

    static TextLines lines(Path file) throws IOException {
        return new TextLines(
                new BufferedInputStream(Files.newInputStream(file)), AnswerJson.LONGEST);
    }
}
