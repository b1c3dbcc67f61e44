package oropos.question;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Span;

/// Finds numbers of accounts and of payment cards by the digits that check them (ISO 13616, ISO/IEC
/// 7812), so that no row of laboratory values is taken for one.
final class CheckedNumbers {

    private static final Pattern IBAN =
            Pattern.compile(
                    "(?i)(?<![\\p{L}\\d])[a-z]{2}\\d{2}(?:[ -]?[a-z\\d]{4}){2,7}(?:[ -]?[a-z\\d]{1,4})?(?![\\p{L}\\d])");

    /// In groups as cards print them, or in one piece.
    private static final Pattern CARD =
            Pattern.compile(
                    "(?<![\\w.,-])(?:[3-6]\\d{3}([ -])\\d{4}\\1\\d{4}\\1\\d{4}(?:\\1\\d{3})?|3[47]\\d{2}([ -])\\d{6}\\2\\d{5}|[3-6]\\d{12,18})(?![\\w-]|[.,]\\d)");

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private CheckedNumbers() {}

    static List<Redaction.Removal> in(String text) {
        List<Redaction.Removal> found = new ArrayList<>();
        Matcher iban = IBAN.matcher(text);
        while (iban.find()) {
            int end = ibanEnd(text, iban.start(), iban.end());
            if (end > 0) {
                found.add(
                        new Redaction.Removal(
                                new Span(iban.start(), end), "account number", "[account number]"));
            }
        }
        Matcher card = CARD.matcher(text);
        while (card.find()) {
            if (isCard(card.group().replaceAll("\\D", ""))) {
                found.add(
                        new Redaction.Removal(
                                new Span(card.start(), card.end()),
                                "card number",
                                "[card number]"));
            }
        }
        return found;
    }

    /// Where an account number ends: a word of four letters may follow it. -1 where nothing checks.
    private static int ibanEnd(String text, int start, int last) {
        for (int end = last; end - start >= SHORTEST_IBAN; end--) {
            boolean closes =
                    Character.isLetterOrDigit(text.charAt(end - 1))
                            && (end == text.length()
                                    || !Character.isLetterOrDigit(text.charAt(end)));
            if (closes && isIban(text.substring(start, end).replaceAll("[ -]", ""))) {
                return end;
            }
        }
        return -1;
    }

    /// Norway's, the shortest there is.
    private static final int SHORTEST_IBAN = 15;

    private static boolean isIban(String number) {
        if (number.length() < SHORTEST_IBAN) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        for (char c :
                (number.substring(4) + number.substring(0, 4))
                        .toUpperCase(Locale.ROOT)
                        .toCharArray()) {
            digits.append(Character.digit(c, Character.MAX_RADIX));
        }
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
    }

    private static boolean isCard(String digits) {
        int sum = 0;
        boolean twice = false;
        for (int at = digits.length() - 1; at >= 0; at--) {
            int digit = digits.charAt(at) - '0';
            int counted = twice ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
            twice = !twice;
        }
        return sum % 10 == 0;
    }
}
