package oropos.retrieval.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Words as the index compares them: parted by Unicode's rules, lower case, without possessives and
/// the 33 commonest English words, cut to their stems by Porter's rules.
///
/// Compatibility forms are folded before words are parted (NFKC), because the tokenizer would drop
/// the digits of "T₁₂".
public final class Stems {

    private static final Analyzer ENGLISH = new EnglishAnalyzer();

    private Stems() {}

    static Analyzer analyzer() {
        return ENGLISH;
    }

    /// A text as it is handed to the analyser.
    static String folded(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /// The stems of a text, in order, repeated as often as they stand there.
    public static List<String> of(String text) {
        List<String> stems = new ArrayList<>();
        try (TokenStream words = ENGLISH.tokenStream("", folded(text))) {
            CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                stems.add(word.toString());
            }
            words.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return stems;
    }
}
