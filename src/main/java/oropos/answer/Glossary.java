package oropos.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Terms of medicine in everyday words: what a patient reads under a statement, and the few plain
/// words that may stand in a term's place.
///
/// Plain words replace medical ones only where this list says so, form by form, after somebody read
/// the pair and found that both say the same: the lists one can download hold pairs such as insulin
/// and blood sugar. Drugs are never replaced. A term that is not replaced is explained.
public final class Glossary {

    /// A word: letters and digits, apostrophes between them, decimals kept whole.
    static final Pattern WORD =
            Pattern.compile(
                    "[\\p{L}\\p{N}]+(?:(?:['’]|(?<=\\p{N})[.,](?=\\p{N}))[\\p{L}\\p{N}]+)*");

    private static final String RESOURCE = "/answer/glossary.tsv";
    private static final String EVERYDAY = "/answer/everyday-words.tsv";
    private static final int COLUMNS = 6;

    /// A term where it stands in a text.
    public record Found(GlossaryTerm term, String form, int start, int end) {}

    /// A match with the form it was found by.
    private record Match(Form form, int start, int end) {}

    /// @param term what is explained; null for an everyday word, which needs no explanation
    /// @param plain the words that may stand in its place, or null
    private record Form(
            List<String> words,
            String written,
            @Nullable GlossaryTerm term,
            @Nullable String plain) {

        /// Initials stand for their term only in capitals: "ALL" is a leukaemia, "all" is not.
        boolean exact() {
            return written.chars().skip(1).anyMatch(Character::isUpperCase);
        }
    }

    private record Word(String folded, int start, int end) {}

    private final List<GlossaryTerm> terms;
    private final Map<String, List<Form>> byFirstWord = new HashMap<>();
    private final Map<String, GlossaryTerm> lines = new HashMap<>();
    private final Map<String, String> everyday;

    /// Letters of texts remembered on each side: the same statements are told with every answer, four
    /// times for each, and reading is pure.
    private static final long MOST_LETTERS = 1_000_000;

    private final Cache<String, List<Match>> found = remembering();
    private final Cache<String, String> plain = remembering();
    private final Cache<String, Set<GlossaryTerm>> named = remembering();

    private static <T> Cache<String, T> remembering() {
        return Caffeine.newBuilder()
                .maximumWeight(MOST_LETTERS)
                .weigher((String text, T _) -> text.length() + 64)
                .build();
    }

    private static final class Shipped {
        static final Glossary ONLY = new Glossary(read(), everyday());
        static final String VERSION = Tables.version(RESOURCE) + " " + Tables.version(EVERYDAY);
    }

    Glossary(List<GlossaryTerm> terms) {
        this(terms, Map.of());
    }

    /// @param everyday words of professional English and what may stand in their place: the same words
    ///     where a part of them must not be replaced
    Glossary(List<GlossaryTerm> terms, Map<String, String> everyday) {
        this.terms = List.copyOf(terms);
        this.everyday = everyday;
        Map<String, String> owners = new HashMap<>();
        for (GlossaryTerm term : terms) {
            for (String form : term.forms()) {
                String owner = owners.putIfAbsent(form, term.name());
                if (owner != null) {
                    throw new IllegalArgumentException(
                            "\"" + form + "\" is a form of " + owner + " and of " + term.name());
                }
                add(form, term, term.plain().get(form));
            }
            term.forms().forEach(form -> lines.put(term.line(form), term));
            lines.put(term.ownLine(), term);
        }
        everyday.forEach((form, plain) -> {
            if (owners.containsKey(form)) {
                throw new IllegalArgumentException(
                        "the everyday word \"" + form + "\" is a form of " + owners.get(form));
            }
            add(form, null, plain);
        });
        byFirstWord
                .values()
                .forEach(forms ->
                        forms.sort(
                                Comparator.comparingInt((Form form) -> -form.words().size())
                                        .thenComparing(form -> !form.exact())));
    }

    private void add(String form, @Nullable GlossaryTerm term, @Nullable String plain) {
        List<String> words = words(form).stream().map(Word::folded).toList();
        byFirstWord
                .computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
                .add(new Form(words, form, term, plain));
    }

    /// The version of the list in the jar.
    static String version() {
        return Shipped.VERSION;
    }

    /// The same with other terms. Lines of explanation that were right stay right.
    Glossary with(List<GlossaryTerm> others) {
        Glossary other = new Glossary(others, everyday);
        lines.forEach(other.lines::putIfAbsent);
        return other;
    }

    /// The glossary in the jar, loaded once.
    public static Glossary shipped() {
        return Shipped.ONLY;
    }

    public List<GlossaryTerm> terms() {
        return terms;
    }

    /// The term a line of explanation is about, where the line is this glossary's, letter for letter.
    public Optional<GlossaryTerm> explained(String line) {
        return Optional.ofNullable(lines.get(line));
    }

    /// The terms of a text in order, the longest first where several begin at one word. Words inside a
    /// proper name ("Paediatric Endocrine Group") are not terms.
    public List<Found> in(String text) {
        List<Found> terms = new ArrayList<>();
        for (Match match : matches(text)) {
            if (match.form().term() != null) {
                terms.add(
                        new Found(
                                match.form().term(),
                                match.form().written(),
                                match.start(),
                                match.end()));
            }
        }
        return terms;
    }

    /// All terms that a text names, those inside longer words too.
    public Set<GlossaryTerm> named(String text) {
        return named.get(
                text,
                one -> {
                    List<Word> words = words(one);
                    Set<GlossaryTerm> all = new LinkedHashSet<>();
                    for (int i = 0; i < words.size(); i++) {
                        for (Form form :
                                byFirstWord.getOrDefault(words.get(i).folded(), List.of())) {
                            if (form.term() != null && fits(one, words, i, form)) {
                                all.add(form.term());
                            }
                        }
                    }
                    return Set.copyOf(all);
                });
    }

    private List<Match> matches(String text) {
        return found.get(text, this::reading);
    }

    private List<Match> reading(String text) {
        List<Word> words = words(text);
        List<Match> found = new ArrayList<>();
        int i = 0;
        while (i < words.size()) {
            Form form = at(text, words, i);
            if (form == null) {
                i++;
                continue;
            }
            int past = i + form.words().size();
            found.add(new Match(form, words.get(i).start(), words.get(past - 1).end()));
            i = past;
        }
        return List.copyOf(found);
    }

    /// The text with every plain word that may stand for a term in its place. What plain words make with
    /// their neighbours is plain too: "individuals experience", "people experience", "people have".
    public String plain(String text) {
        return plain.get(
                text,
                one -> {
                    String told = one;
                    for (int i = 0; i < MOST_TURNS; i++) {
                        String next = plainly(told);
                        if (next.equals(told)) {
                            break;
                        }
                        told = next;
                    }
                    return told;
                });
    }

    private static final int MOST_TURNS = 3;

    private String plainly(String text) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (Match one : matches(text)) {
            String plain = one.form().plain();
            if (plain == null || plain.equals(one.form().written()) || isKept(text, one, plain)) {
                continue;
            }
            out.append(article(text.substring(from, one.start()), plain));
            boolean capital = Character.isUpperCase(text.charAt(one.start()));
            out.append(capital ? plain.substring(0, 1).toUpperCase(Locale.ROOT) : plain.charAt(0));
            out.append(plain, 1, plain.length());
            from = one.end();
        }
        return out.append(text, from, text.length()).toString();
    }

    /// "Treatment for treating" says it twice, and "studied for treating" leaves open who treats.
    private static final Pattern TREATED =
            Pattern.compile(
                    "\\b(?:treatments?|therapy|therapies|studied|used) $",
                    Pattern.CASE_INSENSITIVE);

    /// What stands in square brackets is the page's own name for what it is about, "Loin pain hematuria
    /// syndrome" is a name too, and "detect (find)" and "swollen nodes (lymphadenopathy)" say it in both ways.
    private static boolean isKept(String text, Match match, String plain) {
        return text.startsWith(" (" + plain.substring(0, Math.min(4, plain.length())), match.end())
                || text.startsWith(
                        " (" + plain.substring(plain.lastIndexOf(' ') + 1) + ")", match.end())
                || text.startsWith(")", match.end())
                        && match.start() > 0
                        && text.charAt(match.start() - 1) == '('
                || text.startsWith(" syndrome", match.end())
                || KeptNames.has(text, match.start(), match.end())
                || plain.endsWith("treating")
                        && TREATED.matcher(text.substring(0, match.start())).find()
                || plain.equals("so")
                        && text.startsWith(",", match.end())
                        && match.start() > 0
                        && text.substring(0, match.start()).endsWith(", ")
                || text.lastIndexOf('[', match.start()) > text.lastIndexOf(']', match.start());
    }

    /// "an oral" becomes "a mouth", "a renal" becomes "a kidney".
    private static String article(String before, String next) {
        boolean vowel = "aeiou".indexOf(next.charAt(0)) >= 0;
        Matcher article = ARTICLE.matcher(before);
        if (!article.find()) {
            return before;
        }
        boolean capital = before.charAt(article.start(1)) == 'A';
        return before.substring(0, article.start(1)) + (capital ? "A" : "a") + (vowel ? "n " : " ");
    }

    private static final Pattern ARTICLE = Pattern.compile("\\b([Aa]n?) $");

    private @org.jspecify.annotations.Nullable Form at(String text, List<Word> words, int at) {
        for (Form form : byFirstWord.getOrDefault(words.get(at).folded(), List.of())) {
            if (fits(text, words, at, form)) {
                return form;
            }
        }
        return null;
    }

    private static boolean fits(String text, List<Word> words, int at, Form form) {
        int size = form.words().size();
        if (at + size > words.size()) {
            return false;
        }
        for (int k = 0; k < size; k++) {
            if (!words.get(at + k).folded().equals(form.words().get(k))
                    || k > 0 && !joined(text, words.get(at + k - 1), words.get(at + k))) {
                return false;
            }
        }
        if (form.term() == null && isHyphened(text, words.get(at), words.get(at + size - 1))) {
            return false;
        }
        if (form.exact()) {
            return text.substring(words.get(at).start(), words.get(at + size - 1).end())
                    .equals(form.written());
        }
        return !isName(text, words, at, size, form);
    }

    /// One space, one hyphen or a possessive between two words of a term, nothing else.
    private static boolean joined(String text, Word one, Word next) {
        String between = text.substring(one.end(), next.start());
        return between.length() == 1
                ? " -\u2010\u2011".contains(between)
                : between.equals("'s ") || between.equals("’s ");
    }

    /// "sub-optimal" is not "sub-best".
    private static boolean isHyphened(String text, Word first, Word last) {
        return first.start() > 0 && isHyphen(text.charAt(first.start() - 1))
                || last.end() < text.length() && isHyphen(text.charAt(last.end()));
    }

    private static boolean isHyphen(char c) {
        return "-\u2010\u2011".indexOf(c) >= 0;
    }

    private static boolean isName(String text, List<Word> words, int at, int size, Form form) {
        if (Character.isUpperCase(form.written().charAt(0))
                || !Character.isUpperCase(text.charAt(words.get(at).start()))) {
            return false;
        }
        return at > 0 && near(text, words, at - 1, at) && isCapital(text, words, at - 1)
                || at + size < words.size()
                        && near(text, words, at + size - 1, at + size)
                        && isCapital(text, words, at + size);
    }

    private static boolean near(String text, List<Word> words, int one, int next) {
        return text.substring(words.get(one).end(), words.get(next).start()).isBlank();
    }

    private static boolean isCapital(String text, List<Word> words, int at) {
        return Character.isUpperCase(text.charAt(words.get(at).start()));
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String folded = word.group().toLowerCase(Locale.ROOT).replace('’', '\'');
            int possessive = folded.endsWith("'s") ? 2 : 0;
            words.add(
                    new Word(
                            folded.substring(0, folded.length() - possessive),
                            word.start(),
                            word.end() - possessive));
        }
        return words;
    }

    private static List<GlossaryTerm> read() {
        List<GlossaryTerm> terms = new ArrayList<>();
        for (List<String> row : Tables.rows(RESOURCE, COLUMNS)) {
            terms.add(term(row));
        }
        return terms;
    }

    private static Map<String, String> everyday() {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (List<String> row : Tables.rows(EVERYDAY, 3)) {
            if (pairs.put(row.get(0), row.get(1)) != null) {
                throw new IllegalArgumentException(EVERYDAY + " has twice: " + row.get(0));
            }
        }
        return pairs;
    }

    /// `term, other forms (a|b), plain (form=words|form=words), meaning, say, source`. The plural in
    /// -s of a name and of its forms need not be listed.
    static GlossaryTerm term(List<String> row) {
        String name = row.get(0);
        List<String> forms = new ArrayList<>();
        forms.add(name);
        for (String form : row.get(1).split("\\|")) {
            if (!form.isBlank() && !forms.contains(form)) {
                forms.add(form);
            }
        }
        Map<String, String> plain = new LinkedHashMap<>();
        for (String pair : row.get(2).split("\\|")) {
            if (!pair.isBlank()) {
                int equals = pair.indexOf('=');
                if (equals < 1 || equals == pair.length() - 1) {
                    throw new IllegalArgumentException(
                            RESOURCE + ": plain words are written form=words: " + pair);
                }
                plain.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        for (String form : List.copyOf(forms)) {
            String many = form + "s";
            if (!form.endsWith("s") && plain.isEmpty() && !forms.contains(many)) {
                forms.add(many);
            }
        }
        return new GlossaryTerm(name, forms, plain, row.get(3), row.get(4), row.get(5));
    }
}
