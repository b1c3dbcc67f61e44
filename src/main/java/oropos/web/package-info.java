/// The pages and the JSON interface over HTTP.
///
/// One file a page. It shows what consultation made, in the order the contract fixes, and never
/// changes a word of it. Start at [oropos.web.AskPage].
@ApplicationModule(
        allowedDependencies = {
            "question",
            "library",
            "retrieval",
            "answer",
            "verification",
            "consultation",
            "terminology",
            "people",
            "review",
            "publication"
        })
@NullMarked
package oropos.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
