package oropos.command;

import org.jspecify.annotations.Nullable;
import oropos.review.MailServer;
import picocli.CommandLine.Option;

/// Where news is mailed through; nothing is mailed where nothing is said.
final class MailOptions {

    /// Where the password of the mail server stands: not in the command, which other accounts can list.
    static final String PASSWORD = "OROPOS_MAIL_PASSWORD";

    @Option(
            names = "--mail",
            paramLabel = "SERVER",
            description = {
                "Mail news through smtp://[user@]host[:port] or smtps://...; the password stands in the",
                "environment as " + PASSWORD + ". Without it nothing is mailed."
            })
    @Nullable String server;

    @Option(
            names = "--mail-from",
            paramLabel = "ADDRESS",
            description = "The address letters come from.")
    @Nullable String from;

    @Option(
            names = "--address",
            paramLabel = "URL",
            description =
                    "Where people reach this server, for links in letters: https://oropos.example.org")
    @Nullable String address;

    /// The server that was named, or null.
    @Nullable MailServer chosen() {
        if (server == null) {
            return null;
        }
        if (from == null || address == null) {
            throw Refusal.wrongUse("--mail also takes --mail-from and --address");
        }
        try {
            return MailServer.of(server, System.getenv(PASSWORD), from, address);
        } catch (IllegalArgumentException refused) {
            throw Refusal.wrongUse(String.valueOf(refused.getMessage()));
        }
    }
}
