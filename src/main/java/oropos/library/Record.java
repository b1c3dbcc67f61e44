package oropos.library;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Everything a reader found in one record of a file, before it is stored.
///
/// Readers fill it through [Builder], and leave out what the file does not say:
///
/// ```java
/// Record.of(SourceId.pmid("29504223"), "pubmed", title, TextKind.ABSTRACT)
///     .pmid("29504223").authors(authors).year(2018).types(types)
///     .part(Passage.Role.ABSTRACT, List.of("RESULTS"), words)
///     .build();
/// ```
///
/// The title is its own field and becomes the first passage (role TITLE) by itself; parts hold the
/// rest.
///
/// @param id its place in the library together with `form`: a second record of the same id and form
///     is a later version of the first
/// @param form which reader made it: `pubmed`, `medline`, `jats`, `medquad`, `openstax`, `label`,
///     `html`, `guideline`, `starter`, `overview`
/// @param title as printed; where a record has none, readers say "[Title not stated]"
/// @param doi lower case
/// @param pmcid with its letters: `PMC7010480`
/// @param language ISO 639-1 or -2 as the record gives it
/// @param published the day it appeared, where day, month and year are stated
/// @param revised the day its source last changed the record, where that is stated (PubMed's
///     DateRevised); a record revised earlier never takes the place of one revised later
/// @param notices links to later words about it, or from it; direction matters ([Notice])
/// @param linkOnly true where the text was removed at the source
/// @param stated what the document itself says of its design, population and number of people
///     (guideline form), or null where the describer reads it from types and words
/// @param standing what the document itself says of how it stands (guideline form), or null
/// @param truncations what the reader cut or missed, in words, one entry for each kind ("abstract
///     truncated at 250 words", "3 tables left out")
public record Record(
        SourceId id,
        String form,
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
        @Nullable LocalDate revised,
        TextKind textKind,
        List<Notice> notices,
        List<Part> parts,
        boolean linkOnly,
        @Nullable Study stated,
        @Nullable Standing standing,
        List<String> truncations) {

    /// What stands in the title field where a record has none.
    public static final String NO_TITLE = "[Title not stated]";

    /// PMIDs are numbers of up to eight digits today (about 40 million); nine leave room.
    static final String PMID = "[1-9]\\d{0,8}";

    public Record {
        if (pmid != null && !pmid.matches(PMID)) {
            throw new IllegalArgumentException("a PMID is up to nine digits, but was " + pmid);
        }
        if (!form.matches("[a-z]+")) {
            throw new IllegalArgumentException(
                    "a form is one lower-case word, but was \"" + form + "\"");
        }
        title = title.isBlank() ? NO_TITLE : title;
        authors = List.copyOf(authors);
        types = List.copyOf(types);
        mesh = List.copyOf(mesh);
        notices = List.copyOf(notices);
        parts = List.copyOf(parts);
        truncations = List.copyOf(truncations);
        if (year != null && (year < 1000 || year > 2999)) {
            throw new IllegalArgumentException("a year has four digits, but was " + year);
        }
    }

    /// Starts a record with what every record has.
    public static Builder of(SourceId id, String form, String title, TextKind textKind) {
        return new Builder(id, form, title, textKind);
    }

    /// Gathers what a reader finds. Every setter takes null or blank as "the record does not say".
    public static final class Builder {
        private final SourceId id;
        private final String form;
        private final String title;
        private final TextKind textKind;
        private final List<String> authors = new ArrayList<>();
        private final List<String> types = new ArrayList<>();
        private final List<String> mesh = new ArrayList<>();
        private final List<Notice> notices = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();
        private final List<String> truncations = new ArrayList<>();
        private @Nullable String issuer;
        private @Nullable String venue;
        private @Nullable Integer year;
        private @Nullable String pmid;
        private @Nullable String doi;
        private @Nullable String pmcid;
        private @Nullable String url;
        private @Nullable String licence;
        private String language = "en";
        private @Nullable String issuerGrade;
        private @Nullable String newerEdition;
        private @Nullable LocalDate published;
        private @Nullable LocalDate revised;
        private boolean linkOnly;
        private @Nullable Study stated;
        private @Nullable Standing standing;

        private Builder(SourceId id, String form, String title, TextKind textKind) {
            this.id = id;
            this.form = form;
            this.title = title;
            this.textKind = textKind;
        }

        public Builder authors(List<String> names) {
            authors.addAll(names);
            return this;
        }

        public Builder issuer(@Nullable String words) {
            issuer = said(words);
            return this;
        }

        public Builder venue(@Nullable String words) {
            venue = said(words);
            return this;
        }

        public Builder year(@Nullable Integer number) {
            year = number;
            return this;
        }

        /// What is not a PMID is left out, and said so.
        public Builder pmid(@Nullable String digits) {
            String words = said(digits);
            if (words != null && !words.matches(PMID)) {
                return truncated("a PMID that is not a number left out");
            }
            pmid = words;
            return this;
        }

        /// In any case; kept in lower case.
        public Builder doi(@Nullable String name) {
            String words = said(name);
            doi = words == null ? null : words.toLowerCase(Locale.ROOT);
            return this;
        }

        public Builder pmcid(@Nullable String name) {
            pmcid = said(name);
            return this;
        }

        public Builder url(@Nullable String address) {
            url = said(address);
            return this;
        }

        public Builder licence(@Nullable String words) {
            licence = said(words);
            return this;
        }

        public Builder language(@Nullable String code) {
            String words = said(code);
            language = words == null ? "en" : words;
            return this;
        }

        public Builder types(List<String> words) {
            types.addAll(words);
            return this;
        }

        public Builder mesh(List<String> descriptors) {
            mesh.addAll(descriptors);
            return this;
        }

        public Builder issuerGrade(@Nullable String words) {
            issuerGrade = said(words);
            return this;
        }

        public Builder newerEdition(@Nullable String words) {
            newerEdition = said(words);
            return this;
        }

        public Builder published(@Nullable LocalDate day) {
            published = day;
            return this;
        }

        public Builder revised(@Nullable LocalDate day) {
            revised = day;
            return this;
        }

        public Builder notice(Notice notice) {
            notices.add(notice);
            return this;
        }

        public Builder part(Part part) {
            parts.add(part);
            return this;
        }

        public Builder part(Passage.Role role, List<String> headings, String text) {
            return part(new Part(role, headings, text));
        }

        public Builder linkOnly(boolean removed) {
            linkOnly = removed;
            return this;
        }

        public Builder stated(@Nullable Study study) {
            stated = study;
            return this;
        }

        public Builder standing(@Nullable Standing word) {
            standing = word;
            return this;
        }

        public Builder truncated(String what) {
            truncations.add(what);
            return this;
        }

        public Record build() {
            return new Record(
                    id,
                    form,
                    title,
                    authors,
                    issuer,
                    venue,
                    year,
                    pmid,
                    doi,
                    pmcid,
                    url,
                    licence,
                    language,
                    types,
                    mesh,
                    issuerGrade,
                    newerEdition,
                    published,
                    revised,
                    textKind,
                    notices,
                    parts,
                    linkOnly,
                    stated,
                    standing,
                    truncations);
        }

        private static @Nullable String said(@Nullable String words) {
            return words == null || words.isBlank() ? null : words.strip();
        }
    }
}
