package oropos.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The command line. Results go to standard output, progress and errors to standard error.
@Command(
        name = "oropos",
        description =
                "Answers clinical questions from a library, every sentence with the words it rests on.",
        subcommands = {
            ServeCommand.class,
            AskCommand.class,
            SearchCommand.class,
            UnderstandCommand.class,
            AppraiseCommand.class,
            LibraryCommand.class,
            VerifyCommand.class,
            LedgerCommand.class,
            ReviewCommand.class,
            AuditCommand.class,
            UserCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            MeasureCommand.class,
            EvaluateCommand.class,
            DiffCommand.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        version = "oropos 0.1.0",
        synopsisSubcommandLabel = "COMMAND")
public final class Main extends Group {

    /// Everything was done.
    static final int DONE = 0;

    /// Some lines failed; the others are done.
    static final int SOME_FAILED = 1;

    /// The command was used wrongly.
    static final int WRONG_USE = 2;

    /// The data folder cannot be used.
    static final int DATA_UNUSABLE = 3;

    @Option(
            names = "--data",
            description = "The data folder (default: ${DEFAULT-VALUE}).",
            defaultValue = "data",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR")
    Path data = Path.of("data");

    @Option(
            names = "--vectors",
            description =
                    "Search by meaning too, where vectors are there (default: ${DEFAULT-VALUE}).",
            defaultValue = "true",
            negatable = true,
            fallbackValue = "true",
            scope = ScopeType.INHERIT)
    boolean vectors = true;

    public static void main(String[] args) {
        System.setOut(new PrintStream(System.out, false, StandardCharsets.UTF_8));
        int exit = run(args);
        if (System.out.checkError() && exit == DONE) {
            System.err.println("oropos: not all of the result could be written to standard output");
            exit = SOME_FAILED;
        }
        if (exit != ServeCommand.STAYS) {
            System.exit(exit);
        }
    }

    static int run(String... args) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(Failures::explain)
                .setParameterExceptionHandler(Failures::wrongUse)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
    }
}
