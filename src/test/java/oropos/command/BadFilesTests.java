package oropos.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that are not what they say, through the real command: each is told in one sentence, the good
/// ones beside it are added, and nothing stored is harmed.
class BadFilesTests {

    private static final String GOOD = "good.xml";

    @TempDir static Path folder;

    private static Path data;

    @BeforeAll
    static void write() throws IOException {
        data = folder.resolve("data");
        text(GOOD, pubmed(record(1), record(2)));
        text("empty.xml", "");
        text("not-gzip.xml.gz", "not gzip at all");
        bytes("cut.xml.gz", Arrays.copyOf(gzip(pubmed(many(400)).getBytes(UTF_8)), 900));
        bytes("bomb.xml.gz", gzip(blank("<PubmedArticleSet>")));
        zip("bomb.zip", Map.of("bomb.xml", blank("<PubmedArticleSet>")));
        zip("slip.zip", Map.of("../slipped.xml", pubmed(record(3)).getBytes(UTF_8)));
        zip("nested.zip", Map.of("inner.zip", zipped(Map.of("a.xml", new byte[] {1}))));
        bytes("cut.zip", Arrays.copyOf(zipped(Map.of(GOOD, blank("x"))), 700));
        text(
                "laughs.xml",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;\">"
                        + "<!ENTITY d \"&c;&c;&c;\">]><PubmedArticleSet>&d;</PubmedArticleSet>");
        text(
                "outside.xml",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \""
                        + folder.resolve(GOOD).toUri()
                        + "\">]><PubmedArticleSet>&b;</PubmedArticleSet>");
        text("deep.xml", "<PubmedArticleSet>" + "<a>".repeat(50_000));
        text("broken.xml", "<PubmedArticleSet><PubmedArticle></wrong>");
        text("other.xml", "<invoice><total>5</total></invoice>");
        text("retractions.json", "{\"retractions\": [[[" + "[".repeat(10_000));
        text("fields.md", "---\ntitle: [never closed\n---\n\n## Recommendation");
        bytes("binary.pdf", new byte[] {'%', 'P', 'D', 'F', 0, 1, 2, (byte) 0xff});
        text("a\u001b[2Jname.xml", "<invoice/>");
        Typed.in("--data", data, "library", "add", folder.resolve(GOOD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "empty.xml",
                "not-gzip.xml.gz",
                "cut.xml.gz",
                "bomb.xml.gz",
                "bomb.zip",
                "slip.zip",
                "nested.zip",
                "cut.zip",
                "laughs.xml",
                "outside.xml",
                "deep.xml",
                "broken.xml",
                "other.xml",
                "retractions.json",
                "fields.md",
                "binary.pdf",
                "a\u001b[2Jname.xml"
            })
    void isToldInOneSentenceAndTheGoodOneBesideItIsRead(String name) {
        Typed typed = add(folder.resolve(name), folder.resolve(GOOD));
        assertThat(typed.exit()).isEqualTo(Main.SOME_FAILED);
        assertThat(typed.out()).contains("2 unchanged", "1 skipped", "The first skipped:\n");
        String told = typed.out().substring(typed.out().indexOf("The first skipped:"));
        assertThat(told.lines().skip(1).findFirst().orElseThrow())
                .contains(name.replace('\u001b', '?'), ". What to do: ")
                .doesNotContain("\t");
        assertThat(typed.out() + typed.err()).doesNotContain("\u001b");
        Typed.assertNoJava(typed.out() + typed.err());
        assertThat(folder.resolve("slipped.xml")).doesNotExist();
        assertThat(folder.resolveSibling("slipped.xml")).doesNotExist();
        assertThat(status()).contains("pubmed").doesNotContain("invoice");
    }

    @Test
    void recordsWithoutAbstractOrNumberOrInOtherLanguagesAreKeptCountedAndTold()
            throws IOException {
        Path file =
                text(
                        "odd.xml",
                        pubmed(
                                record(11).replaceAll("<Abstract>.*</Abstract>", ""),
                                record(12).replaceAll("<PMID.*</PMID>", ""),
                                record(13)
                                        .replace("Bone density in", "Densidad ósea en")
                                        .replace("eng", "spa")));
        Typed typed = add(file);
        assertThat(typed.exit()).isEqualTo(Main.SOME_FAILED);
        assertThat(typed.out())
                .contains("2 added", "1 skipped", "without abstract", "odd.xml")
                .contains("no PMID, PMCID or DOI");
        assertThat(status()).contains("1  es\n", "1  without abstract\n");
        Typed asked =
                Typed.in("--data", data, "ask", "--no-vectors", "Is bone density low in children?");
        assertThat(asked.exit()).isZero();
        assertThat(asked.out()).doesNotContain("Densidad");
    }

    private static Typed add(Path... files) {
        Object[] words = new Object[5 + files.length];
        System.arraycopy(
                new Object[] {"--data", data, "library", "add", "--no-vectors"}, 0, words, 0, 5);
        System.arraycopy(files, 0, words, 5, files.length);
        return Typed.in(words);
    }

    private static String status() {
        Typed status = Typed.in("--data", data, "library", "status");
        assertThat(status.exit()).isZero();
        return status.out();
    }

    // ---- the files

    private static String pubmed(String... records) {
        return "<?xml version=\"1.0\"?><PubmedArticleSet>"
                + String.join("", records)
                + "</PubmedArticleSet>";
    }

    private static String[] many(int records) {
        String[] all = new String[records];
        Arrays.setAll(all, number -> record(1000 + number));
        return all;
    }

    private static String record(int number) {
        return "<PubmedArticle><MedlineCitation><PMID Version=\"1\">%d</PMID><Article><Journal><JournalIssue><PubDate><Year>2001</Year></PubDate></JournalIssue><Title>A journal</Title></Journal><ArticleTitle>Bone density in group %d.</ArticleTitle><Abstract><AbstractText>It was measured in %d children.</AbstractText></Abstract><Language>eng</Language></Article></MedlineCitation></PubmedArticle>"
                .formatted(90_000_000 + number, number, number);
    }

    /// Much longer than a decompressed document may grow from so few bytes.
    private static byte[] blank(String beginning) {
        byte[] bytes = new byte[60_000_000];
        Arrays.fill(bytes, (byte) ' ');
        byte[] head = beginning.getBytes(UTF_8);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }

    private static Path text(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void bytes(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private static void zip(String name, Map<String, byte[]> entries) throws IOException {
        bytes(name, zipped(entries));
    }

    private static byte[] zipped(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
