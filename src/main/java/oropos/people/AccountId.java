package oropos.people;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/// Names an account for good. It is drawn at random and says nothing about the person, because it
/// stands in the ledger, from which nothing is ever taken.
///
/// @param text `account:` and ten letters, or `operator`
public record AccountId(String text) {

    private static final Pattern FORM = Pattern.compile("account:[a-z2-7]{10}|operator");

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

    private static final SecureRandom RANDOM = new SecureRandom();

    /// Whoever may write the data folder and works at the command line.
    public static final AccountId OPERATOR = new AccountId("operator");

    public AccountId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("no account is called \"" + text + "\"");
        }
    }

    static AccountId drawn() {
        StringBuilder text = new StringBuilder("account:");
        for (int i = 0; i < 10; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new AccountId(text.toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
