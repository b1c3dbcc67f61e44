package oropos.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.library.Describer;
import oropos.library.Library;
import oropos.library.Progress;
import oropos.library.Snapshot;
import oropos.library.Tally;
import oropos.retrieval.Retrieval;
import oropos.terminology.Terminology;

/// How fast files come in: read, described and stored, then indexed by their words. The starter
/// library is left out, so that only what was named is counted.
final class Imports {

    static final String GROUP = "import";
    private static final double BYTES_OF_A_MEGABYTE = 1 << 20;

    private final List<List<Path>> groups;
    private final Progress progress;

    Imports(List<List<Path>> groups, Progress progress) {
        this.groups = groups;
        this.progress = progress;
    }

    /// @param into a new folder to keep, or null for one that is removed
    List<Figure> measure(@Nullable Path into) throws IOException {
        for (List<Path> group : groups) {
            for (Path file : group) {
                if (!Files.exists(file)) {
                    throw new IllegalArgumentException("there is no file or folder " + file);
                }
            }
        }
        if (into != null) {
            if (Library.isThere(into)) {
                throw new IllegalArgumentException(
                        into + " holds a library already; imports are measured into a new folder");
            }
            return into(into);
        }
        Path passing = Files.createTempDirectory("oropos-measure");
        try {
            return into(passing);
        } finally {
            remove(passing);
        }
    }

    private List<Figure> into(Path folder) {
        List<Figure> figures = new ArrayList<>();
        try (Library library = Library.open(folder, Library.Access.WRITE)) {
            Describer.builtIn(); // vocabularies are loaded once a process, not once an import
            double reading = 0;
            for (List<Path> group : groups) {
                Stopwatch watch = new Stopwatch(GROUP);
                Tally tally = library.add(group, progress);
                double seconds = watch.seconds();
                reading += seconds;
                figures.add(rate(group, tally, seconds));
            }
            Snapshot held = library.snapshot();
            Stopwatch watch = new Stopwatch(GROUP);
            Retrieval.open(folder, library, Terminology.builtIn(), null).close();
            double indexing = watch.seconds();
            figures.add(
                    new Figure(
                            GROUP,
                            "indexing by words",
                            held.passages() / indexing,
                            "passages/s",
                            counted(held.passages(), "passages", indexing)));
            figures.add(
                    new Figure(
                            GROUP,
                            "files to searchable text",
                            held.sources() / (reading + indexing),
                            "records/s",
                            counted(held.sources(), "records", reading + indexing)));
            figures.add(
                    new Figure(GROUP, "data folder", size(folder) / BYTES_OF_A_MEGABYTE, "MB", ""));
        }
        return figures;
    }

    private static Figure rate(List<Path> group, Tally tally, double seconds) {
        int used = tally.added() + tally.updated() + tally.unchanged();
        String formats = String.join(" + ", tally.perFormat().keySet());
        String files =
                group.stream()
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.joining(", "));
        return new Figure(
                GROUP,
                formats.isEmpty() ? "nothing readable" : formats,
                used / seconds,
                "records/s",
                counted(used, "records", seconds)
                        + (tally.skipped() > 0 ? ", " + tally.skipped() + " skipped" : "")
                        + ": "
                        + shortened(files));
    }

    private static String shortened(String files) {
        return files.length() <= 60 ? files : files.substring(0, 57) + "...";
    }

    private static String counted(int number, String of, double seconds) {
        return String.format(java.util.Locale.ROOT, "%,d %s in %.1f s", number, of, seconds);
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
