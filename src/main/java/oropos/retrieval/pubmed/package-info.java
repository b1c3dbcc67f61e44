/// The query syntax of PubMed: text in, a tree of terms out. It knows nothing of the index.
///
/// Start at [oropos.retrieval.pubmed.QueryParser]. What is read, and what is not, stands in
/// `docs/search.md`.
@NullMarked
package oropos.retrieval.pubmed;

import org.jspecify.annotations.NullMarked;
