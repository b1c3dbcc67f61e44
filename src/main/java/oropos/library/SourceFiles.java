package oropos.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Opens what an operator names into documents: folders are walked in the order of their names.
final class SourceFiles {

    private SourceFiles() {}

    /// What is done with each document.
    @FunctionalInterface
    interface Visitor {
        void visit(Input input) throws IOException;
    }

    static void each(Path path, Visitor visitor) throws IOException {
        if (Files.isDirectory(path)) {
            List<Path> files;
            try (Stream<Path> walk = Files.walk(path)) {
                files = walk.filter(Files::isRegularFile).sorted().toList();
            }
            for (Path file : files) {
                each(file, visitor);
            }
            return;
        }
        visitor.visit(Input.file(path));
    }
}
