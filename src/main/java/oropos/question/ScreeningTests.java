package oropos.question;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import oropos.terminology.Concept;
import oropos.terminology.Terminology;

/// What people without complaints have a test for.
///
/// Guidelines on prevention are about illnesses ("screening for colorectal cancer"), people ask about
/// tests ("does she need a colonoscopy at 50?", "an HIV test at 40?"). The file `screening-tests.tsv`
/// names the illness, or the question does right beside the test. Both are read only where nothing else
/// is said at all: whoever tells of black stools, of a skin that changed or of a mother who had the
/// illness asks another question with the same words.
final class ScreeningTests {

    static final String FILE = "screening-tests.tsv";

    private final ScreeningWords words;
    private final Terminology terminology;

    /// @throws IllegalStateException where a row names nothing the vocabulary knows
    ScreeningTests(RuleFile.Table table, Terminology terminology) {
        this.terminology = terminology;
        this.words = new ScreeningWords(table);
        for (ScreeningWords.Row row : words.rows()) {
            if (terminology.read(row.condition()).of(Concept.Kind.PROBLEM).findAny().isEmpty()) {
                throw new IllegalStateException(
                        FILE + ": no illness is called \"" + row.condition() + "\"");
            }
        }
    }

    /// What a test that is asked for looks for; none where anything else is told.
    ///
    /// @param told what the question names; it must be what is tested for
    /// @param prevention whether the words say already that it asks about prevention: then what they name
    ///     needs no reading
    List<Finding> problems(Wording wording, List<Finding> told, boolean prevention) {
        if (words.saysItIsThere(wording.text(), told)) {
            return List.of();
        }
        List<String> said = words.withoutWellness(wording);
        Set<String> names = new HashSet<>();
        told.forEach(one -> names.addAll(ScreeningWords.wordsOf(one)));
        for (ScreeningWords.Row row : words.rows()) {
            if (row.words().containsAll(names)
                    && row.isHeard(wording)
                    && words.left(said, row.words()).isEmpty()) {
                return askedFor(row.condition());
            }
        }
        boolean one = !prevention && told.stream().map(Finding::id).distinct().count() == 1;
        return one && isTestedFor(said, told.getFirst()) && words.left(said, names).isEmpty()
                ? askedFor(told.getFirst().words())
                : List.of();
    }

    /// "HIV test", "ovarian cancer blood test", "tested for syphilis": whoever has it says so otherwise.
    private boolean isTestedFor(List<String> said, Finding problem) {
        List<String> name = ScreeningWords.wordsOf(problem);
        int at = Collections.indexOfSubList(said, name);
        if (at < 0 || name.isEmpty()) {
            return false;
        }
        int after = at + name.size();
        if (said.subList(after, Math.min(after + 2, said.size())).stream()
                .anyMatch(words::isOfTesting)) {
            return true;
        }
        return at > 1
                && said.get(at - 1).equals("for")
                && said.subList(Math.max(0, at - 4), at - 1).stream().anyMatch(words::isOfTesting);
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
