package oropos.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oropos.evaluation.Measure;
import oropos.evaluation.Plan;
import oropos.evaluation.Questions;
import oropos.evaluation.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Measures speed, memory, sameness and verification on this machine, with this library.
@Command(
        name = "measure",
        description =
                "Measures on this machine: opening, answering, memory, repeats, verification, import. The library is only read.",
        mixinStandardHelpOptions = true)
final class MeasureCommand implements Callable<Integer> {

    /// How a report is printed.
    enum Form {
        TEXT,
        MARKDOWN,
        JSON
    }

    @ParentCommand @Nullable Main main;

    @Option(
            names = "--questions",
            paramLabel = "FILE",
            description = "Questions, one a line (default: the 20 that ship with Oropos).")
    @Nullable Path questions;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description =
                    "Ask the whole list N times for each latency (default: ${DEFAULT-VALUE}).")
    int rounds = 3;

    @Option(
            names = "--askers",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,4",
            description = "How many ask at once (default: ${DEFAULT-VALUE}).")
    List<Integer> askers = List.of(1, 4);

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Compare N more answers byte for byte with the first ones (default: ${DEFAULT-VALUE}).")
    int repeats;

    @Option(
            names = "--encode",
            paramLabel = "N",
            defaultValue = "200",
            description =
                    "Encode N passages to time the encoder, where vectors are on (default: ${DEFAULT-VALUE}).")
    int encoded = 200;

    @Option(
            names = "--import",
            paramLabel = "PATH[,PATH...]",
            description =
                    "Time the import of these files into a passing data folder; each --import is timed by itself.")
    List<String> imports = List.of();

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description = "Keep what --import makes in this new folder.")
    @Nullable Path into;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Option(names = "--markdown", description = "Print a Markdown table.")
    boolean markdown;

    @Override
    public Integer call() throws IOException {
        Main main = Objects.requireNonNull(this.main);
        if (into != null && imports.isEmpty()) {
            throw Refusal.wrongUse("--into says where --import goes: add an --import");
        }
        Plan plan = plan(main);
        Rooms.makeIfMissing(main.data);
        ProgressBar bar = new ProgressBar(System.err);
        Report report = Measure.of(plan, bar, words -> System.err.println("measuring: " + words));
        bar.done();
        System.out.println(
                switch (form()) {
                    case TEXT -> report.text();
                    case MARKDOWN -> report.markdown();
                    case JSON -> report.json();
                });
        return report.problems().isEmpty() ? Main.DONE : Main.SOME_FAILED;
    }

    private Plan plan(Main main) throws IOException {
        try {
            return new Plan(
                    main.data,
                    main.vectors,
                    questions == null ? Questions.shipped() : Questions.of(questions),
                    rounds,
                    askers,
                    repeats,
                    encoded,
                    imports.stream().map(MeasureCommand::paths).toList(),
                    into);
        } catch (IllegalArgumentException wrong) {
            throw Refusal.wrongUse(String.valueOf(wrong.getMessage()));
        }
    }

    private Form form() {
        if (json) {
            return Form.JSON;
        }
        return markdown ? Form.MARKDOWN : Form.TEXT;
    }

    private static List<Path> paths(String group) {
        return Arrays.stream(group.split(","))
                .map(path -> Path.of(path).toAbsolutePath().normalize())
                .toList();
    }
}
