package oropos.consultation;

import java.util.List;
import oropos.answer.Answer;

/// What came of a board overview that an editor wrote.
public sealed interface Overviewed {

    /// Every sentence stands in the record and may be shown.
    record Fits(Answer answer) implements Overviewed {}

    /// It may not be kept so.
    ///
    /// @param problems each with its line, for whoever wrote it; never empty
    record Refused(List<String> problems) implements Overviewed {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
