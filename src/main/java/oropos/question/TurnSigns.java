package oropos.question;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// The urgent signs told in a thread: no later turn silences one that was told, and none told in a turn is lost.
///
/// @param in the rules of the signs a text tells
record TurnSigns(Function<String, List<String>> in) {

    private static final int FEW_WORDS = 4;

    static TurnSigns of(Understanding understanding) {
        return new TurnSigns(text -> {
            List<Urgent> urgent =
                    switch (understanding.of(Asked.by(Reader.PHYSICIAN, text))) {
                        case Understood.Clear(ClinicalQuestion question) -> question.urgent();
                        case Understood.NeedsDetail(ClinicalQuestion question, var _) ->
                                question.urgent();
                        case Understood.Refused refused -> refused.urgent();
                    };
            return urgent.stream().map(Urgent::rule).toList();
        });
    }

    /// Whether a turn tells one.
    ///
    /// @param alike whether words that only sound like one count, where they are more than a few
    boolean areIn(String turn, boolean alike) {
        boolean more = alike && turn.split("\\s+").length > FEW_WORDS;
        return in.apply(turn).stream().anyMatch(rule -> more || !rule.startsWith("sounds-like"));
    }

    /// Whether none is heard in the question made of a turn that tells one.
    boolean areLost(String turn, String question) {
        return areIn(turn, false) && in.apply(question).isEmpty();
    }

    /// Whether a question gone back to leaves one behind that was told of the same patient.
    boolean areLost(Said then, String last, Said at, String back) {
        Patient one = then.patient();
        Patient other = at.patient();
        boolean same = Objects.equals(one.age(), other.age()) && one.sex() == other.sex();
        return same && isSilencing(last, back);
    }

    /// Whether an urgent sign told before is no longer heard where something is taken away.
    boolean isSilencing(String last, String whole) {
        return !in.apply(whole).containsAll(in.apply(last));
    }
}
