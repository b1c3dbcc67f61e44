package oropos.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// Reads files into the library, batch by batch.
///
/// A file that is not what it says, or that nobody can read, is skipped and told; the others go on.
/// Only a data folder that fails ends the import, with everything committed before it in place.
final class Import implements Sink {

    private final Database database;
    private final List<SourceReader> readers;
    private final Function<Record, Study> describer;
    private final LocalDate day;
    private final Progress progress;

    /// Records of a pack whose ids are kept in mind; imports of any length must not fill memory.
    static final int PACK = 100_000;

    private Batch batch = new Batch();
    private int added;
    private int updated;
    private int unchanged;
    private int withdrawn;
    private int notices;
    private int skipped;
    private final SortedMap<String, Integer> reasons = new TreeMap<>();
    private final List<String> first = new ArrayList<>();
    private final SortedMap<String, Integer> perFormat = new TreeMap<>();
    private final SortedMap<String, Integer> truncations = new TreeMap<>();
    private final Set<SourceId> recorded = new HashSet<>();
    private long records;
    private String reading = "";
    private long done;
    private long total;

    Import(
            Database database,
            List<SourceReader> readers,
            Function<Record, Study> describer,
            LocalDate day,
            Progress progress) {
        this.database = database;
        this.readers = readers;
        this.describer = describer;
        this.day = day;
        this.progress = progress;
    }

    /// Reads files and folders in the order given.
    Tally files(List<Path> files) {
        for (Path file : files) {
            total += size(file);
        }
        for (Path file : files) {
            try {
                SourceFiles.each(file, this::read);
            } catch (SourceFileException failure) {
                skipped(failure.where(), failure.what() + ". What to do: " + failure.remedy());
            } catch (IOException | UncheckedIOException failure) {
                skipped(file.toString(), "the file cannot be read: " + failure.getMessage());
            }
        }
        return finish();
    }

    /// Reads documents in the order given.
    Tally inputs(List<Input> inputs) {
        inputs.forEach(input -> total += Math.max(0, input.size()));
        inputs.forEach(this::read);
        return finish();
    }

    /// Reads a whole pack: current sources of its form that it no longer holds are withdrawn, unless
    /// a file of it could not be read.
    Tally pack(List<Input> inputs, String form) {
        Set<SourceId> before = new TreeSet<>();
        database.read(open -> {
            Rows.query(
                    open,
                    "select id from source where form = ? and version is not null",
                    row -> before.add(new SourceId(row.getString(1))),
                    form);
            return null;
        });
        inputs.forEach(this::read);
        if (skipped == 0 && records <= PACK) {
            before.removeAll(recorded);
            before.forEach(id -> withdrawn(id, form));
        }
        return finish();
    }

    private static long size(Path file) {
        try {
            if (Files.isDirectory(file)) {
                try (var walk = Files.walk(file)) {
                    return walk.filter(Files::isRegularFile).mapToLong(Import::size).sum();
                }
            }
            return Files.size(file);
        } catch (IOException | UncheckedIOException unknown) {
            return 0;
        }
    }

    private void read(Input input) {
        reading = input.name();
        progress.step(Math.min(done, total), total, reading);
        try {
            Head head = Head.of(input);
            for (SourceReader reader : readers) {
                if (reader.reads(head)) {
                    reader.read(input, this);
                    done += Math.max(0, input.size());
                    return;
                }
            }
            skipped(reading, "no reader knows this kind of file");
        } catch (SourceFileException failure) {
            skipped(failure.where(), failure.what() + ". What to do: " + failure.remedy());
        } catch (DataFolderException failure) {
            throw failure;
        } catch (IOException failure) {
            skipped(reading, "the file cannot be read: " + failure.getMessage());
        } catch (RuntimeException failure) {
            skipped(reading, "the reader failed: " + failure);
        }
        done += Math.max(0, input.size());
    }

    @Override
    public void record(Record record) {
        if (batch.isFull() || batch.holds(record.id())) {
            shelve();
        }
        Study stated = record.stated();
        batch.add(Accession.of(record, stated != null ? stated : describer.apply(record)));
        perFormat.merge(record.form(), 1, Integer::sum);
        record.truncations().forEach(what -> truncations.merge(what, 1, Integer::sum));
        records++;
        if (recorded.size() < PACK) {
            recorded.add(record.id());
        }
    }

    @Override
    public void skipped(String where, String why) {
        skipped++;
        reasons.merge(why, 1, Integer::sum);
        if (first.size() < Tally.SHOWN) {
            first.add(where + ": " + why);
        }
        batch.skipped(where, why);
        shelveIfFull();
    }

    @Override
    public void withdrawn(SourceId id, String form) {
        if (batch.isFull() || batch.holds(id)) {
            shelve();
        }
        batch.add(new Batch.Withdrawal(id, form));
    }

    @Override
    public void notice(SourceId affected, Notice notice) {
        if (!notice.kind().affectsBearer()) {
            throw new IllegalArgumentException(
                    "a notice about another publication is told from that one's side, but was "
                            + notice.kind());
        }
        batch.add(new Batch.Word(affected, notice));
        shelveIfFull();
    }

    @Override
    public void vocabulary(String name, int entries) {
        perFormat.merge(name, entries, Integer::sum);
    }

    private void shelveIfFull() {
        if (batch.isFull()) {
            shelve();
        }
    }

    private void shelve() {
        if (batch.isEmpty()) {
            return;
        }
        Batch full = batch;
        batch = new Batch();
        Shelving.Outcome outcome =
                database.write(connection -> Shelving.shelve(connection, full, day));
        added += outcome.added();
        updated += outcome.updated();
        unchanged += outcome.unchanged();
        withdrawn += outcome.withdrawn();
        notices += outcome.notices();
        outcome.older()
                .forEach((id, days) -> {
                    skipped(id + " (" + days + ")", "a later revision of the record is held");
                });
        progress.step(Math.min(done, total), total, reading + ", " + records + " records");
    }

    private Tally finish() {
        shelve();
        progress.step(total, total, records + " records");
        return new Tally(
                added,
                updated,
                unchanged,
                withdrawn,
                notices,
                skipped,
                reasons,
                first,
                perFormat,
                truncations);
    }
}
