package oropos.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import oropos.question.Asked;

/// The questions a measurement asks: one a line; empty lines and lines that begin with # do not
/// count.
public final class Questions {

    private static final String SHIPPED = "/evaluation/questions.txt";

    private Questions() {}

    /// The questions of the first day, which ship with Oropos.
    public static List<String> shipped() {
        try (InputStream in = Questions.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is missing from the application");
            }
            try (var lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return read(SHIPPED, lines.lines().toList());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// @throws IllegalArgumentException where the file holds no question, or one too long to be read
    public static List<String> of(Path file) throws IOException {
        return read(file.toString(), Files.readAllLines(file));
    }

    static List<String> read(String name, List<String> lines) {
        List<String> questions =
                lines.stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .toList();
        if (questions.isEmpty()) {
            throw new IllegalArgumentException(name + " holds no question: put one on each line");
        }
        for (String question : questions) {
            if (question.length() > Asked.LONGEST) {
                throw new IllegalArgumentException(
                        name
                                + " holds a question of "
                                + question.length()
                                + " characters; "
                                + Asked.LONGEST
                                + " are read");
            }
        }
        return questions;
    }
}
