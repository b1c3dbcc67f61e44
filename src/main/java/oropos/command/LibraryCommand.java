package oropos.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oropos.library.DataFolderException;
import oropos.library.Library;
import oropos.library.Tally;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// What is in the library, and how more comes in.
@Command(
        name = "library",
        description = "Adds files to the library, says what is in it, rebuilds the index.",
        subcommands = {
            LibraryCommand.Add.class,
            LibraryCommand.Status.class,
            LibraryCommand.Rebuild.class,
            LibraryCommand.Embed.class
        },
        mixinStandardHelpOptions = true)
final class LibraryCommand implements Runnable {

    @ParentCommand @Nullable Main main;

    @Override
    public void run() {
        CommandLine.usage(this, System.err);
    }

    Main main() {
        return Objects.requireNonNull(main);
    }

    /// Adds files and folders.
    @Command(
            name = "add",
            description = {
                "Adds PubMed or MEDLINE XML (plain or .gz), MEDLINE text, JATS, MedQuAD, OpenStax, drug labels (SPL), HTML,",
                "MeSH files, retraction lists and guidelines in Oropos's own form (docs/guideline-form.md), from files, folders or zips."
            },
            mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {
        @ParentCommand @Nullable LibraryCommand library;

        @Parameters(arity = "1..*", paramLabel = "FILE-OR-FOLDER", description = "What to add.")
        List<Path> files = List.of();

        @Override
        public Integer call() throws IOException {
            Main main = Objects.requireNonNull(library).main();
            List<Path> named =
                    files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
            for (Path file : named) {
                if (!java.nio.file.Files.exists(file)) {
                    throw new IllegalArgumentException("there is no file or folder " + file);
                }
            }
            Optional<Handover.Result> handed =
                    Handover.toServer(main.data, "add", named, new ProgressBar(System.err));
            if (handed.isPresent()) {
                System.out.println(handed.get().words());
                return handed.get().exit();
            }
            try (Rooms rooms = Rooms.toWrite(main.data, main.vectors)) {
                Tally tally = add(rooms, named, new ProgressBar(System.err));
                System.out.println(Counts.of(tally));
                return tally.skipped() == 0 ? Main.DONE : Main.SOME_FAILED;
            }
        }
    }

    /// Adds and indexes; shared with a running server.
    static Tally add(Rooms rooms, List<Path> files, ProgressBar bar) {
        Tally tally = rooms.library().add(files, bar);
        bar.done();
        rooms.retrieval().refresh(bar);
        bar.done();
        return tally;
    }

    /// Says what is in the library.
    @Command(
            name = "status",
            description = "Says what is in the library and how current it is.",
            mixinStandardHelpOptions = true)
    static final class Status implements Callable<Integer> {
        @ParentCommand @Nullable LibraryCommand library;

        @Override
        public Integer call() throws IOException {
            Main main = Objects.requireNonNull(library).main();
            if (!Library.isThere(main.data)) {
                Rooms.toWrite(main.data, false).close();
            }
            try (Library held = Library.open(main.data, Library.Access.READ)) {
                System.out.println(Counts.of(held.status()));
            }
            return Main.DONE;
        }
    }

    /// Makes the index anew.
    @Command(
            name = "rebuild",
            description =
                    "Makes the index anew from the library; answers go on from the old one until it is ready.",
            mixinStandardHelpOptions = true)
    static final class Rebuild implements Callable<Integer> {
        @ParentCommand @Nullable LibraryCommand library;

        @Override
        public Integer call() throws IOException {
            Main main = Objects.requireNonNull(library).main();
            ProgressBar bar = new ProgressBar(System.err);
            Optional<Handover.Result> handed =
                    Handover.toServer(main.data, "rebuild", List.of(), bar);
            if (handed.isPresent()) {
                System.out.println(handed.get().words());
                return handed.get().exit();
            }
            try (Rooms rooms = Rooms.toWrite(main.data, main.vectors)) {
                rooms.retrieval().rebuild(bar);
                bar.done();
                System.out.println("Index " + rooms.retrieval().generation() + " is in use.");
            } catch (DataFolderException inUse) {
                throw inUse;
            }
            return Main.DONE;
        }
    }

    /// Computes vectors, so that meaning is searched too.
    @Command(
            name = "embed",
            description =
                    "Computes the vectors of all passages; from then on meaning is searched beside words.",
            mixinStandardHelpOptions = true)
    static final class Embed implements Callable<Integer> {
        @ParentCommand @Nullable LibraryCommand library;

        @Override
        public Integer call() throws IOException {
            Main main = Objects.requireNonNull(library).main();
            ProgressBar bar = new ProgressBar(System.err);
            Optional<Handover.Result> handed =
                    Handover.toServer(main.data, "embed", List.of(), bar);
            if (handed.isPresent()) {
                System.out.println(handed.get().words());
                return handed.get().exit();
            }
            try (Rooms rooms = Rooms.toWrite(main.data, true)) {
                rooms.retrieval().embed(bar);
                bar.done();
                System.out.println("Meaning is searched too.");
            }
            return Main.DONE;
        }
    }
}
