package oropos.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people did on a version so far.
///
/// @param authors accounts that handed it in or chose words of it; none of them reviews or approves it
/// @param settled the chair's word where reviewers differed, or null
/// @param reason why it was returned, withdrawn or expired, or null
/// @param due when its next review is due, or null before it is published
/// @param statements what the board says in its own name
public record Work(
        List<String> authors,
        List<Rating> ratings,
        List<SignOff> signOffs,
        List<Opinion> opinions,
        @Nullable Opinion settled,
        @Nullable Approval approval,
        List<Flag> flags,
        List<Remark> remarks,
        List<Milestone> milestones,
        @Nullable String reason,
        @Nullable LocalDate due,
        @Nullable List<BoardStatement> statements) {

    public Work {
        authors = List.copyOf(authors);
        ratings = List.copyOf(ratings);
        signOffs = List.copyOf(signOffs);
        opinions = List.copyOf(opinions);
        flags = List.copyOf(flags);
        remarks = List.copyOf(remarks);
        milestones = List.copyOf(milestones);
        // versions from before there were any
        statements = statements == null ? List.of() : List.copyOf(statements);
    }

    /// What the board says in its own name.
    public List<BoardStatement> boardStatements() {
        return statements == null ? List.of() : statements;
    }

    /// Certainty or fit of a claim, as a person set it.
    public record Rating(
            String fingerprint,
            @Nullable String certainty,
            @Nullable String difference,
            String reason,
            String by,
            Instant at) {}

    /// A signature under one claim or one telling.
    ///
    /// @param of fingerprint of the claim, or hash of the telling
    public record SignOff(String of, String by, boolean clinician, boolean confirming, Instant at) {

        /// Whether it stands for words that were changed, not for words that were judged.
        public boolean isChange() {
            return of.equals(ArticleVersion.LEFT_OUT) || of.equals(ArticleVersion.REWORDED);
        }
    }

    /// What a reviewer, or the chair, thinks of exactly one content.
    public record Opinion(
            String by,
            boolean clinician,
            boolean approve,
            String content,
            String reason,
            Instant at) {}

    /// Who approved what, under which rules: everything an approval hangs on.
    public record Approval(
            String by,
            boolean clinician,
            String content,
            String evidence,
            String rules,
            String policy,
            String interests,
            Instant at) {}

    public record Remark(int claim, String words, String by, Instant at) {}

    /// A state reached, for the tracker: with the duty, not the name.
    public record Milestone(State state, Instant at, String duty, String by) {}
}
