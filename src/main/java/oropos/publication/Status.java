package oropos.publication;

import java.time.LocalDate;
import oropos.review.ArticleVersion;
import oropos.review.Flag;
import oropos.review.State;
import oropos.review.Work;

/// The one thing a page says of itself before anything else.
public sealed interface Status {

    /// People approved exactly what stands here.
    record Approved(LocalDate on) implements Status {}

    /// They did, and then a source it rests on was retracted.
    record Suspended(LocalDate since, String reason) implements Status {}

    /// Nobody has approved it yet.
    record Unreviewed(State state) implements Status {}

    /// Taken back; the page stays for the record.
    record Withdrawn(LocalDate on, String reason) implements Status {}

    /// Nobody reviewed it when that was due.
    record Expired(LocalDate on, String reason) implements Status {}

    /// A later version took its place.
    record Superseded(LocalDate on, String reason) implements Status {}

    /// Whether machines may be told that people vouch for it, and search engines may keep it.
    default boolean isApproved() {
        return this instanceof Approved;
    }

    /// Code for style and JSON.
    default String code() {
        return switch (this) {
            case Approved _ -> "approved";
            case Suspended _ -> "suspended";
            case Unreviewed _ -> "unreviewed";
            case Withdrawn _ -> "withdrawn";
            case Expired _ -> "expired";
            case Superseded _ -> "superseded";
        };
    }

    static Status of(ArticleVersion version) {
        String reason = version.work().reason() == null ? "" : version.work().reason();
        return switch (version.state()) {
            case WITHDRAWN -> new Withdrawn(reached(version, State.WITHDRAWN), reason);
            case EXPIRED -> new Expired(reached(version, State.EXPIRED), reason);
            case SUPERSEDED -> new Superseded(reached(version, State.SUPERSEDED), reason);
            case DRAFT, SUBMITTED, UNDER_REVIEW, CHANGES_REQUESTED ->
                    new Unreviewed(version.state());
            case APPROVED, PUBLISHED -> approved(version);
        };
    }

    private static Status approved(ArticleVersion version) {
        if (version.isApprovedNow()) {
            return new Approved(reached(version, State.APPROVED));
        }
        return version.openFlags().stream()
                .filter(flag -> flag.gravity() == Flag.Gravity.SAFETY)
                .findFirst()
                .<Status>map(flag -> new Suspended(flag.opened(), flag.reason()))
                .orElseGet(() -> new Unreviewed(State.UNDER_REVIEW));
    }

    /// The last day a state was reached.
    static LocalDate reached(ArticleVersion version, State state) {
        return version.work().milestones().stream()
                .filter(one -> one.state() == state)
                .map(Work.Milestone::at)
                .reduce((a, b) -> b)
                .map(Page::day)
                .orElseThrow();
    }
}
