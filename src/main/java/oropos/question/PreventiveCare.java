package oropos.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Concept;
import oropos.terminology.Terminology;

/// What people ask for so that something is prevented, read as guidelines on prevention word it.
///
/// "How can I quit smoking?" is answered by advice on tobacco cessation, "eye drops for a newborn?" by
/// advice against ophthalmia neonatorum; no vocabulary joins them. The file `preventive-care.tsv` does, and is
/// held to the rule of [ScreeningTests]: one word nobody listed, and the question is left as it was
/// told, for it may tell of a complaint, a poisoning or the illness itself.
final class PreventiveCare {

    static final String FILE = "preventive-care.tsv";

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?[mf]?");

    /// The question in the words of guidelines.
    record Meant(List<Finding> problems, List<Finding> drugs, List<Finding> procedures) {}

    /// @param cues of each group one must be heard, in whatever sentence
    private record Row(List<List<Cue>> cues, Set<String> words, String care) {

        boolean isHeard(Wording wording) {
            return cues.stream()
                    .allMatch(group -> group.stream().anyMatch(cue -> cue.isIn(wording)));
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final Set<String> beside = new HashSet<>();
    private final ScreeningWords persons;
    private final Terminology terminology;

    /// @param persons words that tell only who asks
    /// @throws IllegalStateException where a row names nothing the vocabulary knows
    PreventiveCare(RuleFile.Table table, ScreeningWords persons, Terminology terminology) {
        this.persons = persons;
        this.terminology = terminology;
        for (List<String> row : table.rows()) {
            switch (row.getFirst()) {
                case "care" -> rows.add(row(row.get(1), row.get(2)));
                case "beside" -> beside.addAll(ScreeningWords.wordsIn(row.get(1)));
                default ->
                        throw new IllegalStateException(
                                FILE + " knows no kind \"" + row.getFirst() + "\"");
            }
        }
    }

    private Row row(String heard, String care) {
        Meant meant = meant(care);
        if (meant.problems().isEmpty() && meant.drugs().isEmpty() && meant.procedures().isEmpty()) {
            throw new IllegalStateException(FILE + ": nothing is called \"" + care + "\"");
        }
        String cues = heard.split(" / ?", 2)[0];
        List<List<Cue>> groups =
                Stream.of(cues.split(" & ")).map(group -> ScreeningWords.cues(group)).toList();
        return new Row(groups, ScreeningWords.wordsIn(heard), care);
    }

    /// What is asked for; null where it is no such care or anything else is told.
    ///
    /// @param told what the question names; it must be part of the care
    @Nullable Meant of(Wording wording, List<Finding> told) {
        Set<String> names = new HashSet<>();
        told.forEach(one -> names.addAll(ScreeningWords.wordsOf(one)));
        if (persons.saysItIsThereNow(wording.text(), told)) {
            return null;
        }
        List<String> said = null;
        for (Row row : rows) {
            if (!row.isHeard(wording) || !listed(row, names)) {
                continue;
            }
            said = said == null ? persons.withoutWellness(wording) : said;
            if (persons.left(said, row.words()).stream()
                    .allMatch(word -> beside.contains(word) || NUMBER.matcher(word).matches())) {
                return meant(row.care());
            }
        }
        return null;
    }

    private boolean listed(Row row, Set<String> names) {
        return names.stream().allMatch(name -> row.words().contains(name) || beside.contains(name));
    }

    private Meant meant(String care) {
        return new Meant(
                read(care, Concept.Kind.PROBLEM),
                read(care, Concept.Kind.DRUG),
                read(care, Concept.Kind.PROCEDURE));
    }

    private List<Finding> read(String care, Concept.Kind kind) {
        Redaction nothing = new Redaction(care, List.of());
        return FindingReader.read(terminology.read(care), kind, nothing, nothing);
    }

    /// All that a question names.
    static List<Finding> all(List<Finding> problems, List<Finding> drugs, List<Finding> more) {
        return Stream.of(problems, drugs, more).flatMap(List::stream).toList();
    }
}
