package oropos.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A provider of identities to sign in by; none where nothing is said.
final class ProviderOptions {

    /// Where the client's secret stands: not in the command, which other accounts can list.
    static final String SECRET = "OROPOS_PROVIDER_SECRET";

    @Option(
            names = "--provider",
            paramLabel = "ISSUER",
            description = {
                "Let people who were invited also sign in by this OpenID Connect provider; the client's",
                "secret stands in the environment as " + SECRET + "."
            })
    @Nullable String issuer;

    @Option(
            names = "--provider-client",
            paramLabel = "ID",
            description =
                    "This server's name at the provider; it sends back to URL/sign-in/provider/back.")
    @Nullable String client;

    @Option(
            names = "--provider-name",
            paramLabel = "WORDS",
            defaultValue = "your organisation",
            description = "How the provider is called on pages (default: ${DEFAULT-VALUE}).")
    String name = "your organisation";

    @Option(
            names = "--provider-second-factor",
            description = {
                "Take more than a password at the provider (claim amr) for the authenticator app here;",
                "without it the app's code is asked for here."
            })
    boolean secondFactor;

    void into(Map<String, Object> settings) {
        if (issuer == null) {
            return;
        }
        String secret = System.getenv(SECRET);
        if (client == null || secret == null) {
            throw Refusal.wrongUse("--provider also takes --provider-client, and " + SECRET);
        }
        boolean here = issuer.matches("http://(localhost|127\\.0\\.0\\.1)([:/].*)?");
        if (!issuer.startsWith("https://") && !here) {
            throw Refusal.wrongUse("a provider is reached by https, not by " + issuer);
        }
        settings.put("oropos.provider", issuer);
        settings.put("oropos.provider-client", client);
        settings.put("oropos.provider-secret", secret);
        settings.put("oropos.provider-name", name);
        settings.put("oropos.provider-second-factor", secondFactor);
    }
}
