package oropos.library;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Opens what an operator names into documents: folders with all below them in the order of their
/// names, compressed files, archives.
///
/// Files are known by their first bytes, not by their names. What cannot be opened is handed over
/// all the same, as an input that says why when it is opened, so that nothing is passed over in
/// silence: links that lead out of the folder, pipes and devices, folders without permission.
final class SourceFiles {

    private SourceFiles() {}

    /// What is done with each document.
    @FunctionalInterface
    interface Visitor {
        void visit(Input input) throws IOException;
    }

    static void each(Path path, Visitor visitor) throws IOException {
        if (!Files.exists(path)) {
            visitor.visit(
                    refused(
                            String.valueOf(path.getFileName()),
                            "there is no such file",
                            "check the path"));
            return;
        }
        Path real = path.toRealPath();
        if (Files.isDirectory(real)) {
            folder(real, visitor);
        } else {
            file(real, named(path), List.of(), visitor);
        }
    }

    private static String named(Path path) {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }

    private static void folder(Path root, Visitor visitor) throws IOException {
        List<Input> refused = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes is)
                            throws IOException {
                        String why = whyNot(root, file, is);
                        if (why.isEmpty()) {
                            files.add(file);
                        } else {
                            refused.add(refused(relative(root, file), why, "add the file itself"));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure) {
                        refused.add(
                                refused(
                                        relative(root, file),
                                        "it cannot be opened",
                                        "check the permissions"));
                        return FileVisitResult.CONTINUE;
                    }
                });
        refused.sort(Comparator.comparing(Input::name));
        files.sort((a, b) -> relative(root, a).compareTo(relative(root, b)));
        List<Input> siblings = new ArrayList<>();
        for (Path file : files) {
            siblings.add(CompressedInput.file(file, relative(root, file), List.of()));
        }
        for (Path file : files) {
            file(file, relative(root, file), siblings, visitor);
        }
        for (Input input : refused) {
            visitor.visit(input);
        }
    }

    private static String whyNot(Path root, Path file, BasicFileAttributes is) throws IOException {
        if (is.isRegularFile()) {
            return "";
        }
        if (!is.isSymbolicLink()) {
            return "it is neither a file nor a folder";
        }
        if (!Files.exists(file)) {
            return "it is a link to nothing";
        }
        Path target = file.toRealPath();
        if (!target.startsWith(root)) {
            return "it is a link that leads out of the folder";
        }
        return Files.isRegularFile(target)
                ? "it is a link to a file of the same folder, which is read under its own name"
                : "it is a link to a folder, which is not followed";
    }

    private static String relative(Path root, Path file) {
        StringBuilder name = new StringBuilder(String.valueOf(root.getFileName()));
        root.relativize(file).forEach(part -> name.append('/').append(part));
        return name.toString();
    }

    private static void file(Path file, String name, List<Input> siblings, Visitor visitor)
            throws IOException {
        if (!Files.isRegularFile(file)) {
            visitor.visit(refused(name, "it is neither a file nor a folder", "name a file"));
        } else if (!Files.isReadable(file)) {
            visitor.visit(refused(name, "it cannot be opened", "check the permissions"));
        } else if (Archive.is(file)) {
            Archive.each(file, name, visitor);
        } else {
            visitor.visit(CompressedInput.file(file, name, siblings));
        }
    }

    /// An input that says why it cannot be read.
    static Input refused(String name, String what, String remedy) {
        return new Input() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public java.io.InputStream open() {
                throw new SourceFileException(what, name, remedy);
            }

            @Override
            public long size() {
                return -1;
            }
        };
    }
}
