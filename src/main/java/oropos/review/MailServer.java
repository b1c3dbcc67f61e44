package oropos.review;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where news is mailed through.
///
/// @param tls whether TLS comes first; otherwise STARTTLS is asked for, and insisted on unless the server is
///     this machine
/// @param from the address letters come from
/// @param address where readers reach this server, without a slash at the end: links begin with it
public record MailServer(
        String host,
        int port,
        boolean tls,
        @Nullable String user,
        @Nullable String password,
        String from,
        String address) {

    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;

    /// Names of this machine: what goes there stays here.
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    public MailServer {
        if (!from.matches("[^@\\s]{1,64}@[^@\\s]{1,189}")) {
            throw new IllegalArgumentException("letters come from an address, not from " + from);
        }
        if (!address.matches("https?://[^\\s/]+")) {
            throw new IllegalArgumentException(
                    "the address of this server is as https://oropos.example.org, not " + address);
        }
    }

    /// Reads `smtp://user@host:587` or `smtps://user@host:465`; the password stands apart.
    ///
    /// @throws IllegalArgumentException where it is none
    public static MailServer of(
            String server, @Nullable String password, String from, String address) {
        URI uri = URI.create(server);
        boolean tls = "smtps".equals(uri.getScheme());
        String host = uri.getHost();
        String user = uri.getUserInfo();
        if (!tls && !"smtp".equals(uri.getScheme()) || host == null) {
            throw new IllegalArgumentException(
                    "a mail server is smtp://[user@]host[:port] or smtps://..., not " + server);
        }
        if (user != null && user.contains(":")) {
            throw new IllegalArgumentException(
                    "the password of the mail server does not stand in its address");
        }
        if (user != null && password == null) {
            throw new IllegalArgumentException("the mail server's user has no password");
        }
        return new MailServer(
                host,
                uri.getPort() > 0 ? uri.getPort() : tls ? SUBMISSIONS : SUBMISSION,
                tls,
                user,
                password,
                from,
                address.replaceAll("/+$", ""));
    }

    boolean isHere() {
        return HERE.contains(host);
    }
}
