/// Decides how much each passage may weigh in an answer.
///
/// Retrieval says what was found. Appraisal says how far it can be trusted *for the person asked
/// about*: what kind of study it is, whether it was done in people like this one, how certain it
/// leaves us, whether it has been withdrawn. The result is an evidence table, one row for each
/// passage, and every judgement in it carries its reason.
///
/// Start reading at [oropos.appraisal.PopulationFit], the judgement most often wrong in practice.
///
/// This room never searches, never reorders by wording and never writes prose. It asks no language
/// model, so the same findings always give the same table.
@ApplicationModule(allowedDependencies = {"question", "library", "retrieval", "terminology"})
@NullMarked
package oropos.appraisal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
