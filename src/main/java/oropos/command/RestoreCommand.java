package oropos.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oropos.library.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Brings a backup back into an empty data folder.
@Command(
        name = "restore",
        description =
                "Brings a backup back into an empty data folder, checks every byte of it, and rebuilds the index.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @ParentCommand @Nullable Main main;

    @Parameters(
            arity = "1",
            paramLabel = "FILE.zip",
            description = "A file that oropos backup wrote.")
    @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        Main main = Objects.requireNonNull(this.main);
        Backup.restore(Objects.requireNonNull(file), main.data);
        try (Rooms rooms = Rooms.toWrite(main.data, main.vectors)) {
            System.out.println(Counts.of(rooms.library().status()));
        }
        return Main.DONE;
    }
}
