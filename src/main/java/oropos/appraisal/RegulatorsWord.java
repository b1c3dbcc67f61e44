package oropos.appraisal;

import java.util.List;
import java.util.Optional;
import oropos.appraisal.PopulationFit.Gap;
import oropos.library.Claim;
import oropos.library.Design;

/// What a regulator has found against: no other source's word for it carries a benefit in people
/// the regulator spoke of.
///
/// A guideline of 2010 that favours a drug is not lifted into a bottom line when a regulator found
/// in 2012 that the drug's benefits do not outweigh its risks; it stays readable in the body, and
/// both stand side by side. Only the regulator's own newer edition, which sets this one aside, ends
/// the guard.
final class RegulatorsWord {

    private record Verdict(Phrase intervention, Side.People people, Evidence row) {}

    private final List<Verdict> verdicts;
    private final Phrases phrases;

    RegulatorsWord(List<Weighed> weighed, Phrases phrases) {
        this.phrases = phrases;
        this.verdicts =
                weighed.stream()
                        .filter(one -> one.held().study().design() == Design.REGULATOR)
                        .filter(one -> one.row().setAside() == null)
                        .filter(one -> !one.people().has(Gap.SEX))
                        .filter(one -> !one.people().has(Gap.PREGNANCY))
                        .flatMap(one -> verdict(one.row(), Claim.Direction.AGAINST).stream())
                        .toList();
    }

    private Optional<Verdict> verdict(Evidence row, Claim.Direction direction) {
        Claim claim = row.passage().claim();
        if (claim == null
                || claim.direction() != direction
                || claim.intervention() == null
                || claim.kind() != Claim.Kind.RECOMMENDATION) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(phrases.of(claim.intervention()), people(row, claim), row));
    }

    private Side.People people(Evidence row, Claim claim) {
        return Side.People.of(
                claim.population() == null
                        ? row.study().population()
                        : PopulationFits.within(row.study().population(), claim.population()),
                phrases);
    }

    /// The row as it stands after the regulators were heard.
    Evidence heard(Evidence row) {
        Claim claim = row.passage().claim();
        if (verdicts.isEmpty()
                || claim == null
                || claim.direction() != Claim.Direction.FAVOURS
                || claim.intervention() == null) {
            return row;
        }
        Phrase intervention = phrases.of(claim.intervention());
        Side.People people = people(row, claim);
        return verdicts.stream()
                .filter(it -> !it.row().source().work().equals(row.source().work()))
                .filter(it -> phrases.mean(it.intervention(), intervention))
                .filter(it -> it.people().overlap(people))
                .findFirst()
                .map(it ->
                        row.carrying(
                                row.mayCarry()
                                        .withoutBenefit(
                                                "a regulator found against it: "
                                                        + it.row().source().title())))
                .orElse(row);
    }
}
