package oropos.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oropos.answer.AnswerJson;
import oropos.ledger.Entry;
import oropos.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Prints the ledger and checks that no line of it was changed.
@Command(
        name = "ledger",
        description = "Prints who did what, when and why, and checks that no line was changed.",
        mixinStandardHelpOptions = true)
final class LedgerCommand implements Callable<Integer> {

    @ParentCommand @Nullable Main main;

    @Option(
            names = "--subject",
            paramLabel = "ID",
            description = "Only what was done to this, for example the request of an answer.")
    @Nullable String subject;

    @Override
    public Integer call() {
        Main main = Objects.requireNonNull(this.main);
        if (!Ledger.isIn(main.data)) {
            System.err.println("The ledger is empty: nothing was done yet that it keeps.");
            return Main.DONE;
        }
        try (Ledger ledger = Ledger.open(main.data)) {
            List<Entry> lines = subject == null ? ledger.all() : ledger.of(subject);
            lines.forEach(line -> System.out.println(written(line)));
            Optional<String> fault = ledger.verify();
            System.err.println(
                    fault.map(words -> "THE LEDGER WAS CHANGED: " + words)
                            .orElse("The chain holds."));
            return fault.isEmpty() ? Main.DONE : Main.SOME_FAILED;
        }
    }

    static String written(Entry line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", line.number());
        fields.put("at", line.at());
        fields.put("who", line.act().who());
        fields.put("what", line.act().what());
        fields.put("subject", line.act().subject());
        fields.put("why", line.act().why());
        if (line.act().old() != null) {
            fields.put("old", line.act().old());
        }
        if (line.act().now() != null) {
            fields.put("new", line.act().now());
        }
        fields.put("hash", line.hash());
        return AnswerJson.canonical(fields);
    }
}
