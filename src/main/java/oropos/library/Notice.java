package oropos.library;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A link between a publication and a later word about it, as PubMed's CommentsCorrections, JATS's
/// related-article or a map of retractions state it.
///
/// Direction decides everything: a kind that ends in `IN` says that *this* record is affected, one
/// that ends in `OF` says that this record *is* the notice about another one, and is not itself
/// retracted.
///
/// @param pmid the other publication, or null where the record names it otherwise
/// @param doi the other publication, lower case, or null
/// @param note the words of the record ("Lancet. 2010 Feb 6;375(9713):445"), or null
/// @param date the day of the notice, where the record states it
public record Notice(
        Kind kind,
        @Nullable String pmid,
        @Nullable String doi,
        @Nullable String note,
        @Nullable LocalDate date) {

    /// What the link says. Names in brackets are PubMed's `RefType`.
    public enum Kind {
        /// RetractionIn
        RETRACTION_IN,
        /// RetractedandRepublishedIn: the words stored here are retracted
        RETRACTED_AND_REPUBLISHED_IN,
        /// ExpressionOfConcernIn
        CONCERN_IN,
        /// ErratumIn
        ERRATUM_IN,
        /// CorrectedandRepublishedIn
        CORRECTED_AND_REPUBLISHED_IN,
        /// UpdateIn
        UPDATE_IN,
        /// A retraction taken back by its journal; PubMed has no word for it, Retraction Watch has
        REINSTATED_IN,
        /// RetractionOf
        RETRACTION_OF,
        /// RetractedandRepublishedFrom
        RETRACTED_AND_REPUBLISHED_OF,
        /// ExpressionOfConcernFor
        CONCERN_OF,
        /// ErratumFor
        ERRATUM_OF,
        /// CorrectedandRepublishedFrom
        CORRECTED_AND_REPUBLISHED_OF,
        /// UpdateOf
        UPDATE_OF,
        /// The notice that takes a retraction back
        REINSTATED_OF;

        /// Whether the record that carries the link is the one affected.
        public boolean affectsBearer() {
            return name().endsWith("_IN");
        }

        /// The same link seen from its other end.
        public Kind reversed() {
            String name = name();
            String stem = name.substring(0, name.length() - 3);
            return valueOf(stem + (affectsBearer() ? "_OF" : "_IN"));
        }
    }

    public Notice {
        if (pmid != null && !pmid.matches(Record.PMID)) {
            throw new IllegalArgumentException("a PMID is up to nine digits, but was " + pmid);
        }
        doi = doi == null ? null : doi.strip().toLowerCase(Locale.ROOT);
    }
}
