/// Asks: understood, searched, weighed, written, checked, in this order, with progress.
///
/// Start at [oropos.consultation.Consultation]. It knows the order of the stages, the settings of an
/// answer and its receipt, and nothing of what any stage decides.
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
            "ledger"
        })
@NullMarked
package oropos.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
