package oropos.appraisal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import oropos.library.Claim;
import oropos.library.Held;
import oropos.library.SourceId;
import oropos.question.ClinicalQuestion;
import oropos.question.Premise;
import oropos.question.Urgent;
import oropos.retrieval.Candidate;

/// What a question is about, told by what was found for it.
///
/// A passage that holds little of the question's own words can still belong to its answer: another
/// passage of a source that does, the harm of a treatment that does, or the source an urgent sign or
/// a premise names. All others are set aside.
final class Topic {

    /// A passage that holds less than this share of the question's weighted concepts is not about
    /// the question by itself. Chosen on the starter library: of seven questions asked of it, nothing
    /// a reader wanted stood lower, and screening for other diseases stood at 0.16 to 0.22.
    static final double COVERED_AT_LEAST = 0.25;

    /// Who decides on one of the problems is told even where the others are not spoken of.
    static final double WHO_DECIDES_AT_LEAST = COVERED_AT_LEAST / 2;

    private final boolean judged;
    private final Set<SourceId> works = new HashSet<>();
    private final Set<String> named = new HashSet<>();
    private final Set<Phrase> treatments = new HashSet<>();
    private final Phrases phrases;

    Topic(ClinicalQuestion question, List<Candidate> candidates, List<Held> held, Phrases phrases) {
        this.phrases = phrases;
        boolean covered = false;
        for (int at = 0; at < candidates.size(); at++) {
            Held one = held.get(at);
            if (isCovered(candidates.get(at))) {
                covered = true;
                works.add(one.source().work());
                Claim claim = one.passage().claim();
                if (claim != null && claim.intervention() != null) {
                    treatments.add(phrases.of(claim.intervention()));
                }
            }
        }
        question.premises().stream().map(Premise::evidence).forEach(named::addAll);
        question.urgent().stream().map(Urgent::evidence).forEach(named::addAll);
        judged = covered || names(question);
    }

    /// Where the question names nothing and nothing was covered, coverage says nothing either. A word no
    /// vocabulary knows is named all the same: it may be a drug newer than they are.
    private static boolean names(ClinicalQuestion question) {
        return !question.unknownWords().isEmpty() || !question.searched().isEmpty();
    }

    private static boolean isCovered(Candidate candidate) {
        return candidate.coverage() >= COVERED_AT_LEAST;
    }

    /// Whether a disagreement is about the question: one of its rows is so by its own words.
    boolean holds(EvidenceTable.Conflict conflict) {
        return !judged
                || Stream.concat(conflict.one().stream(), conflict.other().stream())
                        .anyMatch(row -> isCovered(row.candidate()));
    }

    boolean holds(Candidate candidate, Held held) {
        if (!judged || isCovered(candidate) || works.contains(held.source().work())) {
            return true;
        }
        if (named.contains(held.source().id().value())
                || named.contains(held.source().work().value())) {
            return true;
        }
        Claim claim = held.passage().claim();
        if (claim != null
                && claim.kind() == Claim.Kind.DECIDES
                && candidate.coverage() >= WHO_DECIDES_AT_LEAST) {
            return true;
        }
        if (claim == null || claim.intervention() == null || claim.kind() != Claim.Kind.HARM) {
            return false;
        }
        Phrase intervention = phrases.of(claim.intervention());
        return treatments.stream().anyMatch(one -> phrases.mean(one, intervention));
    }
}
