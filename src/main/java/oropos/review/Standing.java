package oropos.review;

import static oropos.review.Rules.first;
import static oropos.review.Rules.no;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oropos.people.Role;

/// Whether what was signed while a version was in work still carries an approval on the day somebody
/// approves: by people who still may, who are no authors under another account, and who are clinicians where
/// the version speaks of what asks for them by now.
final class Standing {

    private static final Role[] REVIEWERS = {Role.CLINICAL_REVIEWER};
    private static final Role[] TELLERS = {Role.CLINICAL_REVIEWER, Role.LAY_REVIEWER};

    private Standing() {}

    static Moved.@Nullable Refused against(ArticleVersion version, Signers signers) {
        boolean risky = !version.content().risks().isEmpty();
        for (NumberedClaim claim : version.content().claims()) {
            Moved.Refused refused =
                    first(
                            signed(
                                    "Claim " + claim.number(),
                                    version.signOff(claim.fingerprint()),
                                    version,
                                    risky,
                                    signers,
                                    REVIEWERS),
                            signed(
                                    "Claim " + claim.number(),
                                    version.originalRead(claim),
                                    version,
                                    risky,
                                    signers,
                                    REVIEWERS));
            if (refused != null) {
                return refused;
            }
        }
        for (String hash : version.content().tellingsToSign().values()) {
            Moved.Refused refused =
                    signed(
                            "What readers are told",
                            version.signOff(hash),
                            version,
                            false,
                            signers,
                            TELLERS);
            if (refused != null) {
                return refused;
            }
        }
        return first(statements(version, signers), chair(version, signers));
    }

    /// Whether an opinion for approval still counts.
    static boolean counts(Work.Opinion opinion, ArticleVersion version, Signers signers) {
        return signers.against(opinion.by(), REVIEWERS).isEmpty()
                && (!version.asksForClinicians() || signers.clinician(opinion.by()))
                && !isAuthor(opinion.by(), version, signers);
    }

    /// Whether a signature under a claim or a telling still counts.
    static boolean counts(Work.SignOff sign, ArticleVersion version, Signers signers) {
        return signers.against(sign.by(), TELLERS).isEmpty()
                && (version.content().risks().isEmpty()
                        || !version.content().claims().stream()
                                .map(NumberedClaim::fingerprint)
                                .toList()
                                .contains(sign.of())
                        || sign.clinician() && signers.clinician(sign.by()))
                && !isAuthor(sign.by(), version, signers);
    }

    /// Whether whoever approved may still be named for it when it is published.
    static Moved.@Nullable Refused published(ArticleVersion version, Signers signers) {
        Work.Approval approval = version.work().approval();
        if (approval == null) {
            return null;
        }
        Optional<String> why = signers.against(approval.by(), Role.APPROVER);
        if (why.isEmpty() && version.asksForClinicians() && !signers.clinician(approval.by())) {
            why = Optional.of("Whoever approved it is no longer a clinician.");
        }
        return why.map(one ->
                        no(
                                Moved.Why.UNSIGNED,
                                one
                                        + " Somebody else must approve it: the chair or a managing editor"
                                        + " returns it first."))
                .orElse(null);
    }

    private static Moved.@Nullable Refused signed(
            String what,
            Optional<Work.SignOff> sign,
            ArticleVersion version,
            boolean clinicians,
            Signers signers,
            Role[] any) {
        if (sign.isEmpty()) {
            return null;
        }
        String by = sign.get().by();
        Optional<String> why = signers.against(by, any);
        if (why.isPresent()) {
            return no(Moved.Why.UNSIGNED, what + " needs another signature. " + why.get());
        }
        if (clinicians && !(sign.get().clinician() && signers.clinician(by))) {
            return no(
                    Moved.Why.NOT_A_CLINICIAN,
                    what
                            + " was signed by somebody who is no clinician: a clinician must sign it.");
        }
        return isAuthor(by, version, signers)
                ? no(
                        Moved.Why.SAME_PERSON,
                        what
                                + " was signed by an author under another account: somebody else must.")
                : null;
    }

    private static Moved.@Nullable Refused statements(ArticleVersion version, Signers signers) {
        for (BoardStatement one : version.work().boardStatements()) {
            List<String> counted = new ArrayList<>();
            for (String by : one.signers(version.work().authors())) {
                if (signers.against(by, REVIEWERS).isEmpty()
                        && signers.clinician(by)
                        && !isAuthor(by, version, signers)) {
                    counted.add(by);
                }
            }
            if (signers.distinct(counted).size() < BoardStatement.SIGNERS) {
                return no(
                        Moved.Why.UNSIGNED,
                        "Board statement "
                                + one.number()
                                + " is not signed by two clinicians who still may and are two people.");
            }
        }
        return null;
    }

    private static Moved.@Nullable Refused chair(ArticleVersion version, Signers signers) {
        return version.settlement()
                .flatMap(one -> signers.against(one.by(), Role.CHAIR))
                .map(why -> no(Moved.Why.UNDECIDED, "Another chair must decide. " + why))
                .orElse(null);
    }

    private static boolean isAuthor(String by, ArticleVersion version, Signers signers) {
        return signers.same(by).stream().anyMatch(version.work().authors()::contains);
    }
}
