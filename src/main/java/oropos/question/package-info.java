/// Understands what is asked, about whom, and what is dangerous or wrong in the asking.
///
/// Before anything is searched this room reads the patient, the problems, the drugs and the kind of
/// question out of the words, removes what would identify a person, and lets two sets of
/// deterministic rules speak: urgent signs and premises. Both are versioned data with a source for
/// each row. Start at [oropos.question.Understanding].
///
/// It never looks into the library and never answers. No reader, setting or model can keep an
/// urgent sign or a premise from being shown.
@ApplicationModule(allowedDependencies = {"terminology", "inference"})
@NullMarked
package oropos.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
