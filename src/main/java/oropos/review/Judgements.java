package oropos.review;

import org.jspecify.annotations.Nullable;
import oropos.people.Role;

/// What may not happen to a board statement: it is written by an editor, holds no dose, and is signed by
/// two clinicians of whom neither wrote anything of the version.
final class Judgements {

    private Judgements() {}

    static Moved.@Nullable Refused write(String words, ArticleVersion version, Person person) {
        return Rules.first(
                Rules.in(version, State.DRAFT, State.UNDER_REVIEW),
                Rules.role(person, Role.EVIDENCE_EDITOR, Role.AUTHOR),
                Rules.notAmong(
                        version.judges(),
                        person,
                        "You judged this version; somebody else must write for it."),
                words.isBlank() || words.strip().length() > BoardStatement.LONGEST
                        ? Rules.no(
                                Moved.Why.DOES_NOT_HOLD,
                                "A board statement has 1 to "
                                        + BoardStatement.LONGEST
                                        + " characters.")
                        : null,
                Risk.hasAmount(words)
                        ? Rules.no(
                                Moved.Why.DOES_NOT_HOLD,
                                "A dose is only ever quoted from a source: leave the amount out.")
                        : null);
    }

    static Moved.@Nullable Refused sign(int number, ArticleVersion version, Person person) {
        Moved.Refused unknown = isThere(number, version);
        if (unknown != null) {
            return unknown;
        }
        if (!person.clinician()) {
            return Rules.no(Moved.Why.NOT_A_CLINICIAN, "Only a clinician signs a board statement.");
        }
        boolean signed =
                version.statement(number)
                        .map(one -> one.signers(version.work().authors()))
                        .filter(person::isAmong)
                        .isPresent();
        return signed
                ? Rules.no(
                        Moved.Why.SAME_PERSON,
                        "You signed it already; the second signature is another clinician's.")
                : null;
    }

    static Moved.@Nullable Refused isThere(int number, ArticleVersion version) {
        return version.statement(number).isPresent()
                ? null
                : Rules.no(
                        Moved.Why.UNKNOWN, "This version has no board statement " + number + ".");
    }
}
