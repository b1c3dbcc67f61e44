package oropos.inference.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Cuts text into the numbered word pieces a BERT model was trained on.
///
/// Normalises as uncased BERT does (controls dropped, accents stripped, lower case, Chinese
/// characters set apart), splits at white space and punctuation, and takes from each word the
/// longest known piece, again and again (Wu et al., arXiv:1609.08144; Devlin et al.,
/// arXiv:1810.04805). The ids equal those of the Hugging Face tokenizer, with one wanted difference:
/// special tokens *written in a text* ("[SEP]") are text here, never commands.
final class WordPieces {

    /// Longer words are unknown as a whole (`max_input_chars_per_word` of the tokenizer file).
    static final int LONGEST_WORD = 100;

    /// The 33 words that Lucene's English analyser drops as well.
    private static final Set<String> SILENT =
            Set.of(
                    ("a an and are as at be but by for if in into is it no not of on or such that the their then there"
                                    + " these they this to was will with")
                            .split(" "));

    private final Map<String, Integer> vocabulary;
    private final int cls;
    private final int sep;
    private final int unknown;
    private final BitSet silent = new BitSet();

    private WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.cls = special("[CLS]");
        this.sep = special("[SEP]");
        this.unknown = special("[UNK]");
        vocabulary.forEach((piece, id) -> {
            if (SILENT.contains(piece) || piece.codePoints().allMatch(WordPieces::isPunctuation)) {
                silent.set(id);
            }
        });
        silent.set(cls);
        silent.set(sep);
    }

    /// Whether a piece says something by itself: neither a mark of the model, nor punctuation, nor one
    /// of the commonest words.
    boolean isTelling(int id) {
        return !silent.get(id);
    }

    /// Most pieces of a vocabulary: their numbers are kept in 16 bits.
    static final int MOST_PIECES = 1 << Character.SIZE;

    /// Reads the vocabulary of a Hugging Face `tokenizer.json`.
    ///
    /// @throws IllegalArgumentException where it is of another kind than [WordPieces] cuts
    static WordPieces read(InputStream json) throws IOException {
        JsonNode tokenizer;
        try {
            tokenizer = JsonMapper.shared().readTree(json);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("the tokenizer is no JSON", broken);
        }
        JsonNode words = tokenizer.path("model").path("vocab");
        if (!tokenizer.path("model").path("type").asString("").equals("WordPiece")
                || !words.isObject()
                || words.size() > MOST_PIECES
                || !tokenizer.path("normalizer").path("lowercase").asBoolean(false)) {
            throw new IllegalArgumentException(
                    "the tokenizer is none of uncased word pieces (model type WordPiece, normalizer"
                            + " lowercase true, at most "
                            + MOST_PIECES
                            + " pieces)");
        }
        Map<String, Integer> vocabulary = new HashMap<>(words.size() * 2);
        words.properties()
                .forEach(word -> vocabulary.put(word.getKey(), word.getValue().intValue()));
        return new WordPieces(vocabulary);
    }

    private int special(String token) {
        Integer id = vocabulary.get(token);
        if (id == null) {
            throw new IllegalArgumentException("the tokenizer's vocabulary lacks " + token);
        }
        return id;
    }

    /// The ids of a text, with the opening and the closing token, at most `longest` in all.
    long[] ids(String text, int longest) {
        long[] ids = new long[longest];
        ids[0] = cls;
        int count = 1;
        String clean = normalised(text);
        int at = 0;
        while (at < clean.length() && count < longest - 1) {
            int next = clean.codePointAt(at);
            int end = at + Character.charCount(next);
            if (Character.isSpaceChar(next)) {
                at = end;
                continue;
            }
            if (!isPunctuation(next)) {
                while (end < clean.length()) {
                    int more = clean.codePointAt(end);
                    if (Character.isSpaceChar(more) || isPunctuation(more)) {
                        break;
                    }
                    end += Character.charCount(more);
                }
            }
            count = pieces(clean.substring(at, end), ids, count);
            at = end;
        }
        ids[count++] = sep;
        return Arrays.copyOf(ids, count);
    }

    private int pieces(String word, long[] ids, int from) {
        int room = ids.length - 1;
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            ids[from] = unknown;
            return from + 1;
        }
        int count = from;
        int start = 0;
        while (start < word.length()) {
            int end = word.length();
            Integer id = null;
            while (start < end && id == null) {
                String piece = word.substring(start, end);
                id = vocabulary.get(start == 0 ? piece : "##" + piece);
                end = id == null ? end - 1 : end;
            }
            if (id == null) {
                ids[from] = unknown;
                return from + 1;
            }
            if (count < room) {
                ids[count++] = id;
            }
            start = end;
        }
        return count;
    }

    private static String normalised(String text) {
        StringBuilder spaced = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(c -> {
                    if (c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c)) {
                        spaced.append(' ');
                    } else if (isChinese(c)) {
                        spaced.append(' ').appendCodePoint(c).append(' ');
                    } else if (!isDropped(c)) {
                        spaced.appendCodePoint(c);
                    }
                });
        String decomposed = Normalizer.normalize(spaced, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .map(Character::toLowerCase)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isDropped(int c) {
        return c == 0
                || c == 0xFFFD
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.PRIVATE_USE,
                            Character.SURROGATE,
                            Character.UNASSIGNED ->
                            true;
                    default -> false;
                };
    }

    private static boolean isPunctuation(int c) {
        if (c < 128) {
            return c >= '!' && c <= '/'
                    || c >= ':' && c <= '@'
                    || c >= '[' && c <= '`'
                    || c >= '{' && c <= '~';
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                    true;
            default -> false;
        };
    }

    /// The CJK blocks BERT sets apart.
    private static boolean isChinese(int c) {
        return c >= 0x4E00 && c <= 0x9FFF
                || c >= 0x3400 && c <= 0x4DBF
                || c >= 0x20000 && c <= 0x2A6DF
                || c >= 0x2A700 && c <= 0x2B73F
                || c >= 0x2B740 && c <= 0x2B81F
                || c >= 0x2B920 && c <= 0x2CEAF
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0x2F800 && c <= 0x2FA1F;
    }
}
