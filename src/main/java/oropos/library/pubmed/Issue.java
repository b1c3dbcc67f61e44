package oropos.library.pubmed;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.library.PublicationDate;
import oropos.library.Venue;
import oropos.library.xml.Element;

/// Where and when an article appeared: "J Clin Endocrinol Metab 2021;106(12):e5222-e5235".
///
/// @param day of electronic publication, else of print, where it is stated to the day
record Issue(String venue, @Nullable Integer year, @Nullable LocalDate day) {

    /// An electronic location short enough to be an article number; longer ones are the publisher's
    /// internal item numbers.
    private static final Pattern ARTICLE_NUMBER =
            Pattern.compile("[a-z]{0,4}\\d{1,10}", Pattern.CASE_INSENSITIVE);

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[5-9]\\d\\d|20\\d\\d)(?!\\d)");

    static Issue of(Element citation, Element article) {
        Optional<Element> issue = article.at("Journal", "JournalIssue");
        Optional<Element> printed = issue.flatMap(one -> one.at("PubDate"));
        Optional<Element> electronic = article.at("ArticleDate");
        Integer year =
                printed.flatMap(Issue::year).or(() -> electronic.flatMap(Issue::year)).orElse(null);
        LocalDate day =
                electronic.flatMap(Issue::day).or(() -> printed.flatMap(Issue::day)).orElse(null);
        return new Issue(venue(citation, article, issue, year), year, day);
    }

    static Optional<Integer> year(Element date) {
        return first(date.words("Year")).or(() -> first(date.words("MedlineDate")));
    }

    static Optional<LocalDate> day(Element date) {
        return PublicationDate.of(date.words("Year"), date.words("Month"), date.words("Day"));
    }

    private static Optional<Integer> first(String words) {
        Matcher year = YEAR.matcher(words);
        return year.find() ? Optional.of(Integer.valueOf(year.group())) : Optional.empty();
    }

    private static String venue(
            Element citation, Element article, Optional<Element> issue, @Nullable Integer year) {
        return Venue.of(
                journal(citation, article),
                year,
                issue.map(one -> one.words("Volume")).orElse(""),
                issue.map(one -> one.words("Issue")).orElse(""),
                pages(article));
    }

    private static String journal(Element citation, Element article) {
        String abbreviated = citation.words("MedlineJournalInfo", "MedlineTA");
        if (abbreviated.isEmpty()) {
            abbreviated = article.words("Journal", "ISOAbbreviation").replace(".", "");
        }
        return abbreviated.isEmpty() ? article.words("Journal", "Title") : abbreviated;
    }

    private static String pages(Element article) {
        String pages = article.words("Pagination", "MedlinePgn");
        if (!pages.isEmpty()) {
            return pages;
        }
        String start = article.words("Pagination", "StartPage");
        String end = article.words("Pagination", "EndPage");
        if (!start.isEmpty()) {
            return end.isEmpty() || end.equals(start) ? start : start + "-" + end;
        }
        return article.all("ELocationID")
                .filter(place -> place.attribute("EIdType").equals("pii"))
                .map(Element::words)
                .filter(words -> ARTICLE_NUMBER.matcher(words).matches())
                .findFirst()
                .orElse("");
    }
}
