package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/// No word that is a word is read as a slip of a word of a sign. With `-Doropos.words=write` the words of
/// `real-words.tsv` are counted anew in the texts and lists that lie beside the repository.
class RealWordsTests {

    private static final Path FILE = Path.of("src/main/resources/question", Misspelt.REAL_WORDS);

    private static final Path DATA = Path.of("../shared/data");

    /// In so many documents a word is one: a slip seldom is.
    private static final int LEAST_SEEN = 3;

    private static final Pattern WORD =
            Pattern.compile("(?<![\\p{L}\\d'])[a-z]{4,24}(?![\\p{L}\\d'])");

    private static final String HEAD =
            """
            # version: 2026-12-1
            # Words one slip away from a word of an urgent sign that are words of their own, so that "site" is not read as "sight": in three or more documents of MedQuAD
            # or of the nursing books beside the repository, or in MeSH 2024 (courtesy of the U.S. National Library of Medicine; not kept current by NLM), in the FDA's
            # list of drugs, in a list of easy English words or in the small list of SCOWL (copyright 2000-2018 Kevin Atkinson, who permits use and copying). Written by
            # RealWordsTests with -Doropos.words=write (decision 116); what stands here stays.
            word
            """;

    @Test
    void noRealWordIsReadAsASlip() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "the data beside the repository is not there");
        Set<String> listed = new HashSet<>(Files.readAllLines(FILE, StandardCharsets.UTF_8));
        Set<String> mended = new TreeSet<>();
        for (String word : words()) {
            if (Asking.UNDERSTANDING.readsAsASlip(word)) {
                mended.add(word);
            }
        }
        if ("write".equals(System.getProperty("oropos.words"))) {
            listed.removeIf(line -> line.startsWith("#") || line.equals("word"));
            mended.addAll(listed);
            Files.writeString(FILE, HEAD + String.join("\n", mended) + "\n");
            return;
        }

        assertThat(mended).isEmpty();
    }

    /// Words of the texts and lists; a misspelling that has a row of its own is none.
    private static Set<String> words() throws IOException {
        Map<String, Integer> seen = new TreeMap<>();
        for (String zip : List.of("medquad.zip", "openstax-nursing.zip")) {
            try (ZipFile file = new ZipFile(DATA.resolve("literature").resolve(zip).toFile())) {
                for (ZipEntry entry : file.stream().map(ZipEntry.class::cast).toList()) {
                    if (entry.getName().endsWith("xml") || entry.getName().endsWith("cnxml")) {
                        try (InputStream in = file.getInputStream(entry)) {
                            count(new String(in.readAllBytes(), StandardCharsets.UTF_8), seen);
                        }
                    }
                }
            }
        }
        seen.values().removeIf(times -> times < LEAST_SEEN);
        Path vocabulary = DATA.resolve("vocabulary");
        try (InputStream in =
                new GZIPInputStream(
                        Files.newInputStream(vocabulary.resolve("mesh2024_terms.tsv.gz")))) {
            count(lower(in.readAllBytes()), seen);
        }
        for (String list : List.of("drugs-at-fda-2019-products.txt", "easy-words-en.txt")) {
            count(lower(Files.readAllBytes(vocabulary.resolve(list))), seen);
        }
        RuleFile.Table.read(Misspelt.SPELLINGS).rows().forEach(row -> seen.remove(row.getFirst()));
        return seen.keySet();
    }

    private static String lower(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }

    private static void count(String text, Map<String, Integer> seen) {
        Set<String> here = new HashSet<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            here.add(word.group());
        }
        here.forEach(one -> seen.merge(one, 1, Integer::sum));
    }
}
