package oropos.question;

import java.util.ArrayList;
import java.util.List;
import oropos.terminology.Concept;
import oropos.terminology.Terminology;

/// What people without complaints have a test for.
///
/// Guidelines on prevention are about illnesses ("screening for colorectal cancer"), people ask about
/// tests ("does she need a colonoscopy at 50?"). The file `screening-tests.tsv` names the illness. It
/// is read only where the question tells of no illness, and asks whether or when to have the test.
final class ScreeningTests {

    static final String FILE = "screening-tests.tsv";

    private static final List<Cue> ASKS =
            cues(
                    "should, need|needs, recommended|recommend, worth|worthwhile|useful, when, how often, what|which age,"
                            + " start|starting|stop|stopping, due|overdue, still");

    /// Whoever complains of something is not screened: a mammogram for a lump is a diagnosis.
    private static final List<Cue> COMPLAINS =
            cues(
                    "lump|lumps|bump|mass, pain|pains|painful|hurts|hurt|ache|aches|sore, bleed*, blood in|on|from, discharge,"
                            + " swollen|swelling, noticed, feels|feel, cough*, lost, losing, blurry|blurred, dizzy, abnormal|positive,"
                            + " result|results, symptom|symptoms ~3 of, since, tired, thirsty");

    private record Row(List<Cue> cues, String condition) {}

    private final List<Row> rows;
    private final Terminology terminology;

    /// @throws IllegalStateException where a row names nothing the vocabulary knows
    ScreeningTests(RuleFile.Table table, Terminology terminology) {
        this.terminology = terminology;
        List<Row> read = new ArrayList<>();
        for (List<String> row : table.rows()) {
            read.add(new Row(cues(row.get(0)), row.get(1)));
            if (terminology.read(row.get(1)).of(Concept.Kind.PROBLEM).findAny().isEmpty()) {
                throw new IllegalStateException(
                        FILE + ": no illness is called \"" + row.get(1) + "\"");
            }
        }
        this.rows = List.copyOf(read);
    }

    /// What a test that is asked for looks for; none where the words ask for no such test.
    ///
    /// @param asking the sentences that ask
    /// @param whole the question with its story
    /// @param told what the question tells of illnesses and complaints
    List<Finding> problems(Wording asking, Wording whole, List<Finding> told) {
        if (told.stream().anyMatch(Finding::isSearched)
                || COMPLAINS.stream().anyMatch(cue -> cue.isIn(whole))
                || ASKS.stream().noneMatch(cue -> cue.isIn(asking))) {
            return List.of();
        }
        return rows.stream()
                .filter(row -> row.cues().stream().anyMatch(cue -> cue.isIn(asking)))
                .findFirst()
                .map(row -> read("tested for " + row.condition(), Concept.Kind.PROBLEM))
                .orElse(List.of());
    }

    /// The word for all such tests, as a test of the question.
    List<Finding> screening() {
        return read("screening", Concept.Kind.TEST);
    }

    private static List<Cue> cues(String list) {
        return Cue.all(List.of(list.split(", *")));
    }

    private List<Finding> read(String words, Concept.Kind kind) {
        Redaction nothing = new Redaction(words, List.of());
        return FindingReader.read(terminology.read(words), kind, nothing, nothing);
    }
}
