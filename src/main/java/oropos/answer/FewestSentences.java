package oropos.answer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Of what is near the question the few that are shown: every block that tells it, and of running text no more
/// than is read in a minute.
final class FewestSentences {

    /// Sentences of running text in one answer that tell what was asked of its very subject. A page read
    /// in a minute helps; forty sentences do not.
    static final int ON_IT = 10;

    /// Sentences of running text that tell it of something near.
    private static final int NEAR_IT = 4;

    /// From so many sentences on, a page that asks the very question answers it.
    private static final int ENOUGH = 3;

    /// Sentences from elsewhere beside such a page.
    private static final int BESIDE = 3;

    /// Sentences near the question beside enough that tell what was asked.
    private static final int NEAR_ENOUGH = 2;

    /// Sentences of running text that only say what the subject is.
    private static final int BACKGROUND = 2;

    private final Sieve sieve;

    FewestSentences(Sieve sieve) {
        this.sieve = sieve;
    }

    /// What says most of what was asked: the best sentences of running text, and the blocks that
    /// tell it.
    List<Utterance> of(List<Utterance> near) {
        List<Utterance> few = new ArrayList<>();
        Map<Utterance.Aim, Integer> running = new EnumMap<>(Utterance.Aim.class);
        int beside = 0;
        // Beside blocks written for the question, what is only near it distracts.
        boolean told =
                near.stream().filter(one -> one.aim() == Utterance.Aim.OF_THE_SAME_QUESTION).count()
                        >= ENOUGH;
        boolean blocks =
                near.stream().anyMatch(one -> one.typed() && one.aim() != Utterance.Aim.BACKGROUND);
        // Beside sentences that tell what was asked, what tells of the subject alone distracts.
        boolean onIt =
                near.stream()
                                .filter(one -> !one.typed())
                                .filter(one -> one.aim().compareTo(Utterance.Aim.NEAR_IT) < 0)
                                .count()
                        >= ENOUGH;
        for (Utterance one : near) {
            if (one.typed()) {
                if (one.aim() != Utterance.Aim.BACKGROUND) {
                    few.add(one);
                }
            } else if (told && one.aim() != Utterance.Aim.OF_THE_SAME_QUESTION) {
                if (one.aim().compareTo(Utterance.Aim.NEAR_IT) < 0 && beside < BESIDE) {
                    few.add(one);
                    beside++;
                }
            } else if ((!blocks || one.aim().compareTo(Utterance.Aim.NEAR_IT) < 0)
                    && running.getOrDefault(one.aim(), 0) < most(one.aim(), onIt)) {
                few.add(one);
                running.merge(one.aim(), 1, Integer::sum);
            }
        }
        sieve.losing(near, few, Gate.SAYS_LESS);
        return few;
    }

    /// @param onIt whether enough sentences tell what was asked
    private static int most(Utterance.Aim aim, boolean onIt) {
        if (aim.tellsIt()) {
            return ON_IT;
        }
        boolean near = aim == Utterance.Aim.NEAR_IT;
        return onIt ? near ? NEAR_ENOUGH : 0 : near ? NEAR_IT : BACKGROUND;
    }
}
