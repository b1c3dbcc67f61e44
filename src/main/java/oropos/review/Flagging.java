package oropos.review;

import static oropos.review.Rules.clinician;
import static oropos.review.Rules.first;
import static oropos.review.Rules.in;
import static oropos.review.Rules.no;
import static oropos.review.Rules.noInterest;
import static oropos.review.Rules.notAmong;
import static oropos.review.Rules.role;
import static oropos.review.Rules.words;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oropos.people.Role;

/// Who may raise and settle a flag, and when a page may expire.
final class Flagging {

    private Flagging() {}

    static Moved.@Nullable Refused raise(Flag flag, ArticleVersion version) {
        return version.openFlags().stream()
                        .anyMatch(one ->
                                one.kind() == flag.kind() && one.about().equals(flag.about()))
                ? no(Moved.Why.FLAGGED, "This flag is raised already.")
                : null;
    }

    /// A flag that suspends falls only with its cause: a newer version, a withdrawal, or a notice that was
    /// taken back and a person who settles that. Approving the old words again on other evidence would be
    /// no approval.
    static Moved.@Nullable Refused lower(Step.Lower lower, ArticleVersion version, Person person) {
        Optional<Flag> flag =
                version.openFlags().stream()
                        .filter(one ->
                                one.kind() == lower.kind() && one.about().equals(lower.about()))
                        .findFirst();
        if (flag.isEmpty()) {
            return no(Moved.Why.UNKNOWN, "There is no such open flag.");
        }
        if (person.isSoftware()) {
            return null;
        }
        if (lower.kind() == Flag.Kind.TAKEN_BACK) {
            return first(
                    words(lower.how()),
                    noInterest(person),
                    role(person, Role.APPROVER, Role.CHAIR),
                    notAmong(
                            version.work().authors(),
                            person,
                            "You are an author of this version: somebody else must decide."),
                    clinician(version, person));
        }
        return first(
                words(lower.how()),
                flag.get().gravity() == Flag.Gravity.SAFETY
                        ? no(
                                Moved.Why.FLAGGED,
                                "This flag falls when nothing rests on its source any more, a new version"
                                        + " is published or this one is withdrawn. Where its cause is taken back, a flag of its own says"
                                        + " so, and is settled by an approver or the chair.")
                        : null,
                noInterest(person),
                role(person, Role.APPROVER, Role.CHAIR, Role.MANAGING_EDITOR));
    }

    static Moved.@Nullable Refused expire(ArticleVersion version, Circumstances now) {
        return first(
                in(version, State.PUBLISHED),
                version.isOverdue(now.day())
                        ? null
                        : no(Moved.Why.STATE, "Its review is not overdue."));
    }
}
