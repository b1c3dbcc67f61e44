package oropos.question;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Questions with labels in files beside the tests, written before the rules read them.
final class Labelled {

    private Labelled() {}

    /// The cells of each row but the comments and the head.
    static List<List<String>> rows(String file) throws IOException {
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(Labelled.class.getResourceAsStream(file)),
                                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("half"))
                    .map(line -> List.of(line.split("\t")))
                    .toList();
        }
    }

    /// Writes what went wrong where editors can read it.
    static void write(String name, List<String> lines) throws IOException {
        Path folder = Path.of("target/question-measured");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".txt"), String.join("\n", lines) + "\n");
    }
}
