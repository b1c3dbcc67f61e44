package oropos.people;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes of an authenticator app: RFC 6238 over RFC 4226, with HMAC-SHA-1, six digits and steps of 30
/// seconds, which is what every such app computes.
final class Totp {

    static final int STEP_SECONDS = 30;

    /// How many steps before and after now are taken: clocks of telephones differ.
    static final int SLACK = 1;

    private static final int DIGITS = 6;

    private Totp() {}

    /// The step for which a code is right and which is later than the last one taken, or nothing. A
    /// code that was taken once is not taken again.
    static OptionalLong step(byte[] secret, String code, Instant now, long last) {
        if (!code.matches("[0-9]{" + DIGITS + "}")) {
            return OptionalLong.empty();
        }
        long middle = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
        OptionalLong found = OptionalLong.empty();
        for (long step = middle - SLACK; step <= middle + SLACK; step++) {
            boolean same =
                    MessageDigest.isEqual(
                            code(secret, step, DIGITS, "HmacSHA1").getBytes(), code.getBytes());
            if (same && step > last) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static String code(byte[] secret, Instant at) {
        return code(secret, Math.floorDiv(at.getEpochSecond(), STEP_SECONDS), DIGITS, "HmacSHA1");
    }

    static String code(byte[] secret, long step, int digits, String algorithm) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xF;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7FFF_FFFF;
            String all = "0".repeat(digits) + number;
            return all.substring(all.length() - digits);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + algorithm, impossible);
        }
    }
}
