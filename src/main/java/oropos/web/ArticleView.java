package oropos.web;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.publication.Page;
import oropos.publication.Status;

/// An article laid out for reading. It adds anchors and days, and no word about medicine.
final class ArticleView {

    private final Page page;
    private final Set<Integer> anchored = new HashSet<>();

    ArticleView(Page page) {
        this.page = page;
    }

    public Page page() {
        return page;
    }

    /// Number of a statement's claim, or null where it has none.
    public @Nullable Integer number(String statement) {
        return page.numbers().get(statement);
    }

    /// The anchor of a claim where it is read first; null where it stands again.
    public @Nullable String anchor(String statement) {
        Integer number = page.numbers().get(statement);
        return number == null || !anchored.add(number) ? null : "c" + number;
    }

    public @Nullable String struck(String statement) {
        return page.struck().get(statement);
    }

    public @Nullable String rating(String statement) {
        return page.ratings().get(statement);
    }

    public static String day(@Nullable LocalDate day) {
        return day == null ? "" : Days.of(day);
    }

    /// The words of the banner after its first: since when, or why.
    public String statusDay() {
        return switch (page.status()) {
            case Status.Approved(LocalDate on) -> day(on);
            case Status.Suspended(LocalDate since, var reason) -> day(since);
            case Status.Withdrawn(LocalDate on, var reason) -> day(on);
            case Status.Expired(LocalDate on, var reason) -> day(on);
            case Status.Superseded(LocalDate on, var reason) -> day(on);
            case Status.Unreviewed unreviewed -> "";
        };
    }

    public String statusReason() {
        return switch (page.status()) {
            case Status.Suspended(var since, String reason) -> reason;
            case Status.Withdrawn(var on, String reason) -> reason;
            case Status.Expired(var on, String reason) -> reason;
            case Status.Superseded(var on, String reason) -> reason;
            case Status.Unreviewed(var state) -> state.words() + ".";
            case Status.Approved approved -> "";
        };
    }
}
