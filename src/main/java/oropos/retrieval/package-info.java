/// Finds the passages that may answer a question, and says why each was found.
///
/// The index is derived from the library and can always be rebuilt from it. Start at
/// [oropos.retrieval.Retrieval]; Lucene stays inside `retrieval.lucene`.
///
/// This room never judges evidence and never hides what it finds: order is its only opinion, and
/// the same index and question always give the same order.
@ApplicationModule(allowedDependencies = {"question", "library", "inference", "terminology"})
@NullMarked
package oropos.retrieval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
