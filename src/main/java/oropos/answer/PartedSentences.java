package oropos.answer;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Long sentences parted where their writer parted them already.
///
/// A semicolon or a colon becomes a full stop where a whole clause stands on either side of it, and a
/// bracket at the end that names the source becomes a sentence of its own. Never at a comma, an "and"
/// or a "which": what hangs on them may be the condition of all that went before.
final class PartedSentences {

    /// Fewest words on either side.
    private static final int CLAUSE = 4;

    private static final Pattern BREAK = Pattern.compile("[;:] (?=\\p{L}|\\d)");

    /// Without one of these a stretch is an item of a list, not a clause.
    private static final Pattern VERB =
            Pattern.compile(
                    "\\b(\\p{Ll}{2,}ed|is|are|was|were|has|have|had|may|might|can|could|should|must|will|would|does|do|did"
                            + "|recommends?|found|asks?|shows|belongs?|calls?|means?|keeps?|rose|fell|led|includes?"
                            + "|came|gave|gives|counts?|rates?|tells?|remains?)\\b");

    /// A clause that begins so leans on the one before it.
    private static final Set<String> LEANING =
            Set.of(
                    "and",
                    "or",
                    "but",
                    "nor",
                    "which",
                    "who",
                    "whose",
                    "that",
                    "than",
                    "as",
                    "if",
                    "unless",
                    "except",
                    "while",
                    "whereas",
                    "although",
                    "though",
                    "where",
                    "when",
                    "because",
                    "so",
                    "with",
                    "without",
                    "including",
                    "however",
                    "therefore",
                    "thus",
                    "otherwise");

    private static final Pattern SOURCE =
            Pattern.compile(
                    "(?<=[^.]) \\(((?=[^()]*\\b(?:guideline|review|trial|trials|report|series|study|positions?|criteria|Task Force|Academy|College|Agency|Group|meta-analysis)\\b)[^()]+)\\)([.]?)$");

    private PartedSentences() {}

    static String of(String text) {
        return source(clauses(text));
    }

    private static String clauses(String text) {
        StringBuilder out = new StringBuilder();
        Matcher at = BREAK.matcher(text);
        int from = 0;
        while (at.find()) {
            String before = text.substring(from, at.start());
            if (isClause(before)
                    && isClause(next(text, at.end()))
                    && !leans(text, at.end())
                    && depth(text, at.start()) == 0) {
                out.append(before).append(". ").append(capital(text, at.end()));
                from = at.end() + 1;
            }
        }
        return out.append(text, Math.min(from, text.length()), text.length()).toString();
    }

    private static char capital(String text, int at) {
        return Character.toUpperCase(text.charAt(at));
    }

    /// From here to the next place where the text parts.
    private static String next(String text, int start) {
        Matcher end = Pattern.compile("[;:.] |$").matcher(text);
        return end.find(start) ? text.substring(start, end.start()) : text.substring(start);
    }

    private static boolean isClause(String words) {
        return Glossary.WORD.matcher(words).results().count() >= CLAUSE
                && VERB.matcher(words).find();
    }

    private static boolean leans(String text, int at) {
        Matcher first = Glossary.WORD.matcher(text);
        return !first.find(at) || LEANING.contains(first.group());
    }

    private static int depth(String text, int at) {
        int depth = 0;
        for (int i = 0; i < at; i++) {
            char c = text.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
        }
        return depth;
    }

    private static String source(String text) {
        Matcher bracket = SOURCE.matcher(text);
        if (!bracket.find() || !isClause(text.substring(0, bracket.start()))) {
            return text;
        }
        String named = bracket.group(1);
        return text.substring(0, bracket.start())
                + ". ("
                + named.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + named.substring(1)
                + ".)";
    }
}
