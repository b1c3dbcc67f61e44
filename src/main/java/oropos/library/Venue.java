package oropos.library;

import org.jspecify.annotations.Nullable;

/// Where and when an article appeared, as Vancouver style prints it.
public final class Venue {

    private Venue() {}

    /// "J Clin Endocrinol Metab 2021;106(12):e5222-e5235"; what is not known is left out, all of
    /// it may be empty.
    public static String of(
            String journal, @Nullable Integer year, String volume, String issue, String pages) {
        StringBuilder venue = new StringBuilder(journal);
        if (year != null) {
            venue.append(venue.isEmpty() ? "" : " ").append(year);
        }
        if (!volume.isEmpty() || !issue.isEmpty()) {
            venue.append(';').append(volume);
        }
        if (!issue.isEmpty()) {
            venue.append('(').append(issue).append(')');
        }
        if (!pages.isEmpty()) {
            venue.append(':').append(pages);
        }
        return venue.toString();
    }

    /// Titles as references print them: without the full stop that PubMed puts after every title.
    /// Brackets stay: they say that the title is a translation.
    public static String plainTitle(String title) {
        return title.endsWith(".") && !title.endsWith("..")
                ? title.substring(0, title.length() - 1).strip()
                : title;
    }
}
