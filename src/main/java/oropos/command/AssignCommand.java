package oropos.command;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.Role;
import oropos.review.Address;
import oropos.review.Assigned;
import oropos.review.Assignment;
import oropos.review.Assignments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// The managing editor's book from the command line, also beside a running server.
@Command(
        name = "assign",
        description = "Asks people to review, prints who has how much, reminds of what is due.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class AssignCommand extends Group {

    @ParentCommand @Nullable ReviewCommand review;

    private interface Work {
        void on(Rooms rooms, Board board);
    }

    private int on(Work work) throws IOException {
        Main main = Objects.requireNonNull(this.review).main();
        try (Rooms rooms = Rooms.toRead(main.data, false);
                Board board = Board.open(main.data)) {
            work.on(rooms, board);
        }
        return Main.DONE;
    }

    @Command(
            name = "to",
            description = "Asks somebody to review the newest version of an article.",
            mixinStandardHelpOptions = true)
    int to(
            @Parameters(index = "0", paramLabel = "NAME", description = "The name to sign in with.")
                    String name,
            @Parameters(
                            index = "1",
                            paramLabel = "ADDRESS",
                            description = "The last part of the article's web address.")
                    String address,
            @Option(
                            names = "--due",
                            paramLabel = "DAY",
                            required = true,
                            description = "By when, as 2027-01-31.")
                    LocalDate due)
            throws IOException {
        return on((rooms, board) -> {
            Account who =
                    board.people()
                            .named(name)
                            .orElseThrow(
                                    () -> Refusal.wrongUse("there is no account called " + name));
            if (!Address.isOne(address)) {
                throw Refusal.wrongUse("there is no article \"" + address + "\"");
            }
            switch (rooms.reviews()
                    .assignments()
                    .assign(new Address(address), who, due, AccountId.OPERATOR, board.people())) {
                case Assigned.Done(Assignment made) -> System.out.println(line(made, who.name()));
                case Assigned.Refused(String words) -> throw Refusal.wrongUse(words);
            }
        });
    }

    @Command(
            name = "list",
            description = "Prints what is open: day, name, article; the most urgent first.",
            mixinStandardHelpOptions = true)
    int list() throws IOException {
        return on((rooms, board) ->
                rooms.reviews()
                        .assignments()
                        .open()
                        .forEach(one -> System.out.println(line(one, name(one, board)))));
    }

    @Command(
            name = "load",
            description = "Prints everybody who reviews: name, specialty, open, late, away until.",
            mixinStandardHelpOptions = true)
    int load() throws IOException {
        return on((rooms, board) -> {
            Map<String, Assignments.Load> loads = rooms.reviews().assignments().loads();
            for (Account one : board.people().all()) {
                if (one.mayAny(Role.CLINICAL_REVIEWER, Role.LAY_REVIEWER, Role.APPROVER)) {
                    Assignments.Load load =
                            loads.getOrDefault(one.id().text(), new Assignments.Load(0, 0));
                    System.out.println(
                            String.join(
                                    "\t",
                                    one.name(),
                                    Objects.requireNonNullElse(one.specialty(), ""),
                                    String.valueOf(load.open()),
                                    String.valueOf(load.late()),
                                    board.people()
                                            .leaves()
                                            .awayUntil(one.id(), rooms.reviews().today())
                                            .map(LocalDate::toString)
                                            .orElse("")));
                }
            }
        });
    }

    @Command(
            name = "remind",
            description = {
                "Reminds of what is due within two days or late, each at most once a week; a running server",
                "does so by itself."
            },
            mixinStandardHelpOptions = true)
    int remind() throws IOException {
        return on((rooms, board) -> {
            List<Assignment> reminded = rooms.reviews().assignments().remindDue();
            reminded.forEach(one -> System.out.println(line(one, name(one, board))));
        });
    }

    private static String name(Assignment one, Board board) {
        return board.people()
                .find(new AccountId(one.account()))
                .map(Account::name)
                .orElse(one.account());
    }

    private static String line(Assignment one, String name) {
        return one.due() + "\t" + name + "\t" + one.address() + "/" + one.number();
    }
}
