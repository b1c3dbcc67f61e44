package oropos.retrieval.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Words as the index compares them: parted by Unicode's rules, lower case, without possessives and
/// the 33 commonest English words, cut to their stems by Porter's rules.
///
/// Compatibility forms are folded before words are parted (NFKC), because the tokenizer would drop
/// the digits of "T₁₂".
public final class Stems {

    private static final Analyzer ENGLISH = new EnglishAnalyzer();

    /// A regular expression sees two halves that belong together as one character.
    private static final Pattern LONE = Pattern.compile("[\\ud800-\\udfff]");

    private Stems() {}

    /// What the analyser makes of words that are parted already.
    static TokenStream cut(TokenStream words) {
        return new PorterStemFilter(
                new StopFilter(
                        new LowerCaseFilter(new EnglishPossessiveFilter(words)),
                        EnglishAnalyzer.getDefaultStopSet()));
    }

    /// A text as it is handed to the analyser. Half a character that stands alone becomes U+FFFD: at the
    /// end of a text it would make the tokenizer lose every word before it.
    static String folded(String text) {
        String whole = text;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                whole = LONE.matcher(text).replaceAll("\ufffd");
                break;
            }
        }
        return Normalizer.isNormalized(whole, Normalizer.Form.NFKC)
                ? whole
                : Normalizer.normalize(whole, Normalizer.Form.NFKC);
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
