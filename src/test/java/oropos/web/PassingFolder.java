package oropos.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder of a test's server, gone when the server is.
final class PassingFolder implements AutoCloseable {

    private final Path path;

    PassingFolder() throws IOException {
        this.path = Files.createTempDirectory("oropos-house");
    }

    /// A folder within it; made where it is missing.
    Path named(String name) throws IOException {
        return Files.createDirectories(path.resolve(name));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
