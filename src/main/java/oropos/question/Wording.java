package oropos.question;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Ages;
import oropos.terminology.Span;

/// A text as a row of words, each knowing where it stands, so that rules speak of words and not of
/// characters.
///
/// Words are lower case in Unicode form NFKC (so that `T₁₂` is `t12`); apostrophes inside a word are
/// dropped (`can't` is `cant`), a possessive `'s` is dropped with its apostrophe, hyphens divide.
/// Numbers keep their decimal point. Reading is linear in the length of the text, whatever it holds.
/// What was once looked for in it is kept: many rules listen for the same phrase.
final class Wording {

    /// One word.
    ///
    /// @param sentence number of its sentence; a full stop, question mark, exclamation mark or blank
    ///     line ends one
    /// @param clause number of its clause; a comma, colon, semicolon, bracket, dash or line break
    ///     ends one
    record Word(String text, Span span, int sentence, int clause) {}

    private static final Set<String> ABBREVIATED =
            Set.of("dr", "mr", "mrs", "ms", "prof", "st", "vs", "e", "g", "eg", "ie", "approx");

    private static final Pattern MEASURED =
            Pattern.compile(
                    "(\\d{1,6}(?:\\.\\d{1,4})?)(mg|mcg|ug|kg|g|ml|cm|mm|iu|mmol|lb|lbs|mmhg)");

    private final String text;
    private final List<Word> words;
    private final Set<String> all;
    private final BitSet hashes = new BitSet(HASHES);
    private final Map<String, int[]> places = new HashMap<>();
    private final Map<Cue, List<Cue.Heard>> heard = new ConcurrentHashMap<>();
    private final Map<List<Cue>, List<Cue.Heard>> any =
            Collections.synchronizedMap(new IdentityHashMap<>());
    private volatile @Nullable List<Ages.Found> ages;

    /// @param also words that it is taken to hold as well
    Wording(String text, List<Word> words, Set<String> also) {
        this.text = text;
        this.words = List.copyOf(words);
        for (int at = 0; at < words.size(); at++) {
            int[] before = places.getOrDefault(words.get(at).text(), NOWHERE);
            int[] places = Arrays.copyOf(before, before.length + 1);
            places[before.length] = at;
            this.places.put(words.get(at).text(), places);
        }
        this.all = new HashSet<>(places.keySet());
        all.addAll(also);
        for (String word : all) {
            hashes.set(word.hashCode() & HASHES - 1);
        }
    }

    /// As many that of a long letter's words few share one.
    private static final int HASHES = 1 << 13;

    private static final int[] NOWHERE = {};

    String text() {
        return text;
    }

    List<Word> words() {
        return words;
    }

    /// Every word once.
    Set<String> all() {
        return all;
    }

    /// Whether it may hold one of the words that have these hashes; false only where it holds none.
    boolean mayHoldAny(int[] hashesOfWords) {
        for (int hash : hashesOfWords) {
            if (hashes.get(hash & HASHES - 1)) {
                return true;
            }
        }
        return false;
    }

    /// Where any of these words stands, in order.
    int[] placesOf(Set<String> any) {
        int[] found = NOWHERE;
        for (String word : any) {
            int[] places = this.places.getOrDefault(word, NOWHERE);
            if (found.length == 0) {
                found = places;
            } else if (places.length > 0) {
                int[] both = Arrays.copyOf(found, found.length + places.length);
                System.arraycopy(places, 0, both, found.length, places.length);
                Arrays.sort(both);
                found = both;
            }
        }
        return found;
    }

    /// Where a phrase stands, looked for once.
    List<Cue.Heard> heard(Cue cue) {
        return heard.computeIfAbsent(cue, one -> List.copyOf(one.in(this)));
    }

    /// Where any of a list of phrases stands, in the order of the list.
    List<Cue.Heard> heard(List<Cue> cues) {
        return any.computeIfAbsent(
                cues, all -> all.stream().flatMap(cue -> cue.heard(this).stream()).toList());
    }

    /// The ages it tells, looked for once.
    List<Ages.Found> ages() {
        List<Ages.Found> found = ages;
        if (found == null) {
            found = NotedAges.in(text);
            ages = found;
        }
        return found;
    }

    static Wording of(String text) {
        List<Word> words = new ArrayList<>();
        int sentence = 0;
        int clause = 0;
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (isWordPart(point)) {
                int end = endOfWord(text, at);
                String plain = plain(text.substring(at, end));
                addWords(words, plain, new Span(at, end), sentence, clause);
                at = end;
                continue;
            }
            if (endsSentence(text, at, words)) {
                sentence++;
                clause++;
            } else if (",;:()[]\n–—\"“”".indexOf(point) >= 0
                    || (point == '-' && at > 0 && text.charAt(at - 1) == ' ')) {
                clause++;
            }
            at += Character.charCount(point);
        }
        return new Wording(text, words, Set.of());
    }

    /// A number with its unit ("14kg") is two words.
    private static void addWords(
            List<Word> words, String plain, Span span, int sentence, int clause) {
        if (plain.isEmpty()) {
            return;
        }
        Matcher measured = MEASURED.matcher(plain);
        if (measured.matches() && plain.length() == span.length()) {
            int middle = span.start() + measured.end(1);
            words.add(
                    new Word(measured.group(1), new Span(span.start(), middle), sentence, clause));
            words.add(new Word(measured.group(2), new Span(middle, span.end()), sentence, clause));
        } else {
            words.add(new Word(plain, span, sentence, clause));
        }
    }

    /// The first word that ends behind this place; how many words there are, where none does.
    static int wordAt(List<Word> words, int offset) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).span().end() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    Span span(int first, int last) {
        return new Span(words.get(first).span().start(), words.get(last).span().end());
    }

    private static int endOfWord(String text, int start) {
        int at = start;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            if (isWordPart(point)) {
                at = next;
            } else if (next < text.length()
                    && isApostrophe(point)
                    && Character.isLetter(text.codePointAt(next))) {
                at = next;
            } else if ((point == '.' || point == ',' || point == '·')
                    && next < text.length()
                    && Character.isDigit(text.charAt(at - 1))
                    && Character.isDigit(text.charAt(next))) {
                at = next;
            } else {
                break;
            }
        }
        return at;
    }

    private static String plain(String word) {
        String halves = word.replace("½", ".5").replace("¼", ".25").replace("¾", ".75");
        String plain = Normalizer.normalize(halves, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        plain = plain.replace('’', '\'').replace('ʼ', '\'').replace('·', '.');
        if (plain.endsWith("'s")) {
            plain = plain.substring(0, plain.length() - 2);
        }
        plain = plain.replace("'", "");
        return Character.isDigit(plain.isEmpty() ? ' ' : plain.charAt(0))
                ? plain.replaceAll(",(?=\\d{3})", "")
                : plain;
    }

    private static boolean isWordPart(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.OTHER_NUMBER
                || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    private static boolean isApostrophe(int point) {
        return point == '\'' || point == '’' || point == 'ʼ';
    }

    private static boolean endsSentence(String text, int at, List<Word> words) {
        char character = text.charAt(at);
        if (character == '!' || character == '?') {
            return true;
        }
        if (character == '\n') {
            return at + 1 < text.length() && text.charAt(at + 1) == '\n';
        }
        if (character != '.') {
            return false;
        }
        boolean beforeSpace =
                at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1));
        boolean abbreviated =
                !words.isEmpty()
                        && words.getLast().span().end() == at
                        && ABBREVIATED.contains(words.getLast().text());
        return beforeSpace && !abbreviated;
    }
}
