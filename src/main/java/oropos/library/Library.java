package oropos.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import oropos.library.beir.BeirReader;

/// The sources of a data folder: adding them, and reading them again by name, version and passage.
///
/// One process opens a folder to write and holds its lock; any number open it to read beside it.
/// Reading is safe from many threads. A [DataFolderException] says what is wrong with a folder.
public final class Library implements AutoCloseable {

    /// Whether a folder is opened to be changed.
    public enum Access {
        READ,
        WRITE
    }

    /// The day the starter library was put together; its sources are no newer than that however late
    /// the program is first started.
    static final LocalDate STARTER_DATE = LocalDate.of(2026, 11, 23);

    /// Libraries of earlier days that are kept, each as large as the library was.
    static final int PASTS = 4;

    /// How much text of recently read versions stays in memory, in UTF-16 units.
    static final long CACHED_TEXT = 24_000_000;

    private final Path folder;
    private final Database database;
    private final @Nullable DataLock lock;
    private final Clock clock;
    private final List<SourceReader> readers;
    private final Function<Record, Study> describer;
    private final Cache<Place, Version> cache;
    private volatile long cachedAt = -1;

    private record Place(SourceId source, String hash) {
        static Place of(Passage.Id id) {
            return new Place(id.source(), id.version());
        }
    }

    private Library(
            Path folder,
            Database database,
            @Nullable DataLock lock,
            Clock clock,
            List<SourceReader> readers,
            Function<Record, Study> describer) {
        this.folder = folder;
        this.database = database;
        this.lock = lock;
        this.clock = clock;
        this.readers = List.copyOf(readers);
        this.describer = describer;
        this.cache =
                Caffeine.newBuilder()
                        .maximumWeight(CACHED_TEXT)
                        .weigher((Place place, Version version) ->
                                version.text().length() + OF_A_VERSION)
                        .build();
    }

    /// What a version weighs in memory beside its text, roughly.
    private static final int OF_A_VERSION = 1_000;

    /// Whether a folder holds a library already.
    public static boolean isThere(Path dataFolder) {
        return Files.isRegularFile(dataFolder.resolve(Database.FILE));
    }

    /// Opens a folder with the system's clock.
    public static Library open(Path dataFolder, Access access) {
        return open(dataFolder, access, Clock.systemDefaultZone());
    }

    /// @param clock gives imports their date; nothing else here knows what day it is
    public static Library open(Path dataFolder, Access access, Clock clock) {
        return open(
                dataFolder,
                access,
                clock,
                SourceReaders.builtIn(dataFolder),
                describer(),
                Schema.TODAY);
    }

    static Library open(
            Path dataFolder,
            Access access,
            Clock clock,
            List<SourceReader> readers,
            Function<Record, Study> describer,
            Schema schema) {
        DataLock lock = null;
        if (access == Access.WRITE) {
            try {
                Files.createDirectories(dataFolder);
            } catch (FileAlreadyExistsException file) {
                throw new DataFolderException(
                        "it is a file, and a data folder is a folder",
                        dataFolder,
                        "name another folder",
                        file);
            } catch (IOException refused) {
                throw new DataFolderException(
                        "the folder cannot be made (" + refused.getMessage() + ")",
                        dataFolder,
                        "choose another folder or give this account the right to write there",
                        refused);
            }
            lock = DataLock.take(dataFolder);
        }
        try {
            Database database = Database.open(dataFolder, access, schema);
            return new Library(dataFolder, database, lock, clock, readers, describer);
        } catch (RuntimeException failure) {
            if (lock != null) {
                lock.close();
            }
            throw failure;
        }
    }

    /// Fetched when the first record is described: who only reads need not load the vocabularies.
    private static Function<Record, Study> describer() {
        return record -> Describer.builtIn().describe(record);
    }

    /// The folder this library was opened on.
    public Path folder() {
        return folder;
    }

    /// Adds what files and folders hold, in any form a reader knows, archives included.
    public Tally add(List<Path> files, Progress progress) {
        return importer(readers, LocalDate.now(clock), progress).files(files);
    }

    /// Adds a map of retracted publications, which may speak of sources held and of ones to come.
    ///
    /// @param map JSON `{"retractions": {doi: doi of the notice}, "concerns": {...}}`, or the table of
    ///     Retraction Watch
    public Tally addRetractions(Path map) {
        return addRetractions(List.of(map), Progress.none());
    }

    /// Adds lists of retracted publications and nothing else that may be in the files.
    public Tally addRetractions(List<Path> lists, Progress progress) {
        return importer(
                        List.of(
                                new RetractionMapReader(),
                                new RetractionWatchReader(),
                                new UnknownFormat()),
                        LocalDate.now(clock),
                        progress)
                .files(lists);
    }

    /// Adds a collection in BEIR's form, for measuring search: plain or compressed files, the pieces
    /// of one, or a folder of them. Into an empty library it comes alone: the starter library is then
    /// left out for good, because nobody judged its sources.
    public Tally addCollection(List<Path> files, Progress progress) throws IOException {
        List<Input> inputs = CollectionFiles.of(files);
        Starter.leaveOut(database);
        return importer(List.of(BeirReader.ofEverything()), LocalDate.now(clock), progress)
                .inputs(inputs);
    }

    /// Adds one record that another room made, or its next version; an unchanged one changes nothing.
    public Tally shelve(Record record) {
        Import one = importer(List.of(new UnknownFormat()), LocalDate.now(clock), Progress.none());
        one.record(record);
        return one.inputs(List.of());
    }

    /// Takes a source off the shelves: what was stored of it stays readable by version, and no search
    /// finds it any more.
    public Tally takeOff(SourceId id, String form) {
        Import one = importer(List.of(new UnknownFormat()), LocalDate.now(clock), Progress.none());
        one.withdrawn(id, form);
        return one.inputs(List.of());
    }

    /// Adds the sources that come with the program. A second time it does nothing.
    public Tally addStarter() {
        return new Starter(database, importer(Starter.readers(), STARTER_DATE, Progress.none()))
                .add();
    }

    /// The sources that came with the program and in no other way.
    public Set<SourceId> starterAlone() {
        return database.read(open -> Starter.alone(open));
    }

    private Import importer(List<SourceReader> by, LocalDate day, Progress progress) {
        return new Import(database, by, describer, day, progress);
    }

    /// Passages by id, in the order asked for; ids the library does not know are left out. Passages
    /// of earlier versions are found as well.
    public List<Held> held(List<Passage.Id> ids) {
        Map<Place, Version> versions = versions(ids.stream().map(Place::of).toList());
        List<Held> held = new ArrayList<>(ids.size());
        for (Passage.Id id : ids) {
            Version version = versions.get(Place.of(id));
            if (version != null && id.ordinal() >= 0 && id.ordinal() < version.passages().size()) {
                held.add(
                        new Held(
                                version.source(),
                                version.hash(),
                                version.study(),
                                version.passages().get(id.ordinal())));
            }
        }
        return held;
    }

    /// One version of a source, current or earlier.
    public Optional<Version> version(SourceId source, String hash) {
        Place place = new Place(source, hash);
        return Optional.ofNullable(versions(List.of(place)).get(place));
    }

    private Map<Place, Version> versions(List<Place> places) {
        forgetIfChanged();
        Map<Place, Version> found = new HashMap<>();
        Set<Place> missing = new LinkedHashSet<>();
        for (Place place : places) {
            Version version = cache.getIfPresent(place);
            if (version != null) {
                found.put(place, version);
            } else {
                missing.add(place);
            }
        }
        if (!missing.isEmpty()) {
            long readAt = cachedAt;
            Set<String> hashes = new LinkedHashSet<>();
            Set<String> ids = new LinkedHashSet<>();
            missing.forEach(place -> {
                ids.add(place.source.value());
                hashes.add(place.hash);
            });
            for (Version version : database.read(open -> Catalogue.named(open, ids, hashes))) {
                Place place = new Place(version.source().id(), version.hash());
                if (missing.contains(place)) {
                    found.put(place, version);
                    if (readAt == cachedAt) {
                        cache.put(place, version);
                    }
                }
            }
        }
        return found;
    }

    /// What is in memory is of one snapshot; another process may have made the next.
    private void forgetIfChanged() {
        long now = snapshot().number();
        if (now != cachedAt) {
            cache.invalidateAll();
            cachedAt = now;
        }
    }

    /// The current versions of a source, one for each form it came in, ordered by form.
    public List<Version> current(SourceId source) {
        return database.read(open -> Catalogue.current(open, source));
    }

    /// Everything current, ordered by id and form, all of the snapshot that is returned.
    public Snapshot eachCurrent(Consumer<Version> each) {
        return database.readAlone(open -> {
            Snapshot snapshot = Catalogue.snapshot(open);
            Catalogue.eachCurrent(open, each);
            return snapshot;
        });
    }

    /// What an index made at snapshot `since` must take in to be one of the snapshot returned.
    ///
    /// First all `gone`, then all `shelved`, each ordered by id. A version is shelved again when its
    /// fields, its passages' typed fields, its work or its standing changed.
    ///
    /// @param gone passages to remove; some may never have been in the index
    /// @param shelved current versions, each to replace what the index holds of it
    public Snapshot changedSince(long since, Consumer<Passage.Id> gone, Consumer<Version> shelved) {
        return database.readAlone(open -> {
            Snapshot snapshot = Catalogue.snapshot(open);
            Catalogue.eachGone(open, since, gone);
            Catalogue.eachChanged(open, since, shelved);
            return snapshot;
        });
    }

    /// The sources that are one publication with this one, itself included, ordered by id.
    public List<SourceId> work(SourceId source) {
        return database.read(open -> Catalogue.work(open, source));
    }

    /// The library as it stood at the end of a day, in `folder`/the number of that day's last snapshot,
    /// which is made where it is missing; this folder itself, where nothing changed since. Of what is
    /// in `folder` the [#PASTS] made last are kept.
    ///
    /// @throws DataFolderException where the library held nothing on that day, or did not keep it
    public Path asOf(LocalDate day, Path folder) throws IOException {
        PastLibrary.Point point = database.read(open -> PastLibrary.at(open, day, this.folder));
        if (point.number() == snapshot().number()) {
            return this.folder;
        }
        Path past = folder.resolve(Long.toString(point.number()));
        if (!isThere(past)) {
            PastLibrary.keepNewest(folder, PASTS - 1);
            PastLibrary.make(database, point, past);
        }
        return past;
    }

    public Snapshot snapshot() {
        return database.read(Catalogue::snapshot);
    }

    public Status status() {
        return database.read(Catalogue::status);
    }

    /// Tells other processes where this one takes commands that write.
    public void announce(Path socket) {
        if (lock == null) {
            throw new IllegalStateException("only the process that writes announces a socket");
        }
        lock.announce(socket);
    }

    Database database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
        if (lock != null) {
            lock.close();
        }
    }
}
