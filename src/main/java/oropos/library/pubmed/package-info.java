/// Reads PubMed and MEDLINE XML as the National Library of Medicine distributes it: record by
/// record, files of any length. Start at [oropos.library.pubmed.PubmedReader].
@NullMarked
package oropos.library.pubmed;

import org.jspecify.annotations.NullMarked;
