package oropos.review;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `articles.db`: every article with every version, one row each, and what readers reported.
///
/// A version is written only over the revision its writer saw, within one transaction: of two who
/// write at once one is told so and nothing is overwritten.
final class ArticleFile implements AutoCloseable {

    static final String NAME = "articles.db";

    private static final int BUSY_MILLIS = 5_000;

    private static final List<String> TABLES =
            List.of(
                    "create table if not exists article (address text primary key, title text not null,"
                            + " subjects text not null, numbers text not null)",
                    "create table if not exists version (address text not null references article,"
                            + " number integer not null, revision integer not null, state text not"
                            + " null, body text not null, answer text not null, primary key"
                            + " (address, number))",
                    "create table if not exists report (id integer primary key, address text not null,"
                            + " claim integer not null, words text not null, at text not null,"
                            + " reply text, replied_at text)",
                    "create table if not exists assignment (id integer primary key, address text not"
                            + " null, number integer not null, account text not null, due text not"
                            + " null, by_account text not null, at text not null, reminded text,"
                            + " ended text)",
                    "create table if not exists draft (account text not null, address text not null,"
                            + " number integer not null, box text not null, words text not null, at"
                            + " text not null, primary key (account, address, number, box))",
                    "create table if not exists explanation (id integer primary key, term text not"
                            + " null, forms text not null, meaning text not null, source text not"
                            + " null, by_account text not null, at text not null, decided_by text,"
                            + " decided_at text, reason text, accepted integer)");

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultVisibility(all ->
                            all.withGetterVisibility(Visibility.NONE)
                                    .withIsGetterVisibility(Visibility.NONE)
                                    .withFieldVisibility(Visibility.ANY)
                                    .withCreatorVisibility(Visibility.ANY))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    /// An article as it is stored, beside its versions.
    record Head(
            Address address, String title, List<String> subjects, Map<String, Integer> numbers) {}

    /// What is done within one transaction.
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T on(ArticleFile file) throws SQLException;
    }

    private final Path path;
    private final Connection connection;

    private ArticleFile(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    static ArticleFile open(Path dataFolder) {
        Path path = dataFolder.resolve(NAME);
        makeClosed(path);
        try {
            Connection connection =
                    DriverManager.getConnection("jdbc:sqlite:" + path.toAbsolutePath());
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma busy_timeout = " + BUSY_MILLIS);
                statement.execute("pragma journal_mode = wal");
                statement.execute("pragma synchronous = full");
                for (String table : TABLES) {
                    statement.execute(table);
                }
            } catch (SQLException failure) {
                connection.close();
                throw failure;
            }
            return new ArticleFile(path, connection);
        } catch (SQLException failure) {
            throw new ArticlesException("the articles cannot be opened", path, failure);
        }
    }

    /// Opened to read alone, also where nothing may be written.
    static ArticleFile toRead(Path dataFolder) {
        Path path = dataFolder.resolve(NAME);
        try {
            return new ArticleFile(
                    path,
                    DriverManager.getConnection(
                            "jdbc:sqlite:file:"
                                    + path.toAbsolutePath().toUri().getRawPath()
                                    + "?mode=ro"));
        } catch (SQLException failure) {
            throw new ArticlesException("the articles cannot be opened", path, failure);
        }
    }

    private static void makeClosed(Path path) {
        try {
            if (!Files.exists(path)
                    && path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        path,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
        } catch (FileAlreadyExistsException another) {
            // another process was faster
        } catch (IOException unwritable) {
            throw new ArticlesException("the articles cannot be made", path, unwritable);
        }
    }

    /// All of `work` or, where it fails, nothing.
    synchronized <T extends @Nullable Object> T write(Work<T> work) {
        try (Statement transaction = connection.createStatement()) {
            transaction.execute("begin immediate");
            try {
                T result = work.on(this);
                transaction.execute("commit");
                return result;
            } catch (SQLException | RuntimeException failure) {
                transaction.execute("rollback");
                throw failure;
            }
        } catch (SQLException failure) {
            throw new ArticlesException("the articles cannot be written", path, failure);
        }
    }

    synchronized <T extends @Nullable Object> T read(Work<T> work) {
        try {
            return work.on(this);
        } catch (SQLException failure) {
            throw new ArticlesException("the articles cannot be read", path, failure);
        }
    }

    /// Changes when another process or connection has written.
    long changes() throws SQLException {
        return rows("pragma data_version", row -> row.getLong(1)).getFirst();
    }

    // ---- within a transaction

    void addArticle(Head head) throws SQLException {
        run(
                "insert into article values (?,?,?,?) on conflict (address) do update set numbers ="
                        + " excluded.numbers",
                head.address().value(),
                head.title(),
                JSON.writeValueAsString(head.subjects()),
                JSON.writeValueAsString(head.numbers()));
    }

    void addVersion(ArticleVersion version, Answer answer) throws SQLException {
        run(
                "insert into version values (?,?,?,?,?,?)",
                version.address().value(),
                version.number(),
                version.revision(),
                version.state().name(),
                JSON.writeValueAsString(version),
                AnswerJson.canonical(answer));
    }

    /// @param seen the revision it was made from
    /// @param answer what it says now, or null where that did not change
    /// @return whether it was written: false where somebody else was faster
    boolean replace(ArticleVersion version, long seen, @Nullable Answer answer)
            throws SQLException {
        return run(
                        "update version set revision = ?, state = ?, body = ?, answer = coalesce(?,"
                                + " answer) where address = ? and number = ? and revision = ?",
                        version.revision(),
                        version.state().name(),
                        JSON.writeValueAsString(version),
                        answer == null ? null : AnswerJson.canonical(answer),
                        version.address().value(),
                        version.number(),
                        seen)
                == 1;
    }

    Optional<Head> head(Address address) throws SQLException {
        return rows("select * from article where address = ?", ArticleFile::head, address.value())
                .stream()
                .findFirst();
    }

    /// One article with its versions, or null where there is none.
    @Nullable Article all(Address address) throws SQLException {
        Optional<Head> head = head(address);
        List<ArticleVersion> own =
                rows(
                        "select body from version where address = ? order by number",
                        row -> JSON.readValue(row.getString(1), ArticleVersion.class),
                        address.value());
        return head.isEmpty() || own.isEmpty()
                ? null
                : new Article(address, head.get().title(), head.get().subjects(), own);
    }

    Map<Address, Article> all() throws SQLException {
        Map<Address, List<ArticleVersion>> versions = new LinkedHashMap<>();
        rows(
                        "select body from version order by address, number",
                        row -> JSON.readValue(row.getString(1), ArticleVersion.class))
                .forEach(one ->
                        versions.computeIfAbsent(one.address(), any -> new ArrayList<>()).add(one));
        Map<Address, Article> all = new LinkedHashMap<>();
        for (Head head : rows("select * from article order by address", ArticleFile::head)) {
            List<ArticleVersion> own = versions.get(head.address());
            if (own != null) {
                all.put(
                        head.address(),
                        new Article(head.address(), head.title(), head.subjects(), own));
            }
        }
        return all;
    }

    Optional<Answer> answer(Address address, int number) throws SQLException {
        return rows(
                        "select answer from version where address = ? and number = ?",
                        row -> AnswerJson.read(String.valueOf(row.getString(1))),
                        address.value(),
                        number)
                .stream()
                .findFirst();
    }

    long addReport(Address address, int claim, String words, Instant at) throws SQLException {
        run(
                "insert into report (address, claim, words, at) values (?,?,?,?)",
                address.value(),
                claim,
                words,
                at.toString());
        return rows("select last_insert_rowid()", row -> row.getLong(1)).getFirst();
    }

    boolean reply(long id, String reply, Instant at) throws SQLException {
        return run(
                        "update report set reply = ?, replied_at = ? where id = ? and reply is null",
                        reply,
                        at.toString(),
                        id)
                == 1;
    }

    List<ErrorReport> reports() throws SQLException {
        return rows("select * from report order by id", ArticleFile::report);
    }

    private static ErrorReport report(ResultSet row) throws SQLException {
        String replied = row.getString("replied_at");
        return new ErrorReport(
                row.getLong("id"),
                new Address(String.valueOf(row.getString("address"))),
                row.getInt("claim"),
                String.valueOf(row.getString("words")),
                Instant.parse(String.valueOf(row.getString("at"))),
                row.getString("reply"),
                replied == null ? null : Instant.parse(replied));
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                new Address(String.valueOf(row.getString("address"))),
                String.valueOf(row.getString("title")),
                JSON.readValue(row.getString("subjects"), new TypeReference<List<String>>() {}),
                JSON.readValue(
                        row.getString("numbers"), new TypeReference<Map<String, Integer>>() {}));
    }

    @FunctionalInterface
    interface Row<T extends @Nullable Object> {
        T of(ResultSet row) throws SQLException;
    }

    int run(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    <T> List<T> rows(String sql, Row<T> each, @Nullable Object... values) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(each.of(row));
                }
            }
        }
        return rows;
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException closed) {
            throw new ArticlesException("the articles cannot be closed", path, closed);
        }
    }
}
