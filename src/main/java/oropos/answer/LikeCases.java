package oropos.answer;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import oropos.library.Claim;
import oropos.library.Design;
import oropos.question.Finding;
import oropos.terminology.Concept;
import oropos.terminology.Terminology;

/// Whether a report of one patient may answer: where every illness it is about is asked. One boy's osteoporosis
/// does not tell what the first sign of leukaemia is.
///
/// @param found what the question names
/// @param rows what it asks for by an editor's list
record LikeCases(List<Finding> found, List<BlockWords.Row> rows, Terminology terminology) {

    private static final String DEATH = "death";

    /// True of every source that is no report of a single case.
    boolean areTold(Utterance one) {
        return one.row().study().design() != Design.CASE_REPORT
                || Named.in(Objects.requireNonNullElse(one.claim().about(), ""), terminology)
                        .stream()
                        .filter(each -> each.kind() == Concept.Kind.PROBLEM)
                        .allMatch(each -> isNamed(each) || isAThingAsked(each));
    }

    private boolean isNamed(Concept each) {
        return found.stream()
                .flatMap(finding -> terminology.concept(finding.id()).stream())
                .anyMatch(wanted -> wanted.isA(each) || each.isA(wanted));
    }

    private boolean isAThingAsked(Concept each) {
        String name = each.name().toLowerCase(Locale.ROOT);
        return rows.stream().anyMatch(row -> row.sort().equals("thing") && row.said().isIn(name));
    }

    /// Who died, and of what, is no side effect: the tumour a treatment was given for may have killed.
    static boolean isADeath(Claim claim) {
        return claim.kind() == Claim.Kind.HARM && DEATH.equals(claim.outcome());
    }
}
