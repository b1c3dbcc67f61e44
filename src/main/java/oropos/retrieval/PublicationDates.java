package oropos.retrieval;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.retrieval.lucene.Lookup;
import oropos.retrieval.pubmed.Expression.Dates;
import oropos.retrieval.pubmed.SyntaxProblem;

/// Spans of publication dates: `2010`, `2010/06`, `2010/06/15` at either end, both ends included.
///
/// A record that gives only its year counts for every date of that year.
final class PublicationDates {

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:[/-](\\d{1,2})(?:[/-](\\d{1,2}))?)?");
    private static final int MONTH = 100;
    private static final int LAST_MONTH = 12;
    private static final int END_OF_YEAR = 9_999;

    private PublicationDates() {}

    /// @throws SyntaxProblem where one end is no date
    static BitSet of(Dates dates, Lookup index) {
        int first = day(dates.first(), false, dates.at());
        int last = day(dates.last(), true, dates.at());
        if (first > last) {
            throw new SyntaxProblem(
                    "These dates run backwards. Write the earlier one first: 2010:2020[dp].",
                    dates.at());
        }
        return between(first, last, index);
    }

    static BitSet years(int first, int last, Lookup index) {
        return between(first * Cards.YEAR, last * Cards.YEAR + END_OF_YEAR, index);
    }

    private static BitSet between(int first, int last, Lookup index) {
        BitSet sources = index.published(first, last);
        for (int year = first / Cards.YEAR; year <= last / Cards.YEAR; year += 1) {
            int yearAlone = year * Cards.YEAR;
            if (yearAlone < first || yearAlone > last) {
                sources.or(index.published(yearAlone, yearAlone));
            }
        }
        return sources;
    }

    private static int day(String words, boolean last, int at) {
        Matcher date = DATE.matcher(words.strip());
        try {
            if (date.matches()) {
                int year = Integer.parseInt(date.group(1));
                int month = number(date.group(2), last ? LAST_MONTH : 1);
                YearMonth of = YearMonth.of(year, month);
                int day = number(date.group(3), last ? of.lengthOfMonth() : 1);
                if (of.isValidDay(day)) {
                    boolean wholeYear = date.group(2) == null;
                    return wholeYear && !last
                            ? year * Cards.YEAR
                            : year * Cards.YEAR + month * MONTH + day;
                }
            }
        } catch (DateTimeException notADate) {
            // told below
        }
        throw new SyntaxProblem(
                "“"
                        + words.strip()
                        + "” is no date here. Write 2010, 2010/06 or 2010/06/15, or a span:"
                        + " 2010:2020[dp].",
                at);
    }

    private static int number(@org.jspecify.annotations.Nullable String digits, int absent) {
        return digits == null ? absent : Integer.parseInt(digits);
    }
}
