package oropos.terminology;

import java.text.Normalizer;

/// The one form in which text is stored, hashed and quoted.
///
/// Unicode NFC and one form of white space: a run of white space is one space, a run that holds an
/// empty line is a paragraph break (`\n\n`). Invisible characters that can make two equal-looking
/// texts differ, or hide words from a reader, are left out: controls, soft hyphens, byte order
/// marks, zero-width spaces, bidirectional overrides and Unicode tags. Bidirectional marks and joiners stay, because
/// Arabic, Persian and emoji need them.
public final class Normal {

    /// Most combining marks kept on one letter: the limit of Unicode's Stream-Safe Text Format
    /// ([UAX #15](https://www.unicode.org/reports/tr15/)); more is an attack, not a language.
    static final int MOST_MARKS = 30;

    /// No character before this one is a combining mark.
    static final char FIRST_MARK = '\u0300';

    private Normal() {}

    /// The normal form; calling it twice changes nothing.
    public static String text(String raw) {
        StringBuilder visible = new StringBuilder(raw.length());
        int lineBreaks = 0;
        boolean gap = false;
        int marks = 0;
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (isWhiteSpace(c)) {
                gap = true;
                if (c == '\u2029') {
                    lineBreaks += 2;
                } else if (isLineBreak(c) && !(c == '\n' && i >= 2 && raw.charAt(i - 2) == '\r')) {
                    lineBreaks++;
                }
                continue;
            }
            if (isInvisible(c)) {
                continue;
            }
            marks = isMark(c) ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                continue;
            }
            if (gap && !visible.isEmpty()) {
                visible.append(lineBreaks > 1 ? "\n\n" : " ");
            }
            gap = false;
            lineBreaks = 0;
            visible.appendCodePoint(isLoneSurrogate(c) ? 0xFFFD : c);
        }
        return Normalizer.normalize(visible, Normalizer.Form.NFC);
    }

    static boolean isWhiteSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85 || c == 0x0B;
    }

    private static boolean isLineBreak(int c) {
        return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028;
    }

    /// Characters without a picture that change bytes but not what is read.
    static boolean isInvisible(int c) {
        return c < 0x20
                || c >= 0x7F && c <= 0x9F
                || c == 0xAD
                || c == 0x200B
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2060 && c <= 0x206F
                || c == 0xFEFF
                || c >= 0xFFF9 && c <= 0xFFFB
                || c >= 0xE0000 && c <= 0xE007F
                || c >= 0xFDD0 && c <= 0xFDEF
                || (c & 0xFFFE) == 0xFFFE;
    }

    static boolean isLoneSurrogate(int c) {
        return c >= 0xD800 && c <= 0xDFFF;
    }

    static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
