package oropos.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oropos.answer.AnswerJson;
import oropos.ledger.AuditEvents;
import oropos.ledger.Checkpoint;
import oropos.ledger.Entry;
import oropos.ledger.Ledger;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Checks the ledger, signs its end to be kept elsewhere, and hands it to other programs.
@Command(
        name = "audit",
        description = "Checks the ledger, also against checkpoints kept elsewhere; exports it.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class AuditCommand extends Group {

    /// Longest file with checkpoints that is read.
    private static final int LONGEST_FILE = 10_000_000;

    @ParentCommand @Nullable Main main;

    /// In which form.
    static final class Form {
        @Option(names = "--json", description = "JSON lines.")
        boolean json;

        @Option(names = "--fhir", description = "FHIR R4 AuditEvent, one resource a line.")
        boolean fhir;
    }

    private Path data() {
        return Objects.requireNonNull(main).data;
    }

    private boolean isEmpty() {
        if (Ledger.isIn(data())) {
            return false;
        }
        System.err.println("The ledger is empty: nothing was done yet that it keeps.");
        return true;
    }

    @Command(
            name = "verify",
            description = "Goes through every line; exit 1 where the ledger was changed.",
            mixinStandardHelpOptions = true)
    int verify(
            @Option(
                            names = "--checkpoint",
                            paramLabel = "FILE",
                            description =
                                    "A file with checkpoints kept elsewhere, one a line; may be said several times.")
                    @Nullable List<Path> files)
            throws IOException {
        List<Checkpoint> kept = new ArrayList<>();
        for (Path file : files == null ? List.<Path>of() : files) {
            kept.addAll(read(file));
        }
        if (!Ledger.isIn(data())) {
            if (kept.isEmpty()) {
                System.err.println("The ledger is empty: nothing was done yet that it keeps.");
                return Main.DONE;
            }
            System.out.println("THE LEDGER WAS CHANGED: it is gone, and checkpoints tell of it");
            return Main.SOME_FAILED;
        }
        try (Ledger ledger = Ledger.open(data())) {
            Optional<String> fault = ledger.verify(kept);
            long lines = ledger.head().map(Entry::number).orElse(0L);
            System.out.println(
                    fault.map(words -> "THE LEDGER WAS CHANGED: " + words)
                            .orElse(
                                    "The ledger holds: %d lines, %d checkpoints met."
                                            .formatted(lines, kept.size())));
            return fault.isEmpty() ? Main.DONE : Main.SOME_FAILED;
        }
    }

    private static List<Checkpoint> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw Refusal.wrongUse("there is no file " + file + ": check the name");
        }
        if (Files.size(file) > LONGEST_FILE) {
            throw Refusal.wrongUse(file + " is too long to hold checkpoints");
        }
        try {
            List<Checkpoint> kept =
                    Files.readAllLines(file).stream()
                            .filter(line -> !line.isBlank())
                            .map(Checkpoint::read)
                            .toList();
            if (kept.isEmpty()) {
                throw Refusal.wrongUse(file + " holds no checkpoint");
            }
            return kept;
        } catch (IllegalArgumentException none) {
            throw Refusal.wrongUse(file + ": " + none.getMessage());
        }
    }

    @Command(
            name = "checkpoint",
            description =
                    "Prints the signed end of the ledger, one line: keep it where this machine cannot write.",
            mixinStandardHelpOptions = true)
    int checkpoint() {
        if (isEmpty()) {
            return Main.DONE;
        }
        try (Ledger ledger = Ledger.open(data())) {
            ledger.checkpoint().ifPresent(System.out::println);
            return Main.DONE;
        }
    }

    @Command(
            name = "export",
            description = "Prints every line of the ledger for other programs.",
            mixinStandardHelpOptions = true)
    int export(@ArgGroup(exclusive = true, multiplicity = "1") Form form) {
        if (isEmpty()) {
            return Main.DONE;
        }
        try (Ledger ledger = Ledger.open(data())) {
            ledger.each(entry ->
                    System.out.println(
                            form.fhir
                                    ? AnswerJson.canonical(AuditEvents.of(entry))
                                    : LedgerCommand.written(entry)));
            return Main.DONE;
        }
    }
}
