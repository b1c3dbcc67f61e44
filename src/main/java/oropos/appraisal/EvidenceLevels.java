package oropos.appraisal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import oropos.library.Design;
import oropos.library.RuleFile;
import oropos.library.Study;
import oropos.question.QuestionKind;

/// The OCEBM 2011 level of a source for a kind of question.
///
/// The authors of the table call it a search order, not a verdict; so it is printed as "rule-based"
/// and never raised or lowered for quality here. Guidelines, labels and textbooks have no place in
/// it.
final class EvidenceLevels {

    static final String FILE = "evidence-levels.tsv";

    /// @param level 1 to 5, or null where the table has none
    /// @param reason the scheme and what was read from it
    record Level(@Nullable Integer level, String reason) {}

    private record Cell(int level, String words) {}

    private final Map<String, Cell> cells = new HashMap<>();

    EvidenceLevels(RuleFile file) {
        for (List<String> row : file.rows()) {
            int level;
            try {
                level = Integer.parseInt(row.get(2));
            } catch (NumberFormatException notANumber) {
                throw bad(file, row, notANumber);
            }
            String key = row.get(0) + " " + row.get(1);
            if (level < 1 || level > 5 || cells.put(key, new Cell(level, row.get(3))) != null) {
                throw bad(file, row, null);
            }
        }
    }

    private static IllegalStateException bad(
            RuleFile file, List<String> row, @Nullable Throwable cause) {
        return new IllegalStateException(
                "rule file " + file.name() + " needs one level from 1 to 5, but has " + row, cause);
    }

    Level of(QuestionKind asked, String kind, Study study) {
        String column = column(asked);
        if (column == null) {
            return new Level(null, "OCEBM 2011 has no levels for definitions");
        }
        Cell cell = cells.get(column + " " + kind);
        if (cell == null) {
            return new Level(null, without(study.design(), column));
        }
        return new Level(
                cell.level(),
                "OCEBM 2011, rule-based, "
                        + column
                        + ": "
                        + cell.words()
                        + (study.designCertain()
                                ? ""
                                : "; design uncertain: " + study.designReason()));
    }

    private static String without(Design design, String column) {
        return "OCEBM 2011 has no level for this ("
                + design.words()
                + ") in the column \""
                + column
                + "\"";
    }

    /// The column each kind of question is read in.
    static @Nullable String column(QuestionKind kind) {
        return switch (kind) {
            case THERAPY, PREVENTION, PROCEDURE, DOSE, INTERACTION, MONITORING -> "treatment";
            case HARM -> "harms";
            case CAUSE, PROGNOSIS -> "prognosis";
            case DIAGNOSIS, TEST_INTERPRETATION -> "diagnosis";
            case DEFINITION -> null;
        };
    }
}
