package oropos.verification;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.library.Claim;

/// Whether the strength is the issuer's own, and whether a statement that the evidence is
/// insufficient stays neither for nor against.
final class StrengthCheck implements StatementCheck {

    private static final Pattern GRADE_I =
            Pattern.compile("\\bgrade\\s+I\\b|^I$", Pattern.CASE_INSENSITIVE);

    /// The USPSTF's grades as a source states them: "USPSTF 2021: I".
    private static final Pattern ISSUER_GRADE_I = Pattern.compile("^USPSTF\\b.*:\\s*I$");

    private static final Pattern AGAINST =
            Pattern.compile(
                    "\\b(recommend(s|ed|ing)?|recommendation|advise[sd]?|advises) against\\b"
                            + "|\\b(should|must) not\\b"
                            + "|\\b(is|are|was|were) not (recommended|advised)\\b",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public List<Finding> of(Answer.Statement statement, List<Cited> cited) {
        if (cited.isEmpty()) {
            return List.of();
        }
        String held = strength(cited.getFirst().claim());
        if (!Objects.equals(held, statement.strength())) {
            return List.of(
                    new Finding(
                            "strength",
                            "the record's strength is "
                                    + word(held)
                                    + ", the statement says "
                                    + word(statement.strength())));
        }
        if (cited.stream().anyMatch(StrengthCheck::isGradeI)
                && (AGAINST.matcher(statement.text()).find()
                        || cited.stream().anyMatch(StrengthCheck::pointsAgainst))) {
            return List.of(
                    new Finding(
                            "gradeI",
                            "insufficient evidence is worded as against: \""
                                    + statement.text()
                                    + "\""));
        }
        return List.of();
    }

    private static boolean pointsAgainst(Cited one) {
        Claim claim = one.claim();
        return claim != null && claim.direction() == Claim.Direction.AGAINST;
    }

    /// Whether the issuer says that the evidence is insufficient to judge.
    static boolean isGradeI(Cited one) {
        String own = strength(one.claim());
        String grade = one.source().issuerGrade();
        return own == null
                ? grade != null && ISSUER_GRADE_I.matcher(grade).find()
                : GRADE_I.matcher(own).find();
    }

    private static @Nullable String strength(@Nullable Claim claim) {
        String own = claim == null ? null : claim.strength();
        return own == null || own.isBlank() ? null : own;
    }

    private static String word(@Nullable String strength) {
        return strength == null ? "none" : "\"" + strength + "\"";
    }
}
