package oropos.inference;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Which language model is asked, where, and how long. Naming one is the operator's consent that text
/// is sent to this one machine.
///
/// @param url where its protocol starts: `https://api.example.org/v1`
/// @param model its name there
/// @param key its secret, or null where it wants none
/// @param plain whether text may go unencrypted to a machine other than this one
/// @param patience how long one request may take, in all
/// @param mostBytes longest response read
/// @param mostTokens longest reply asked for
/// @param temperature 0 for the most probable words; null where the model takes none
public record ModelSettings(
        Protocol protocol,
        URI url,
        String model,
        @Nullable String key,
        boolean plain,
        Duration patience,
        int mostBytes,
        int mostTokens,
        @Nullable Double temperature) {

    /// How long a request may take by default: an answer waits far shorter for it.
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Longest response by default: 20 times what the longest answer needs.
    public static final int MOST_BYTES = 512 * 1024;

    /// Longest reply asked for by default.
    public static final int MOST_TOKENS = 4_000;

    /// The protocols spoken.
    public enum Protocol {
        OPENAI,
        ANTHROPIC,
        OLLAMA
    }

    public ModelSettings {
        String scheme = String.valueOf(url.getScheme());
        if (!scheme.equals("https") && !scheme.equals("http") || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "the model's address is https://HOST/... or http://HOST/..., but was " + url);
        }
        if (url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "the model's address has no name, secret, question or fragment in it; the key is given apart");
        }
        if (scheme.equals("http") && !plain && !isThisMachine(url.getHost())) {
            throw new IllegalArgumentException(
                    "http://"
                            + url.getHost()
                            + " would send text unencrypted to another machine: use https, or say that it may");
        }
        if (model.isBlank()) {
            throw new IllegalArgumentException("the model needs a name");
        }
        if (patience.isNegative() || patience.isZero() || mostBytes < 1 || mostTokens < 1) {
            throw new IllegalArgumentException(
                    "time and lengths are more than 0, but were %s, %d bytes, %d tokens"
                            .formatted(patience, mostBytes, mostTokens));
        }
    }

    /// With everything but the essentials as by default.
    public static ModelSettings of(Protocol protocol, URI url, String model, @Nullable String key) {
        return new ModelSettings(
                protocol, url, model, key, false, PATIENCE, MOST_BYTES, MOST_TOKENS, 0.0);
    }

    public ModelSettings within(Duration time, int bytes) {
        return new ModelSettings(
                protocol, url, model, key, plain, time, bytes, mostTokens, temperature);
    }

    /// The machine, with its port where one is named.
    public String host() {
        return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
    }

    private static boolean isThisMachine(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        boolean literal = host.startsWith("[") || host.matches("[0-9.]+");
        try {
            return literal && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException none) {
            return false;
        }
    }

    /// Without the key: settings may be logged.
    @Override
    public String toString() {
        return "ModelSettings[" + protocol + " " + url + " " + model + "]";
    }
}
