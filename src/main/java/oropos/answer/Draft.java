package oropos.answer;

import oropos.appraisal.EvidenceTable;

/// An answer composed and not yet checked. Nobody outside sees one.
public record Draft(Answer answer, EvidenceTable table) {}
