package oropos.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words that say of a person nothing but who asks and that nothing is wrong, from
/// `screening-tests.tsv`: whatever is left of a question may be a complaint, a finding or a history.
public final class ScreeningWords {

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3})[mf]?");
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+");
    private static final int OLDEST = 110;

    /// Words between "has" and an illness, or an illness and "test".
    private static final int REACH = 2;

    private static final ScreeningWords SHIPPED =
            new ScreeningWords(RuleFile.Table.read(ScreeningTests.FILE));

    /// A test by its names, and what healthy people have it for.
    record Row(List<Cue> cues, Set<String> words, String condition) {

        boolean isHeard(Wording wording) {
            return cues.stream().anyMatch(cue -> cue.isIn(wording));
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final Set<String> bare = new HashSet<>();
    private final Set<String> named = new HashSet<>();
    private final Set<String> measured = new HashSet<>();
    private final Set<String> has = new HashSet<>();
    private final List<Cue> well = new ArrayList<>();
    private final List<Cue> not = new ArrayList<>();

    ScreeningWords(RuleFile.Table table) {
        for (List<String> row : table.rows()) {
            String words = row.get(1);
            switch (row.get(0)) {
                case "asks", "bare" -> bare.addAll(wordsIn(words));
                case "named" -> named.addAll(wordsIn(words));
                case "measured" -> measured.addAll(wordsIn(words));
                case "has" -> has.addAll(wordsIn(words));
                case "well" -> well.addAll(cues(words));
                case "not" -> not.addAll(cues(words));
                case "test" -> rows.add(new Row(cues(words), wordsIn(words), row.get(2)));
                default ->
                        throw new IllegalStateException(
                                ScreeningTests.FILE + " knows no kind \"" + row.get(0) + "\"");
            }
        }
    }

    /// As shipped with the program.
    public static ScreeningWords shipped() {
        return SHIPPED;
    }

    static List<Cue> cues(String listed) {
        return Cue.all(List.of(listed.split(", *")));
    }

    static Set<String> wordsIn(String listed) {
        Set<String> words = new HashSet<>();
        WORD.matcher(listed).results().forEach(word -> words.add(word.group()));
        return words;
    }

    List<Row> rows() {
        return rows;
    }

    boolean isOfTesting(String word) {
        return named.contains(word);
    }

    /// Whether a question holds any word of testing or measuring, or of lacking what is measured.
    public boolean speaksOfTesting(String question) {
        return Wording.of(question).words().stream()
                .map(Wording.Word::text)
                .anyMatch(word -> named.contains(word) || measured.contains(word));
    }

    /// Whether something else is asked of a test: how it is done, what it shows.
    boolean asksOtherwise(Wording wording) {
        return not.stream().anyMatch(cue -> cue.isIn(wording));
    }

    /// Whether a question says that somebody has one of its illnesses ("I have HIV", "had a positive
    /// syphilis test" tells none): nobody is screened for what is there.
    public boolean saysItIsThere(String question, List<Finding> problems) {
        Wording wording = Wording.of(question);
        return asksOtherwise(wording)
                || problems.stream().anyMatch(problem -> saysItIsThere(wording, problem));
    }

    /// The same of what is there now: who had it before may have it prevented again.
    public boolean saysItIsThereNow(String question, List<Finding> problems) {
        Wording wording = Wording.of(question);
        return problems.stream()
                .anyMatch(problem -> saysItIsThere(wording, problem, word -> !word.equals("had")));
    }

    private boolean saysItIsThere(Wording wording, Finding problem) {
        return saysItIsThere(wording, problem, word -> true);
    }

    private static final Set<String> LOOKED_FOR =
            Set.of("screened", "tested", "checked", "examined");

    /// "With obesity be screened for diabetes": what is looked for stands behind, and is another.
    private static boolean isLookingForAnother(Wording wording, Wording.Word word, int end) {
        int at = wording.words().indexOf(word);
        return at >= end
                && LOOKED_FOR.contains(word.text())
                && at + 1 < wording.words().size()
                && wording.words().get(at + 1).text().equals("for");
    }

    private boolean saysItIsThere(Wording wording, Finding problem, Predicate<String> counts) {
        List<String> words = wording.words().stream().map(Wording.Word::text).toList();
        List<String> name = wordsOf(problem);
        for (int at = 1; at + name.size() <= words.size(); at++) {
            int end = at + name.size();
            if (!name.isEmpty() && words.subList(at, end).equals(name)) {
                List<Wording.Word> before = wording.words().subList(Math.max(0, at - REACH), at);
                int sentence = wording.words().get(at).sentence();
                boolean said =
                        before.stream()
                                .anyMatch(word ->
                                        word.sentence() == sentence
                                                && has.contains(word.text())
                                                && counts.test(word.text()));
                List<Wording.Word> around = new ArrayList<>(before);
                around.addAll(wording.words().subList(end, Math.min(end + REACH, words.size())));
                boolean tested =
                        around.stream()
                                .filter(word -> !isLookingForAnother(wording, word, end))
                                .anyMatch(word ->
                                        word.sentence() == sentence && isOfTesting(word.text()));
                if (said && !tested) {
                    return true;
                }
            }
        }
        return false;
    }

    static List<String> wordsOf(Finding problem) {
        return Wording.of(problem.words()).words().stream().map(Wording.Word::text).toList();
    }

    /// The words of a part of a question that tell more than who asks and that nothing is wrong.
    ///
    /// @param question the whole, which may name a test
    public List<String> left(String part, String question) {
        Wording whole = Wording.of(question);
        Set<String> ofTheTest = new HashSet<>();
        rows.stream()
                .filter(row -> row.isHeard(whole))
                .forEach(row -> ofTheTest.addAll(row.words()));
        return left(withoutWellness(Wording.of(part)), ofTheTest);
    }

    List<String> left(List<String> words, Set<String> ofTheTest) {
        return words.stream()
                .filter(word ->
                        !ofTheTest.contains(word)
                                && !bare.contains(word)
                                && !named.contains(word)
                                && !isAge(word))
                .toList();
    }

    /// The words without what tells that nothing is wrong ("no complaints", "I feel fine").
    List<String> withoutWellness(Wording wording) {
        Set<Integer> struck = new HashSet<>();
        for (Cue cue : well) {
            for (Cue.Heard heard : cue.heard(wording)) {
                for (int i = heard.first(); i <= heard.last(); i++) {
                    struck.add(i);
                }
            }
        }
        List<String> words = new ArrayList<>();
        for (int i = 0; i < wording.words().size(); i++) {
            String word = wording.words().get(i).text();
            boolean ofATest =
                    word.equals("blood")
                            && i + 1 < wording.words().size()
                            && named.contains(wording.words().get(i + 1).text());
            if (!struck.contains(i) && !ofATest) {
                words.add(word);
            }
        }
        return words;
    }

    private static boolean isAge(String word) {
        Matcher number = NUMBER.matcher(word);
        return number.matches() && Integer.parseInt(number.group(1)) <= OLDEST;
    }
}
