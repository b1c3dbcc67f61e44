package oropos.review;

/// Where a version of an article stands.
public enum State {
    DRAFT("Draft"),
    SUBMITTED("Submitted"),
    UNDER_REVIEW("Under review"),
    CHANGES_REQUESTED("Changes requested"),
    APPROVED("Approved"),
    PUBLISHED("Published"),
    SUPERSEDED("Superseded"),
    WITHDRAWN("Withdrawn"),
    EXPIRED("Expired");

    private final String words;

    State(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /// Whether people work on it.
    public boolean isOpen() {
        return switch (this) {
            case DRAFT, SUBMITTED, UNDER_REVIEW, CHANGES_REQUESTED, APPROVED -> true;
            case PUBLISHED, SUPERSEDED, WITHDRAWN, EXPIRED -> false;
        };
    }
}
