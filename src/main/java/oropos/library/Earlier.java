package oropos.library;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps what a batch is about to change, as it stood before.
///
/// Rows that the batch itself makes need no keeping: they are known by their numbers. Of each row the
/// first state within a snapshot is kept, which is the one of the snapshot before. [PastLibrary] reads
/// it.
final class Earlier {

    private final Connection connection;
    private final long snapshot;
    private final long lastSource;

    /// @param snapshot the snapshot the batch makes
    /// @param lastSource the newest source before the batch
    Earlier(Connection connection, long snapshot, long lastSource) {
        this.connection = connection;
        this.snapshot = snapshot;
        this.lastSource = lastSource;
    }

    /// Keeps a source's fields, its work, its standing and which version is its current one.
    void source(long number) throws SQLException {
        if (number > lastSource) {
            return;
        }
        Rows.query(
                connection,
                "select * from source where number = ? and not exists (select 1 from earlier_fields"
                        + " where source = number and snapshot = ?)",
                row -> {
                    Map<String, @Nullable String> fields = new LinkedHashMap<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        fields.put(row.getMetaData().getColumnName(i), row.getString(i));
                    }
                    Rows.run(
                            connection,
                            "insert into earlier_fields (source, snapshot, fields) values (?, ?, ?)",
                            number,
                            snapshot,
                            FieldsJson.map(fields));
                },
                number,
                snapshot);
    }

    /// Keeps study and passages of a version that was current before.
    void passages(long version) throws SQLException {
        Rows.run(
                connection,
                "insert into earlier_passages (version, snapshot, study, passages) select version, ?,"
                        + " json_object('design', design, 'design_certain', design_certain,"
                        + " 'design_reason', design_reason, 'population', population, 'people',"
                        + " people, 'rules', rules), (select json_group_array(json_object('ordinal',"
                        + " ordinal, 'start_at', start_at, 'end_at', end_at, 'role', role,"
                        + " 'headings', headings, 'claim', claim)) from passage where"
                        + " passage.version = study.version) from study where version = ? on"
                        + " conflict do nothing",
                snapshot,
                version);
    }
}
