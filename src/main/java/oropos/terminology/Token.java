package oropos.terminology;

import java.util.ArrayList;
import java.util.List;

/// A word of a plain text and where it stands there.
///
/// @param form what it is compared by
/// @param start offset in the plain text
/// @param end offset in the plain text
record Token(Form form, int start, int end) {

    /// The word, folded.
    String word() {
        return form.word();
    }

    static List<Token> of(Plain plain) {
        String text = plain.text();
        char[] letters = text.toCharArray();
        List<Token> tokens = new ArrayList<>(text.length() / 6 + 4);
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (!isWord(c)) {
                i += Character.charCount(c);
                continue;
            }
            int end = endOfWord(text, i);
            int kept = withoutPossessive(text, i, end);
            tokens.add(new Token(Form.of(letters, i, kept), i, kept));
            i = end;
        }
        return tokens;
    }

    static boolean isWord(int c) {
        return c < 128
                ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
                : Character.isLetterOrDigit(c) || Normal.isMark(c);
    }

    private static int endOfWord(String text, int start) {
        int i = start;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (isWord(c) || isInner(text, i)) {
                i += Character.charCount(c);
            } else {
                break;
            }
        }
        return i;
    }

    /// A decimal point, a comma between thousands, or an apostrophe between letters.
    private static boolean isInner(String text, int i) {
        if (i == 0 || i + 1 >= text.length()) {
            return false;
        }
        char c = text.charAt(i);
        char before = text.charAt(i - 1);
        char after = text.charAt(i + 1);
        if (c == '\'') {
            return Character.isLetter(before) && Character.isLetter(after);
        }
        return (c == '.' || c == ',') && isDigit(before) && isDigit(after);
    }

    private static int withoutPossessive(String text, int start, int end) {
        boolean possessive =
                end - start > 2
                        && text.charAt(end - 2) == '\''
                        && (text.charAt(end - 1) == 's' || text.charAt(end - 1) == 'S');
        return possessive ? end - 2 : end;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
