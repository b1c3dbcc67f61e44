package oropos.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oropos.answer.Answer;
import oropos.answer.FrequencyWords;
import oropos.appraisal.Evidence;
import oropos.appraisal.PopulationFit;
import oropos.library.Claim;
import oropos.terminology.Words;
import oropos.verification.Placed.Place;

/// Whether each statement of the bottom line may stand where it stands (promise P3 and the bottom
/// line's checklist). The same statement may be barred from the lead and hold in a section.
final class BottomLineCheck {

    /// Words of the lead, all its statements together, insertions not counted.
    static final int LEAD_WORDS = 45;

    private final WeighingCheck weighing;

    BottomLineCheck(WeighingCheck weighing) {
        this.weighing = weighing;
    }

    /// A statement that may not stand at its place.
    record Misplaced(Placed placed, Problem problem) {}

    List<Misplaced> of(Answer answer) {
        Map<String, List<Placed>> groups = new LinkedHashMap<>();
        Statements.of(answer).stream()
                .filter(placed -> placed.place().isBottomLine())
                .forEach(placed ->
                        groups.computeIfAbsent(placed.at(), at -> new ArrayList<>()).add(placed));
        List<Misplaced> misplaced = new ArrayList<>();
        groups.values().forEach(group -> group(group, misplaced));
        return misplaced;
    }

    private void group(List<Placed> group, List<Misplaced> misplaced) {
        boolean carried = group.stream().anyMatch(this::carries);
        int words = 0;
        boolean first = true;
        for (Placed placed : group) {
            Optional<Problem> problem = barred(placed, carried);
            if (problem.isEmpty() && placed.place() == Place.LEAD) {
                words += words(placed.statement());
                problem = lead(placed, words, first);
                first = false;
            }
            problem.ifPresent(one -> misplaced.add(new Misplaced(placed, one)));
        }
    }

    private Optional<Problem> barred(Placed placed, boolean carried) {
        List<Evidence> rows = rows(placed);
        if (rows.isEmpty()) {
            return problem(placed, "notWeighed", "it is not in the evidence table");
        }
        for (Evidence row : rows) {
            if (row.setAside() != null) {
                return problem(placed, "setAside", "its source is " + row.setAside().words());
            }
        }
        if (placed.place() == Place.DECIDES) {
            return Optional.empty();
        }
        if (!carries(placed)) {
            String why =
                    rows.stream()
                            .flatMap(row -> row.mayCarry().reasons().stream())
                            .findFirst()
                            .orElse("its evidence may not carry it");
            if (rows.stream().noneMatch(row -> row.mayCarry().beside())) {
                return problem(placed, "barred", why);
            }
            if (!carried) {
                return problem(placed, "aloneSecondHand", why);
            }
        }
        if (isBenefitFromAdults(placed, rows) && !inserted(placed.statement(), "fromAdults")) {
            return problem(
                    placed, "adultsUnsaid", "adult evidence for a patient of 13 to 17 says not so");
        }
        if (placed.place().leads()) {
            Optional<String> word = FrequencyWords.unnumbered(placed.statement().text());
            if (word.isPresent()) {
                return problem(
                        placed, "frequencyWord", "\"" + word.get() + "\" stands without a number");
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> lead(Placed placed, int words, boolean first) {
        if (words > LEAD_WORDS) {
            return problem(
                    placed,
                    "leadTooLong",
                    "with it the lead has " + words + " words, at most " + LEAD_WORDS);
        }
        boolean direct =
                rows(placed).stream().anyMatch(row -> row.fit() instanceof PopulationFit.Direct);
        if (first
                && !direct
                && !inserted(placed.statement(), "onlyIndirect")
                && !inserted(placed.statement(), "toSome")
                && !inserted(placed.statement(), "fromAdults")
                && !inserted(placed.statement(), "unstated")) {
            return problem(
                    placed,
                    "indirectUnsaid",
                    "the first sentence is not about such patients and does not say so");
        }
        return Optional.empty();
    }

    private boolean carries(Placed placed) {
        return rows(placed).stream()
                .anyMatch(row ->
                        row.setAside() == null
                                && (warns(row) ? row.mayCarry().harm() : row.mayCarry().benefit()));
    }

    /// A harm, a warning or a recommendation against: it may warn where it may not invite.
    static boolean warns(Evidence row) {
        Claim claim = row.passage().claim();
        return claim != null
                && (claim.kind() == Claim.Kind.HARM
                        || claim.kind() == Claim.Kind.WARNING
                        || claim.direction() == Claim.Direction.AGAINST);
    }

    /// The card shows fit in its own line; in lead, branches and benefit the words must say it.
    private static boolean isBenefitFromAdults(Placed placed, List<Evidence> rows) {
        return placed.place().leads()
                && rows.stream()
                        .anyMatch(row ->
                                !warns(row)
                                        && row.fit()
                                                instanceof
                                                PopulationFit.Indirect(
                                                        String _,
                                                        PopulationFit.Gap gap,
                                                        var _)
                                        && gap == PopulationFit.Gap.ADULT_FOR_CHILD);
    }

    private List<Evidence> rows(Placed placed) {
        return placed.statement().citations().stream()
                .flatMap(citation -> weighing.row(citation).stream())
                .toList();
    }

    private static boolean inserted(Answer.Statement statement, String id) {
        return statement.parts().stream()
                .anyMatch(part -> part.kind().equals("insertion") && id.equals(part.source()));
    }

    private static int words(Answer.Statement statement) {
        return statement.parts().stream()
                .filter(part -> !part.kind().equals("insertion"))
                .mapToInt(part -> Words.of(part.text()).size())
                .sum();
    }

    private static Optional<Problem> problem(Placed placed, String code, String words) {
        return Optional.of(new Problem(placed.where(), code, words));
    }
}
