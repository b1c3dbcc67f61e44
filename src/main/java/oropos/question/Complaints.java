package oropos.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import oropos.terminology.Concept;
import oropos.terminology.Terminology;

/// Complaints told in a sentence and not by a name, from `complaints.tsv`: "I pee blood", "my son wets the
/// bed".
///
/// They are read only where a question names no problem at all: then its search and its answer would
/// hang on words alone. What is denied is left out. The problem is shown by the name it is read as, so
/// that whoever asked sees what was made of the words and can take it out.
final class Complaints {

    static final String FILE = "complaints.tsv";

    /// What turns a complaint into its opposite, within it or right before.
    private static final Set<String> DENIALS =
            Set.of(
                    "no", "not", "never", "without", "denies", "denied", "dont", "doesnt", "didnt",
                    "isnt", "arent", "wasnt", "werent", "hasnt", "havent", "nor", "neither");

    private static final int BEFORE = 2;

    /// What stands in the column topic where a complaint opens none.
    private static final String NO_TOPIC = "none";

    /// "Does a throat swab hurt?" tells of nobody's pain.
    private static final Set<String> DONE_BY_THINGS =
            Set.of("hurt", "bleed", "ache", "sting", "burn", "cramp", "itch");

    private static final Set<String> ASKED_OF_THINGS =
            Set.of("does", "do", "will", "would", "can", "could", "should", "did");

    private static final Set<String> SOMEBODYS =
            Set.of(
                    "my", "his", "her", "our", "their", "your", "i", "he", "she", "we", "they",
                    "me", "it");

    /// @param unless phrases that only look like the complaint
    private record Row(List<Cue> cues, List<Cue> unless, String problem) {}

    private final List<Row> rows = new ArrayList<>();
    private final LabStates states;
    private final Terminology terminology;

    /// @param states rows of `lab-states.tsv`
    /// @throws IllegalStateException where a row names nothing the vocabulary knows
    Complaints(RuleFile.Table table, RuleFile.Table states, Terminology terminology) {
        this(table.rows(), states, terminology);
    }

    /// The complaints that open a topic of their own in a thread: a fall told of somebody on warfarin, or a
    /// dry mouth in pregnancy, does not.
    static Complaints openingATopic(
            RuleFile.Table table, RuleFile.Table states, Terminology terminology) {
        return new Complaints(
                table.rows().stream().filter(row -> !row.get(2).equals(NO_TOPIC)).toList(),
                states,
                terminology);
    }

    private Complaints(List<List<String>> table, RuleFile.Table states, Terminology terminology) {
        this.terminology = terminology;
        this.states = new LabStates(states, terminology);
        for (List<String> row : table) {
            if (read(row.get(1)).isEmpty()) {
                throw new IllegalStateException(
                        FILE + ": no problem is called \"" + row.get(1) + "\"");
            }
            List<String> phrases = List.of(row.get(0).split(", *"));
            rows.add(
                    new Row(
                            Cue.all(phrases.stream().filter(one -> !one.startsWith("!")).toList()),
                            Cue.all(
                                    phrases.stream()
                                            .filter(one -> one.startsWith("!"))
                                            .map(one -> one.substring(1))
                                            .toList()),
                            row.get(1)));
        }
    }

    /// The problems named with the findings of a laboratory beside them; where there is none, what is
    /// complained of, in the order of the text.
    ///
    /// @param named the problems named
    List<Finding> problems(Wording wording, List<Finding> named) {
        List<Finding> told = states.beside(named, wording);
        if (!told.isEmpty()) {
            return told;
        }
        record At(int first, String problem) {}
        List<At> heard = new ArrayList<>();
        for (Row row : rows) {
            row.cues().stream()
                    .flatMap(cue -> cue.heard(wording).stream())
                    .filter(one -> !isDenied(one, wording))
                    .filter(one -> !isOfAThing(one, wording))
                    .filter(one -> !onlyLooksSo(row, one, wording))
                    .mapToInt(Cue.Heard::first)
                    .min()
                    .ifPresent(first -> heard.add(new At(first, row.problem())));
        }
        return heard.stream()
                .sorted(Comparator.comparingInt(At::first))
                .flatMap(at -> read(at.problem()).stream())
                .toList();
    }

    private static boolean isDenied(Cue.Heard heard, Wording wording) {
        int sentence = wording.words().get(heard.first()).sentence();
        for (int at = Math.max(0, heard.first() - BEFORE); at <= heard.last(); at++) {
            Wording.Word word = wording.words().get(at);
            if (word.sentence() == sentence
                    && DENIALS.contains(word.text())
                    && !heard.cue().words().contains(word.text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean onlyLooksSo(Row row, Cue.Heard heard, Wording wording) {
        return row.unless().stream()
                .flatMap(cue -> cue.heard(wording).stream())
                .anyMatch(one -> one.first() <= heard.last() && heard.first() <= one.last());
    }

    private static boolean isOfAThing(Cue.Heard heard, Wording wording) {
        List<Wording.Word> words = wording.words();
        boolean does = false;
        for (int at = heard.first(); at <= heard.last(); at++) {
            does |= DONE_BY_THINGS.contains(words.get(at).text());
        }
        int start = heard.first();
        while (start > 0 && words.get(start - 1).sentence() == words.get(start).sentence()) {
            start--;
        }
        if (!does || !ASKED_OF_THINGS.contains(words.get(start).text())) {
            return false;
        }
        for (int at = start; at <= heard.last(); at++) {
            if (SOMEBODYS.contains(words.get(at).text())) {
                return false;
            }
        }
        return true;
    }

    private List<Finding> read(String problem) {
        Redaction nothing = new Redaction(problem, List.of());
        return FindingReader.read(
                terminology.read(problem), Concept.Kind.PROBLEM, nothing, nothing);
    }
}
