package oropos.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import oropos.terminology.Concept;
import oropos.terminology.Terminology;

/// What people without complaints have a test for.
///
/// Guidelines on prevention are about illnesses ("screening for colorectal cancer"), people ask about
/// tests ("does she need a colonoscopy at 50?"). The file `screening-tests.tsv` names the illness. It
/// is read only where nothing else is said at all: whoever tells of black stools, of a skin that
/// changed or of a mother who had the illness asks another question with the same words.
final class ScreeningTests {

    static final String FILE = "screening-tests.tsv";

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+");
    private static final int OLDEST = 110;

    private record Row(List<Cue> cues, Set<String> words, String condition) {}

    private final List<Row> rows = new ArrayList<>();
    private final Set<String> asks = new HashSet<>();
    private final Set<String> bare = new HashSet<>();
    private final Terminology terminology;

    /// @throws IllegalStateException where a row names nothing the vocabulary knows
    ScreeningTests(RuleFile.Table table, Terminology terminology) {
        this.terminology = terminology;
        for (List<String> row : table.rows()) {
            String words = row.get(1);
            switch (row.get(0)) {
                case "asks" -> asks.addAll(words(words));
                case "bare" -> bare.addAll(words(words));
                case "test" -> test(words, row.get(2));
                default ->
                        throw new IllegalStateException(
                                FILE + " knows no kind \"" + row.get(0) + "\"");
            }
        }
    }

    private void test(String words, String condition) {
        if (terminology.read(condition).of(Concept.Kind.PROBLEM).findAny().isEmpty()) {
            throw new IllegalStateException(FILE + ": no illness is called \"" + condition + "\"");
        }
        rows.add(new Row(Cue.all(List.of(words.split(", *"))), words(words), condition));
    }

    private static Set<String> words(String listed) {
        Set<String> words = new HashSet<>();
        WORD.matcher(listed).results().forEach(word -> words.add(word.group()));
        return words;
    }

    /// What a test that is asked for looks for; none where anything else is told.
    List<Finding> problems(Wording wording) {
        if (wording.all().stream().noneMatch(asks::contains)) {
            return List.of();
        }
        return rows.stream()
                .filter(row -> row.cues().stream().anyMatch(cue -> cue.isIn(wording)))
                .filter(row ->
                        wording.all().stream()
                                .allMatch(word ->
                                        row.words().contains(word)
                                                || asks.contains(word)
                                                || bare.contains(word)
                                                || isAge(word)))
                .findFirst()
                .map(row -> askedFor(row.condition()))
                .orElse(List.of());
    }

    private static boolean isAge(String word) {
        return NUMBER.matcher(word).matches()
                && word.length() <= 3
                && Integer.parseInt(word) <= OLDEST;
    }

    /// Read as if the illness had been named: a possible one, as in every question whether to test.
    private List<Finding> askedFor(String condition) {
        return read("tested for " + condition, Concept.Kind.PROBLEM);
    }

    /// The word for all such tests, as a test of the question.
    List<Finding> screening() {
        return read("screening", Concept.Kind.TEST);
    }

    private List<Finding> read(String words, Concept.Kind kind) {
        Redaction nothing = new Redaction(words, List.of());
        return FindingReader.read(terminology.read(words), kind, nothing, nothing);
    }
}
