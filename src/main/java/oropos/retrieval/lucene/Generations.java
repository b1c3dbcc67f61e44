package oropos.retrieval.lucene;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.NoLockFactory;
import org.jspecify.annotations.Nullable;

/// The folder of the index: `g0007-123` is the seventh generation, made from snapshot 123 of the
/// library, and the file `CURRENT` names the one in use.
///
/// A generation is written in full, then `CURRENT` is replaced in one atomic move; a crash at any
/// moment leaves the old one in use. The old one is deleted when its last reader here closes it, at
/// the latest by the writer after the next. Readers in other processes open what `CURRENT` names and
/// keep it open after it was deleted.
public final class Generations {

    private static final Pattern NAME = Pattern.compile("g(\\d{4,9})-(\\d{1,18})");
    private static final Pattern SNAPSHOT = Pattern.compile(".*-(\\d{1,18})");
    private static final String CURRENT = "CURRENT";
    private static final String LOCK = "LOCK";
    private static final String RECIPE = "recipe.txt";
    private static final String UNFINISHED = "unfinished";

    /// How often a reader looks again where the generation vanished between reading `CURRENT` and
    /// opening it.
    private static final int TRIES = 5;

    private final Path folder;
    private final Disk disk;

    /// How a generation that is being written reaches the disk.
    @FunctionalInterface
    interface Disk {
        Directory open(Path folder) throws IOException;
    }

    public Generations(Path folder) {
        this(folder, FSDirectory::open);
    }

    Generations(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /// What is known of a generation that was filled.
    ///
    /// @param recipe how entries were made; another recipe means another index
    /// @param snapshot number of the library's snapshot it holds
    public record Facts(String recipe, long snapshot) {}

    /// Opens the generation in use; empty where there is none. Every byte of it is read first and compared
    /// with the checksums Lucene wrote, which opening it alone would not do: what a failing disk
    /// changed would come out as an error in the middle of a search, or as another ranking.
    ///
    /// @throws IOException where there is one and it cannot be read or is damaged
    public Optional<Generation> open() throws IOException {
        IOException last = null;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<String> name = current();
            if (name.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(open(name.get(), true));
            } catch (NoSuchFileException | java.io.FileNotFoundException gone) {
                last = gone;
            }
        }
        throw last == null ? new IOException("no index in " + folder) : last;
    }

    private Generation open(String name, boolean checked) throws IOException {
        Path place = folder.resolve(name);
        if (!Files.isDirectory(place)) {
            throw new NoSuchFileException(place.toString());
        }
        Directory directory = FSDirectory.open(place, NoLockFactory.INSTANCE);
        try {
            if (checked) {
                check(directory);
            }
            return new Generation(name, directory, () -> deleteUnlessInUse(name));
        } catch (IOException | RuntimeException broken) {
            directory.close();
            throw broken;
        }
    }

    private static void check(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            if (file.equals(RECIPE) || file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                continue;
            }
            try (IndexInput bytes = directory.openInput(file, IOContext.READONCE)) {
                CodecUtil.checksumEntireFile(bytes);
            } catch (CorruptIndexException
                    | EOFException
                    | IndexFormatTooNewException
                    | IndexFormatTooOldException changed) {
                throw new IOException("its file " + file + " is damaged", changed);
            }
        }
    }

    /// The name in `CURRENT`.
    ///
    /// @throws IOException where `CURRENT` holds something else than a name
    public Optional<String> current() throws IOException {
        Path file = folder.resolve(CURRENT);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String name = Files.readString(file).strip();
        if (!NAME.matcher(name).matches()) {
            throw new IOException(file + " names no generation of the index");
        }
        return Optional.of(name);
    }

    /// Number of the library's snapshot a generation was made from; -1 for names of another form.
    public static long snapshot(String name) {
        Matcher matcher = SNAPSHOT.matcher(name);
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
    }

    /// How the entries of a generation were made.
    public String recipe(String name) throws IOException {
        return Files.readString(folder.resolve(name).resolve(RECIPE)).strip();
    }

    /// Writes the next generation and puts it in use.
    ///
    /// @param older what to start from, or null to start empty
    /// @param fill adds and removes entries, and says what is to be written down beside them
    /// @throws IOException where the folder cannot be written, or another process is writing
    public Generation write(@Nullable Generation older, Function<GenerationWriter, Facts> fill)
            throws IOException {
        Files.createDirectories(folder);
        try (FileChannel lockFile =
                        FileChannel.open(
                                folder.resolve(LOCK),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock lock = lock(lockFile)) {
            if (lock == null) {
                throw new IOException("it is being written by another process");
            }
            Path unfinished = folder.resolve(UNFINISHED);
            String name;
            try {
                delete(unfinished);
                Files.createDirectories(unfinished);
                Facts facts;
                try (Directory directory = disk.open(unfinished)) {
                    facts = fill(directory, older, fill);
                }
                write(unfinished.resolve(RECIPE), facts.recipe() + "\n");
                name = String.format(Locale.ROOT, "g%04d-%d", highest() + 1, facts.snapshot());
                Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException | RuntimeException failed) {
                delete(unfinished);
                throw failed;
            }
            Optional<String> before = inUse();
            write(folder.resolve(CURRENT + ".new"), name + "\n");
            Files.move(
                    folder.resolve(CURRENT + ".new"),
                    folder.resolve(CURRENT),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            sweep(name, before.orElse(name));
            return open(name, false);
        }
    }

    /// Writes a generation that lives in memory only.
    public static Generation inMemory(Function<GenerationWriter, Facts> fill) throws IOException {
        Directory directory = new ByteBuffersDirectory();
        Facts facts = fill(directory, null, fill);
        return new Generation("memory-" + facts.snapshot(), directory, () -> {});
    }

    private static Facts fill(
            Directory directory, @Nullable Generation older, Function<GenerationWriter, Facts> fill)
            throws IOException {
        try (GenerationWriter writer = new GenerationWriter(directory)) {
            if (older != null) {
                writer.takeOver(older.directory());
            }
            Facts facts = fill.apply(writer);
            writer.finish();
            return facts;
        }
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    private Optional<String> inUse() {
        try {
            return current();
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private long highest() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToLong(name -> Long.parseLong(name.group(1)))
                    .max()
                    .orElse(0);
        }
    }

    /// Deletes what is neither in use nor was until now: its readers may be between reading
    /// `CURRENT` and opening it.
    private void sweep(String name, String before) throws IOException {
        List<Path> old;
        try (Stream<Path> files = Files.list(folder)) {
            old =
                    files.filter(Files::isDirectory)
                            .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                            .filter(file -> !file.endsWith(name) && !file.endsWith(before))
                            .toList();
        }
        old.forEach(Generations::delete);
    }

    private void deleteUnlessInUse(String name) {
        Optional<String> now = inUse();
        if (now.isPresent() && !now.get().equals(name)) {
            delete(folder.resolve(name));
        }
    }

    private static void write(Path file, String text) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            var bytes = java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void delete(Path place) {
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException stillOpen) {
            // a reader on a system that keeps open files holds it; the next writer deletes it
        }
    }
}
