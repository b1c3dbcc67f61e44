package oropos.people;

import java.util.Locale;
import java.util.Optional;

/// What somebody may do. A person may hold several roles; the two-person rule is about persons, so
/// holding two roles never lets one person sign twice.
public enum Role {
    /// Asks, keeps questions, watches pages.
    ASKER("asker"),
    /// Submits answers and writes articles.
    AUTHOR("author"),
    /// Checks sources, population fit and certainty.
    EVIDENCE_EDITOR("evidence editor"),
    /// Reviews claims in a specialty, as a clinician.
    CLINICAL_REVIEWER("clinical reviewer"),
    /// Reviews the wording for patients and parents.
    LAY_REVIEWER("lay reviewer"),
    /// Signs that an article may stand as approved.
    APPROVER("approver"),
    /// Decides where reviewers differ.
    CHAIR("chair"),
    /// Puts an approved article on its public page, and takes it off.
    PUBLISHER("publisher"),
    /// Assigns, sets dates, sees load and leave, invites guests.
    MANAGING_EDITOR("managing editor"),
    /// Reads the ledger and everything in the queue; changes nothing.
    AUDITOR("auditor"),
    /// Adds people, gives roles, publishes the policy; signs nothing clinical by this role.
    ADMINISTRATOR("administrator");

    private final String words;

    Role(String words) {
        this.words = words;
    }

    /// As it is written on a page.
    public String words() {
        return words;
    }

    /// As it is typed and stored: `evidence-editor`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether what its holder does is relied on by others, so that a password alone is not enough.
    public boolean decides() {
        return this != ASKER && this != AUTHOR;
    }

    public static Optional<Role> of(String code) {
        for (Role role : values()) {
            if (role.code().equals(code)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
