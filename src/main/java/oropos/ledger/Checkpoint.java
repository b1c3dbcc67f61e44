package oropos.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the ledger held at one time, signed. Kept where whoever writes the data folder cannot write, on
/// paper, in a mail or on another machine, it proves later that nothing up to it was changed, taken out,
/// put elsewhere, cut off or written anew.
///
/// @param number of the last line then
/// @param hash of that line
/// @param at when the line was written
/// @param key public half of the key that signed, base64
/// @param signature Ed25519, base64, over everything before it
public record Checkpoint(long number, String hash, String at, String key, String signature) {

    private static final Pattern FORM =
            Pattern.compile(
                    "oropos-ledger-1 ([1-9][0-9]{0,17}) ([0-9a-f]{64}) ([0-9TZ:.-]{20,30})"
                            + " ([A-Za-z0-9+/=]{20,200}) ([A-Za-z0-9+/=]{20,200})");

    public Checkpoint {
        if (!FORM.matcher(text(number, hash, at, key) + " " + signature).matches()) {
            throw new IllegalArgumentException("this is no checkpoint of a ledger");
        }
    }

    static Checkpoint of(Entry last, LedgerKey key) {
        String text = text(last.number(), last.hash(), last.at(), key.open());
        return new Checkpoint(last.number(), last.hash(), last.at(), key.open(), key.sign(text));
    }

    private static String text(long number, String hash, String at, String key) {
        return "oropos-ledger-1 " + number + " " + hash + " " + at + " " + key;
    }

    /// @throws IllegalArgumentException where the line is none
    public static Checkpoint read(String line) {
        Matcher parts = FORM.matcher(line.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("this is no checkpoint of a ledger");
        }
        return new Checkpoint(
                Long.parseLong(parts.group(1)),
                parts.group(2),
                parts.group(3),
                parts.group(4),
                parts.group(5));
    }

    /// Whether its own key signed it.
    boolean isSigned() {
        return LedgerKey.holds(key, text(number, hash, at, key), signature);
    }

    /// One line, to keep.
    @Override
    public String toString() {
        return text(number, hash, at, key) + " " + signature;
    }
}
