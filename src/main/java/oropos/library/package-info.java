/// The sources: what is known, in which version, and how it stands.
///
/// The library is the system of record. It reads files into sources, keeps every version of each
/// with the exact offsets of its passages, describes each version once as a [oropos.library.Study],
/// joins sources that are one publication into a work, and says how a work stands (current,
/// corrected, concern, retracted, superseded). Start at [oropos.library.Library].
///
/// It never ranks, never weighs evidence for a patient and never writes prose. Nothing once stored
/// is changed: a new text is a new version.
@ApplicationModule(allowedDependencies = {"terminology", "ledger"})
@NullMarked
package oropos.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
