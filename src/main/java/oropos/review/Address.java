package oropos.review;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The permanent address of an article: its normalised title in small letters and hyphens. It never
/// changes and is never given to another article, also after a withdrawal.
public record Address(String value) {

    /// Longest address, in characters.
    static final int LONGEST = 90;

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Address {
        if (!isOne(value)) {
            throw new IllegalArgumentException(
                    "an address is words of a-z and 0-9 joined by hyphens, but was \""
                            + value
                            + "\"");
        }
    }

    public static boolean isOne(String value) {
        return value.length() <= LONGEST + 5 && FORM.matcher(value).matches();
    }

    /// The address a title asks for; somebody may have it already.
    static Address of(String title) {
        String plain =
                Normalizer.normalize(title, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        if (plain.length() > LONGEST) {
            int cut = plain.lastIndexOf('-', LONGEST);
            plain = plain.substring(0, cut > 0 ? cut : LONGEST).replaceAll("-+$", "");
        }
        return new Address(plain.isEmpty() ? "article" : plain);
    }

    /// The same, told apart from articles that asked for it before.
    Address numbered(int number) {
        return new Address(value + "-" + number);
    }

    @Override
    public String toString() {
        return value;
    }
}
