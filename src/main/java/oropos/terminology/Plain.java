package oropos.terminology;

import java.text.Normalizer;
import java.util.Arrays;

/// A text as the readers of this room see it, with the way back to what was written.
///
/// Compatibility forms become plain letters (NFKC: `T₁₂` is `T12`, `㎎` is `mg`), every dash is
/// `-`, every apostrophe `'`, every space one character wide. Two things NFKC would ruin are kept
/// apart: a superscript is marked (`10⁹` is `10^9`, never 109) and a fraction stays a number (`8½`
/// is `8.5`, never 81/2).
final class Plain {

    private static final String FRACTIONS = "¼½¾";
    private static final String[] FRACTION_DIGITS = {".25", ".5", ".75"};

    /// A sign that stands for a whole phrase (`ﷺ`, 18 letters) stays a sign.
    private static final int LONGEST_FORM = 4;

    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final int length;

    private Plain(String text, int[] starts, int[] ends, int length) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        this.length = length;
    }

    static Plain of(String written) {
        if (isPlain(written)) {
            return new Plain(written, new int[0], new int[0], written.length());
        }
        return new Writer(written).plain();
    }

    String text() {
        return text;
    }

    /// Where a stretch of the plain text stands in what was written.
    Span span(int start, int end) {
        if (starts.length == 0) {
            return new Span(start, end);
        }
        if (start == end) {
            int at = start < text.length() ? starts[start] : length;
            return new Span(at, at);
        }
        return new Span(starts[start], ends[end - 1]);
    }

    private static boolean isPlain(String written) {
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (!isPlain(c)) {
                return false;
            }
        }
        return true;
    }

    /// Whether a character stays as it is.
    private static boolean isPlain(char c) {
        return c >= ' ' && c <= '~' || c == '\n';
    }

    private static final class Writer {
        private final String written;
        private final StringBuilder plain;
        private int[] starts;
        private int[] ends;

        Writer(String written) {
            this.written = written;
            this.plain = new StringBuilder(written.length() + 16);
            this.starts = new int[written.length() + 16];
            this.ends = new int[written.length() + 16];
        }

        Plain plain() {
            for (int i = 0; i < written.length(); ) {
                boolean bare =
                        i + 1 == written.length() || written.charAt(i + 1) < Normal.FIRST_MARK;
                if (bare && isPlain(written.charAt(i))) {
                    write(written.charAt(i), i);
                    i++;
                    continue;
                }
                int c = written.codePointAt(i);
                int next = i + Character.charCount(c);
                int marks = 0;
                while (next < written.length()
                        && marks < Normal.MOST_MARKS
                        && Normal.isMark(written.codePointAt(next))) {
                    next += Character.charCount(written.codePointAt(next));
                    marks++;
                }
                // marks on a digit or sign say nothing; on a letter they are its accent
                boolean accented = marks > 0 && Character.isLetter(c);
                write(accented ? composed(i, next) : form(c), i, next);
                i = next;
            }
            return new Plain(
                    plain.toString(),
                    Arrays.copyOf(starts, Math.max(1, plain.length())),
                    Arrays.copyOf(ends, Math.max(1, plain.length())),
                    written.length());
        }

        private String composed(int start, int end) {
            return Normalizer.normalize(written.substring(start, end), Normalizer.Form.NFKC);
        }

        private String form(int c) {
            if (Normal.isWhiteSpace(c)) {
                return c == '\n' ? "\n" : " ";
            }
            if (c < 0x7F && c >= ' ') {
                return Character.toString(c);
            }
            if (Normal.isMark(c)) {
                return "";
            }
            if (Normal.isInvisible(c) || Normal.isLoneSurrogate(c)) {
                return c < ' ' ? " " : "";
            }
            int fraction = FRACTIONS.indexOf(c);
            if (fraction >= 0) {
                boolean afterDigit =
                        !plain.isEmpty() && Character.isDigit(plain.charAt(plain.length() - 1));
                return afterDigit ? FRACTION_DIGITS[fraction] : "0" + FRACTION_DIGITS[fraction];
            }
            if (Character.getType(c) == Character.DASH_PUNCTUATION || c == 0x2212 || c == 0xFE63) {
                return "-";
            }
            if (c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x00B4 || c == 0x2032) {
                return "'";
            }
            String folded =
                    Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
                            .replace('\u2044', '/');
            if (folded.length() > LONGEST_FORM) {
                return Character.toString(c);
            }
            if (isSuperscriptDigit(c)) {
                return superscriptBefore() ? folded : "^" + folded.replace('\u2212', '-');
            }
            return folded;
        }

        private boolean superscriptBefore() {
            int before = plain.isEmpty() ? 0 : starts[plain.length() - 1];
            return !plain.isEmpty() && isSuperscriptDigit(written.codePointAt(before));
        }

        private static boolean isSuperscriptDigit(int c) {
            return c == 0xB9 || c == 0xB2 || c == 0xB3 || c >= 0x2070 && c <= 0x207B && c != 0x2071;
        }

        private void write(char same, int at) {
            int length = plain.length();
            grow(length + 1);
            starts[length] = at;
            ends[length] = at + 1;
            plain.append(same);
        }

        private void grow(int needed) {
            if (needed > starts.length) {
                starts = Arrays.copyOf(starts, needed * 2);
                ends = Arrays.copyOf(ends, needed * 2);
            }
        }

        private void write(String form, int start, int end) {
            int needed = plain.length() + form.length();
            grow(needed);
            Arrays.fill(starts, plain.length(), needed, start);
            Arrays.fill(ends, plain.length(), needed, end);
            plain.append(form);
        }
    }
}
