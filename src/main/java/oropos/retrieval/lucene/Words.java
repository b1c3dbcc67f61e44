package oropos.retrieval.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Words as a searcher means them who writes `random*[tiab]`: parted by Unicode's rules, lower case,
/// without accents and possessives, not cut to stems, none left out.
public final class Words {

    /// Places left free between two texts of one field.
    private static final int GAP = 100;

    private static final Analyzer PLAIN =
            new Analyzer() {
                @Override
                protected TokenStreamComponents createComponents(String field) {
                    StandardTokenizer words = new StandardTokenizer();
                    return new TokenStreamComponents(words, folded(words));
                }

                @Override
                public int getPositionIncrementGap(String field) {
                    return GAP;
                }
            };

    private Words() {}

    static Analyzer analyzer() {
        return PLAIN;
    }

    /// What the analyser makes of words that are parted already.
    static TokenStream folded(TokenStream words) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)));
    }

    /// The words of a text, in order, repeated as often as they stand there.
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = PLAIN.tokenStream("", Stems.folded(text))) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return words;
    }

    /// A name as it is looked up whole: its words with one space between them.
    public static String key(String name) {
        return String.join(" ", of(name));
    }
}
