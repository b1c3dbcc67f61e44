/// Composes an answer out of weighed evidence, without a language model.
///
/// Statements are exact spans of stored passages, or templates over typed fields taken from spans;
/// they join only through a versioned list of connectives. Section plans are data, and a planned
/// section never disappears. Start at [oropos.answer.Composer]; the shape of what comes out is
/// [oropos.answer.Answer], the JSON of the contract.
///
/// This room never invents, never searches and never decides alone that something may be shown:
/// what it makes is a [oropos.answer.Draft], and verification has the last word.
@ApplicationModule(
        allowedDependencies = {
            "question",
            "library",
            "appraisal",
            "terminology",
            "inference",
            "retrieval"
        })
@NullMarked
package oropos.answer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
