package oropos.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.people.Role;

/// What may not happen to a version, and why, in words somebody can act on.
///
/// What approval itself asks for stands in [Approvals], what flags ask for in [Flagging].
///
/// This is promise P8: author, reviewer and approver are different people; where the content is risky
/// both who reviewed and who approves are clinicians; software is never one of them; who has a
/// relevant interest may remark and nothing else; every claim and every telling is signed; and all of
/// it is about exactly the content that is approved.
final class Rules {

    private static final Set<String> LEVELS = Set.of("high", "moderate", "low", "very low");

    private static final Role[] EDITORIAL = {
        Role.AUTHOR,
        Role.EVIDENCE_EDITOR,
        Role.CLINICAL_REVIEWER,
        Role.LAY_REVIEWER,
        Role.APPROVER,
        Role.CHAIR,
        Role.PUBLISHER,
        Role.MANAGING_EDITOR
    };

    private Rules() {}

    /// What speaks against a step, where something does; the first thing somebody should hear.
    static Optional<Moved.Refused> against(
            Step step, ArticleVersion version, Person person, Circumstances now) {
        Moved.@Nullable Refused refused =
                switch (step) {
                    case Step.Raise(Flag flag) -> Flagging.raise(flag, version);
                    case Step.Lower lower -> Flagging.lower(lower, version, person);
                    case Step.Expire() -> Flagging.expire(version, now);
                    default -> byPerson(step, version, person, now);
                };
        return Optional.ofNullable(refused);
    }

    private static Moved.@Nullable Refused byPerson(
            Step step, ArticleVersion version, Person person, Circumstances now) {
        if (person.isSoftware()) {
            return no(Moved.Why.SOFTWARE, "Software is nobody's colleague: a person must do this.");
        }
        String only = person.guestOf();
        if (only != null && !only.equals(version.address().value())) {
            return no(Moved.Why.ROLE, "You were invited to one other article alone.");
        }
        return switch (step) {
            case Step.Submit() ->
                    first(
                            in(version, State.DRAFT),
                            role(person, Role.AUTHOR, Role.EVIDENCE_EDITOR, Role.MANAGING_EDITOR));
            case Step.Take() -> first(in(version, State.SUBMITTED), judge(version, person));
            case Step.Remark(int claim, String words) ->
                    first(
                            words(words),
                            claim == 0 ? null : claim(claim, version),
                            role(person, EDITORIAL));
            case Step.SignClaim(int claim, boolean confirming) ->
                    first(
                            in(version, State.UNDER_REVIEW),
                            claim(claim, version),
                            judge(version, person),
                            confirming ? signedElsewhere(claim, version, now) : null);
            case Step.ReadOriginal(int claim) ->
                    first(
                            in(version, State.UNDER_REVIEW),
                            claim(claim, version),
                            judge(version, person),
                            version.claim(claim).map(version::restsOnSecondary).orElse(false)
                                    ? null
                                    : no(
                                            Moved.Why.DOES_NOT_HOLD,
                                            "This claim does not rest on summaries of other pages alone."));
            case Step.SignTelling(String reader) -> signTelling(reader, version, person);
            case Step.Rate rate -> rate(rate, version, person);
            case Step.Change change -> change(change, version, person);
            case Step.Judge(String words) -> Judgements.write(words, version, person);
            case Step.SignJudgement(int number) ->
                    first(
                            in(version, State.UNDER_REVIEW),
                            judge(version, person),
                            Judgements.sign(number, version, person));
            case Step.DropJudgement(int number, String why) ->
                    first(
                            in(version, State.DRAFT, State.UNDER_REVIEW),
                            role(person, Role.EVIDENCE_EDITOR, Role.AUTHOR, Role.CLINICAL_REVIEWER),
                            words(why),
                            Judgements.isThere(number, version));
            case Step.Opine(boolean approve, String content, String why) ->
                    first(
                            in(version, State.UNDER_REVIEW),
                            judge(version, person),
                            words(why),
                            same(content, version),
                            approve ? Approvals.allSigned(version) : null);
            case Step.Settle(boolean approve, String content, String why) ->
                    Approvals.settle(content, why, version, person);
            case Step.Return(String why) -> giveBack(why, version, person);
            case Step.Revise() ->
                    first(
                            in(version, State.CHANGES_REQUESTED),
                            role(person, Role.AUTHOR, Role.EVIDENCE_EDITOR),
                            notAmong(
                                    version.judges(),
                                    person,
                                    "You judged this version; somebody else must change it."));
            case Step.Approve(String content, String evidence) ->
                    Approvals.approve(content, evidence, version, person, now.signers());
            case Step.Publish(var due) ->
                    first(
                            in(version, State.APPROVED),
                            role(person, Role.PUBLISHER),
                            version.isApprovedNow()
                                    ? null
                                    : no(
                                            Moved.Why.FLAGGED,
                                            "Something came up after it was approved; settle that first."),
                            Standing.published(version, now.signers()),
                            due.isAfter(now.day())
                                    ? null
                                    : no(
                                            Moved.Why.DOES_NOT_HOLD,
                                            "The next review must be due after today."));
            case Step.Supersede(int by) ->
                    first(
                            in(version, State.PUBLISHED),
                            role(person, Role.PUBLISHER),
                            by > version.number()
                                    ? null
                                    : no(
                                            Moved.Why.DOES_NOT_HOLD,
                                            "Only a later version takes the place of an earlier one."));
            case Step.Withdraw(String why) ->
                    first(
                            version.state().isOpen()
                                    ? null
                                    : in(version, State.PUBLISHED, State.EXPIRED),
                            role(person, Role.PUBLISHER, Role.CHAIR),
                            words(why));
            case Step.Raise _, Step.Lower _, Step.Expire _ ->
                    throw new IllegalStateException("decided before: " + step);
        };
    }

    // ---- who

    /// Whether somebody may judge this version at all.
    static Moved.@Nullable Refused judge(ArticleVersion version, Person person) {
        return first(
                role(person, Role.CLINICAL_REVIEWER),
                noInterest(person),
                notAmong(
                        version.work().authors(),
                        person,
                        "You are an author of this version: somebody else must review it."),
                clinician(version, person));
    }

    static Moved.@Nullable Refused clinician(ArticleVersion version, Person person) {
        return !version.asksForClinicians() || person.clinician()
                ? null
                : no(
                        Moved.Why.NOT_A_CLINICIAN,
                        "This version speaks of "
                                + (version.content().risks().isEmpty()
                                        ? "what the board says in its own name"
                                        : String.join(
                                                ", ",
                                                version.content().risks().stream()
                                                        .sorted()
                                                        .map(Risk::words)
                                                        .toList()))
                                + ": only a clinician may judge it.");
    }

    static Moved.@Nullable Refused noInterest(Person person) {
        return person.interest() == null
                ? null
                : no(
                        Moved.Why.INTEREST,
                        "You may not judge this article, only leave remarks. " + person.interest());
    }

    static Moved.@Nullable Refused role(Person person, Role... any) {
        for (Role role : any) {
            if (person.has(role)) {
                return null;
            }
        }
        return no(
                Moved.Why.ROLE,
                "Your account may not do this; it takes "
                        + String.join(" or ", List.of(any).stream().map(Role::words).toList())
                        + ".");
    }

    static Moved.@Nullable Refused notAmong(List<String> accounts, Person person, String words) {
        return person.isAmong(accounts) ? no(Moved.Why.SAME_PERSON, words) : null;
    }

    // ---- what

    private static Moved.@Nullable Refused signTelling(
            String reader, ArticleVersion version, Person person) {
        boolean lay = !reader.equals(Contents.PROFESSIONAL) && person.has(Role.LAY_REVIEWER);
        return first(
                in(version, State.UNDER_REVIEW),
                version.content().tellingsToSign().containsKey(reader)
                        ? null
                        : no(
                                Moved.Why.UNKNOWN,
                                "There is no telling of its own for \"" + reader + "\"."),
                lay
                        ? first(
                                noInterest(person),
                                notAmong(
                                        version.work().authors(),
                                        person,
                                        "You are an author of this version: somebody else must sign it."))
                        : judge(version, person));
    }

    private static Moved.@Nullable Refused rate(
            Step.Rate rate, ArticleVersion version, Person person) {
        String certainty = rate.certainty();
        String difference = rate.difference();
        return first(
                in(version, State.UNDER_REVIEW),
                claim(rate.claim(), version),
                judge(version, person),
                words(rate.reason()),
                certainty == null && difference == null
                        ? no(Moved.Why.DOES_NOT_HOLD, "Say which certainty or which difference.")
                        : null,
                certainty == null || LEVELS.contains(certainty)
                        ? null
                        : no(
                                Moved.Why.DOES_NOT_HOLD,
                                "Certainty is high, moderate, low or very low."));
    }

    private static Moved.@Nullable Refused change(
            Step.Change change, ArticleVersion version, Person person) {
        return first(
                in(version, State.DRAFT, State.UNDER_REVIEW, State.APPROVED),
                role(person, Role.EVIDENCE_EDITOR, Role.AUTHOR, Role.CLINICAL_REVIEWER),
                change.what().isBlank() ? words(change.what()) : null,
                change.reworded()
                        ? notAmong(
                                version.judges(),
                                person,
                                "You judged this version; somebody else must choose its words.")
                        : null);
    }

    private static Moved.@Nullable Refused giveBack(
            String why, ArticleVersion version, Person person) {
        boolean chair = person.has(Role.CHAIR) || person.has(Role.MANAGING_EDITOR);
        boolean settledAgainst =
                version.settlement().map(settled -> !settled.approve()).orElse(false);
        return first(
                chair
                        ? in(version, State.SUBMITTED, State.UNDER_REVIEW, State.APPROVED)
                        : in(version, State.SUBMITTED, State.UNDER_REVIEW),
                words(why),
                chair ? null : judge(version, person),
                chair || !version.reviewersDiffer() || settledAgainst
                        ? null
                        : no(
                                Moved.Why.UNDECIDED,
                                "Reviewers differ: the chair decides whether it goes back."));
    }

    private static Moved.@Nullable Refused signedElsewhere(
            int number, ArticleVersion version, Circumstances now) {
        return version.claim(number)
                        .map(claim -> now.signedElsewhere().contains(claim.fingerprint()))
                        .orElse(false)
                ? null
                : no(
                        Moved.Why.UNSIGNED,
                        "Nobody signed this claim elsewhere: read its passage and sign it.");
    }

    static Moved.@Nullable Refused in(ArticleVersion version, State... any) {
        if (Set.of(any).contains(version.state())) {
            return null;
        }
        return no(
                Moved.Why.STATE,
                "It is \""
                        + version.state().words()
                        + "\"; this can be done while it is "
                        + String.join(
                                " or ",
                                List.of(any).stream()
                                        .map(state -> "\"" + state.words() + "\"")
                                        .toList())
                        + ".");
    }

    static Moved.@Nullable Refused claim(int number, ArticleVersion version) {
        return version.claim(number).isPresent()
                ? null
                : no(Moved.Why.UNKNOWN, "This version has no claim " + number + ".");
    }

    static Moved.@Nullable Refused same(String content, ArticleVersion version) {
        return content.equals(version.contentHash())
                ? null
                : no(
                        Moved.Why.OTHER_CONTENT,
                        "The words changed since you opened it; look at them again.");
    }

    static Moved.@Nullable Refused words(String reason) {
        return reason.isBlank() || reason.length() > Reviews.LONGEST_WORDS
                ? no(
                        Moved.Why.DOES_NOT_HOLD,
                        "Give a reason in words, at most " + Reviews.LONGEST_WORDS + " characters.")
                : null;
    }

    static Moved.@Nullable Refused first(Moved.@Nullable Refused... all) {
        for (Moved.Refused one : all) {
            if (one != null) {
                return one;
            }
        }
        return null;
    }

    static Moved.Refused no(Moved.Why why, String words) {
        return new Moved.Refused(why, words);
    }
}
