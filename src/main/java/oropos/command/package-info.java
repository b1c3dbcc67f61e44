/// The command line: `oropos serve`, `ask`, `library`, `verify`, `backup`, `restore`,
/// `measure`.
///
/// Results go to standard output, progress and errors to standard error; exit 0 done, 1 some lines
/// failed, 2 wrong use, 3 data folder unusable. Start at [oropos.command.Main].
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
            "consultation",
            "ledger",
            "people",
            "review",
            "publication",
            "evaluation",
            "web"
        })
@NullMarked
package oropos.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
