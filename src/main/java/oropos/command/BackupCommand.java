package oropos.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oropos.library.Backup;
import oropos.library.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Writes a backup of a data folder, also while a server holds it.
@Command(
        name = "backup",
        description =
                "Writes the record and the keys to one file; works while a server runs. The index is not in it: it is rebuilt.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @ParentCommand @Nullable Main main;

    @Parameters(
            arity = "1",
            paramLabel = "FILE.zip",
            description = "The file to write; it must not exist yet.")
    @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        Path to = Objects.requireNonNull(file);
        Snapshot saved = Backup.of(Objects.requireNonNull(main).data).to(to);
        System.out.println(
                saved.sources()
                        + " sources, as of "
                        + saved.date()
                        + ", written to "
                        + to
                        + ". It holds the receipt key: keep it as safe as the data folder.");
        return Main.DONE;
    }
}
