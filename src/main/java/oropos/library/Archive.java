package oropos.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Opens a zip archive into the documents in it, in the order of their names. Nothing is written to
/// disk.
final class Archive {

    /// Entries of one archive.
    static final int MAX_ENTRIES = 500_000;

    /// Bytes of all entries together, as the archive states them.
    static final long MAX_TOTAL = 32L << 30;

    private Archive() {}

    static boolean is(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return isMagic(in.readNBytes(4));
        }
    }

    private static boolean isMagic(byte[] head) {
        return head.length == 4
                && head[0] == 'P'
                && head[1] == 'K'
                && (head[2] == 3 && head[3] == 4 || head[2] == 5 && head[3] == 6);
    }

    static void each(Path file, String name, SourceFiles.Visitor visitor) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<ZipEntry> entries = new ArrayList<>();
            long total = 0;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    entries.add(entry);
                    total += Math.max(0, entry.getSize());
                }
                if (entries.size() > MAX_ENTRIES || total > MAX_TOTAL) {
                    visitor.visit(
                            SourceFiles.refused(
                                    name,
                                    "the archive holds more than "
                                            + MAX_ENTRIES
                                            + " documents or "
                                            + MAX_TOTAL
                                            + " bytes",
                                    "split it"));
                    return;
                }
            }
            if (total > GuardedStream.SUSPICIOUS
                    && total / GuardedStream.MAX_RATIO > Math.max(1, Files.size(file))) {
                visitor.visit(
                        SourceFiles.refused(
                                name,
                                "the archive grows more than "
                                        + GuardedStream.MAX_RATIO
                                        + " times, as bombs do",
                                "unpack it yourself if you trust it"));
                return;
            }
            entries.sort(Comparator.comparing(ZipEntry::getName));
            List<Input> siblings = new ArrayList<>();
            for (ZipEntry entry : entries) {
                siblings.add(input(zip, entry, name, List.of()));
            }
            for (ZipEntry entry : entries) {
                visitor.visit(input(zip, entry, name, siblings));
            }
        } catch (ZipException damage) {
            visitor.visit(
                    SourceFiles.refused(
                            name, "the archive is damaged or encrypted", "fetch it again"));
        }
    }

    private static Input input(ZipFile zip, ZipEntry entry, String name, List<Input> siblings)
            throws IOException {
        String inside = name + "!/" + entry.getName();
        if (leaves(entry.getName())) {
            return SourceFiles.refused(
                    name + "!/" + entry.getName().replaceAll("\\p{Cntrl}", "?"),
                    "the name of the entry leads out of the archive",
                    "do not trust this archive");
        }
        return new CompressedInput(
                inside, () -> open(zip, entry, inside), entry.getSize(), siblings);
    }

    private static InputStream open(ZipFile zip, ZipEntry entry, String inside) throws IOException {
        InputStream in = zip.getInputStream(entry);
        if (in == null) {
            throw new SourceFileException("the entry cannot be found", inside, "fetch it again");
        }
        long packed = entry.getCompressedSize();
        InputStream guarded =
                new java.io.BufferedInputStream(
                        new GuardedStream(in, inside, () -> packed), 1 << 13);
        guarded.mark(8);
        boolean nested = isMagic(guarded.readNBytes(4));
        guarded.reset();
        if (nested) {
            guarded.close();
            throw new SourceFileException(
                    "an archive inside an archive is not opened", inside, "unpack it first");
        }
        return guarded;
    }

    private static boolean leaves(String entry) {
        return entry.startsWith("/")
                || entry.contains("\\")
                || entry.matches("(?s).*\\p{Cntrl}.*")
                || entry.matches("[A-Za-z]:.*")
                || List.of(entry.split("/", -1)).contains("..");
    }
}
