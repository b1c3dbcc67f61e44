package oropos.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oropos.library.Snapshot;
import oropos.question.Asked;
import oropos.question.Reader;
import oropos.review.MailServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Serves the pages and the JSON interface.
@Command(
        name = "serve",
        description = "Serves the pages and the JSON interface.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    /// The process stays when the command returns.
    static final int STAYS = -1;

    private static final int HIGHEST_PORT = 65_535;

    /// Languages the pages have words in: messages.properties and its siblings.
    private static final List<String> LANGUAGES = List.of("en", "de");

    /// Hours; thirty days.
    private static final int LONGEST_KEPT = 720;

    private static final String TRAINING =
            "Should a 67-year-old woman be screened for osteoporosis?";

    @ParentCommand @Nullable Main main;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port, 0 for any that is free (default: ${DEFAULT-VALUE}).")
    int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "Address to bind (default: ${DEFAULT-VALUE}, this machine only). Another one needs --behind-proxy.")
    String host = "127.0.0.1";

    @Option(
            names = "--behind-proxy",
            description =
                    "A proxy in front ends TLS and sets X-Forwarded-For; without it only this machine is served.")
    boolean behindProxy;

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            split = ",",
            description = "Host names a browser may ask for, behind a proxy.")
    String[] hosts = {};

    @Option(
            names = "--quota",
            paramLabel = "N",
            description = "Questions a minute from one address (default: 60).")
    @Nullable Integer quota;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description =
                    "Language of the pages' own words: en or de (default: en). Questions, answers and sources stay English.")
    String language = "en";

    @Option(
            names = "--keep",
            paramLabel = "HOURS",
            description =
                    "How long answers and threads are kept in memory, 1 to 720 hours (default: 12).")
    @Nullable Integer keep;

    @Option(
            names = "--link-resolver",
            paramLabel = "ADDRESS",
            description =
                    "The place's own link resolver (OpenURL): each reference gets a link to the copy readers there may open.")
    @Nullable String linkResolver;

    @Option(
            names = "--second-factor",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "Ask roles that decide for an authenticator app beside the password (default: ${DEFAULT-VALUE}).")
    boolean secondFactor = true;

    @Option(
            names = "--interest-years",
            paramLabel = "N",
            defaultValue = "3",
            description =
                    "For how many years an interest counts, 2 or 3 (default: ${DEFAULT-VALUE}).")
    int interestYears = 3;

    @Option(
            names = "--train",
            hidden = true,
            description = "Start, ask once, stop: what the build does to fill the start-up cache.")
    boolean train;

    @Mixin ModelOptions models = new ModelOptions();

    @Mixin MailOptions mail = new MailOptions();

    @Mixin ProviderOptions provider = new ProviderOptions();

    @Override
    public Integer call() throws IOException {
        Main main = Objects.requireNonNull(this.main);
        Map<String, Object> settings = settings();
        MailServer mails = mail.chosen();
        Server server =
                Server.start(main.data, main.vectors, models, interestYears, mails, settings);
        if (train) {
            server.rooms().consultation().ask(Asked.by(Reader.PHYSICIAN, TRAINING), stage -> {});
            server.close();
            return Main.DONE;
        }
        server.rooms().retrieval().embedInBackground();
        server.beginRounds();
        Snapshot snapshot = server.rooms().library().snapshot();
        System.out.println("Oropos serves " + address(server));
        System.out.println(
                "The library holds "
                        + snapshot.sources()
                        + " sources and is as of "
                        + snapshot.date()
                        + ". Stop with Ctrl-C.");
        server.board()
                .people()
                .links()
                .first()
                .ifPresent(secret ->
                        System.out.println(
                                "There is no administrator yet. Whoever opens this link within an hour"
                                        + " becomes one, once: "
                                        + address(server)
                                        + "/join/"
                                        + secret));
        if (mails != null) {
            System.out.println(
                    "News goes to people's addresses through "
                            + mails.host()
                            + ": titles and links, nothing else of a page.");
        }
        String sendsTo = server.rooms().consultation().sendsTo();
        if (sendsTo != null) {
            System.out.println(
                    "De-identified titles and statements are sent to "
                            + sendsTo
                            + " to be worded; each sending stands in the ledger.");
        }
        System.out.flush();
        return STAYS;
    }

    private String address(Server server) {
        return "http://" + (host.equals("127.0.0.1") ? "localhost" : host) + ":" + server.port();
    }

    /// What is asked for, as settings of the pages; refused where it cannot or must not be served.
    private Map<String, Object> settings() {
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw Refusal.wrongUse("--host " + host + " is no address of this machine");
        }
        if (!address.isLoopbackAddress() && !behindProxy) {
            throw Refusal.wrongUse(
                    "--host "
                            + host
                            + " would serve other machines without TLS. Put a proxy that ends TLS in front and say --behind-proxy, or leave --host away.");
        }
        if (port < 0 || port > HIGHEST_PORT) {
            throw Refusal.wrongUse("--port is 0 to " + HIGHEST_PORT + ", but was " + port);
        }
        if (interestYears != 2 && interestYears != 3) {
            throw Refusal.wrongUse("--interest-years is 2 or 3, but was " + interestYears);
        }
        if (quota != null && quota < 1) {
            throw Refusal.wrongUse("--quota is 1 or more questions a minute, but was " + quota);
        }
        int chosen = train ? 0 : port;
        Server.checkFree(address, chosen);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.address", host);
        settings.put("server.port", chosen);
        settings.put("server.forward-headers-strategy", behindProxy ? "native" : "none");
        settings.put("oropos.hosts", String.join(",", hosts));
        settings.put("oropos.second-factor", secondFactor);
        settings.put("oropos.warm", train ? "wait" : "on");
        provider.into(settings);
        if (quota != null) {
            settings.put("oropos.quota", quota);
        }
        if (!LANGUAGES.contains(language)) {
            throw Refusal.wrongUse(
                    "--language is one of "
                            + String.join(", ", LANGUAGES)
                            + ", but was "
                            + language);
        }
        settings.put("oropos.language", language);
        if (keep != null) {
            if (keep < 1 || keep > LONGEST_KEPT) {
                throw Refusal.wrongUse("--keep is 1 to 720 hours, but was " + keep);
            }
            settings.put("oropos.keep", keep + "h");
        }
        if (linkResolver != null) {
            if (!linkResolver.matches("(?i)https?://[^\\s\"'<>]{1,500}")) {
                throw Refusal.wrongUse("--link-resolver is a web address, but was " + linkResolver);
            }
            settings.put("oropos.link-resolver", linkResolver);
        }
        return settings;
    }
}
