package oropos.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something that may happen to a version.
public sealed interface Step {

    /// Hands a draft in for review.
    record Submit() implements Step {}

    /// Somebody begins to review it.
    record Take() implements Step {}

    /// Signs one claim: its words say what the passage beside it says.
    ///
    /// @param confirming whether the same claim was signed on another page and is only confirmed
    record SignClaim(int claim, boolean confirming) implements Step {}

    /// Says that the original of a claim was opened, where its source is a summary of a page about it.
    record ReadOriginal(int claim) implements Step {}

    /// Signs what one reader is told.
    record SignTelling(String reader) implements Step {}

    /// Sets certainty or fit of a claim; null leaves what the rules found.
    record Rate(int claim, @Nullable String certainty, @Nullable String difference, String reason)
            implements Step {}

    /// Says something about a claim, or about the whole where `claim` is 0.
    record Remark(int claim, String words) implements Step {}

    /// Other content: words chosen from the record, or a claim left out.
    ///
    /// @param reworded whether words were chosen; who does that is an author from then on
    record Change(Content content, String what, boolean reworded) implements Step {}

    /// Writes a board statement: words for which no source was found.
    record Judge(String words) implements Step {}

    /// A clinician signs a board statement.
    record SignJudgement(int number) implements Step {}

    /// Takes a board statement out.
    record DropJudgement(int number, String reason) implements Step {}

    /// A reviewer's opinion of exactly this content.
    record Opine(boolean approve, String content, String reason) implements Step {}

    /// The chair's word where reviewers differ.
    record Settle(boolean approve, String content, String reason) implements Step {}

    /// Sends it back to its author.
    record Return(String reason) implements Step {}

    /// Takes up a returned version to change it.
    record Revise() implements Step {}

    /// Approves exactly this content and evidence.
    record Approve(String content, String evidence) implements Step {}

    /// Puts an approved version on the page.
    record Publish(LocalDate due) implements Step {}

    /// A newer version is on the page.
    record Supersede(int by) implements Step {}

    /// Takes a published page back; it keeps its address and says why.
    record Withdraw(String reason) implements Step {}

    /// Nobody reviewed it when it was due.
    record Expire() implements Step {}

    /// Raises a flag.
    record Raise(Flag flag) implements Step {}

    /// Settles a flag.
    record Lower(Flag.Kind kind, String about, String how) implements Step {}
}
