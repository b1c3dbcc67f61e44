package oropos.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something that must be looked at on a version, beside its state.
///
/// @param gravity how soon
/// @param reason one sentence: why
/// @param about the work, rule or claim it is about; one open flag of a kind for each
/// @param due when somebody must have decided; null in flags from before the quarterly batch had a day
/// @param closed when it was settled, and `how`, or null while it is open
public record Flag(
        Kind kind,
        Gravity gravity,
        String about,
        String reason,
        LocalDate opened,
        @Nullable LocalDate due,
        @Nullable LocalDate closed,
        @Nullable String how) {

    /// What happened.
    public enum Kind {
        UPDATE_NEEDED("Update needed"),
        SOURCE_RETRACTED("Source retracted"),
        SOURCE_CONCERN("Concern about a source"),
        SOURCE_CORRECTED("Source corrected"),
        SOURCE_SUPERSEDED("Source superseded"),
        REVIEW_OVERDUE("Review overdue"),
        ERROR_REPORTED("Error reported"),
        POLICY_CHANGED("Policy changed"),
        /// What suspended it is no longer said: a retraction was taken back, a drug is no longer called
        /// withdrawn. "Approved" does not come back by itself.
        TAKEN_BACK("Notice taken back"),
        NOT_ANSWERED("Could not be answered again");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /// Whether it is about how a source stands.
        boolean isOfSource() {
            return switch (this) {
                case SOURCE_RETRACTED,
                        SOURCE_CONCERN,
                        SOURCE_CORRECTED,
                        SOURCE_SUPERSEDED,
                        TAKEN_BACK ->
                        true;
                case UPDATE_NEEDED, REVIEW_OVERDUE, ERROR_REPORTED, POLICY_CHANGED, NOT_ANSWERED ->
                        false;
            };
        }
    }

    /// How soon somebody must decide.
    public enum Gravity {
        /// "Approved" comes off the page at once.
        SAFETY("Approved is suspended until a person decides"),
        /// Action, strength or dose: 30 days.
        MATERIAL("to be decided within 30 days"),
        /// With the next quarterly batch.
        MINOR("in the next quarterly batch");

        /// Days in which somebody must have decided on something material.
        static final int MATERIAL_DAYS = 30;

        private final String words;

        Gravity(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /// By when somebody must have decided: at once, within 30 days, or with the batch of the next
        /// quarter, which begins on the first of January, April, July and October.
        LocalDate due(LocalDate day) {
            return switch (this) {
                case SAFETY -> day;
                case MATERIAL -> day.plusDays(MATERIAL_DAYS);
                case MINOR -> {
                    LocalDate first = day.withDayOfMonth(1);
                    yield first.plusMonths(3 - (first.getMonthValue() - 1) % 3);
                }
            };
        }
    }

    public boolean isOpen() {
        return closed == null;
    }

    Flag settled(LocalDate day, String words) {
        return new Flag(kind, gravity, about, reason, opened, due, day, words);
    }
}
