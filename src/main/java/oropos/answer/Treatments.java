package oropos.answer;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.library.Claim;
import oropos.question.ClinicalQuestion;
import oropos.terminology.Concept;
import oropos.terminology.Mention;
import oropos.terminology.Terminology;

/// Whether two texts speak of the same treatment, and whether one is asked about or spoken against.
final class Treatments {

    private final Terminology terminology;

    Treatments(Terminology terminology) {
        this.terminology = terminology;
    }

    /// Whether the question itself names the treatment: then a harm of it, or a recommendation against
    /// it, is told whoever it was found in.
    boolean isAskedAbout(Utterance one, ClinicalQuestion question) {
        return Stream.concat(question.drugs().stream(), question.procedures().stream())
                .anyMatch(finding -> isSame(finding.name(), one.claim().intervention()));
    }

    /// Whether it speaks of the very treatment the question names, not of the class it belongs to.
    boolean isNamed(Utterance one, ClinicalQuestion question) {
        String intervention = one.claim().intervention();
        return intervention != null
                && Stream.concat(question.drugs().stream(), question.procedures().stream())
                        .anyMatch(finding ->
                                treatments(intervention).stream()
                                        .anyMatch(concept -> concept.id().equals(finding.id())));
    }

    /// Whether a regulator, or a newer document, speaks against the same treatment in people who
    /// overlap: then a recommendation for it never heads an answer, and both stand in the body.
    boolean isSpokenAgainst(Utterance one, List<Utterance> said) {
        return said.stream()
                .filter(other ->
                        other.typed() && other.claim().direction() == Claim.Direction.AGAINST)
                .filter(other ->
                        other.row().setAside() == null
                                || Ranking.fitOrder(other) == Ranking.fitOrder(one))
                .filter(other -> year(other) >= year(one))
                .anyMatch(
                        other -> isSame(one.claim().intervention(), other.claim().intervention()));
    }

    private static int year(Utterance one) {
        Integer year = one.row().source().year();
        return year == null ? 0 : year;
    }

    boolean isSame(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return false;
        }
        if (Relevance.stems(one).equals(Relevance.stems(other))) {
            return true;
        }
        var first = treatments(one);
        var second = treatments(other);
        return first.stream().anyMatch(a -> second.stream().anyMatch(b -> a.isA(b) || b.isA(a)));
    }

    private List<Concept> treatments(String words) {
        return terminology.read(words).mentions().stream()
                .map(Mention::concept)
                .filter(concept ->
                        concept.kind() == Concept.Kind.DRUG
                                || concept.kind() == Concept.Kind.PROCEDURE)
                .toList();
    }
}
