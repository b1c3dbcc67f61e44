package oropos.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import oropos.terminology.Concept;
import oropos.terminology.Terminology;

/// Findings of the laboratory in everyday words, from `lab-states.tsv`: "high potassium", "my platelets
/// are low", "protein in my urine".
///
/// They are read beside the problems a question names, by the name of the vocabulary. A diet, a food, a
/// dose and the question whether a value is high tell of no such finding.
final class LabStates {

    static final String FILE = "lab-states.tsv";

    private static final String PHRASE = "=";
    private static final String NOT_BEFORE = "not before";
    private static final String NOT_BEHIND = "not behind";
    private static final String NONE = "-";

    private static final String IS_HIGH =
            "high|raised|elevated|increased|excessive [blood|serum|plasma] ";
    private static final String IS_LOW =
            "low|reduced|decreased|lowered|dropping [blood|serum|plasma] ";
    private static final String CAME =
            " [level|levels|count|counts|reading|readings|result] is|are|was|were|came|went|gets|been"
                    + " [back|up|down] [much|far|slightly|always|still|quite|so|really|very|a]"
                    + " [too|bit|little] ";

    /// Before the name these ask whether it is so.
    private static final Set<String> ASKS =
            Set.of("is", "are", "was", "were", "if", "whether", "when");

    private record Row(List<Cue> cues, String problem) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<String> notBefore = new ArrayList<>();
    private final List<String> notBehind = new ArrayList<>();
    private final Terminology terminology;

    LabStates(RuleFile.Table table, Terminology terminology) {
        this.terminology = terminology;
        for (List<String> row : table.rows()) {
            String what = row.get(0);
            switch (what) {
                case NOT_BEFORE -> notBefore.addAll(List.of(row.get(1).split("\\|")));
                case NOT_BEHIND -> notBehind.addAll(List.of(row.get(1).split("\\|")));
                default -> {
                    if (what.startsWith(PHRASE)) {
                        add(List.of(what.substring(1)), row.get(1));
                    } else {
                        add(cues(what, IS_HIGH, "high|raised|elevated|up"), row.get(1));
                        add(cues(what, IS_LOW, "low|down|reduced"), row.get(2));
                    }
                }
            }
        }
    }

    private static List<String> cues(String what, String before, String behind) {
        List<String> cues = new ArrayList<>();
        for (String name : what.split("\\|")) {
            if (!name.matches("[a-z\\d ]+")) {
                throw new IllegalStateException(
                        FILE + ": \"" + name + "\" may hold small letters, digits and spaces only");
            }
            cues.add(before + name);
            cues.add(name + CAME + behind);
        }
        return cues;
    }

    private void add(List<String> cues, String problem) {
        if (problem.equals(NONE)) {
            return;
        }
        if (read(problem).isEmpty()) {
            throw new IllegalStateException(FILE + ": no problem is called \"" + problem + "\"");
        }
        rows.add(new Row(Cue.all(cues), problem));
    }

    /// The problems named, and those told as a finding of the laboratory that are not among them.
    List<Finding> beside(List<Finding> named, Wording wording) {
        record At(int first, String problem) {}
        List<At> heard = new ArrayList<>();
        for (Row row : rows) {
            row.cues().stream()
                    .flatMap(cue -> cue.heard(wording).stream())
                    .filter(one -> !Assertions.isDenied(wording, one))
                    .filter(one -> !isOfFood(one, wording))
                    .filter(one -> !isAsked(one, wording))
                    .mapToInt(Cue.Heard::first)
                    .min()
                    .ifPresent(first -> heard.add(new At(first, row.problem())));
        }
        if (heard.isEmpty()) {
            return named;
        }
        List<Finding> all = new ArrayList<>(named);
        heard.stream()
                .sorted(Comparator.comparingInt(At::first))
                .flatMap(at -> read(at.problem()).stream())
                .filter(one -> all.stream().noneMatch(other -> other.id().equals(one.id())))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private boolean isOfFood(Cue.Heard heard, Wording wording) {
        List<Wording.Word> words = wording.words();
        int sentence = words.get(heard.first()).sentence();
        int next = heard.last() + 1;
        int before = heard.first() - 1;
        return next < words.size()
                        && words.get(next).sentence() == sentence
                        && notBefore.contains(words.get(next).text())
                || before >= 0
                        && words.get(before).sentence() == sentence
                        && notBehind.contains(words.get(before).text());
    }

    /// "Is high potassium dangerous?" tells of it, "Is my potassium level high?" does not.
    private static boolean isAsked(Cue.Heard heard, Wording wording) {
        List<Wording.Word> words = wording.words();
        for (int at = heard.first() - 1; at >= 0 && heard.first() - at <= 2; at--) {
            if (words.get(at).sentence() != words.get(heard.first()).sentence()) {
                return false;
            }
            if (ASKS.contains(words.get(at).text())) {
                return words.subList(heard.first(), heard.last() + 1).stream()
                        .anyMatch(word -> word.text().matches("is|are|was|were"));
            }
        }
        return false;
    }

    private List<Finding> read(String problem) {
        Redaction nothing = new Redaction(problem, List.of());
        return FindingReader.read(
                terminology.read(problem), Concept.Kind.PROBLEM, nothing, nothing);
    }
}
