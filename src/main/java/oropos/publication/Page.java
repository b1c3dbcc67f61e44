package oropos.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.review.Address;
import oropos.review.ArticleVersion;

/// One version of an article as the public may see it.
///
/// @param status the first thing said
/// @param number of this version
/// @param newest number of the version the address shows
/// @param code short words on a print by which anybody can ask whether it is still current
/// @param dates the five dates
/// @param tracker the three steps, with date and duty where reached
/// @param people who reviewed and approved, with duty, specialty and interests
/// @param depth what was read for it, in one sentence
/// @param board what the board says in its own name, signed; no evidence
/// @param versions all versions with their reasons, the newest first
/// @param log what happened in public, the newest first
/// @param numbers by id of a statement, its claim's permanent number
/// @param ratings by id of a statement, what people set of certainty or fit
/// @param struck by id of a statement, why nothing supports it any more
public record Page(
        Address address,
        String title,
        List<String> subjects,
        Status status,
        int number,
        int newest,
        String code,
        Dates dates,
        List<Tracked> tracker,
        List<Signatory> people,
        String depth,
        List<String> minority,
        List<Judged> board,
        String policy,
        List<Edition> versions,
        List<Logged> log,
        Map<String, Integer> numbers,
        Map<String, String> ratings,
        Map<String, String> struck,
        ArticleVersion version,
        Answer answer) {

    /// @param asked when it was handed in
    /// @param evidence up to which day the evidence was searched
    /// @param content when its words last changed
    /// @param reviewed when a person last reviewed it, or null
    /// @param due when the next review is due, or null
    public record Dates(
            LocalDate asked,
            LocalDate evidence,
            LocalDate content,
            @Nullable LocalDate reviewed,
            @Nullable LocalDate due) {}

    /// @param on null where it is not reached
    public record Tracked(String step, @Nullable LocalDate on, @Nullable String duty) {}

    /// @param interests in words; "none declared" where there are none
    public record Signatory(String name, String duty, String specialty, String interests) {}

    /// A board statement: for which no source was found.
    ///
    /// @param signers names of the clinicians who signed it
    public record Judged(int number, String words, List<String> signers) {}

    public record Edition(int number, String state, LocalDate on, String reason) {}

    /// @param kind new version, correction, withdrawal, flag, error report
    public record Logged(LocalDate on, String kind, String words) {}

    public boolean isNewest() {
        return number == newest;
    }

    /// Whether search engines may keep this page.
    public boolean mayBeIndexed() {
        return status.isApproved() && isNewest();
    }

    public boolean isApproved() {
        return status.isApproved();
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
