package oropos.retrieval.lucene;

import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.BytesRef;

/// Terms of one field of one document, ready for the index, one place after the other. Used again for
/// the next document.
final class Terms extends TokenStream {

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final TermFrequencyAttribute times = addAttribute(TermFrequencyAttribute.class);
    private BytesRef[] terms = new BytesRef[64];
    private int[] frequencies = new int[64];
    private int count;
    private int next;

    void clear() {
        count = 0;
    }

    void add(BytesRef one) {
        add(one, 1);
    }

    /// @param frequency how often the term stands there; above 1 only where places do not count
    void add(BytesRef one, int frequency) {
        if (count == terms.length) {
            terms = Arrays.copyOf(terms, 2 * count);
            frequencies = Arrays.copyOf(frequencies, 2 * count);
        }
        frequencies[count] = frequency;
        terms[count++] = one;
    }

    int count() {
        return count;
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        if (next == count) {
            return false;
        }
        clearAttributes();
        times.setTermFrequency(frequencies[next]);
        term.setBytesRef(terms[next++]);
        return true;
    }
}
