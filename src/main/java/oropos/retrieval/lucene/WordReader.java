package oropos.retrieval.lucene;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Reads texts into words for the index, for one thread.
///
/// An abstract is wanted in stems, in plain words and again as what stands around a passage. Read by an
/// analyser for each field it was parted four times, and each of its words cut to its stem as often.
/// Here a line is parted once for all fields of a source, and what a word becomes is remembered. The
/// words are exactly those of [Stems] and [Words].
///
/// No word goes over the end of a line (Unicode's rules WB3a and WB3b), so that lines can be read apart.
final class WordReader {

    /// A word as written, its stem, which is null for the commonest words, and its plain form.
    private static final class Word {
        final char[] written;
        final @Nullable BytesRef stem;
        final BytesRef plain;

        /// The text in which it was counted last, and how often it stood there.
        long counted;

        int times;

        Word(char[] written, @Nullable BytesRef stem, BytesRef plain) {
            this.written = written;
            this.stem = stem;
            this.plain = plain;
        }

        boolean isWritten(char[] letters, int length) {
            return Arrays.equals(written, 0, written.length, letters, 0, length);
        }
    }

    /// Words remembered at most, a power of two. Two places share what falls on them: a new word takes
    /// the second, one seen again the first, so that words seen once drive out no common ones.
    private static final int REMEMBERED = 1 << 15;

    /// Longer words are rare and not remembered, so that nobody can fill memory with them.
    private static final int LONGEST = 40;

    /// Characters of lines remembered, about those of one article.
    private static final int LINES = 1 << 17;

    private final StandardTokenizer tokenizer = new StandardTokenizer();
    private final CharTermAttribute token = tokenizer.addAttribute(CharTermAttribute.class);
    private final OneWord stemmed = new OneWord(Stems::cut);
    private final OneWord folded = new OneWord(Words::folded);
    private final @Nullable Word[] memory = new Word[REMEMBERED];
    private final Map<String, List<Word>> lines = new HashMap<>();
    private int held;
    private final List<Word> once = new ArrayList<>();
    private long texts;
    private Sheet sheet = new Sheet();

    /// Room for the terms of one document.
    static final class Sheet {
        private final List<Terms> terms = new ArrayList<>();
        private int used;

        private Terms next() {
            if (used == terms.size()) {
                terms.add(new Terms());
            }
            Terms next = terms.get(used++);
            next.clear();
            return next;
        }
    }

    /// Begins a document.
    ///
    /// @param room where its terms are written; what stood there is gone
    void begin(Sheet room) {
        sheet = room;
        sheet.used = 0;
        if (held > LINES) {
            lines.clear();
            held = 0;
        }
    }

    /// The stems of a text with how often they stand there: a word is taken once, however
    /// often it is said, which is half the work of taking stems in. Words of one stem are taken apart and
    /// joined by the index.
    Terms stems(String text) {
        Terms stems = sheet.next();
        for (Word word : counted(text)) {
            stems.add(Objects.requireNonNull(word.stem), word.times);
        }
        return stems;
    }

    /// The stems of a text without how often they stand there, for a field that does not count.
    Terms uncounted(String text) {
        Terms stems = sheet.next();
        for (Word word : counted(text)) {
            stems.add(Objects.requireNonNull(word.stem));
        }
        return stems;
    }

    private List<Word> counted(String text) {
        texts++;
        once.clear();
        each(
                text,
                word -> {
                    if (word.stem == null) {
                        return;
                    }
                    if (word.counted != texts) {
                        word.counted = texts;
                        word.times = 0;
                        once.add(word);
                    }
                    word.times++;
                });
        return once;
    }

    /// The plain words of a text.
    Terms words(String text) {
        Terms words = sheet.next();
        each(text, word -> words.add(word.plain));
        return words;
    }

    /// These terms as they are.
    Terms exactly(Iterable<String> ids) {
        Terms exact = sheet.next();
        ids.forEach(id -> exact.add(new BytesRef(id)));
        return exact;
    }

    private void each(String text, Consumer<Word> told) {
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (end > start) {
                line(text.substring(start, end)).forEach(told);
            }
            start = end + 1;
        }
    }

    private List<Word> line(String line) {
        List<Word> known = lines.get(line);
        if (known == null) {
            known = read(Stems.folded(line));
            lines.put(line, known);
            held += line.length();
        }
        return known;
    }

    private List<Word> read(String line) {
        List<Word> words = new ArrayList<>(line.length() / 6 + 1);
        try {
            tokenizer.setReader(new StringReader(line));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                words.add(word(token.buffer(), token.length()));
            }
            tokenizer.end();
            tokenizer.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return words;
    }

    private Word word(char[] letters, int length) {
        if (length > LONGEST) {
            return made(new String(letters, 0, length));
        }
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + letters[i];
        }
        int place = (hash ^ hash >>> 15) & REMEMBERED - 2;
        Word first = memory[place];
        if (first != null && first.isWritten(letters, length)) {
            return first;
        }
        Word second = memory[place + 1];
        if (second != null && second.isWritten(letters, length)) {
            memory[place] = second;
            memory[place + 1] = first;
            return second;
        }
        Word made = made(new String(letters, 0, length));
        memory[place + 1] = made;
        return made;
    }

    private Word made(String written) {
        return new Word(
                written.toCharArray(),
                stemmed.of(written),
                Objects.requireNonNull(folded.of(written)));
    }

    /// What filters make of a single word.
    private static final class OneWord {

        private final Given given = new Given();
        private final TokenStream filtered;
        private final CharTermAttribute result;

        OneWord(Function<TokenStream, TokenStream> filters) {
            this.filtered = filters.apply(given);
            this.result = filtered.addAttribute(CharTermAttribute.class);
        }

        /// Null where they leave the word out. The filters remember nothing between two words, so they are
        /// not told where a text begins and ends: that took longer than the word.
        @Nullable BytesRef of(String word) {
            try {
                given.word = word;
                return filtered.incrementToken() ? new BytesRef(result) : null;
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    /// A stream of one word.
    private static final class Given extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private @Nullable String word;

        @Override
        public boolean incrementToken() {
            String next = word;
            if (next == null) {
                return false;
            }
            clearAttributes();
            term.append(next);
            word = null;
            return true;
        }
    }
}
