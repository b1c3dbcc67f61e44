/// The index on disk and in memory: the only place where Lucene is seen.
///
/// An index is a row of closed [generations][oropos.retrieval.lucene.Generations]. One is written
/// beside the one in use, merged to a single segment sorted by passage id, and never changed again;
/// so the same sources give the same scores and the same order, whatever the order or the number of
/// threads they came in. What is written is an [oropos.retrieval.lucene.Entry] for each passage; what
/// is asked is a list of [oropos.retrieval.lucene.Clause]s.
///
/// This package knows words, fields and vectors, and nothing of questions or sources.
@NullMarked
package oropos.retrieval.lucene;

import org.jspecify.annotations.NullMarked;
