package oropos.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A line of the ledger.
///
/// @param number from 1, without gaps
/// @param at when, ISO 8601 in UTC
/// @param before hash of the line before; 64 zeros for the first
/// @param hash SHA-256 over all the other fields, each with its length before it
public record Entry(long number, String at, Act act, String before, String hash) {

    /// What stands before the first line.
    static final String BEGINNING = "0".repeat(64);

    static Entry of(long number, String at, Act act, String before) {
        return new Entry(number, at, act, before, hash(number, at, act, before));
    }

    /// Whether the line says what it said when it was written.
    boolean holds() {
        return hash.equals(hash(number, at, act, before));
    }

    private static String hash(long number, String at, Act act, String before) {
        StringBuilder whole = new StringBuilder();
        for (@Nullable String field :
                Arrays.asList(
                        String.valueOf(number),
                        at,
                        act.who(),
                        act.what(),
                        act.subject(),
                        act.why(),
                        act.old(),
                        act.now(),
                        before)) {
            // lengths keep "ab" + "c" and "a" + "bc" apart, and nothing apart from an empty text
            if (field == null) {
                whole.append("-;");
            } else {
                whole.append(field.length()).append(':').append(field).append(';');
            }
        }
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(whole.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
