package oropos.library;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The statements that write a batch's rows, prepared once.
final class Writing implements AutoCloseable {

    private static final String FIELDS =
            "title, authors, issuer, venue, year, pmid, doi, pmcid, url, licence, language, types,"
                    + " mesh, issuer_grade, newer_edition, published, revised, text_kind, link_only,"
                    + " truncations, fingerprint";

    private final PreparedStatement source;
    private final PreparedStatement sourceAgain;
    private final PreparedStatement version;
    private final PreparedStatement study;
    private final PreparedStatement passage;
    private final PreparedStatement membership;
    private final PreparedStatement current;

    Writing(Connection connection) throws SQLException {
        int count = FIELDS.split(",").length;
        source =
                connection.prepareStatement(
                        "insert into source (number, id, form, work, standing, "
                                + FIELDS
                                + ") values (?, ?, ?, ?, 'current'"
                                + ", ?".repeat(count)
                                + ")");
        sourceAgain =
                connection.prepareStatement(
                        "update source set "
                                + FIELDS.replace(",", " = ?,")
                                + " = ? where number = ?");
        version =
                connection.prepareStatement(
                        "insert into version (number, id, hash, source, text, changed,"
                                + " most_passages) values (?, ?, ?, ?, ?, ?, ?)");
        study =
                connection.prepareStatement(
                        "insert into study (version, design, design_certain, design_reason,"
                                + " population, people, rules) values (?, ?, ?, ?, ?, ?, ?)");
        passage =
                connection.prepareStatement(
                        "insert into passage (version, ordinal, start_at, end_at, role, headings,"
                                + " claim) values (?, ?, ?, ?, ?, ?, ?)");
        membership =
                connection.prepareStatement("insert into membership (name, source) values (?, ?)");
        current = connection.prepareStatement("update source set version = ? where number = ?");
    }

    void source(long number, Accession accession) throws SQLException {
        String id = accession.record().id().value();
        @Nullable Object[] fields = fields(accession);
        @Nullable Object[] values = new @Nullable Object[fields.length + 4];
        values[0] = number;
        values[1] = id;
        values[2] = accession.record().form();
        values[3] = id;
        System.arraycopy(fields, 0, values, 4, fields.length);
        add(source, values);
    }

    void sourceAgain(long number, Accession accession) throws SQLException {
        @Nullable Object[] fields = fields(accession);
        @Nullable Object[] values = new @Nullable Object[fields.length + 1];
        System.arraycopy(fields, 0, values, 0, fields.length);
        values[fields.length] = number;
        add(sourceAgain, values);
    }

    private static @Nullable Object[] fields(Accession accession) {
        Record record = accession.record();
        String issuer = record.issuer();
        String venue = record.venue();
        String licence = record.licence();
        return new @Nullable Object[] {
            Typeset.oneLine(record.title()),
            FieldsJson.list(record.authors().stream().map(Typeset::oneLine).toList()),
            issuer == null ? null : Typeset.oneLine(issuer),
            venue == null ? null : Typeset.oneLine(venue),
            record.year(),
            record.pmid(),
            record.doi(),
            record.pmcid(),
            record.url(),
            licence == null ? null : Typeset.oneLine(licence),
            record.language(),
            FieldsJson.list(record.types()),
            FieldsJson.list(record.mesh()),
            record.issuerGrade(),
            record.newerEdition(),
            record.published() == null ? null : record.published().toString(),
            record.revised() == null ? null : record.revised().toString(),
            record.textKind().code(),
            record.linkOnly() ? 1 : 0,
            FieldsJson.list(record.truncations()),
            accession.fingerprint()
        };
    }

    void version(long number, long source, Accession accession, long snapshot) throws SQLException {
        Typeset typeset = accession.typeset();
        add(
                version,
                number,
                accession.record().id().value(),
                typeset.hash(),
                source,
                typeset.text(),
                snapshot,
                typeset.passages().size());
    }

    /// Study and passages of a version.
    void passages(long number, Accession accession) throws SQLException {
        Study described = accession.study();
        add(
                study,
                number,
                FieldsJson.code(described.design()),
                described.designCertain() ? 1 : 0,
                described.designReason(),
                FieldsJson.population(described.population()),
                described.n(),
                described.rules());
        Typeset typeset = accession.typeset();
        for (Passage one : typeset.passages()) {
            if (!one.text().equals(one.span().of(typeset.text()))) {
                throw new IllegalStateException(
                        "passage " + one.id() + " is not what stands at its place");
            }
            add(
                    passage,
                    number,
                    one.id().ordinal(),
                    one.span().start(),
                    one.span().end(),
                    FieldsJson.code(one.role()),
                    FieldsJson.list(one.headings()),
                    FieldsJson.claim(one.claim()));
        }
    }

    void memberships(long number, Accession accession) throws SQLException {
        Record record = accession.record();
        for (String name : PublicationNames.ids(record)) {
            add(membership, name, number);
        }
        String title = PublicationNames.title(record);
        if (title != null) {
            add(membership, title, number);
        }
        String edition = PublicationNames.edition(record, accession.study());
        if (edition != null) {
            add(membership, edition, number);
        }
    }

    void current(long number, @Nullable Long held) throws SQLException {
        add(current, held, number);
    }

    /// In the order in which rows refer to one another.
    void flush() throws SQLException {
        for (PreparedStatement statement : all()) {
            statement.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : all()) {
            statement.close();
        }
    }

    private List<PreparedStatement> all() {
        return List.of(source, sourceAgain, version, study, passage, membership, current);
    }

    private static void add(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        Rows.bind(statement, values);
        statement.addBatch();
    }
}
