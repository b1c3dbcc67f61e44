package oropos.question;

import java.util.List;

/// What became of a question that was read.
public sealed interface Understood {

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
    /// `notClinical`, `notEnglish`, `order`, `emergencyOnly`), `words` one clear sentence.
    /// `urgent` is shown all the same.
    record Refused(String asked, String reason, String words, List<Urgent> urgent)
            implements Understood {
        public Refused {
            urgent = List.copyOf(urgent);
        }
    }
}
