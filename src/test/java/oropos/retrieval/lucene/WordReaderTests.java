package oropos.retrieval.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.junit.jupiter.api.Test;

class WordReaderTests {

    private static final List<String> PARTS =
            List.of(
                    "The",
                    "patients'",
                    "Alzheimer's",
                    "ALZHEIMER’S",
                    "running",
                    "Ärzte",
                    "naïve",
                    "T₁₂",
                    "10⁹/L",
                    "0.05",
                    "1,234",
                    "β-blocker",
                    "it's",
                    "ﬁbrosis",
                    "\n",
                    "\n\n",
                    "\r\n",
                    "\t",
                    " ",
                    " ",
                    " ",
                    "-",
                    ".",
                    "'",
                    "’s",
                    "骨折",
                    "שלום",
                    "ภาษาไทย",
                    "😀",
                    "e\u0301",
                    "\u0301",
                    "\ud800",
                    "\u200b",
                    "\u2028",
                    "and",
                    "no",
                    "x".repeat(300),
                    "Spondylitis",
                    "spondylitis",
                    "SPONDYLITIS",
                    "a_b",
                    "IL-6",
                    "2.5mg",
                    "(",
                    ")");

    private final WordReader reader = new WordReader();
    private final WordReader.Sheet sheet = new WordReader.Sheet();

    private static List<String> of(Terms terms) {
        List<String> words = new ArrayList<>();
        BytesTermAttribute term = terms.getAttribute(BytesTermAttribute.class);
        TermFrequencyAttribute times = terms.getAttribute(TermFrequencyAttribute.class);
        terms.reset();
        while (terms.incrementToken()) {
            String word = term.getBytesRef().utf8ToString();
            words.addAll(Collections.nCopies(times.getTermFrequency(), word));
        }
        return words;
    }

    @Test
    void readsEveryTextAsTheAnalysersDo() {
        Random random = new Random(17);
        for (int text = 0; text < 4_000; text++) {
            StringBuilder words = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                words.append(PARTS.get(random.nextInt(PARTS.size())));
                words.append(random.nextInt(3) == 0 ? "" : " ");
            }
            String said = words.toString();
            reader.begin(sheet);
            assertThat(of(reader.stems(said)))
                    .as(said)
                    .containsExactlyInAnyOrderElementsOf(Stems.of(said));
            assertThat(Set.copyOf(of(reader.uncounted(said))))
                    .as(said)
                    .isEqualTo(Set.copyOf(Stems.of(said)));
            assertThat(of(reader.words(said))).as(said).isEqualTo(Words.of(said));
        }
    }

    @Test
    void losesNoWordBeforeHalfACharacter() {
        assertThat(Stems.of("broken bones \ud800")).containsExactly("broken", "bone");
        assertThat(Words.of("broken \udc00bones \ud83d")).containsExactly("broken", "bones");
    }

    @Test
    void keepsWhatWasReadForADocumentUntilTheNext() {
        reader.begin(sheet);
        Terms first = reader.stems("broken bones");
        Terms second = reader.words("broken bones");
        Terms third = reader.exactly(List.of("mesh:D1", "C05.116"));

        assertThat(of(first)).containsExactly("broken", "bone");
        assertThat(of(second)).containsExactly("broken", "bones");
        assertThat(of(third)).containsExactly("mesh:D1", "C05.116");
        reader.begin(sheet);
        assertThat(of(reader.stems(""))).isEmpty();
    }

    @Test
    void readsMoreWordsThanItRemembers() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 100_000; i++) {
                String word = Integer.toString(i + 46_656, 36);
                reader.begin(sheet);
                if (i % 1_000 == 0) {
                    assertThat(of(reader.words(word))).containsExactly(word);
                } else {
                    reader.words(word);
                }
            }
        }
    }
}
