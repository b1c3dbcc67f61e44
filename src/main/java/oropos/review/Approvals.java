package oropos.review;

import static oropos.review.Rules.clinician;
import static oropos.review.Rules.first;
import static oropos.review.Rules.in;
import static oropos.review.Rules.no;
import static oropos.review.Rules.noInterest;
import static oropos.review.Rules.notAmong;
import static oropos.review.Rules.role;
import static oropos.review.Rules.same;
import static oropos.review.Rules.words;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import oropos.people.Role;

/// What must be there before a version is approved: every claim and telling signed, somebody's opinion for it,
/// the chair's word where opinions differ, nothing that suspends; and whoever approves is another person.
final class Approvals {

    private Approvals() {}

    static Moved.@Nullable Refused settle(
            String content, String why, ArticleVersion version, Person person) {
        return first(
                in(version, State.UNDER_REVIEW),
                role(person, Role.CHAIR),
                noInterest(person),
                notAmong(
                        version.work().authors(),
                        person,
                        "You are an author of this version: another chair must decide."),
                notAmong(
                        version.standingOpinions().stream().map(Work.Opinion::by).toList(),
                        person,
                        "One of the opinions is yours: another chair must decide."),
                clinician(version, person),
                words(why),
                same(content, version),
                version.reviewersDiffer()
                        ? null
                        : no(Moved.Why.UNDECIDED, "The chair decides where reviewers differ."));
    }

    static Moved.@Nullable Refused approve(
            String content,
            String evidence,
            ArticleVersion version,
            Person person,
            Signers signers) {
        return first(
                in(version, State.UNDER_REVIEW),
                role(person, Role.APPROVER),
                noInterest(person),
                notAmong(
                        version.work().authors(),
                        person,
                        "You are an author of this version: somebody else must approve it."),
                notAmong(
                        version.judges(),
                        person,
                        "You reviewed this version: somebody else must approve it."),
                notAmong(
                        version.leavers(),
                        person,
                        "You left a claim of this version out: somebody else must approve it."),
                clinician(version, person),
                same(content, version),
                evidence.equals(version.content().evidence())
                        ? null
                        : no(
                                Moved.Why.OTHER_CONTENT,
                                "The evidence changed since you opened it; look at it again."),
                allSigned(version),
                Standing.against(version, signers),
                reviewed(version, signers),
                version.isSuspended()
                        ? no(
                                Moved.Why.FLAGGED,
                                "A source it rests on was retracted or a drug withdrawn: leave out what rests"
                                        + " on it, or give this version up and hand in what would be"
                                        + " answered today.")
                        : null);
    }

    /// Somebody who may judged exactly this content good, and where reviewers differ the chair did.
    private static Moved.@Nullable Refused reviewed(ArticleVersion version, Signers signers) {
        if (version.reviewersDiffer()) {
            return version.settlement().map(Work.Opinion::approve).orElse(false)
                    ? null
                    : no(
                            Moved.Why.UNDECIDED,
                            "Reviewers differ, and the chair has not decided for approval.");
        }
        return version.standingOpinions().stream()
                        .anyMatch(one ->
                                one.approve()
                                        && (one.clinician() || !version.asksForClinicians())
                                        && !version.work().authors().contains(one.by())
                                        && Standing.counts(one, version, signers))
                ? null
                : no(
                        Moved.Why.UNSIGNED,
                        "No reviewer has said yet that exactly this version should be approved.");
    }

    static Moved.@Nullable Refused allSigned(ArticleVersion version) {
        List<NumberedClaim> claims = version.unsigned();
        if (!claims.isEmpty()) {
            return no(
                    Moved.Why.UNSIGNED,
                    claims.size() == 1
                            ? "Claim " + claims.getFirst().number() + " is not signed yet."
                            : claims.size()
                                    + " claims are not signed yet, the first is claim "
                                    + claims.getFirst().number()
                                    + ".");
        }
        List<NumberedClaim> unread = version.originalUnread();
        if (!unread.isEmpty()) {
            return no(
                    Moved.Why.UNSIGNED,
                    "Claim "
                            + unread.getFirst().number()
                            + (unread.size() == 1
                                    ? " is"
                                    : " and " + (unread.size() - 1) + " more are")
                            + " known here from summaries of pages about the source alone: a reviewer"
                            + " has to open the original and say so.");
        }
        List<String> tellings = version.unsignedTellings();
        if (!tellings.isEmpty()) {
            return no(
                    Moved.Why.UNSIGNED,
                    "Nobody has signed yet what is told to: " + String.join(", ", tellings) + ".");
        }
        List<BoardStatement> statements = version.unsignedStatements();
        if (!statements.isEmpty()) {
            return no(
                    Moved.Why.UNSIGNED,
                    "Board statement "
                            + statements.getFirst().number()
                            + " is not signed by two clinicians who wrote nothing of this version.");
        }
        Predicate<Work.SignOff> byAuthor = one -> version.work().authors().contains(one.by());
        boolean authorSigned =
                version.content().claims().stream()
                                .flatMap(claim -> version.signOff(claim.fingerprint()).stream())
                                .anyMatch(byAuthor)
                        || version.content().tellingsToSign().values().stream()
                                .flatMap(hash -> version.signOff(hash).stream())
                                .anyMatch(byAuthor);
        return authorSigned
                ? no(
                        Moved.Why.SAME_PERSON,
                        "Somebody who signed became an author since; another must sign those claims.")
                : null;
    }
}
