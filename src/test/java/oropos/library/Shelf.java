package oropos.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A library for tests whose one reader takes records straight from the test.
final class Shelf {

    static final Clock DAY = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

    private Shelf() {}

    static Library open(Path folder, Library.Access access) {
        return open(folder, access, Schema.TODAY);
    }

    static Library open(Path folder, Library.Access access, Schema schema) {
        return Library.open(
                folder, access, DAY, SourceReaders.builtIn(folder), Shelf::described, schema);
    }

    static Study described(Record record) {
        return new Study(
                Design.UNSTATED, false, "nothing said", Population.UNSTATED, null, "test 1");
    }

    /// Puts records in as an import would.
    static Tally add(Library library, Record... records) {
        return add(library, sink -> List.of(records).forEach(sink::record));
    }

    static Tally add(Library library, Consumer<Sink> telling) {
        return add(library, LocalDate.now(DAY), telling);
    }

    static Tally add(Library library, LocalDate day, Consumer<Sink> telling) {
        SourceReader reader =
                new SourceReader() {
                    @Override
                    public boolean reads(Head head) {
                        return true;
                    }

                    @Override
                    public void read(Input input, Sink sink) {
                        telling.accept(sink);
                    }
                };
        return new Import(
                        library.database(), List.of(reader), Shelf::described, day, Progress.none())
                .pack(List.of(Input.bytes("test", new byte[0])), "none");
    }

    static Record.Builder pubmed(String pmid, String title) {
        return Record.of(SourceId.pmid(pmid), "pubmed", title, TextKind.ABSTRACT).pmid(pmid);
    }

    static Record.Builder pubmed(int pmid, String title, String words) {
        return pubmed(Integer.toString(pmid), title).part(Passage.Role.ABSTRACT, List.of(), words);
    }

    static List<Version> current(Library library) {
        List<Version> all = new ArrayList<>();
        library.eachCurrent(all::add);
        return all;
    }

    static Version only(Library library, SourceId id) {
        List<Version> versions = library.current(id);
        if (versions.size() != 1) {
            throw new AssertionError("one current version expected, but were " + versions);
        }
        return versions.getFirst();
    }

    static Path write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
