package oropos.people;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is said about a person when an account is made or changed.
///
/// @param name what is typed to sign in; made lower case
/// @param shownName how the person is named on pages
/// @param email or null
/// @param specialty in words, or null
/// @param clinician whether the person is registered to treat patients
/// @param registration the number of that registration, or null; shown to administrators alone
public record NewAccount(
        String name,
        String shownName,
        @Nullable String email,
        @Nullable String specialty,
        boolean clinician,
        @Nullable String registration) {

    /// Longest text of any field, in UTF-16 units.
    public static final int LONGEST = 200;

    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9._@-]{0,62}[a-z0-9])?");

    /// One @ with something on both sides: whether mail arrives, only mail can tell.
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");

    public NewAccount {
        name = name.strip().toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a sign-in name has 1 to 64 letters a to z, digits, . _ - or @, and begins and"
                            + " ends with a letter or digit; not \""
                            + name
                            + "\"");
        }
        shownName = line("a shown name", shownName);
        email = optional("an e-mail address", email);
        if (email != null && !EMAIL.matcher(email).matches()) {
            throw new IllegalArgumentException("\"" + email + "\" is no e-mail address");
        }
        specialty = optional("a specialty", specialty);
        registration = optional("a registration number", registration);
    }

    public static NewAccount of(String name, String shownName) {
        return new NewAccount(name, shownName, null, null, false, null);
    }

    static @Nullable String optional(String what, @Nullable String text) {
        return text == null || text.isBlank() ? null : line(what, text);
    }

    static String line(String what, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "%s has 1 to %d characters, but had %d"
                            .formatted(what, LONGEST, stripped.length()));
        }
        if (stripped.codePoints().anyMatch(NewAccount::isHidden)) {
            throw new IllegalArgumentException(what + " has characters that cannot be seen");
        }
        return stripped;
    }

    /// Control characters, and those that turn the direction of writing and so disguise a name.
    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }
}
