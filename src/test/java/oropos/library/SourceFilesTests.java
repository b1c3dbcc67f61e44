package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTests {

    @TempDir Path folder;

    private final Gathered gathered = new Gathered();

    private List<String> read(Path path) throws IOException {
        return RealArchivesTests.read(path, gathered);
    }

    private List<String> ids() {
        return gathered.records.stream().map(record -> record.id().toString()).toList();
    }

    private static String article(int pmid) {
        return "<PubmedArticle><MedlineCitation><PMID>"
                + pmid
                + "</PMID><Article><ArticleTitle>Title "
                + pmid
                + "</ArticleTitle></Article></MedlineCitation></PubmedArticle>";
    }

    private static byte[] set(int from, int to) {
        StringBuilder set = new StringBuilder("<PubmedArticleSet>");
        for (int pmid = from; pmid <= to; pmid++) {
            set.append(article(pmid));
        }
        return set.append("</PubmedArticleSet>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gz(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gz = new GZIPOutputStream(out)) {
            gz.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] zip(Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    @Test
    void foldersAreReadInTheOrderOfTheirNames() throws IOException {
        Files.createDirectories(folder.resolve("b/c"));
        Files.write(folder.resolve("b/c/2.xml"), set(2, 2));
        Files.write(folder.resolve("a.xml"), set(1, 1));
        Files.write(folder.resolve("z.dat"), gz(set(3, 3)));
        assertThat(read(folder)).isEmpty();
        assertThat(ids()).containsExactly("pmid:1", "pmid:2", "pmid:3");
    }

    @Test
    void filesAreKnownByTheirContentNotTheirName() throws IOException {
        Files.write(folder.resolve("really-xml.pdf"), set(1, 1));
        Files.write(folder.resolve("really-zip.xml"), zip("x.xml", set(2, 2)));
        Files.writeString(folder.resolve("really-pdf.xml"), "%PDF-1.7 ...");
        Files.write(folder.resolve("really-plain.gz"), set(3, 3));
        assertThat(read(folder))
                .singleElement()
                .asString()
                .contains("really-pdf.xml: it is a PDF, which no reader reads");
        assertThat(ids()).containsExactly("pmid:3", "pmid:1", "pmid:2");
    }

    @Test
    void recordsBeforeTheEndOfATruncatedFileAreKept() throws IOException {
        byte[] whole = gz(set(1, 5_000));
        Files.write(folder.resolve("cut.xml.gz"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(read(folder.resolve("cut.xml.gz")))
                .singleElement()
                .asString()
                .startsWith("cut.xml.gz: the compressed data are damaged or end too early.");
        assertThat(gathered.records).hasSizeGreaterThan(1_000).hasSizeLessThan(5_000);
    }

    @Test
    void emptyBinaryAndUnknownFilesHaveTheirSentence() throws IOException {
        Files.write(folder.resolve("1-empty"), new byte[0]);
        Files.writeString(folder.resolve("2-blank"), " \n ");
        Files.write(folder.resolve("3-binary"), new byte[] {1, 0, 2, 0, 3});
        Files.writeString(folder.resolve("4-text"), "just words");
        Files.writeString(
                folder.resolve("5-xml"), "<eSearchResult><Count>0</Count></eSearchResult>");
        Files.write(folder.resolve("6-twice.gz"), gz(gz(set(1, 1))));
        assertThat(read(folder))
                .extracting(sentence -> sentence.replaceAll("^[^/]*/|\\. What to do.*", ""))
                .containsExactly(
                        "1-empty: the file is empty",
                        "2-blank: the file is empty",
                        "3-binary: it is a binary file, which no reader reads",
                        "4-text: no reader knows this kind of text",
                        "5-xml: no reader knows XML that begins with <eSearchResult>",
                        "6-twice.gz: it is a compressed file inside a compressed file, which no"
                                + " reader reads");
    }

    @Test
    void linksOutOfTheFolderAreNotFollowed(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.write(elsewhere.resolve("secret.xml"), set(9, 9));
        Files.createSymbolicLink(folder.resolve("1-out.xml"), secret);
        Files.createSymbolicLink(folder.resolve("2-outfolder"), elsewhere);
        Files.createSymbolicLink(folder.resolve("3-nowhere"), folder.resolve("gone"));
        Files.createSymbolicLink(folder.resolve("4-loop"), folder);
        Files.write(folder.resolve("5.xml"), set(1, 1));
        Files.createSymbolicLink(folder.resolve("6-in.xml"), folder.resolve("5.xml"));
        assertThat(read(folder))
                .extracting(sentence -> sentence.replaceAll("^[^/]*/|\\. What to do.*", ""))
                .containsExactly(
                        "1-out.xml: it is a link that leads out of the folder",
                        "2-outfolder: it is a link that leads out of the folder",
                        "3-nowhere: it is a link to nothing",
                        "4-loop: it is a link to a folder, which is not followed",
                        "6-in.xml: it is a link to a file of the same folder, which is read under"
                                + " its own name");
        assertThat(ids()).containsExactly("pmid:1");
    }

    @Test
    void aFileNamedByALinkIsRead(@TempDir Path elsewhere) throws IOException {
        Path target = Files.write(elsewhere.resolve("a.xml"), set(7, 7));
        Path link = Files.createSymbolicLink(folder.resolve("link.xml"), target);
        assertThat(read(link)).isEmpty();
        assertThat(ids()).containsExactly("pmid:7");
    }

    @Test
    void unreadableFilesAndMissingOnesAreTold() throws IOException {
        assertThat(read(folder.resolve("gone.xml")))
                .containsExactly("gone.xml: there is no such file. What to do: check the path.");
        Path closed = Files.write(folder.resolve("closed.xml"), set(1, 1));
        assumeFalse(
                !closed.toFile().setReadable(false) || Files.isReadable(closed), "runs as root");
        assertThat(read(folder)).singleElement().asString().contains("it cannot be opened");
    }

    @Test
    void archivesAreReadInOrderAndOtherEntriesTold() throws IOException {
        Path zip =
                Files.write(
                        folder.resolve("a.zip"),
                        zip(
                                "b/2.xml", set(2, 2),
                                "a/1.xml.gz", gz(set(1, 1)),
                                "readme.txt", "words".getBytes(StandardCharsets.UTF_8),
                                "inner.zip", zip("x.xml", set(5, 5))));
        assertThat(read(zip))
                .extracting(sentence -> sentence.replaceAll("\\. What to do.*", ""))
                .containsExactly(
                        "a.zip!/inner.zip: an archive inside an archive is not opened",
                        "a.zip!/readme.txt: no reader knows this kind of text");
        assertThat(ids()).containsExactly("pmid:1", "pmid:2");
    }

    @Test
    void entriesThatLeaveTheArchiveAreRefused() throws IOException {
        Path zip =
                Files.write(
                        folder.resolve("slip.zip"),
                        zip(
                                "../../etc/evil.xml", set(1, 1),
                                "/absolute.xml", set(2, 2),
                                "c:\\windows.xml", set(3, 3),
                                "ok..fine.xml", set(4, 4)));
        assertThat(read(zip))
                .hasSize(3)
                .allMatch(sentence -> sentence.contains("leads out of the archive"));
        assertThat(ids()).containsExactly("pmid:4");
    }

    @Test
    void bombsAreRefusedBeforeTheyFillAnything() throws IOException {
        int size = 150 << 20;
        Path gz = folder.resolve("bomb.xml.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            zeros(out, size);
        }
        assertThat(read(gz)).singleElement().asString().contains("grow more than 200 times");
        Path zip = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("bomb.xml"));
            zeros(out, size);
            out.closeEntry();
        }
        assertThat(read(zip))
                .singleElement()
                .asString()
                .contains("the archive grows more than 200 times");
        assertThat(gathered.records).isEmpty();
    }

    @Test
    void anArchiveThatLiesAboutSizesIsStillGuarded() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("bomb.xml"));
            zeros(zip, 150 << 20);
            zip.closeEntry();
        }
        byte[] lying = out.toByteArray();
        int directory = lastSignature(lying);
        for (int i = 0; i < 4; i++) {
            lying[directory + 24 + i] = i == 1 ? (byte) 4 : 0; // stated size: 1 KB
        }
        Path zip = Files.write(folder.resolve("liar.zip"), lying);
        assertThat(read(zip)).singleElement().asString().contains("liar.zip!/bomb.xml");
        assertThat(gathered.records).isEmpty();
    }

    @Test
    void damagedArchivesAreTold() throws IOException {
        byte[] whole = zip("a.xml", set(1, 100));
        Path zip = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(read(zip)).singleElement().asString().contains("damaged or encrypted");
    }

    private static int lastSignature(byte[] zip) {
        for (int i = zip.length - 4; i >= 0; i--) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                return i;
            }
        }
        throw new AssertionError("no central directory");
    }

    private static void zeros(OutputStream out, int size) throws IOException {
        byte[] start = "<PubmedArticleSet>".getBytes(StandardCharsets.UTF_8);
        out.write(start);
        byte[] block = new byte[1 << 16];
        Arrays.fill(block, (byte) ' ');
        for (int written = 0; written < size; written += block.length) {
            out.write(block);
        }
    }
}
