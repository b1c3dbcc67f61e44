package oropos.answer;

import oropos.appraisal.Evidence;

/// Something the library says that did not come into an answer.
///
/// @param gate where it was left out
/// @param row the passage it stands in
/// @param text the sentence, or the whole passage where that was left out
public record Lost(Gate gate, Evidence row, String text) {}
