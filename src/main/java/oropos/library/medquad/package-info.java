/// Reads MedQuAD, the question-answer pairs made from health pages of the US National Institutes of
/// Health. Start at [oropos.library.medquad.MedquadReader].
@NullMarked
package oropos.library.medquad;

import org.jspecify.annotations.NullMarked;
