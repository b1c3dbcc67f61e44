package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.library.DataFolderException;
import picocli.CommandLine;

/// How commands are called, and what a wrong call gets: exit codes are those of the contract.
class CommandLineTests {

    @TempDir Path folder;

    static Stream<List<String>> everyCommand() {
        return below(new CommandLine(new Main()), List.of());
    }

    private static Stream<List<String>> below(CommandLine command, List<String> path) {
        return Stream.concat(
                Stream.of(path),
                command.getSubcommands().entrySet().stream()
                        .flatMap(sub ->
                                below(
                                        sub.getValue(),
                                        Stream.concat(path.stream(), Stream.of(sub.getKey()))
                                                .toList())));
    }

    @Test
    void theCommandsAreThoseOfTheContract() {
        assertThat(everyCommand().map(path -> String.join(" ", path)))
                .containsExactlyInAnyOrder(
                        "",
                        "serve",
                        "ask",
                        "understand",
                        "appraise",
                        "search",
                        "library",
                        "library add",
                        "library status",
                        "library rebuild",
                        "library embed",
                        "library retractions",
                        "verify",
                        "backup",
                        "restore",
                        "measure",
                        "evaluate",
                        "evaluate compare",
                        "evaluate funnel",
                        "evaluate comparisons",
                        "evaluate heads",
                        "evaluate import-beir",
                        "evaluate search",
                        "evaluate statements",
                        "evaluate refusal",
                        "evaluate repeat",
                        "evaluate tellings",
                        "diff",
                        "ledger",
                        "review",
                        "review list",
                        "review show",
                        "review follow",
                        "review submit",
                        "review overview",
                        "review assign",
                        "review assign to",
                        "review assign list",
                        "review assign load",
                        "review assign remind",
                        "audit",
                        "audit verify",
                        "audit checkpoint",
                        "audit export",
                        "user",
                        "user add",
                        "user list",
                        "user invite",
                        "user password",
                        "user role",
                        "user disable",
                        "help");
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void everyCommandSaysHowItIsUsed(List<String> path) {
        Typed help = Typed.in(with(path, "--help"));
        assertThat(help.exit()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).contains("Usage: " + name(path) + " [-h");
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void everyCommandButHelpTakesTheDataFolder(List<String> path) {
        if (!path.equals(List.of("help"))) {
            assertThat(Typed.in(with(path, "--help")).out()).contains("--data=DIR");
        }
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void anUnknownOptionIsWrongUseAndPointsToTheHelpOfThatCommand(List<String> path) {
        if (path.equals(List.of("help"))) {
            return; // picocli's own, which helps whatever it is told
        }
        Typed wrong = Typed.in(with(whole(path), "--no-such-option"));
        assertThat(wrong.exit()).isEqualTo(Main.WRONG_USE);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.sentence()).contains("--no-such-option");
        assertThat(wrong.err()).contains("See: " + name(path) + " --help\n");
    }

    /// What a command cannot be called without.
    private static final Map<List<String>, List<String>> NEEDED =
            Map.ofEntries(
                    Map.entry(List.of("library", "add"), List.of("a.file")),
                    Map.entry(List.of("library", "retractions"), List.of("a.file")),
                    Map.entry(List.of("review", "show"), List.of("an-address")),
                    Map.entry(
                            List.of("evaluate", "compare"), List.of("a.run", "b.run", "--qrels=c")),
                    Map.entry(List.of("evaluate", "import-beir"), List.of("a.file")),
                    Map.entry(List.of("evaluate", "search"), List.of("--queries=a", "--run=b")),
                    Map.entry(List.of("evaluate", "funnel"), List.of("--questions=a")),
                    Map.entry(List.of("evaluate", "comparisons"), List.of("--questions=a")),
                    Map.entry(List.of("evaluate", "heads"), List.of("--questions=a")),
                    Map.entry(List.of("evaluate", "statements"), List.of("--questions=a")),
                    Map.entry(
                            List.of("evaluate", "refusal"),
                            List.of("--answerable=a", "--unanswerable=b")),
                    Map.entry(List.of("evaluate", "repeat"), List.of("--questions=a")),
                    Map.entry(List.of("evaluate", "tellings"), List.of("--questions=a")),
                    Map.entry(List.of("review", "overview"), List.of("a.file")),
                    Map.entry(List.of("review", "submit"), List.of("gout", "--as=ada")),
                    Map.entry(
                            List.of("review", "assign", "to"),
                            List.of("ada", "an-address", "--due=2027-01-31")),
                    Map.entry(List.of("diff"), List.of("a.json", "b.json")),
                    Map.entry(List.of("search"), List.of("gout")),
                    Map.entry(List.of("verify"), List.of("a.file")),
                    Map.entry(List.of("user", "add"), List.of("ada", "--shown=Ada")),
                    Map.entry(List.of("user", "invite"), List.of("ada")),
                    Map.entry(List.of("user", "password"), List.of("ada")),
                    Map.entry(List.of("user", "role"), List.of("ada")),
                    Map.entry(List.of("user", "disable"), List.of("ada")),
                    Map.entry(List.of("audit", "export"), List.of("--json")),
                    Map.entry(List.of("backup"), List.of("a.file")),
                    Map.entry(List.of("restore"), List.of("a.file")));

    private static Object[] with(List<String> path, String option) {
        return Stream.of(path, List.of(option)).flatMap(List::stream).toArray();
    }

    private static List<String> whole(List<String> path) {
        return Stream.of(path, NEEDED.getOrDefault(path, List.of())).flatMap(List::stream).toList();
    }

    private static String name(List<String> path) {
        return path.isEmpty() ? "oropos" : "oropos " + String.join(" ", path);
    }

    @Test
    void aGroupAloneListsItsCommandsAndIsWrongUse() {
        Typed alone = Typed.in();
        assertThat(alone.exit()).isEqualTo(Main.WRONG_USE);
        assertThat(alone.out()).isEmpty();
        assertThat(alone.err()).startsWith("Usage: oropos ").contains("serve", "ask", "library");
        Typed library = Typed.in("library");
        assertThat(library.exit()).isEqualTo(Main.WRONG_USE);
        assertThat(library.err()).startsWith("Usage: oropos library ").contains("rebuild");
    }

    @Test
    void anUnknownCommandIsWrongUse() {
        Typed.in("consult").isRefused(Main.WRONG_USE);
        assertThat(Typed.in("library", "burn").isRefused(Main.WRONG_USE).err())
                .contains("See: oropos library --help");
    }

    @Test
    void whatIsMissingIsSaid() {
        Typed.in("ask").isRefused(Main.WRONG_USE);
        for (List<String> path : NEEDED.keySet()) {
            Typed.in(path.toArray()).isRefused(Main.WRONG_USE);
        }
    }

    @Test
    void aQuestionAndABatchAtOnceAreWrongUse() throws IOException {
        Path file = Files.writeString(folder.resolve("q.txt"), "Is calcium needed?\n");
        Typed.in("--data", folder.resolve("d"), "ask", "--batch", file, "Is it?")
                .isRefused(Main.WRONG_USE);
        assertThat(folder.resolve("d")).doesNotExist();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path gone = folder.resolve("gone.txt");
        for (Object[] call :
                new Object[][] {
                    {"ask", "--batch", gone}, {"library", "add", gone}, {"ask", "--batch", folder}
                }) {
            assertThat(Typed.in(call).isRefused(Main.WRONG_USE).sentence())
                    .contains(call[2].toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port=abc",
                "--port=-1",
                "--port=65536",
                "--port=99999999999",
                "--host=0.0.0.0",
                "--host=not-a-host.invalid",
                "--quota=0",
                "--quota=many"
            })
    void whatCannotBeServedIsRefusedBeforeAnythingIsOpened(String option) {
        Path data = folder.resolve("data");
        String name = option.substring(0, option.indexOf('='));
        assertThat(Typed.in("--data", data, "serve", option).isRefused(Main.WRONG_USE).sentence())
                .contains(name);
        assertThat(data).doesNotExist();
    }

    @Test
    void numbersToMeasureWithAreChecked() {
        for (String option : List.of("--rounds=0", "--askers=0", "--askers=65", "--repeats=-1")) {
            Typed.in("--data", folder.resolve("d"), "measure", option).isRefused(Main.WRONG_USE);
        }
        assertThat(folder.resolve("d")).doesNotExist();
    }

    @Test
    void onlyWhatACommandRefusesIsWrongUse() {
        Typed quiet = Typed.in("--version");
        assertThat(quiet.exit()).isZero();
        assertThat(silently(new IllegalArgumentException("a bug")).exit())
                .as("an illegal argument deep inside is our fault, not wrong use")
                .isEqualTo(Main.SOME_FAILED);
        assertThat(silently(Refusal.wrongUse("no")).exit()).isEqualTo(Main.WRONG_USE);
        assertThat(silently(new DataFolderException("x", folder, "y")).exit())
                .isEqualTo(Main.DATA_UNUSABLE);
    }

    private static Failures.Told silently(Exception failure) {
        failure.setStackTrace(new StackTraceElement[0]);
        return Failures.told(failure);
    }
}
