package oropos.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Texts in which the names of what is asked about are marks: `§1` the subject a question names first,
/// `§2` the next one. So a pattern can say what is told of the subject, whatever it is called.
final class SubjectMarks {

    static final char MARK = '§';

    /// More than this many subjects are told apart by no pattern.
    private static final int MOST = 9;

    /// What stands in brackets, unless it names a subject among others.
    private static final Pattern BRACKETED = Pattern.compile("\\s*\\((?:[^()§]*|§\\d)\\)");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’]s\\b)?");

    private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");

    /// What stands for a lone subject on a page about it.
    private static final Pattern STANDS_FOR_IT =
            Pattern.compile(
                    "(?<!other )\\b(?:the|this) (?:disease|disorder|condition|illness|infection|syndrome)\\b");

    /// Whom a page about the subject calls by it.
    private static final Pattern WHO_HAVE_IT =
            Pattern.compile(
                    "\\b(?:affected|diagnosed) (individuals|people|persons|children|infants|babies|patients|males|females|men|women|boys|girls)\\b");

    /// What belongs to a name and is none of its words.
    private static final Pattern AROUND =
            Pattern.compile(
                    "\\b(?:an?|the|your|my|their|someone's) (?=§)|(?<=§\\d) (?:disease|disorder|condition|infection|syndrome|attacks?|episodes?)\\b");

    /// What may open a sentence and tells nothing.
    private static final Pattern OPENING =
            Pattern.compile(
                    "^(?:(?:yes|no|unfortunately|fortunately|generally|usually|often|sometimes|in general|in fact|in most cases|most often|however|currently|at (?:the )?present(?: time)?)[, ]+)+");

    private record Name(List<String> words, int subject) {}

    private record Word(String stem, int start, int end) {}

    private final List<Name> names = new ArrayList<>();
    private final int subjects;
    private final Map<Integer, String> written = new HashMap<>();

    /// @param named the names of each subject, in any order
    SubjectMarks(String question, List<Set<List<String>>> named) {
        List<String> asked = words(question).stream().map(Word::stem).toList();
        List<Set<List<String>>> ordered =
                named.stream()
                        .sorted(Comparator.comparingInt(one -> first(asked, one)))
                        .limit(MOST)
                        .toList();
        this.subjects = ordered.size();
        for (int i = 0; i < ordered.size(); i++) {
            for (List<String> name : ordered.get(i)) {
                names.add(new Name(name, i + 1));
                if (name.size() == 1 && asked.contains(name.getFirst())) {
                    written.put(i + 1, name.getFirst());
                }
            }
        }
        names.sort(Comparator.comparingInt(name -> -name.words().size()));
    }

    /// How a question writes a subject where that is one word, else empty.
    String asWritten(int subject) {
        return written.getOrDefault(subject, "");
    }

    private static int first(List<String> asked, Set<List<String>> names) {
        return names.stream()
                .mapToInt(name -> Collections.indexOfSubList(asked, name))
                .filter(at -> at >= 0)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /// A text in lower case with its subjects marked.
    ///
    /// @param topic a further name of a lone subject, or empty
    String in(String text, String topic) {
        List<Word> words = words(text);
        List<Name> all = names;
        List<String> further = topic.isEmpty() || subjects != 1 ? List.of() : stems(topic);
        if (!further.isEmpty()) {
            all = new ArrayList<>(names);
            all.add(new Name(further, 1));
        }
        StringBuilder marked = new StringBuilder();
        int done = 0;
        for (int i = 0; i < words.size(); ) {
            Name here = at(words, i, all);
            if (here == null) {
                here = abbreviated(text, words.get(i), !further.isEmpty());
            }
            if (here == null) {
                i++;
                continue;
            }
            marked.append(text, done, words.get(i).start()).append(MARK).append(here.subject());
            i += here.words().size();
            done = words.get(i - 1).end();
        }
        String low = marked.append(text.substring(done)).toString().toLowerCase(Locale.ROOT);
        low = BRACKETED.matcher(low).replaceAll("");
        if (!further.isEmpty()) {
            low = STANDS_FOR_IT.matcher(low).replaceAll(MARK + "1");
            low = WHO_HAVE_IT.matcher(low).replaceAll("$1 with " + MARK + "1");
            low = shortened(low, further);
        }
        return opened(AROUND.matcher(low).replaceAll(""));
    }

    /// "The sores" on a page about pressure sores.
    private static String shortened(String low, List<String> topic) {
        if (topic.size() < 2) {
            return low;
        }
        Matcher last =
                Pattern.compile("\\bthe (?<word>[a-z]{4,})\\b(?! (?:of|in|that|for|with)\\b)")
                        .matcher(low);
        return last.replaceAll(found ->
                stems(found.group(1)).equals(topic.subList(topic.size() - 1, topic.size()))
                        ? MARK + "1"
                        : Matcher.quoteReplacement(found.group()));
    }

    /// A text without what may open it and tells nothing.
    static String opened(String text) {
        return OPENING.matcher(text).replaceFirst("").strip();
    }

    /// A word in capitals that is the first letters of a name ("HD" is Huntington's disease), or on a page
    /// about it some of its letters in their order (PCOS).
    private @Nullable Name abbreviated(String text, Word word, boolean onItsPage) {
        String written = text.substring(word.start(), word.end());
        if (written.length() < 2 || !written.equals(written.toUpperCase(Locale.ROOT))) {
            return null;
        }
        String low = written.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name ->
                        initials(name.words()).equals(low)
                                || onItsPage
                                        && name.words().size() > 1
                                        && isShortFor(low, String.join("", name.words())))
                .findFirst()
                .map(name -> new Name(List.of(word.stem()), name.subject()))
                .orElse(null);
    }

    private static String initials(List<String> words) {
        return words.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
    }

    private static boolean isShortFor(String letters, String name) {
        int at = 0;
        for (int i = 0; i < name.length() && at < letters.length(); i++) {
            if (name.charAt(i) == letters.charAt(at)) {
                at++;
            } else if (i == 0) {
                return false;
            }
        }
        return at == letters.length();
    }

    private static @Nullable Name at(List<Word> words, int at, List<Name> names) {
        for (Name name : names) {
            int size = name.words().size();
            if (at + size <= words.size()) {
                boolean same = true;
                for (int i = 0; same && i < size; i++) {
                    same = words.get(at + i).stem().equals(name.words().get(i));
                }
                if (same) {
                    return name;
                }
            }
        }
        return null;
    }

    static List<String> stems(String text) {
        return words(text).stream().map(Word::stem).toList();
    }

    /// The words of [Relevance#stems], and where they stand.
    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String low = POSSESSIVE.matcher(word.group().toLowerCase(Locale.ROOT)).replaceFirst("");
            boolean single = low.length() == 1 && !Character.isDigit(low.charAt(0));
            if (!single) {
                words.add(new Word(Relevance.stem(low), word.start(), word.end()));
            } else if (!words.isEmpty() && Relevance.LETTERED.contains(words.getLast().stem())) {
                Word before = words.removeLast();
                words.add(
                        new Word(
                                before.stem() + Relevance.LETTER + low,
                                before.start(),
                                word.end()));
            }
        }
        return words;
    }
}
