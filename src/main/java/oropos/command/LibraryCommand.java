package oropos.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import oropos.library.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// What is in the library, and how more comes in.
@Command(
        name = "library",
        description = "Adds files to the library, says what is in it, rebuilds the index.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class LibraryCommand extends Group {

    @ParentCommand @Nullable Main main;

    private Main main() {
        return Objects.requireNonNull(main);
    }

    @Command(
            name = "add",
            description = {
                "Adds PubMed or MEDLINE XML (plain or .gz), MEDLINE text, JATS, MedQuAD, OpenStax, drug labels (SPL), HTML,",
                "MeSH files, retraction lists and guidelines in Oropos's own form (docs/guideline-form.md), from files, folders or zips."
            },
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(arity = "1..*", paramLabel = "FILE-OR-FOLDER", description = "What to add.")
                    List<Path> files)
            throws IOException {
        return Errand.ADD.on(main(), named(files));
    }

    private static List<Path> named(List<Path> files) {
        List<Path> named = files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
        for (Path file : named) {
            if (!Files.exists(file)) {
                throw Refusal.wrongUse("there is no file or folder " + file + ": check the name");
            }
        }
        return named;
    }

    @Command(
            name = "retractions",
            description = {
                "Adds lists of retractions: the table of Retraction Watch (CSV) or a map of DOIs (JSON).",
                "Every answer and every article that rests on what they name is reached in the same job."
            },
            mixinStandardHelpOptions = true)
    int retractions(
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "The lists.")
                    List<Path> files)
            throws IOException {
        return Errand.RETRACTIONS.on(main(), named(files));
    }

    @Command(
            name = "status",
            description = "Says what is in the library and how current it is.",
            mixinStandardHelpOptions = true)
    int status() throws IOException {
        Rooms.makeIfMissing(main().data);
        try (Library held = Library.open(main().data, Library.Access.READ)) {
            System.out.println(Counts.of(held.status()));
        }
        return Main.DONE;
    }

    @Command(
            name = "rebuild",
            description =
                    "Makes the index anew from the library; answers go on from the old one until it is ready.",
            mixinStandardHelpOptions = true)
    int rebuild() throws IOException {
        return Errand.REBUILD.on(main(), List.of());
    }

    @Command(
            name = "embed",
            description =
                    "Computes the vectors of all passages; from then on meaning is searched beside words.",
            mixinStandardHelpOptions = true)
    int embed() throws IOException {
        return Errand.EMBED.on(main(), List.of());
    }
}
