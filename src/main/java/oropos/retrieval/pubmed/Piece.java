package oropos.retrieval.pubmed;

import java.util.ArrayList;
import java.util.List;

/// A query cut into its smallest pieces.
///
/// @param words without quotation marks or square brackets
/// @param at where it begins, in UTF-16 units
record Piece(Kind kind, String words, int at) {

    enum Kind {
        WORD,
        PHRASE,
        TAG,
        OPEN,
        CLOSE,
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && words.equals(word);
    }

    boolean isOperator() {
        return isWord("AND") || isWord("OR") || isWord("NOT");
    }

    static List<Piece> of(String query) {
        List<Piece> pieces = new ArrayList<>();
        int i = 0;
        while (i < query.length()) {
            char sign = query.charAt(i);
            if (isBlank(sign)) {
                i++;
            } else if (sign == '(' || sign == ')') {
                pieces.add(new Piece(sign == '(' ? Kind.OPEN : Kind.CLOSE, "" + sign, i));
                i++;
            } else if (isQuote(sign)) {
                int end = i + 1;
                while (end < query.length() && !isQuote(query.charAt(end))) {
                    end++;
                }
                if (end == query.length()) {
                    throw new SyntaxProblem(
                            "This quotation mark is never closed. Close it after the phrase, or take"
                                    + " it out.",
                            i);
                }
                pieces.add(new Piece(Kind.PHRASE, query.substring(i + 1, end), i));
                i = end + 1;
            } else if (sign == '[') {
                int end = query.indexOf(']', i);
                if (end < 0) {
                    throw new SyntaxProblem(
                            "This field tag is never closed. Write it as [tiab], right after its"
                                    + " term.",
                            i);
                }
                pieces.add(new Piece(Kind.TAG, query.substring(i + 1, end), i));
                i = end + 1;
            } else if (sign == ']') {
                throw new SyntaxProblem("This square bracket closes nothing. Take it out.", i);
            } else {
                int end = i;
                while (end < query.length() && !isSign(query.charAt(end))) {
                    end++;
                }
                pieces.add(new Piece(Kind.WORD, query.substring(i, end), i));
                i = end;
            }
        }
        pieces.add(new Piece(Kind.END, "", query.length()));
        return pieces;
    }

    private static boolean isSign(char sign) {
        return isBlank(sign) || isQuote(sign) || "()[]".indexOf(sign) >= 0;
    }

    private static boolean isQuote(char sign) {
        return sign == '"' || sign == '\u201c' || sign == '\u201d' || sign == '\u201e';
    }

    private static boolean isBlank(char sign) {
        return Character.isWhitespace(sign)
                || Character.isISOControl(sign)
                || Character.isSpaceChar(sign);
    }
}
