package oropos.retrieval.pubmed;

import java.util.List;
import java.util.regex.Pattern;
import oropos.retrieval.pubmed.Expression.And;
import oropos.retrieval.pubmed.Expression.Dates;
import oropos.retrieval.pubmed.Expression.Everything;
import oropos.retrieval.pubmed.Expression.Not;
import oropos.retrieval.pubmed.Expression.Or;
import oropos.retrieval.pubmed.Expression.Term;
import oropos.retrieval.pubmed.Expression.Truncation;
import oropos.retrieval.pubmed.Piece.Kind;

/// Reads a query by recursive descent: the door of this package.
///
/// Operators are upper case and bind alike, from left to right, as PubMed's do: `a OR b AND c` is
/// `(a OR b) AND c`. What stands side by side without one is joined by AND. A tag belongs to all the
/// words before it back to the last operator, bracket, phrase or tag, and after a closing bracket to
/// every untagged term inside.
public final class QueryParser {

    /// Longest query, in UTF-16 units. The search strings of systematic reviews stay below.
    public static final int LONGEST = 20_000;

    /// Most terms in one query.
    public static final int MOST_TERMS = 1_000;

    /// Deepest nesting of brackets.
    public static final int DEEPEST = 50;

    private static final Pattern LOOKS_TAGGED =
            Pattern.compile("[\\w)\"\u201d*]\\s*\\[([A-Za-z/ :-]{2,40})]");

    /// A word with something in square brackets right behind it: a tag, though perhaps a wrong one.
    private static final Pattern TAGGED = Pattern.compile("[\\w)\"*]\\[[A-Za-z]{2,6}(:[a-z]+)?]");

    private static final Pattern OPERATOR = Pattern.compile("(?<!\\S)(AND|OR|NOT)(?=[\\s(]|$)");
    private static final Pattern TRUNCATED = Pattern.compile("\\w{2}\\*(?!\\S*\\*)");

    private final List<Piece> pieces;
    private int next;
    private int terms;

    private QueryParser(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /// Whether a text is meant as a query of this syntax: it has a tag, an operator in capitals
    /// among small letters, or a word with a star. Everything else is words as people write them.
    public static boolean isMeant(String text) {
        return LOOKS_TAGGED
                        .matcher(text)
                        .results()
                        .anyMatch(found -> Tag.of(found.group(1)).isPresent())
                || TAGGED.matcher(text).find()
                || OPERATOR.matcher(text).find() && text.chars().anyMatch(Character::isLowerCase)
                || TRUNCATED.matcher(text).find();
    }

    /// Reads a query.
    ///
    /// @throws SyntaxProblem where it cannot be read, saying where and what to do
    public static Expression parse(String query) {
        if (query.length() > LONGEST) {
            throw new SyntaxProblem(
                    "The query is longer than " + LONGEST + " characters. Shorten it.", LONGEST);
        }
        QueryParser parser = new QueryParser(Piece.of(query));
        if (parser.now().kind() == Kind.END) {
            throw new SyntaxProblem("There is nothing to search for.", 0);
        }
        Expression whole = parser.expression(0);
        if (parser.now().kind() != Kind.END) {
            throw new SyntaxProblem(
                    "This bracket closes nothing. Take it out, or open one before.",
                    parser.now().at());
        }
        return whole;
    }

    private Piece now() {
        return pieces.get(next);
    }

    private Expression expression(int depth) {
        Expression whole;
        if (now().isWord("NOT")) {
            whole = new Everything();
        } else if (now().isOperator()) {
            throw new SyntaxProblem(
                    now().words() + " needs a term before it. Add one, or take it out.",
                    now().at());
        } else {
            whole = operand(depth);
        }
        while (now().kind() != Kind.END && now().kind() != Kind.CLOSE) {
            if (!now().isOperator()) {
                whole = new And(whole, operand(depth));
                continue;
            }
            Piece operator = now();
            next++;
            if (now().kind() == Kind.END || now().kind() == Kind.CLOSE || now().isOperator()) {
                throw new SyntaxProblem(
                        operator.words() + " needs a term after it. Add one, or take it out.",
                        operator.at());
            }
            Expression right = operand(depth);
            whole =
                    switch (operator.words()) {
                        case "AND" -> new And(whole, right);
                        case "OR" -> new Or(whole, right);
                        default -> new Not(whole, right);
                    };
        }
        return whole;
    }

    private Expression operand(int depth) {
        Piece first = now();
        return switch (first.kind()) {
            case OPEN -> bracket(depth);
            case PHRASE, WORD -> date(term());
            case TAG ->
                    throw new SyntaxProblem(
                            "A field tag stands after its term: aspirin[ti].", first.at());
            case CLOSE, END -> throw new SyntaxProblem("A term is missing here.", first.at());
        };
    }

    private Expression bracket(int depth) {
        Piece open = now();
        if (depth == DEEPEST) {
            throw new SyntaxProblem(
                    "Brackets stand more than " + DEEPEST + " deep here. Take some out.",
                    open.at());
        }
        next++;
        if (now().kind() == Kind.CLOSE) {
            throw new SyntaxProblem("There is nothing between these brackets.", open.at());
        }
        Expression inside = now().kind() == Kind.END ? null : expression(depth + 1);
        if (inside == null || now().kind() != Kind.CLOSE) {
            throw new SyntaxProblem(
                    "This bracket is never closed. Close it, or take it out.", open.at());
        }
        next++;
        return now().kind() == Kind.TAG ? tagged(inside, tag()) : inside;
    }

    private static Expression tagged(Expression inside, Tag tag) {
        return switch (inside) {
            case And both -> new And(tagged(both.left(), tag), tagged(both.right(), tag));
            case Or either -> new Or(tagged(either.left(), tag), tagged(either.right(), tag));
            case Not without -> new Not(tagged(without.left(), tag), tagged(without.right(), tag));
            case Term term -> term.tag() == Tag.ALL ? term.tagged(tag) : term;
            case Dates dates -> dates;
            case Everything everything -> everything;
        };
    }

    private Tag tag() {
        Piece written = now();
        next++;
        return Tag.of(written.words())
                .orElseThrow(() ->
                        new SyntaxProblem(
                                "There is no field tag ["
                                        + written.words()
                                        + "] here. There are "
                                        + Tag.all()
                                        + ".",
                                written.at()));
    }

    private Term term() {
        Piece first = now();
        if (++terms > MOST_TERMS) {
            throw new SyntaxProblem(
                    "The query has more than " + MOST_TERMS + " terms. Shorten it.", first.at());
        }
        boolean quoted = first.kind() == Kind.PHRASE;
        StringBuilder words = new StringBuilder(first.words());
        next++;
        while (!quoted && now().kind() == Kind.WORD && !now().isOperator()) {
            words.append(' ').append(now().words());
            next++;
        }
        if (quoted && now().isWord("*")) {
            words.append('*');
            next++;
        }
        Tag tag = now().kind() == Kind.TAG ? tag() : Tag.ALL;
        return term(words.toString().strip(), quoted, tag, first.at());
    }

    private static Term term(String words, boolean quoted, Tag tag, int at) {
        String bare = words;
        Truncation truncation = Truncation.NONE;
        if (words.endsWith("*") && !isSeveral(words, tag, quoted)) {
            bare = words.substring(0, words.length() - 1);
            truncation = bare.endsWith(" ") ? Truncation.WORDS : Truncation.LETTERS;
            bare = bare.strip();
        }
        if (bare.isEmpty() || bare.matches("[*\\s]*")) {
            throw new SyntaxProblem(
                    truncation == Truncation.NONE && !words.contains("*")
                            ? "There is nothing between these quotation marks."
                            : "A star alone would find everything. Put letters before it: random*.",
                    at);
        }
        int star = bare.indexOf('*');
        if (star >= 0 && !isSeveral(words, tag, quoted)) {
            throw new SyntaxProblem("A star stands at the end of a term only: random*.", at + star);
        }
        return new Term(bare, quoted, truncation, tag, at);
    }

    /// Untagged words side by side are looked for one by one, each with its own star.
    private static boolean isSeveral(String words, Tag tag, boolean quoted) {
        return tag == Tag.ALL && !quoted && words.indexOf(' ') > 0;
    }

    /// A date, or two with a colon between them: `2010:2020[dp]`, `"2010"[dp] : "2020"[dp]`.
    private Expression date(Term term) {
        boolean several = now().isWord(":");
        if (several && term.tag() == Tag.DATE) {
            next++;
            if (now().kind() != Kind.PHRASE && now().kind() != Kind.WORD) {
                throw new SyntaxProblem(
                        "The colon needs a date after it: 2010:2020[dp].", now().at());
            }
            Term last = term();
            return new Dates(term.words(), last.words(), term.at());
        }
        if (term.tag() != Tag.DATE) {
            return term;
        }
        int colon = term.words().indexOf(':');
        return colon < 0
                ? new Dates(term.words(), term.words(), term.at())
                : new Dates(
                        term.words().substring(0, colon).strip(),
                        term.words().substring(colon + 1).strip(),
                        term.at());
    }
}
