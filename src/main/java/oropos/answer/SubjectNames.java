package oropos.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The names of what is asked about, and what a sentence does with them: whether it begins with one,
/// says what it is, or narrows it to something else.
///
/// @param subjects for each problem, drug, procedure and test all its names, each as its stems
/// @param asked keys of the question's own words: they narrow nothing
record SubjectNames(List<Set<List<String>>> subjects, Set<String> asked) {

    private static final Pattern PARTS = Pattern.compile("[,;:()\\[\\]]");

    /// Words of a sentence's beginning: what stands there is what it speaks of.
    private static final int BEGINNING = 5;

    private static final Set<String> ARTICLES = Set.of("an", "summary", "overview");

    /// Whether the first words of a sentence are one of the names of what is asked about. "The pain" is
    /// one named before.
    boolean isSubjectOf(String sentence) {
        List<String> stems = new ArrayList<>(Relevance.stems(sentence));
        while (!stems.isEmpty() && ARTICLES.contains(stems.getFirst())) {
            stems.removeFirst();
        }
        return subjects.stream()
                .flatMap(Set::stream)
                .anyMatch(name ->
                        stems.size() >= name.size()
                                && stems.subList(0, name.size()).equals(name)
                                && (stems.size() == name.size()
                                        || !OF_ANOTHER.contains(stems.get(name.size()))));
    }

    /// Words behind a name that make it another thing's: insulin receptors are not insulin.
    private static final Set<String> OF_ANOTHER = Relevance.before("behind");

    /// Whether a word that narrows stands before the name of what is asked about: what holds of crusted
    /// scabies need not hold of scabies. A word the question itself holds narrows nothing more, nor does
    /// one beyond a comma or a bracket.
    boolean isNarrowed(String sentence) {
        for (String part : PARTS.split(sentence)) {
            List<String> words = NameWords.lettered(part);
            for (Set<List<String>> subject : subjects) {
                for (List<String> name : subject) {
                    int at = Collections.indexOfSubList(words, name);
                    if (at > 0
                            && !Relevance.NARROWS_NOTHING.contains(words.get(at - 1))
                            && !asked.contains(WholeQuestion.key(words.get(at - 1)))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// Whether words behind a name at the beginning narrow it: "ichthyosis with confetti", "an MRI of the
    /// spine". What the question itself holds narrows nothing more.
    boolean isNarrowedBehind(String sentence) {
        List<String> words = Relevance.stems(sentence);
        int first = !words.isEmpty() && ARTICLES.contains(words.getFirst()) ? 1 : 0;
        return subjects.stream()
                .flatMap(Set::stream)
                .anyMatch(name -> {
                    int behind = first + name.size();
                    if (words.size() <= behind
                            || !words.subList(first, behind).equals(name)
                            || !NARROWING.contains(words.get(behind))) {
                        return false;
                    }
                    int at = behind + 1;
                    while (at < words.size() && NARROWS_NO_NAME.contains(words.get(at))) {
                        at++;
                    }
                    return at < words.size()
                            && !DEFINES.contains(words.get(at))
                            && !asked.contains(WholeQuestion.key(words.get(at)));
                });
    }

    private static final Set<String> NARROWING = Relevance.before("narrowing");

    private static final Set<String> NARROWS_NO_NAME = Relevance.before("narrowsNoName");

    /// Whether a text names another kind of a lettered subject and not its own: hepatitis B, C and D where
    /// hepatitis A is asked about.
    boolean namesAnotherKind(String sentence) {
        List<String> words = Relevance.stems(sentence);
        return subjects.stream()
                .anyMatch(subject -> {
                    List<String> own =
                            subject.stream()
                                    .flatMap(List::stream)
                                    .filter(word -> word.indexOf(Relevance.LETTER) > 0)
                                    .toList();
                    return own.stream().noneMatch(words::contains)
                            && own.stream()
                                    .map(word ->
                                            word.substring(0, word.indexOf(Relevance.LETTER) + 1))
                                    .anyMatch(kind ->
                                            words.stream().anyMatch(word -> word.startsWith(kind)));
                });
    }

    private static final Pattern BRACKETS =
            Pattern.compile("\\s*\\([^()]*\\)|\\s*\\[[^\\[\\]]*\\]");

    /// "IgA nephropathy, also known as Berger's disease, is".
    private static final Pattern NAMED_BESIDE =
            Pattern.compile(
                    ",? (?:also|or|formerly|previously|sometimes|often|commonly|better|which|an?|the|short for)\\b[^,]*,");

    /// Whether a sentence says what the subject is: it begins with its name, with nothing that narrows it, and
    /// says of it what it is.
    boolean isDefinedBy(String sentence) {
        return isDefinedBy(sentence, subjects.stream().flatMap(Set::stream));
    }

    /// The same of what a page is called.
    static boolean isDefinedBy(String sentence, String topic) {
        return isDefinedBy(
                sentence, Stream.of(Relevance.stems(topic)).filter(name -> !name.isEmpty()));
    }

    private static boolean isDefinedBy(String sentence, Stream<List<String>> names) {
        String plain = BRACKETS.matcher(sentence).replaceAll("");
        List<String> words = Relevance.stems(NAMED_BESIDE.matcher(plain).replaceFirst(""));
        return names.anyMatch(name -> begins(words, name));
    }

    /// Whether a sentence calls something by a name of the subject.
    boolean isCalledIn(String sentence) {
        List<String> words = Relevance.stems(sentence);
        return subjects.stream().flatMap(Set::stream).anyMatch(name -> calls(words, name));
    }

    private static boolean begins(List<String> words, List<String> name) {
        int at = 0;
        while (at < words.size() && OPENS_A_DEFINITION.contains(words.get(at))) {
            at++;
        }
        if (words.size() <= at + name.size() || !words.subList(at, at + name.size()).equals(name)) {
            return false;
        }
        at += name.size();
        while (at < words.size() && NAMES_A_KIND.contains(words.get(at))) {
            at++;
        }
        return at + 1 < words.size()
                && (OPENS_A_DEFINITION.contains(words.getFirst()) && words.getFirst().equals("in")
                        || DEFINES.contains(words.get(at))
                                && !DEFINES_NOTHING.contains(words.get(at + 1)));
    }

    private static boolean calls(List<String> words, List<String> name) {
        int at = Collections.indexOfSubList(words, name);
        return at > 1
                && (words.get(at - 1).equals("called")
                        || words.get(at - 1).equals("termed")
                        || words.get(at - 1).equals("as")
                                && (words.get(at - 2).equals("known")
                                        || words.get(at - 2).equals("to")));
    }

    private static final Set<String> OPENS_A_DEFINITION = Relevance.before("opensADefinition");

    private static final Set<String> NAMES_A_KIND = Relevance.before("namesAKind");

    private static final Set<String> DEFINES = Relevance.before("defines");

    private static final Set<String> DEFINES_NOTHING = Relevance.before("definesNothing");

    /// Whether what is asked about stands there only as part of a compound: "sitagliptin-metformin" is
    /// another drug than metformin.
    boolean isCompounded(String sentence) {
        String low = sentence.toLowerCase(Locale.ROOT);
        return subjects.stream()
                .flatMap(Set::stream)
                .filter(name -> name.size() == 1)
                .map(List::getFirst)
                .anyMatch(name -> NameWords.isCompounded(low, name));
    }

    /// Whether a sentence begins with one of the names of what is asked about.
    boolean beginsWithSubject(String sentence) {
        List<String> stems = Relevance.stems(sentence);
        Set<String> first = new HashSet<>(stems.subList(0, Math.min(BEGINNING, stems.size())));
        return subjects.stream().anyMatch(subject -> Relevance.meets(subject, first));
    }

    /// Whether every word of a topic is one of the names of what is asked about, or says only for whom:
    /// "Familial hemiplegic migraine" is narrower than migraine.
    boolean isAllOf(String topic, Set<String> beside) {
        Set<String> left = new HashSet<>(Relevance.stems(topic));
        for (Set<List<String>> subject : subjects) {
            for (List<String> name : subject) {
                if (Relevance.stems(topic).containsAll(name)) {
                    name.forEach(left::remove);
                }
            }
        }
        left.removeAll(beside);
        return left.isEmpty();
    }
}
