package oropos.people;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// Which passwords are taken, and what is kept of them: Argon2id with 19 MiB, two passes and one lane,
/// the least that OWASP's Password Storage Cheat Sheet recommends.
///
/// Length and guessing count, kinds of letters do not (NIST SP 800-63B, ASVS 5.0 V6.2): nothing is
/// asked to change by the calendar, and what a list of common passwords, a keyboard row or the own
/// name gives away is refused with the reason.
final class Passwords {

    static final int SHORTEST = 12;

    static final int LONGEST = 200;

    /// zxcvbn's "safely unguessable": more than 10^8 guesses.
    private static final int GOOD = 3;

    /// Letters and digits that have to be left when one's own words are taken out.
    private static final int OTHER = 8;

    /// How much of a long password is looked at: guessing it does not get easier by its end.
    private static final int LOOKED_AT = 72;

    /// Hashes computed at once: each takes 19 MiB, and nobody may fill the machine with them.
    private static final Semaphore TURN = new Semaphore(2);

    private static final Argon2PasswordEncoder ARGON =
            new Argon2PasswordEncoder(16, 32, 1, 19 * 1_024, 2);

    /// Compared with where there is no account, so that its absence takes as long.
    private static final String NOBODY = hash("nobody has this password");

    private static final Zxcvbn GUESSING = new Zxcvbn();

    private Passwords() {}

    /// Why a password is not taken for an account, in one sentence, or empty.
    static Optional<String> problem(String password, Account account) {
        String plain = plain(password);
        int length = plain.codePointCount(0, plain.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of(
                    "A password has %d to %d characters; this one has %d."
                            .formatted(SHORTEST, LONGEST, length));
        }
        List<String> own = new ArrayList<>(List.of("oropos", account.name()));
        own.addAll(List.of(account.shownName().split("[^\\p{L}\\p{N}]+")));
        if (account.email() != null) {
            own.addAll(List.of(account.email().split("[@.]")));
        }
        own.removeIf(String::isBlank);
        String rest = plain.toLowerCase(Locale.ROOT);
        for (String word : own) {
            if (word.length() >= 3) {
                rest = rest.replace(word.toLowerCase(Locale.ROOT), "");
            }
        }
        if (rest.replaceAll("[^\\p{L}\\p{N}]", "").length() < OTHER) {
            return Optional.of(
                    "A password is more than your name, your address or the name of this server.");
        }
        String looked = plain.length() > LOOKED_AT ? plain.substring(0, LOOKED_AT) : plain;
        return GUESSING.measure(looked, own).getScore() >= GOOD
                ? Optional.empty()
                : Optional.of(
                        "This password would be guessed soon: it is common, repeats itself, or follows"
                                + " a keyboard, a date or your name. Four or five words that do not"
                                + " belong together are good.");
    }

    static String hash(String password) {
        return inTurn(() -> String.valueOf(ARGON.encode(plain(password))));
    }

    /// @param hash what is kept, or null where there is nothing to compare with
    static boolean matches(String password, @Nullable String hash) {
        if (password.length() > 4 * LONGEST) {
            return false;
        }
        boolean same = inTurn(() -> ARGON.matches(plain(password), hash == null ? NOBODY : hash));
        return same && hash != null;
    }

    private interface Job<T> {
        T run();
    }

    private static <T> T inTurn(Job<T> job) {
        TURN.acquireUninterruptibly();
        try {
            return job.run();
        } finally {
            TURN.release();
        }
    }

    /// One form of the same letters, whatever keyboard typed them.
    private static String plain(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
