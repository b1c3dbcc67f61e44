/// Decides whether an answer becomes a page that people vouch for, and whether it stays one.
///
/// Start at [oropos.review.Reviews], the door; the rules themselves are in
/// [oropos.review.ArticleVersion], a value that says what may happen to it next and, where something
/// may not, why. A refusal to move is a value in words, never an exception.
///
/// It writes no clinical words of its own: what people change is chosen from the record and checked
/// again by verification. Software submits nothing for itself, signs nothing and approves nothing.
@ApplicationModule(
        allowedDependencies = {
            "terminology",
            "library",
            "answer",
            "verification",
            "people",
            "ledger"
        })
@NullMarked
package oropos.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
