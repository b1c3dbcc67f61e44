package oropos.review;

import java.time.LocalDate;

/// When a published version is to be looked at again.
///
/// By risk: what needs two clinicians is due after 12 months. By age of what carries the bottom line:
/// of 100 systematic reviews 23 had a signal for updating within 2 years and half within 5.5 [1], so
/// evidence past those bands comes up sooner. The bands order the work of editors; they say nothing to
/// readers, who are told the year.
///
/// [1] Shojania et al., Ann Intern Med 2007;147:224-233 (PMID 17638714).
final class Due {

    private static final int SOON = 12;
    private static final int LATER = 24;
    private static final int LATEST = 36;
    private static final int OLD_YEARS = 5;
    private static final int AGEING_YEARS = 2;

    /// Months after which a page that nobody reviewed is taken for expired.
    static final int GRACE = 6;

    private Due() {}

    static LocalDate next(Content content, LocalDate day) {
        int newest =
                content.sources().stream()
                        .filter(CitedSource::bottomLine)
                        .mapToInt(CitedSource::year)
                        .max()
                        .orElse(0);
        int age = day.getYear() - newest;
        int months =
                !content.risks().isEmpty() || age > OLD_YEARS
                        ? SOON
                        : age > AGEING_YEARS ? LATER : LATEST;
        return day.plusMonths(months);
    }
}
