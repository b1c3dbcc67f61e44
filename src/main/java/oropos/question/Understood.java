package oropos.question;

import java.util.List;

/// What became of a question that was read.
public sealed interface Understood {

    /// The urgent signs found, the most urgent first.
    default List<Urgent> urgent() {
        return switch (this) {
            case Clear(ClinicalQuestion question) -> question.urgent();
            case NeedsDetail(ClinicalQuestion question, var _) -> question.urgent();
            case Refused refused -> refused.urgent;
        };
    }

    /// The same, with these urgent signs.
    default Understood with(List<Urgent> signs) {
        return switch (this) {
            case Clear(ClinicalQuestion question) -> new Clear(question.with(signs));
            case NeedsDetail(ClinicalQuestion question, List<ClinicalQuestion.Fact> missing) ->
                    new NeedsDetail(question.with(signs), missing);
            case Refused(
                            String asked,
                            Reader reader,
                            String reason,
                            String words,
                            var _,
                            List<ClinicalQuestion.Removed> removed,
                            String rules) ->
                    new Refused(asked, reader, reason, words, signs, removed, rules);
        };
    }

    /// It can be searched.
    record Clear(ClinicalQuestion question) implements Understood {}

    /// It can be searched, but facts that change the answer are missing.
    record NeedsDetail(ClinicalQuestion question, List<ClinicalQuestion.Fact> missing)
            implements Understood {
        public NeedsDetail {
            missing = List.copyOf(missing);
        }
    }

    /// It cannot be searched. `reason` is a code of the refusal list (`empty`, `tooLong`,
    /// `notClinical`, `notEnglish`, `harm`, `image`, `order`), `words` one clear sentence.
    /// `urgent` is shown all the same.
    ///
    /// @param asked without identifiers, and of a long text only the beginning
    /// @param removed what was taken out of it
    /// @param rules version of the rule files that spoke
    record Refused(
            String asked,
            Reader reader,
            String reason,
            String words,
            List<Urgent> urgent,
            List<ClinicalQuestion.Removed> removed,
            String rules)
            implements Understood {
        public Refused {
            urgent = List.copyOf(urgent);
            removed = List.copyOf(removed);
        }

        /// Whether only the beginning of the text was kept: it cannot be read a second time.
        public static boolean isCut(String asked) {
            return asked.endsWith(CUT);
        }

        /// Stands where the rest of a text was.
        static final String CUT = "\u2026";
    }
}
