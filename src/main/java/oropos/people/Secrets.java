package oropos.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/// Random secrets and what is kept of them. A secret has 160 bits: guessing it is out of reach, so a
/// plain hash is enough to keep, and no reader of the file can use it.
final class Secrets {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /// 160 random bits, written so that they fit an address and a cookie.
    static String drawn() {
        return base32(bytes(20)).toLowerCase(Locale.ROOT);
    }

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /// RFC 4648, without padding.
    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte one : bytes) {
            held = (held << 8) | (one & 0xFF);
            bits += 8;
            while (bits >= 5) {
                text.append(LETTERS.charAt((held >> (bits - 5)) & 31));
                bits -= 5;
            }
        }
        if (bits > 0) {
            text.append(LETTERS.charAt((held << (5 - bits)) & 31));
        }
        return text.toString();
    }

    static byte[] unbase32(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (char c : text.toCharArray()) {
            int value = LETTERS.indexOf(c);
            if (value < 0) {
                throw new IllegalArgumentException("no letter of base32: " + c);
            }
            held = (held << 5) | value;
            bits += 5;
            if (bits >= 8) {
                bytes[at++] = (byte) (held >> (bits - 8));
                bits -= 8;
            }
        }
        return bytes;
    }
}
