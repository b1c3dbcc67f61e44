package oropos.terminology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads clinical language into concepts: the door of this room.
///
/// Names come from MeSH 2024 (courtesy of the U.S. National Library of Medicine), from the FDA's
/// list of drug products and from a small list of our own; the longest name wins, mentions never
/// overlap. Spelling (British, American), number, case, hyphens and accents make no difference;
/// initials that spell an ordinary word count only in capitals. An abbreviation is understood where
/// the vocabulary knows one meaning alone, or where the text itself explains it: "acute
/// lymphoblastic leukaemia (ALL)". Nothing is corrected: a misspelt drug is not recognised.
public final class Terminology {

    private final Vocabulary vocabulary;
    private final Map<String, Concept> vertebrae = new HashMap<>();

    private Terminology(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        for (Concept vertebra : Vertebrae.concepts(vocabulary)) {
            vertebrae.put(vertebra.id(), vertebra);
        }
    }

    private static final class BuiltIn {
        static final Terminology ONLY = new Terminology(Vocabulary.load());
    }

    /// The vocabularies shipped with Oropos, loaded once.
    public static Terminology builtIn() {
        return BuiltIn.ONLY;
    }

    /// The concept of this id, or empty where no vocabulary has it.
    public Optional<Concept> concept(String id) {
        Concept vertebra = vertebrae.get(id);
        return Optional.ofNullable(vertebra == null ? vocabulary.concept(id) : vertebra);
    }

    /// Everything recognised in a text, in the order it stands there. Vertebrae are anatomy with the
    /// level in their id; where one place names several ("T10-L2"), each is a mention, those that
    /// are only implied with the span of the whole.
    public Concepts read(String text) {
        return new Reading(text).concepts();
    }

    /// A name found, before it is known what is said of it.
    private record Hit(Concept concept, int start, int end) {}

    private final class Reading {
        private final String text;
        private final Plain plain;
        private final List<Token> tokens;
        private final List<Hit> hits = new ArrayList<>();
        private final List<Span> sentences;

        Reading(String text) {
            this.text = text;
            this.plain = Plain.of(text);
            this.tokens = Token.of(plain);
            this.sentences = Sentences.of(text);
        }

        Concepts concepts() {
            List<Vertebrae.Expression> levels = Vertebrae.in(plain);
            names(Keys.of(tokens, levels));
            levels.forEach(this::vertebra);
            hits.sort(Comparator.comparingInt(Hit::start).thenComparingInt(Hit::end));
            explained();
            hits.sort(Comparator.comparingInt(Hit::start).thenComparingInt(Hit::end));
            return new Concepts(text, mentions());
        }

        private void vertebra(Vertebrae.Expression expression) {
            for (Vertebrae.Level level : expression.levels()) {
                Concept concept = vertebrae.get(Vertebrae.ID + level.code());
                if (concept != null) {
                    hits.add(new Hit(concept, level.start(), level.end()));
                }
            }
        }

        private void names(Keys keys) {
            int i = 0;
            while (i < keys.size()) {
                i = keys.beginsToken(i) ? nameAt(keys, i) : i + 1;
            }
        }

        /// Takes the longest name at key `i`; returns where to read on.
        private int nameAt(Keys keys, int i) {
            Phrases phrases = vocabulary.phrases();
            Hit best = null;
            int past = i + 1;
            boolean comma = false;
            int node = Phrases.ROOT;
            for (int k = i; k < keys.size(); k++) {
                if (k > i) {
                    String gap =
                            plain.text()
                                    .substring(
                                            Math.min(keys.end(k - 1), keys.start(k)),
                                            keys.start(k));
                    if (!isGap(gap)) {
                        break;
                    }
                    comma |= gap.indexOf(',') >= 0;
                }
                node = phrases.step(node, keys.key(k));
                if (node == Phrases.NOWHERE) {
                    break;
                }
                if (phrases.value(node) != Phrases.NOTHING && keys.endsToken(k)) {
                    Vocabulary.Name name = vocabulary.name(phrases.value(node));
                    if (name.inverted() == comma && isWrittenSo(name, keys.start(i), keys.end(k))) {
                        best = hit(name.concept(), keys, i, k);
                        past = k + 1;
                    }
                }
            }
            if (best != null) {
                hits.add(best);
            }
            return past;
        }

        /// The words without the levels at either end: those are mentions of their own.
        private Hit hit(Concept concept, Keys keys, int first, int last) {
            int from = first;
            while (keys.isLevel(from) && from < last) {
                from++;
            }
            int to = last;
            if (keys.isLevel(to)) {
                do {
                    to--;
                } while (to > from && isLink(keys.key(to)));
            }
            return new Hit(concept, keys.start(from), keys.end(to));
        }

        private static boolean isLink(String key) {
            return List.of("of", "at", "in", "the", "involving", Keys.LEVEL).contains(key);
        }

        /// What may stand between the words of one name.
        private static boolean isGap(String gap) {
            if (gap.length() > 3) {
                return false;
            }
            for (int i = 0; i < gap.length(); i++) {
                if (" -/'(),&\n".indexOf(gap.charAt(i)) < 0) {
                    return false;
                }
            }
            return true;
        }

        private boolean isWrittenSo(Vocabulary.Name name, int start, int end) {
            String capitals = name.capitals();
            if (capitals == null) {
                return true;
            }
            String written = plain.text().substring(start, end);
            if (written.equals(capitals.toUpperCase(Locale.ROOT))) {
                return true;
            }
            return written.equals(capitals) && !beginsSentence(start)
                    || written.equals(capitals + "s")
                            && capitals.equals(capitals.toUpperCase(Locale.ROOT));
        }

        private boolean beginsSentence(int start) {
            int before = start - 1;
            while (before >= 0 && !Character.isLetterOrDigit(plain.text().charAt(before))) {
                if (".!?:\n".indexOf(plain.text().charAt(before)) >= 0) {
                    return true;
                }
                before--;
            }
            return before < 0;
        }

        /// Abbreviations the text explains itself, wherever they stand after that.
        private void explained() {
            Map<String, Concept> meanings = new HashMap<>();
            Map<String, Integer> known = new HashMap<>();
            for (Hit hit : List.copyOf(hits)) {
                String initials = Abbreviation.after(plain.text(), hit.start(), hit.end());
                if (initials != null && meanings.putIfAbsent(initials, hit.concept()) == null) {
                    known.put(initials, hit.end());
                }
            }
            if (meanings.isEmpty()) {
                return;
            }
            List<Hit> added = new ArrayList<>();
            int h = 0;
            for (Token token : tokens) {
                while (h < hits.size() && hits.get(h).end() <= token.start()) {
                    h++;
                }
                String written = plain.text().substring(token.start(), token.end());
                Concept concept = meanings.get(written);
                Integer from = known.get(written);
                boolean free = h >= hits.size() || hits.get(h).start() >= token.end();
                if (concept != null && from != null && token.start() > from && free) {
                    added.add(new Hit(concept, token.start(), token.end()));
                }
            }
            hits.addAll(added);
        }

        private List<Mention> mentions() {
            int[] first = new int[hits.size()];
            int[] last = new int[hits.size()];
            boolean[] named = new boolean[tokens.size()];
            int t = 0;
            for (int h = 0; h < hits.size(); h++) {
                while (t > 0 && tokens.get(t).start() > hits.get(h).start()) {
                    t--;
                }
                while (t + 1 < tokens.size() && tokens.get(t).end() <= hits.get(h).start()) {
                    t++;
                }
                first[h] = t;
                int end = t;
                while (end + 1 < tokens.size() && tokens.get(end + 1).start() < hits.get(h).end()) {
                    end++;
                }
                last[h] = end;
                for (int k = t; k <= end; k++) {
                    named[k] = true;
                }
            }
            Assertions assertions = new Assertions(plain, tokens, sentences, named);
            List<Mention> mentions = new ArrayList<>(hits.size());
            for (int h = 0; h < hits.size(); h++) {
                Span span = plain.span(hits.get(h).start(), hits.get(h).end());
                mentions.add(
                        new Mention(
                                hits.get(h).concept(),
                                span,
                                span.of(text),
                                assertions.of(first[h], last[h])));
            }
            return mentions;
        }
    }

    /// The initials in brackets that explain themselves by the words before them.
    static final class Abbreviation {
        private static final int LONGEST = 10;

        private Abbreviation() {}

        /// "(ALL)" right after `start..end`, or null.
        static @Nullable String after(String text, int start, int end) {
            int open = end;
            if (open < text.length() && text.charAt(open) == ' ') {
                open++;
            }
            if (open >= text.length() || text.charAt(open) != '(') {
                return null;
            }
            int close = open + 1;
            while (close < text.length()
                    && close - open <= LONGEST
                    && Token.isWord(text.charAt(close))) {
                close++;
            }
            if (close >= text.length()
                    || text.charAt(close) != ')'
                            && text.charAt(close) != ';'
                            && text.charAt(close) != ',') {
                return null;
            }
            String initials = text.substring(open + 1, close);
            return isOf(initials, text.substring(start, end)) ? initials : null;
        }

        /// Whether the capitals are letters of the words in order, the first of the first word.
        private static boolean isOf(String initials, String words) {
            if (initials.length() < 2 || !Character.isUpperCase(initials.charAt(0))) {
                return false;
            }
            String lower = words.toLowerCase(Locale.ROOT);
            String letters = initials.toLowerCase(Locale.ROOT);
            if (letters.endsWith("s") && initials.endsWith("s")) {
                letters = letters.substring(0, letters.length() - 1);
            }
            if (lower.isEmpty() || lower.charAt(0) != letters.charAt(0)) {
                return false;
            }
            int at = 0;
            for (int i = 0; i < letters.length(); i++) {
                at = lower.indexOf(letters.charAt(i), at);
                if (at < 0) {
                    return false;
                }
                at++;
            }
            return true;
        }
    }
}
