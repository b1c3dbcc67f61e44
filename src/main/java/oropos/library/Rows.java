package oropos.library;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows by lists of keys, in as few statements as a database takes.
final class Rows {

    /// Keys in one statement; SQLite takes 32,766 and PostgreSQL 65,535, but plans fewer faster.
    static final int KEYS = 500;

    private Rows() {}

    /// What is done with each row.
    @FunctionalInterface
    interface Each {
        void row(ResultSet row) throws SQLException;
    }

    /// Runs `sql`, in which `:keys` stands for the list, over all of `keys`.
    static void of(Connection connection, String sql, Collection<?> keys, Each each)
            throws SQLException {
        List<Object> all = new ArrayList<>(keys);
        for (int from = 0; from < all.size(); from += KEYS) {
            List<Object> some = all.subList(from, Math.min(all.size(), from + KEYS));
            String marks = "?,".repeat(some.size() - 1) + "?";
            try (PreparedStatement statement =
                    connection.prepareStatement(sql.replace(":keys", marks))) {
                for (int i = 0; i < some.size(); i++) {
                    statement.setObject(i + 1, some.get(i));
                }
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        each.row(row);
                    }
                }
            }
        }
    }

    /// Runs a statement with a few values in the order of its question marks.
    static int run(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    static void query(Connection connection, String sql, Each each, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    each.row(row);
                }
            }
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value == null) {
                statement.setNull(i + 1, Types.VARCHAR);
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
