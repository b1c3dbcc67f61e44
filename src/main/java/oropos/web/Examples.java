package oropos.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Questions the front page offers, from `web/examples.tsv`: a version line, then one a line.
final class Examples {

    private static final String FILE = "/web/examples.tsv";

    private Examples() {}

    static List<String> shipped() {
        try (InputStream in = Examples.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the jar: build it again");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read: build the jar again", e);
        }
    }

    static List<String> read(String file) {
        List<String> lines = file.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty() || !lines.getFirst().matches("# version \\d+")) {
            throw new IllegalStateException(FILE + " begins with \"# version N\"");
        }
        return lines.stream().filter(line -> !line.startsWith("#")).map(String::strip).toList();
    }
}
