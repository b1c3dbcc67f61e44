package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import oropos.terminology.Sentences;

/// What of the question before goes over to another person: the illness asked about, or the treatment; nothing
/// the first one has or takes beside it.
///
/// @param taken ids of the drugs the first one takes
/// @param last the text asked before
record GoesOver(Set<String> taken, String last, String text, Said now, Said then) {

    /// @param aged whether the other's age is known
    /// @param ownMatter whether the turn names a treatment of its own
    List<Finding> toAnother(boolean aged, boolean ownMatter) {
        List<Finding> kept = new ArrayList<>(aged ? ofAnother() : then.problems());
        if (tellsOwnProblem()) {
            kept.removeAll(then.problems());
        }
        List<Finding> illness = illness();
        kept.removeIf(old -> then.problems().contains(old) && !illness.contains(old));
        kept.removeIf(old -> taken.contains(old.id()) && then.drugs().size() > 1);
        if (kept.isEmpty() && !tellsOwnProblem()) {
            kept.addAll(illness);
            kept.removeIf(old -> TurnCue.HEALTHY.isIn(text) && then.problems().contains(old));
        }
        if (ownMatter) {
            kept.removeIf(old -> !then.problems().contains(old));
        }
        return kept;
    }

    /// "My mother, 75, has constipation too": of what the first one had, this alone.
    boolean tellsOwnProblem() {
        return now.problems().stream()
                .anyMatch(one -> one.isSearched() && !NamedInTurn.isNew(one, then));
    }

    /// The illness asked about, else the treatment: not what the first one has beside it and takes drugs for.
    List<Finding> illness() {
        List<Finding> illness = new ArrayList<>(firstTold());
        if (then.drugs().stream().anyMatch(one -> one.isSearched() && !taken.contains(one.id()))) {
            String main = Corrections.in(last).main();
            List<String> background =
                    Sentences.of(main).stream()
                            .map(span -> span.of(main).strip())
                            .filter(one -> one.endsWith("."))
                            .filter(one ->
                                    then.drugs().stream()
                                            .anyMatch(drug ->
                                                    taken.contains(drug.id())
                                                            && one.contains(drug.words())))
                            .toList();
            illness.removeIf(one -> background.stream().anyMatch(had -> had.contains(one.words())));
        }
        return illness.isEmpty()
                ? then.treatments().filter(one -> !taken.contains(one.id())).toList()
                : illness;
    }

    /// What the first one had in the sentence that told of an illness first: not what was told of him later.
    private List<Finding> firstTold() {
        String main = Corrections.in(last).main();
        List<List<Finding>> told =
                Sentences.of(main).stream()
                        .map(span -> span.of(main))
                        .map(one ->
                                then.problems().stream()
                                        .filter(problem -> one.contains(problem.words()))
                                        .toList())
                        .filter(found -> !found.isEmpty())
                        .toList();
        return told.size() < 2 || Corrections.in(last).carriesProblems()
                ? then.problems()
                : told.getFirst();
    }

    List<Finding> ofAnother() {
        List<Finding> all =
                TurnCue.THE_SAME.isIn(text) || TurnCue.HEALTHY.isIn(text)
                        ? then.findings().toList()
                        : then.problems();
        return TurnCue.HEALTHY.isIn(text)
                ? all.stream().filter(one -> !then.problems().contains(one)).toList()
                : all;
    }
}
