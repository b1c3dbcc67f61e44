package oropos.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Brackets that hold nothing but the figures of a calculation, or the works that the source itself cites, told on a
/// line of their own below the sentence: "(95% CI 1.2 to 3.4; P = .03)", "(CDC, 2022a; Padda & Derain, 2022)".
///
/// They are kept to the letter, only not in the middle of a sentence that somebody reads at night. A
/// bracket that tells how many people stays where it is: that is what a reader wants to know.
///
/// @param text the statement without those brackets
/// @param line what stands below it, or empty where nothing was folded
public record FoldedFigures(String text, String line) {

    /// What the line begins with.
    public static final String LABEL = "Figures for professionals: ";

    /// What the line begins with where a work is cited in it.
    private static final String CITING = "For professionals: ";

    private static final Pattern BRACKET = Pattern.compile(" \\(([^()\\[\\]]*)\\)(?=[ .,;:]|$)");

    private static final Pattern CALCULATED =
            Pattern.compile(
                    "\\bCIs?\\b|\\bconfidence interval\\b|\\b[Pp] ?(?:[<=>≤≥]|value)|\\bSDs?\\b|\\bSEM?\\b|\\bIQR\\b"
                            + "|\\b(?:a?OR|RR|HR|AUC|SMD|WMD|MD|ICC|IRR) ?[=:]? ?\\d|\\b(?:odds|hazard|risk|rate) ratio\\b"
                            + "|\\br2? ?= ?-?[.\\d]|χ2?|\\bchi-?square");

    /// A share of people or a count of them; the share of an interval is none.
    private static final Pattern PEOPLE =
            Pattern.compile(
                    "\\d+ (?:out )?of \\d|\\d ?/ ?\\d|\\b(?!9[059](?:\\.\\d)? ?% ?(?:CI|confidence))\\d[\\d.]* ?%(?! ?(?:CI|confidence))|\\bn ?=");

    /// A word that is none of a calculation: it may say who was compared with whom.
    private static final Pattern SAYS_MORE =
            Pattern.compile(
                    "\\b(?!(?:confidence|interval|intervals|value|values|odds|hazard|risk|rate|ratio|adjusted|trend|ptrend|difference|mean|chi|square|respectively|both|and|to|for|or|in|of|the)\\b)\\p{Ll}{2,}\\b");

    private static final String WORK =
            "\\p{Lu}[\\p{L}\\p{M}’'.&, -]{1,90}?, (?:(?:19|20)\\d\\d[a-z]?|n\\.d\\.(?:-[a-z])?)(?:, (?:(?:19|20)\\d\\d[a-z]?|n\\.d\\.(?:-[a-z])?))*";

    /// Names and years, and nothing else.
    private static final Pattern CITED =
            Pattern.compile(
                    WORK
                            + "(?:; "
                            + WORK
                            + ")*"
                            // what is not shown here
                            + "|(?:see )?(?:the )?(?:[Ff]igure|[Tt]able)(?: \\d[\\d.]*)?");

    /// What a bracket with a year may say beside whom it cites: an approval, a grade, an update.
    private static final Pattern SAYS_WHEN =
            Pattern.compile(
                    "\\b(?:approved|withdrawn|updated|grade|statement|since|until|in|from|by|version|edition|January|February|March|April|May|June|July|August|September|October|November|December)\\b");

    /// Whether a line below a telling is one of these.
    public static boolean isLine(String line) {
        return line.startsWith(LABEL) || line.startsWith(CITING);
    }

    private static boolean isCited(String held) {
        return CITED.matcher(held).matches() && !SAYS_WHEN.matcher(held).find();
    }

    private static FoldedFigures none(String text) {
        return new FoldedFigures(text, "");
    }

    public static FoldedFigures of(String text) {
        Matcher bracket = BRACKET.matcher(text);
        StringBuilder open = new StringBuilder();
        List<String> folded = new ArrayList<>();
        boolean cited = false;
        int from = 0;
        while (bracket.find()) {
            String held = bracket.group(1);
            boolean cites = isCited(held);
            if (bracket.start() > 0
                    && (cites
                            || CALCULATED.matcher(held).find()
                                    && !PEOPLE.matcher(held).find()
                                    && !SAYS_MORE.matcher(held).find())) {
                cited |= cites;
                open.append(text, from, bracket.start());
                folded.add(held);
                from = bracket.end();
            }
        }
        return folded.isEmpty()
                ? none(text)
                : new FoldedFigures(
                        open.append(text, from, text.length()).toString(),
                        (cited ? CITING : LABEL) + String.join("; ", folded));
    }
}
