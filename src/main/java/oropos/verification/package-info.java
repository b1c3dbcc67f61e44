/// Checks a draft against the record, span by span, and removes what does not hold.
///
/// Every passage is read again from the library, never from the draft. Start at
/// [oropos.verification.Verification].
///
/// It adds nothing and rewrites nothing: a statement holds, or it is removed, counted and named.
@ApplicationModule(
        allowedDependencies = {
            "question",
            "library",
            "appraisal",
            "answer",
            "terminology",
            "retrieval"
        })
@NullMarked
package oropos.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
