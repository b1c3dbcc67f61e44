package oropos.library;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The names under which a record can be known to be the same publication as another.
final class PublicationNames {

    /// Shortest title, in letters and digits, that may join records: "Editorial" and "Osteoporosis"
    /// are titles of many publications.
    static final int SHORTEST_TITLE = 25;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern YEARS = Pattern.compile("\\b(19|20)\\d\\d\\b");
    private static final Pattern INITIALS = Pattern.compile("[A-Z]{1,4}|([A-Z]\\.[ -]?){1,4}");

    private PublicationNames() {}

    /// Ids: the record's own, and those inside it.
    static Set<String> ids(Record record) {
        Set<String> names = new TreeSet<>();
        names.add(record.id().value());
        if (record.pmid() != null) {
            names.add("pmid:" + record.pmid());
        }
        if (record.doi() != null) {
            names.add("doi:" + record.doi());
        }
        if (record.pmcid() != null) {
            names.add("pmc:" + record.pmcid());
        }
        return names;
    }

    /// Title, year and first author's surname, or null where one of them is missing or too common.
    static @Nullable String title(Record record) {
        String title = plain(record.title());
        if (record.year() == null
                || record.authors().isEmpty()
                || title.replace(" ", "").length() < SHORTEST_TITLE) {
            return null;
        }
        String surname = surname(record.authors());
        return surname.isEmpty() ? null : "title:" + title + "|" + record.year() + "|" + surname;
    }

    /// A guideline by issuer and title without years, whatever the edition, or null for other
    /// records.
    static @Nullable String edition(Record record, Study study) {
        boolean guideline =
                switch (study.design()) {
                    case PRACTICE_GUIDELINE, POSITION, REGULATOR -> true;
                    default -> false;
                };
        if (!guideline || record.issuer() == null || record.year() == null) {
            return null;
        }
        String title = plain(YEARS.matcher(record.title()).replaceAll(" "));
        return title.replace(" ", "").length() < SHORTEST_TITLE
                ? null
                : "edition:" + plain(record.issuer()) + "|" + title;
    }

    private static String plain(String words) {
        String apart = Normalizer.normalize(words, Normalizer.Form.NFKD);
        String bare = MARKS.matcher(apart).replaceAll("");
        return NOT_WORDS.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /// "Simm PJ", "Simm, Peter J" and "Peter J Simm" give "simm".
    private static String surname(List<String> authors) {
        String first = Typeset.oneLine(authors.getFirst());
        int comma = first.indexOf(',');
        if (comma > 0) {
            return plain(first.substring(0, comma));
        }
        int space = first.lastIndexOf(' ');
        if (space < 0) {
            return plain(first);
        }
        String last = first.substring(space + 1);
        return plain(INITIALS.matcher(last).matches() ? first.substring(0, space) : last);
    }
}
