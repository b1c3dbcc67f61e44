package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BasingTests {

    /// Files that do not choose, cut or join statements: tellings, which have a version of their own, and
    /// what may be sent to a model.
    private static final Set<String> OTHERS =
            Set.of(
                    "answer/licences.tsv",
                    "answer/telling-words.tsv",
                    "answer/reader-plan.yaml",
                    "answer/everyday-words.tsv",
                    "answer/glossary.tsv",
                    "answer/plain-words.tsv",
                    "verification/told-facts.tsv",
                    "verification/told-alike.tsv",
                    "verification/told-amiss.tsv");

    @Test
    void everyRuleFileOfAnswersIsInTheVersionAReceiptNames() {
        List<String> ruled =
                Tables.rows("/web/rulebook.tsv", 2).stream()
                        .map(List::getFirst)
                        .filter(name ->
                                name.startsWith("answer/") || name.startsWith("verification/"))
                        .filter(name -> !OTHERS.contains(name))
                        .toList();

        assertThat(Basing.FILES).containsAll(ruled);
    }
}
