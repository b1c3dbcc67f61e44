package oropos.question;

import java.util.List;
import oropos.terminology.Terminology;

/// Asks the built-in understanding and looks at what came of it.
final class Asking {

    static final Understanding UNDERSTANDING = new Understanding(Terminology.builtIn());

    private Asking() {}

    static Understood understood(String text) {
        return UNDERSTANDING.of(Asked.by(Reader.PHYSICIAN, text));
    }

    /// The question understood; fails where it was refused.
    static ClinicalQuestion question(String text) {
        return switch (understood(text)) {
            case Understood.Clear clear -> clear.question();
            case Understood.NeedsDetail needs -> needs.question();
            case Understood.Refused refused ->
                    throw new AssertionError("refused as " + refused.reason() + ": " + text);
        };
    }

    static Understood.Refused refused(String text) {
        if (understood(text) instanceof Understood.Refused refused) {
            return refused;
        }
        throw new AssertionError("not refused: " + text);
    }

    static List<Urgent> urgent(String text) {
        return switch (understood(text)) {
            case Understood.Clear clear -> clear.question().urgent();
            case Understood.NeedsDetail needs -> needs.question().urgent();
            case Understood.Refused refused -> refused.urgent();
        };
    }

    static List<String> signs(String text) {
        return urgent(text).stream().map(Urgent::rule).toList();
    }

    static List<String> premises(String text) {
        return question(text).premises().stream().map(Premise::rule).toList();
    }

    static List<String> untold(String text) {
        return question(text).unknownFacts().stream().map(ClinicalQuestion.Fact::key).toList();
    }

    static String asked(String text) {
        return switch (understood(text)) {
            case Understood.Clear clear -> clear.question().asked();
            case Understood.NeedsDetail needs -> needs.question().asked();
            case Understood.Refused refused -> refused.asked();
        };
    }
}
