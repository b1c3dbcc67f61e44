package oropos.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The sources that come with the program: the files named in `starter/index.txt`, one a line, in
/// the guideline form.
///
/// The pack's fingerprint is kept, so that a start with the same pack reads only that. Sources that
/// an earlier pack had and this one has not are no longer current afterwards.
final class Starter {

    static final String FORM = "starter";
    private static final String FOLDER = "starter/";

    /// Stands in place of the fingerprint where the library is a collection of its own.
    private static final String LEFT_OUT = "left out";

    private final Database database;
    private final Import importer;

    Starter(Database database, Import importer) {
        this.database = database;
        this.importer = importer;
    }

    /// Keeps the pack out of a library that is still empty, for good.
    static void leaveOut(Database database) {
        database.write(open ->
                Rows.run(
                        open,
                        "insert into pack (name, fingerprint) select ?, ? where not exists"
                                + " (select 1 from source) on conflict (name) do nothing",
                        FORM,
                        LEFT_OUT));
    }

    static Set<SourceId> alone(Connection open) throws SQLException {
        Set<SourceId> ids = new TreeSet<>();
        Rows.query(
                open,
                "select id from source where version is not null group by id having min(form) = ?"
                        + " and max(form) = ?",
                row -> ids.add(new SourceId(row.getString(1))),
                FORM,
                FORM);
        return ids;
    }

    static List<SourceReader> readers() {
        return List.of(GuidelineReader.starter());
    }

    Tally add() {
        List<Input> files = files();
        String fingerprint = fingerprint(files);
        boolean there =
                database.read(open -> {
                    Set<String> found = new TreeSet<>();
                    Rows.query(
                            open,
                            "select fingerprint from pack where name = ?",
                            row -> found.add(row.getString(1)),
                            FORM);
                    return found.contains(fingerprint) || found.contains(LEFT_OUT);
                });
        if (there) {
            return new Tally(
                    0,
                    0,
                    files.size(),
                    0,
                    0,
                    0,
                    new TreeMap<>(),
                    List.of(),
                    new TreeMap<>(Map.of(FORM, files.size())),
                    new TreeMap<>());
        }
        Tally tally = importer.pack(files, FORM);
        if (tally.skipped() == 0) {
            database.write(open ->
                    Rows.run(
                            open,
                            "insert into pack (name, fingerprint) values (?, ?) on conflict"
                                    + " (name) do update set fingerprint ="
                                    + " excluded.fingerprint",
                            FORM,
                            fingerprint));
        }
        return tally;
    }

    /// The files of the pack, in the order of its index; none where the program comes without.
    static List<Input> files() {
        byte[] index = bytes(FOLDER + "index.txt");
        List<Input> files = new ArrayList<>();
        for (String line : new String(index, StandardCharsets.UTF_8).lines().toList()) {
            String name = line.strip();
            if (!name.isEmpty() && !name.startsWith("#")) {
                files.add(Input.bytes(FOLDER + name, bytes(FOLDER + name)));
            }
        }
        return files;
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Starter.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without " + name);
            }
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException("the program's own " + name + " is unreadable", failure);
        }
    }

    private static String fingerprint(List<Input> files) {
        MessageDigest digest = Sha256.digest();
        digest.update(GuidelineReader.RULES.getBytes(StandardCharsets.UTF_8));
        for (Input file : files) {
            digest.update(file.name().getBytes(StandardCharsets.UTF_8));
            try (InputStream in = file.open()) {
                digest.update(Sha256.digest().digest(in.readAllBytes()));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        return Sha256.hex(digest.digest());
    }
}
