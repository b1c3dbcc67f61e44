package oropos.answer;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.PopulationFit;
import oropos.library.Claim;
import oropos.question.ClinicalQuestion;

/// The card below the lead: a line each for benefit, harm, certainty, fit, who decides, unknowns and
/// date. It prints what no source gives as "not reported".
final class BottomLineCard {

    private final Treatments treatments;
    private final ClinicalQuestion question;
    private final List<Utterance> said;
    private final Set<Utterance> disputed;
    private final Statements statements;
    private final AskedFor asked;

    BottomLineCard(
            Treatments treatments,
            ClinicalQuestion question,
            List<Utterance> said,
            Set<Utterance> disputed,
            Statements statements,
            AskedFor asked) {
        this.asked = asked;
        this.treatments = treatments;
        this.question = question;
        this.said = said;
        this.disputed = disputed;
        this.statements = statements;
    }

    /// @param action what the card weighs, or null where no action heads the answer
    /// @param contested whether sources disagree on the very treatment asked about: its harms are told
    ///     all the same
    Answer.Card of(@Nullable Utterance action, boolean contested, String date) {
        if (action == null) {
            // Without an action there is nothing whose benefit could be told.
            return new Answer.Card(
                    List.of(),
                    contested
                            ? harms(one -> treatments.isAskedAbout(one, question)).stream()
                                    .map(statements::whole)
                                    .toList()
                            : List.of(),
                    "not reported",
                    "",
                    "not reported",
                    List.of(),
                    question.unknownFacts().stream().map(ClinicalQuestion.Fact::name).toList(),
                    date);
        }
        String treatment = action.claim().intervention();
        List<Utterance> benefit =
                inOrder(one ->
                                one.claim().kind() == Claim.Kind.FINDING
                                        && one.hasNumber()
                                        && !one.claim().surrogate())
                        .filter(one ->
                                one.claim().comparator() != null
                                        || one.claim().direction() == Claim.Direction.FAVOURS)
                        .filter(one ->
                                one.claim().direction() == null
                                        || one.claim().direction() == Claim.Direction.FAVOURS)
                        .filter(one -> one.row().mayCarry().benefit() && Ranking.isNear(one))
                        .filter(one ->
                                treatment == null
                                        || treatments.isSame(treatment, one.claim().intervention()))
                        .limit(BottomLines.PER_LINE)
                        .toList();
        List<Utterance> harm =
                harms(one ->
                        treatment == null
                                ? Ranking.isNear(one)
                                : treatments.isSame(treatment, one.claim().intervention()));
        List<Utterance> decides =
                said.stream()
                        .sorted(Ranking.IN_SECTION)
                        .filter(one ->
                                one.claim().kind() == Claim.Kind.DECIDES
                                        && Ranking.isNear(one)
                                        && one.typed())
                        .limit(1)
                        .toList();
        Utterance bearing = benefit.isEmpty() ? action : benefit.getFirst();
        return new Answer.Card(
                benefit.stream().map(statements::whole).toList(),
                harm.stream().map(statements::whole).toList(),
                bearing == null ? "not reported" : bearing.row().certainty().level().words(),
                bearing == null || bearing.row().certainty().reasons().isEmpty()
                        ? ""
                        : String.join("; ", bearing.row().certainty().reasons()),
                bearing == null ? "not reported" : fitWords(bearing),
                decides.stream().map(statements::whole).toList(),
                question.unknownFacts().stream().map(ClinicalQuestion.Fact::name).toList(),
                date
                        + (action == null || action.row().source().newerEdition() == null
                                ? ""
                                : "; a newer edition of the leading source is known: "
                                        + action.row().source().newerEdition()));
    }

    private List<Utterance> harms(Predicate<Utterance> ofTheTreatment) {
        return inOrder(one ->
                        one.claim().kind() == Claim.Kind.HARM
                                && one.hasNumber()
                                && one.row().mayCarry().harm()
                                && ofTheTreatment.test(one))
                .limit(BottomLines.PER_LINE)
                .toList();
    }

    /// Of what fits the patient alike, what is on the outcome asked about comes first, then absolute
    /// numbers: a share of people tells more than a ratio of risks.
    private Stream<Utterance> inOrder(Predicate<Utterance> which) {
        return said.stream()
                .filter(which)
                .filter(one -> one.row().setAside() == null && !disputed.contains(one))
                .sorted(
                        Comparator.comparingInt(Ranking::fitOrder)
                                .thenComparingInt(one -> asked.order(one.claim()))
                                .thenComparingInt(one -> one.hasAbsoluteNumber() ? 0 : 1)
                                .thenComparing(Ranking.IN_SECTION));
    }

    private static String fitWords(Utterance one) {
        return switch (one.row().fit()) {
            case PopulationFit.Direct() -> "direct: " + population(one);
            case PopulationFit.Indirect(String difference, PopulationFit.Gap _, var _) ->
                    "indirect: " + difference;
            case PopulationFit.Unstated() -> "not stated whom it is about";
        };
    }

    private static String population(Utterance one) {
        String words = CompleteDose.populationOf(one.row()).words();
        String whole = one.row().study().population().words();
        return !words.isBlank() ? words : whole.isBlank() ? "people like this patient" : whole;
    }

    /// How new what is said is.
    static String date(List<Utterance> near, java.time.LocalDate asOf) {
        var newest =
                near.stream()
                        .map(one -> one.row().source().year())
                        .filter(java.util.Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .max();
        return "evidence to "
                + asOf
                + (newest.isPresent() ? "; newest source " + newest.getAsInt() : "");
    }
}
