/// Reads clinical language: words into concepts, ages, numbers with units, doses, sentences.
///
/// Every other room that must know what a text *says* asks here, so that a question, a study's
/// population and a statement under check are read by the same eyes. Start at
/// [oropos.terminology.Terminology].
///
/// This room never judges and never searches: it does not know what a good answer is, only what
/// words mean. Drug names are never corrected, abbreviations never expanded beyond what their own
/// text defines.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package oropos.terminology;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
