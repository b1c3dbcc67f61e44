package oropos.inference;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What is sent to a language model: what to do, and what to do it with.
///
/// @param task instructions, always the same for one version of Oropos
/// @param material JSON, part of it text of strangers
public record Prompt(String task, String material) {

    /// Fewest UTF-16 units that make a token. English has about four for one; counting too many is
    /// the safe side of a budget.
    private static final int UNITS_OF_A_TOKEN = 3;

    /// The name of this request to this model: the same words to the same model have the same name.
    public String request(LanguageModel model) {
        return sha256(String.join("\u0000", model.host(), model.name(), task, material));
    }

    /// UTF-16 units that leave this machine.
    public int length() {
        return task.length() + material.length();
    }

    /// How many tokens these are at most, by our own count.
    public int tokens() {
        return tokens(task) + tokens(material);
    }

    /// How many tokens a text is at most, by our own count.
    public static int tokens(String text) {
        return text.length() / UNITS_OF_A_TOKEN + 1;
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
