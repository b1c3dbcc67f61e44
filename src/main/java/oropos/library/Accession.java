package oropos.library;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A record ready to be shelved: its text set, its study described, its fingerprint taken.
///
/// @param study what the document states, or what the describer read
/// @param notices the record's own, and those its title, types and stated standing imply
/// @param fingerprint SHA-256 over everything that will be stored; the same means nothing to write
record Accession(
        Record record, Typeset typeset, Study study, List<Notice> notices, String fingerprint) {

    /// Titles under which publishers leave a retracted or withdrawn paper standing: "RETRACTED: ...",
    /// "Retracted article: ...", "[Retracted] ...", "WITHDRAWN: ...". "Retraction: ..." and
    /// "Retraction notice to ..." are titles of notices and do not match.
    private static final Pattern WITHDRAWN_TITLE =
            Pattern.compile(
                    "^\\s*(?:[\\[(*]\\s*(?:retracted|withdrawn)(?:\\s+(?:article|paper|chapter))?\\s*[\\])*]"
                            + "|(?:retracted|withdrawn)(?:\\s+(?:article|paper|chapter))?\\s*(?::|\\s[-–—]\\s))",
                    Pattern.CASE_INSENSITIVE);

    /// PubMed's publication type of a retracted paper, MeSH D016441. "Retraction of Publication" is
    /// the type of the notice.
    private static final String RETRACTED_TYPE = "Retracted Publication";

    Accession {
        notices = List.copyOf(notices);
    }

    static Accession of(Record record, Study study) {
        Typeset typeset = Typeset.of(record);
        List<Notice> notices = new ArrayList<>(record.notices());
        String title = Typeset.oneLine(record.title());
        if (WITHDRAWN_TITLE.matcher(title).find()) {
            notices.add(said(Notice.Kind.RETRACTION_IN, "marked so in its title"));
        }
        if (record.types().stream().anyMatch(RETRACTED_TYPE::equalsIgnoreCase)) {
            notices.add(said(Notice.Kind.RETRACTION_IN, "publication type " + RETRACTED_TYPE));
        }
        Notice stated = stated(record.standing());
        if (stated != null) {
            notices.add(stated);
        }
        return new Accession(record, typeset, study, notices, fingerprint(record, typeset, study));
    }

    private static @Nullable Notice stated(@Nullable Standing standing) {
        if (standing == null) {
            return null;
        }
        String note = "stated in the document";
        return switch (standing) {
            case CURRENT -> null;
            case CORRECTED -> said(Notice.Kind.ERRATUM_IN, note);
            case CONCERN -> said(Notice.Kind.CONCERN_IN, note);
            case SUPERSEDED -> said(Notice.Kind.UPDATE_IN, note);
            case RETRACTED -> said(Notice.Kind.RETRACTION_IN, note);
        };
    }

    private static Notice said(Notice.Kind kind, String note) {
        return new Notice(kind, null, null, note, (@Nullable LocalDate) null);
    }

    private static String fingerprint(Record record, Typeset typeset, Study study) {
        StringBuilder all = new StringBuilder(1_024);
        field(all, record.id().value());
        field(all, record.form());
        field(all, record.title());
        field(all, FieldsJson.list(record.authors()));
        field(all, record.issuer());
        field(all, record.venue());
        field(all, record.year());
        field(all, record.pmid());
        field(all, record.doi());
        field(all, record.pmcid());
        field(all, record.url());
        field(all, record.licence());
        field(all, record.language());
        field(all, FieldsJson.list(record.types()));
        field(all, FieldsJson.list(record.mesh()));
        field(all, record.issuerGrade());
        field(all, record.newerEdition());
        field(all, record.published());
        if (record.revised() != null) {
            field(all, record.revised());
        }
        field(all, record.textKind());
        field(all, record.linkOnly());
        field(all, record.standing());
        field(all, FieldsJson.list(record.truncations()));
        for (Notice notice : record.notices()) {
            field(all, notice.kind());
            field(all, notice.pmid());
            field(all, notice.doi());
            field(all, notice.note());
            field(all, notice.date());
        }
        field(all, typeset.hash());
        for (Passage passage : typeset.passages()) {
            field(all, passage.span().start());
            field(all, passage.span().end());
            field(all, passage.role());
            field(all, FieldsJson.list(passage.headings()));
            field(all, FieldsJson.claim(passage.claim()));
        }
        field(all, study.design());
        field(all, study.designCertain());
        field(all, study.designReason());
        field(all, FieldsJson.population(study.population()));
        field(all, study.n());
        field(all, study.rules());
        return Sha256.of(all.toString());
    }

    /// Length first, so that no two lists of fields read the same.
    private static void field(StringBuilder all, @Nullable Object value) {
        String words = value == null ? "" : value.toString();
        all.append(value == null ? -1 : words.length()).append(':').append(words);
    }
}
