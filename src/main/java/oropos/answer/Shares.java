package oropos.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Shares of people, said once more as so many in 100: the same number of people below the line in
/// the whole answer, so that two shares can be compared by looking.
///
/// Only where a text counts people: "in 181 children ... in 32%". A change ("rose by 29%"), a
/// difference ("2.4% higher"), a limit of confidence and what stands beside a count already
/// ("16 of 19 (84%)") stay as they are: turned into people they would be wrong.
///
/// @param of so many people: 100, or 1,000 where a share of the answer has a decimal
public record Shares(int of) {

    private static final Pattern PEOPLE =
            Pattern.compile(
                    "\\b(?:In|Of|Among|in|of|among) (?:the )?\\d[\\d,]* (?:\\p{L}+ ){0,3}?(?:children|patients|people|adults|women|men|boys|girls|infants|participants|newborns|adolescents)\\b");

    private static final Pattern SHARE =
            Pattern.compile(
                    "(?<!by )(?<!(?:to|than|from|about|and|-|–) )(?<![\\d.,(])(\\d{1,2}(?:\\.\\d)?)%(?=(?: had| were| was| of| died|[;.,] |[.,]$))(?! of those)(?! (?:higher|lower|more|less|greater|fewer))");

    private static final Pattern SAID =
            Pattern.compile("(\\d+(?:\\.\\d+)?)% \\((\\d+) in (100|1,000)\\)");

    static Shares of(List<Answer.Statement> statements) {
        boolean decimal =
                statements.stream()
                        .flatMap(statement -> in(statement.text()).stream())
                        .anyMatch(share -> share.percent().indexOf('.') >= 0);
        return new Shares(decimal ? 1_000 : 100);
    }

    private record Share(String percent, int end) {}

    /// The shares of a counted group of people.
    private static List<Share> in(String text) {
        List<Share> shares = new ArrayList<>();
        Matcher people = PEOPLE.matcher(text);
        if (people.find()) {
            Matcher share = SHARE.matcher(text);
            while (share.find()) {
                if (share.start() >= people.end() && !isInBracket(text, share.start())) {
                    shares.add(new Share(share.group(1), share.end()));
                }
            }
        }
        return shares;
    }

    /// The text with its shares of people said as counts too.
    String said(String text) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (Share share : in(text)) {
            out.append(text, from, share.end())
                    .append(" (")
                    .append(count(share.percent(), of))
                    .append(of == 100 ? " in 100)" : " in 1,000)");
            from = share.end();
        }
        return out.append(text, from, text.length()).toString();
    }

    /// A share in a bracket may be one of another whole.
    private static boolean isInBracket(String text, int at) {
        return text.lastIndexOf('(', at) > text.lastIndexOf(')', at);
    }

    private static String count(String percent, int of) {
        return new BigDecimal(percent)
                .multiply(BigDecimal.valueOf(of / 100))
                .stripTrailingZeros()
                .toPlainString();
    }

    /// The text without its counts, where each count is exactly its share.
    ///
    /// @return the text as it was said first; unchanged, and so not equal to any statement, where one
    ///     count is wrong
    public static String unsaid(String text) {
        Matcher said = SAID.matcher(text);
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (said.find()) {
            int of = said.group(3).equals("100") ? 100 : 1_000;
            if (!count(said.group(1), of).equals(said.group(2))) {
                return text;
            }
            out.append(text, from, said.end(1) + 1);
            from = said.end();
        }
        return out.append(text, from, text.length()).toString();
    }
}
