package oropos.review;

/// What somebody does for articles; one person may have several, but never two of them on one version
/// where the rule of two people keeps them apart.
public enum Duty {
    /// Hands answers in and revises them.
    AUTHOR,
    /// Chooses other words of the same sources, withdraws claims, reads standings.
    EVIDENCE_EDITOR,
    /// Signs claims and says whether the version should be approved.
    CLINICAL_REVIEWER,
    /// Signs what patients and parents read.
    LAY_REVIEWER,
    /// Approves.
    APPROVER,
    /// Decides where reviewers differ.
    CHAIR,
    /// Puts approved versions on the page, and takes pages back.
    PUBLISHER,
    /// Assigns, returns, keeps the queue moving.
    MANAGING_EDITOR
}
