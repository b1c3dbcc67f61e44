package oropos.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Finds the documents of a collection in what was named: files, pieces of a file that was cut
/// anywhere, folders.
///
/// In a folder that holds files called `corpus...`, only these are the collection: questions and
/// judgments often stand beside them. A file that begins neither with a JSON object nor as compressed
/// data do is the next piece of the file before it.
final class CollectionFiles {

    private CollectionFiles() {}

    static List<Input> of(List<Path> named) throws IOException {
        List<List<Path>> documents = new ArrayList<>();
        for (Path path : named) {
            if (!Files.exists(path)) {
                throw new SourceFileException(
                        "there is no such file or folder", path.toString(), "check the path");
            }
            List<Path> files = Files.isDirectory(path) ? within(path) : List.of(path);
            if (files.isEmpty()) {
                throw new SourceFileException(
                        "it holds no collection",
                        path.toString(),
                        "name a folder with files called corpus... or ending in .jsonl");
            }
            for (Path file : files) {
                if (documents.isEmpty() || begins(file)) {
                    documents.add(new ArrayList<>(List.of(file)));
                } else {
                    documents.getLast().add(file);
                }
            }
        }
        return documents.stream().map(CollectionFiles::input).toList();
    }

    private static List<Path> within(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files =
                    walk.filter(Files::isRegularFile)
                            .filter(file -> !name(file).startsWith("."))
                            .sorted()
                            .toList();
            List<Path> corpus =
                    files.stream().filter(file -> name(file).startsWith("corpus")).toList();
            return corpus.isEmpty()
                    ? files.stream()
                            .filter(file -> name(file).contains(".json"))
                            .filter(file -> !name(file).startsWith("queries"))
                            .toList()
                    : corpus;
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    /// Whether a document begins with this file: compressed, or with a brace after any white space.
    private static boolean begins(Path file) throws IOException {
        byte[] first;
        try (InputStream in = Files.newInputStream(file)) {
            first = in.readNBytes(64);
        }
        if (first.length >= 2 && (first[0] & 0xff) == 0x1f && (first[1] & 0xff) == 0x8b) {
            return true;
        }
        return new String(first, java.nio.charset.StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading()
                .startsWith("{");
    }

    private static Input input(List<Path> pieces) {
        Path first = pieces.getFirst();
        String name = String.valueOf(first.getFileName());
        if (pieces.size() == 1) {
            return CompressedInput.file(first, name, List.of());
        }
        long size = pieces.stream().mapToLong(CollectionFiles::size).sum();
        return new CompressedInput(
                name + " to " + pieces.getLast().getFileName(),
                () -> joined(pieces),
                size,
                List.of());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unknown) {
            return 0;
        }
    }

    private static InputStream joined(List<Path> pieces) {
        List<InputStream> streams = new ArrayList<>();
        for (Path piece : pieces) {
            try {
                streams.add(Files.newInputStream(piece));
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        }
        return new SequenceInputStream(Collections.enumeration(streams));
    }
}
