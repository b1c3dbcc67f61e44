package oropos.library;

import java.nio.file.Path;
import java.util.List;

/// A process of its own that writes a library until it is killed, or reads one once; started by
/// tests.
final class Scribe {

    private Scribe() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "write" -> write(folder);
            case "read" -> read(folder);
            default -> throw new IllegalArgumentException(List.of(arguments).toString());
        }
    }

    private static void write(Path folder) {
        try (Library library = Shelf.open(folder, Library.Access.WRITE)) {
            for (int i = 1; ; i++) {
                int number = i;
                Shelf.add(
                        library,
                        sink -> {
                            for (int j = 0; j < 20; j++) {
                                int pmid = number * 100 + j;
                                sink.record(
                                        Shelf.pubmed(pmid, "Title " + pmid, "Words. ".repeat(50))
                                                .build());
                            }
                        });
                System.out.println("committed=" + number);
                System.out.flush();
            }
        }
    }

    private static void read(Path folder) {
        try (Library library = Shelf.open(folder, Library.Access.READ)) {
            System.out.println(
                    "read=" + library.snapshot().sources() + " " + Shelf.current(library).size());
        }
    }

    /// A command that runs this class in the JVM of the tests.
    static List<String> command(String what, Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Scribe.class.getName(),
                what,
                folder.toString());
    }
}
