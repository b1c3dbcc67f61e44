/// Measures: how fast Oropos opens, answers and reads files, how much memory that takes, whether the
/// same question gives the same bytes, and whether every quote stands in the record.
///
/// And how good answers and searches are on collections with judgments:
/// [oropos.evaluation.StatementRun], [oropos.evaluation.SearchRun].
///
/// Start at [oropos.evaluation.Measure]. It uses the doors of the other rooms as the command line
/// does, on any data folder; there it changes nothing but an index that is missing or old. All it reports
/// carries its unit; everything but times, rates and memory is the same at every run.
@ApplicationModule(
        allowedDependencies = {
            "terminology",
            "question",
            "library",
            "inference",
            "retrieval",
            "appraisal",
            "answer",
            "verification",
            "consultation"
        })
@NullMarked
package oropos.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
