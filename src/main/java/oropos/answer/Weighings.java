package oropos.answer;

import java.util.Locale;
import oropos.appraisal.Certainty;
import oropos.appraisal.PopulationFit;

/// How what appraisal decided is written in an answer.
public final class Weighings {

    private Weighings() {}

    public static Answer.FitView fit(PopulationFit fit) {
        return switch (fit) {
            case PopulationFit.Direct() -> new Answer.FitView("direct", null);
            case PopulationFit.Indirect(String difference, PopulationFit.Gap _, var _) ->
                    new Answer.FitView("indirect", difference);
            case PopulationFit.Unstated() -> new Answer.FitView("unstated", null);
        };
    }

    public static Answer.CertaintyView certainty(Certainty certainty) {
        return new Answer.CertaintyView(code(certainty.level()), true, certainty.reasons());
    }

    /// `veryLow` for VERY_LOW.
    static String code(Certainty.Level level) {
        String words = level.name().toLowerCase(Locale.ROOT);
        int gap = words.indexOf('_');
        return gap < 0
                ? words
                : words.substring(0, gap)
                        + Character.toUpperCase(words.charAt(gap + 1))
                        + words.substring(gap + 2);
    }
}
