package oropos.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.NewAccount;
import oropos.people.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Accounts from the command line, also beside a running server: whoever may write the data folder may
/// do this.
@Command(
        name = "user",
        description = "Adds people, gives roles, makes links to set a password, disables accounts.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class UserCommand extends Group {

    private static final String NAME = "The name to sign in with.";

    @ParentCommand @Nullable Main main;

    /// What is done with the people of the data folder.
    private interface Work {
        void on(Board board) throws IOException;
    }

    private int on(Work work) throws IOException {
        Main main = Objects.requireNonNull(this.main);
        Rooms.makeIfMissing(main.data);
        try (Board board = Board.open(main.data)) {
            work.on(board);
            return Main.DONE;
        } catch (IllegalArgumentException refused) {
            throw Refusal.wrongUse(String.valueOf(refused.getMessage()));
        }
    }

    private static Account named(Board board, String name) {
        return board.people()
                .named(name)
                .orElseThrow(() -> Refusal.wrongUse("there is no account called " + name));
    }

    private static Set<Role> roles(List<String> codes) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        for (String code : codes) {
            roles.add(
                    Role.of(code)
                            .orElseThrow(() ->
                                    Refusal.wrongUse(
                                            "no role is called "
                                                    + code
                                                    + "; there are "
                                                    + EnumSet.allOf(Role.class).stream()
                                                            .map(Role::code)
                                                            .collect(Collectors.joining(", ")))));
        }
        return roles;
    }

    private static void printLink(Board board, Account account, String address) {
        String secret = board.people().links().invite(account.id(), AccountId.OPERATOR);
        System.out.println(address.replaceAll("/+$", "") + "/join/" + secret);
        System.err.println(
                "This link sets the password of "
                        + account.name()
                        + ", once, within seven days. It is shown this once.");
    }

    @Command(
            name = "add",
            description = "Adds a person and prints a link by which they set a password.",
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(
                            names = "--shown",
                            paramLabel = "NAME",
                            required = true,
                            description = "How the person is named on pages.")
                    String shown,
            @Option(names = "--email", paramLabel = "ADDRESS", description = "Never public.")
                    @Nullable String email,
            @Option(names = "--specialty", paramLabel = "WORDS", description = "Public.")
                    @Nullable String specialty,
            @Option(
                            names = "--registration",
                            paramLabel = "NUMBER",
                            description =
                                    "The number under which a clinician is registered, once you checked it. Never public.")
                    @Nullable String registration,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            split = ",",
                            description = "Roles, for example administrator,approver.")
                    String @Nullable [] roles,
            @Option(
                            names = "--address",
                            paramLabel = "URL",
                            defaultValue = "http://localhost:8080",
                            description =
                                    "Where the server is reached (default: ${DEFAULT-VALUE}).")
                    String address)
            throws IOException {
        Set<Role> chosen = roles == null ? Set.of() : roles(List.of(roles));
        return on(board -> {
            Account added =
                    board.people()
                            .add(
                                    new NewAccount(
                                            name,
                                            shown,
                                            email,
                                            specialty,
                                            registration != null,
                                            registration),
                                    AccountId.OPERATOR);
            if (!chosen.isEmpty()) {
                board.people().setRoles(added.id(), chosen, AccountId.OPERATOR);
            }
            printLink(board, added, address);
        });
    }

    @Command(
            name = "list",
            description = "Prints everybody: name, shown name, state, roles, parted by tabs.",
            mixinStandardHelpOptions = true)
    int list() throws IOException {
        return on(board ->
                board.people()
                        .all()
                        .forEach(one ->
                                System.out.println(
                                        String.join(
                                                "\t",
                                                one.id().text(),
                                                one.name(),
                                                one.shownName(),
                                                one.active() ? "active" : "disabled",
                                                one.roles().stream()
                                                        .map(Role::code)
                                                        .collect(Collectors.joining(","))))));
    }

    @Command(
            name = "invite",
            description = "Prints a link by which somebody sets a password, once.",
            mixinStandardHelpOptions = true)
    int invite(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(
                            names = "--address",
                            paramLabel = "URL",
                            defaultValue = "http://localhost:8080",
                            description =
                                    "Where the server is reached (default: ${DEFAULT-VALUE}).")
                    String address)
            throws IOException {
        return on(board -> printLink(board, named(board, name), address));
    }

    @Command(
            name = "password",
            description =
                    "Sets a password, read from the terminal or, in a pipe, from the first line of standard input.",
            mixinStandardHelpOptions = true)
    int password(@Parameters(paramLabel = "NAME", description = NAME) String name)
            throws IOException {
        return on(board -> {
            Account account = named(board, name);
            board.people().signIns().setPassword(account.id(), read(), 0, AccountId.OPERATOR);
            System.out.println("The password of " + account.name() + " is set.");
        });
    }

    private static String read() throws IOException {
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            char[] typed = console.readPassword("New password: ");
            return typed == null ? "" : new String(typed);
        }
        String line =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                        .readLine();
        return line == null ? "" : line;
    }

    @Command(
            name = "role",
            description = "Sets all roles of somebody; without a role takes them all.",
            mixinStandardHelpOptions = true)
    int role(
            @Parameters(index = "0", paramLabel = "NAME", description = NAME) String name,
            @Parameters(
                            index = "1..*",
                            arity = "0..*",
                            paramLabel = "ROLE",
                            description = "For example clinical-reviewer.")
                    @Nullable List<String> codes)
            throws IOException {
        Set<Role> chosen = roles(codes == null ? List.of() : codes);
        return on(board -> {
            Account account =
                    board.people().setRoles(named(board, name).id(), chosen, AccountId.OPERATOR);
            System.out.println(
                    account.name()
                            + "\t"
                            + account.roles().stream()
                                    .map(Role::code)
                                    .collect(Collectors.joining(",")));
        });
    }

    @Command(
            name = "disable",
            description = "Ends what somebody may do; what they signed stays.",
            mixinStandardHelpOptions = true)
    int disable(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--why", paramLabel = "WORDS", defaultValue = "at the command line")
                    String why)
            throws IOException {
        return on(board -> {
            Account account =
                    board.people().disable(named(board, name).id(), why, AccountId.OPERATOR);
            System.out.println(account.name() + " is disabled.");
        });
    }
}
