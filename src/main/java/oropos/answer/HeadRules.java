package oropos.answer;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import oropos.appraisal.Evidence;
import oropos.appraisal.PopulationFit;
import oropos.library.Claim;
import oropos.question.ClinicalQuestion;

/// What may stand at the head of an answer at all: on the subject, short enough, allowed to carry it, and
/// not spoken against.
///
/// @param said all that is said
record HeadRules(Treatments treatments, ClinicalQuestion question, List<Utterance> said) {

    /// Words of one statement that may head an answer; a recommendation of a typed document may fill the
    /// lead.
    static final int STATEMENT_WORDS = 36;

    /// Less of the question's weighted words than this, and a passage that names its subjects still
    /// speaks of something else.
    static final double LEAST_COVERAGE = 0.2;

    /// A sentence of running text must meet this share of the question by its own words. Below it, it
    /// speaks of the subject and not of what was asked.
    static final double LEAST_OWN = 0.6;

    /// Of a page that asks the very question a sentence must tell what was asked; one that does not is
    /// worth less than this, wherever it stands.
    static final double LEAST_OF_THE_SAME = 0.8;

    /// @param framing sources that rules of urgent signs and premises name
    boolean mayLead(Utterance one, Set<String> framing) {
        Evidence row = one.row();
        if (!framing.contains(row.source().id().value()) && !isOnSubject(one)
                || Treatments.isOnOneOfTwo(one, question)) {
            return false;
        }
        boolean answers = one.aim().answers();
        // A page that asks the very question is about the people the question names.
        boolean same = one.aim() == Utterance.Aim.OF_THE_SAME_QUESTION;
        boolean named = same && question.patient().ages() == null && Ranking.isNear(one);
        if (same && one.relevance() < LEAST_OF_THE_SAME) {
            return false;
        }
        if (!one.typed()
                && (row.fit() instanceof PopulationFit.Indirect && !named
                        || !answers && (one.own() < LEAST_OWN || one.topic() != null))) {
            return false;
        }
        if (!one.aim().mayHead()
                || (question.patient().ages() == null && !named && isFindingInOthers(one))) {
            return false;
        }
        return mayStand(one, most(one));
    }

    /// Blocks that speak of what is asked and may stand at a head, but for those on prevention and those in
    /// dispute.
    List<Utterance> standing(Set<Utterance> disputed, Predicate<Utterance> saysAll) {
        return question.isAboutOthers()
                ? List.of()
                : said.stream()
                        .filter(one -> one.typed() && !PreventiveAdvice.isPreventive(one))
                        .filter(one -> !disputed.contains(one) && saysAll.test(one))
                        .filter(one -> mayStand(one, BottomLines.LEAD_WORDS))
                        .toList();
    }

    /// Whether it may stand at a head at all, whatever was asked; what takes longest is looked at last.
    private boolean mayStand(Utterance one, int mostWords) {
        Evidence row = one.row();
        boolean against =
                one.claim().kind() == Claim.Kind.HARM
                        || one.claim().kind() == Claim.Kind.WARNING
                        || one.claim().direction() == Claim.Direction.AGAINST;
        return row.setAside() == null
                && (against ? row.mayCarry().harm() : row.mayCarry().benefit())
                && BottomLines.wordsOf(one) <= mostWords
                && (one.claim().direction() != Claim.Direction.FAVOURS
                        || !treatments.isSpokenAgainst(one, said))
                && FrequencyWords.unnumbered(one.leadText()).isEmpty();
    }

    /// What was seen in children does not answer somebody who tells of no child.
    private static boolean isFindingInOthers(Utterance one) {
        return one.claim().kind() != Claim.Kind.RECOMMENDATION
                && one.claim().kind() != Claim.Kind.HARM
                && one.row().fit() instanceof PopulationFit.Indirect;
    }

    /// A recommendation names its people, and none of them may be cut off.
    private static int most(Utterance one) {
        return one.isList()
                        || one.aim() == Utterance.Aim.SAYS_ALL
                        || one.typed() && one.claim().kind() == Claim.Kind.RECOMMENDATION
                ? BottomLines.LEAD_WORDS
                : STATEMENT_WORDS;
    }

    private static boolean isOnSubject(Utterance one) {
        if (one.aim() == Utterance.Aim.OF_THE_SAME_QUESTION
                || one.aim().answers() && one.topic() != null) {
            return true;
        }
        double coverage = one.row().candidate().coverage();
        return one.subject() >= BottomLines.LEAST_SUBJECT
                && (one.subject() < 1 || Double.isNaN(coverage) || coverage >= LEAST_COVERAGE);
    }
}
