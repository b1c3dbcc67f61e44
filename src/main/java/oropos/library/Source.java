package oropos.library;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One bibliographic record, as its current version states it.
///
/// @param form which reader it came through: `pubmed`, `medline`, `jats`, `medquad`, `openstax`,
///     `label`, `html`, `guideline`, `starter`
/// @param work the publication this record belongs to: the smallest id among the joined records
/// @param year null where the record gives none
/// @param url an address of the source itself, or null
/// @param language ISO 639-1 or -2 as the record gives it, "en" where silent
/// @param types publication types as the record words them
/// @param mesh MeSH descriptors as the record words them
/// @param issuerGrade the issuer's own grade with its scheme, or null
/// @param newerEdition what is known of a newer edition by the same issuer, or null
/// @param standingNote date and notice behind `standing`, or null
/// @param linkOnly true where the text was removed at the source: findable as a link, supports
///     nothing
public record Source(
        SourceId id,
        String form,
        SourceId work,
        String title,
        List<String> authors,
        @Nullable String issuer,
        @Nullable String venue,
        @Nullable Integer year,
        @Nullable String pmid,
        @Nullable String doi,
        @Nullable String pmcid,
        @Nullable String url,
        @Nullable String licence,
        String language,
        List<String> types,
        List<String> mesh,
        @Nullable String issuerGrade,
        @Nullable String newerEdition,
        @Nullable LocalDate published,
        TextKind textKind,
        Standing standing,
        @Nullable String standingNote,
        boolean linkOnly) {

    public Source {
        authors = List.copyOf(authors);
        types = List.copyOf(types);
        mesh = List.copyOf(mesh);
    }

    /// Whether this is an overview of the board: it is found and named, and rests on the sources beneath
    /// it; by itself it supports nothing.
    public boolean isOverview() {
        return form.equals(Beneath.FORM);
    }
}
