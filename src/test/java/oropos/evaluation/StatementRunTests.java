package oropos.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.consultation.Consultation;
import oropos.library.Library;
import oropos.library.Progress;
import oropos.retrieval.Retrieval;
import oropos.terminology.Terminology;
import oropos.verification.ServerKey;

class StatementRunTests {

    @TempDir Path folder;

    @Test
    void textIsCutBetweenWords() {
        assertThat(StatementRun.cut("One two three four.", 2)).isEqualTo("One two ");
        assertThat(StatementRun.cut("One two", 5)).isEqualTo("One two");
        assertThat(StatementRun.cut("One two", 0)).isEmpty();
    }

    @Test
    void aLineWithoutStatementsIsNamed() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("q.jsonl"),
                        "{\"Question\":\"A?\",\"Must_have\":[\"B\"]}\n{\"Question\":\"C?\"}\n");

        assertThatThrownBy(() -> ExpectedStatements.of(file)).hasMessageContaining("line 2");
    }

    @Test
    void bothSidesAreCountedOnTheSameLength() throws IOException {
        Path page =
                Files.writeString(
                        folder.resolve("scabies.md"),
                        "---\ntitle: Scabies care\nissuer: A place\nkey: a\ndesign: practice guideline\n"
                                + "year: 2024\nages: 18-80\n---\n\n::: recommendation\nsection: drugs\n"
                                + "about: scabies\nintervention: permethrin\ndirection: favours\n---\n"
                                + "Permethrin cream is recommended for scabies.\n:::\n");
        Path data = folder.resolve("data");
        try (Library library = Library.open(data, Library.Access.WRITE)) {
            library.add(List.of(page), Progress.none());
            Terminology terminology = Terminology.builtIn();
            try (Retrieval retrieval = Retrieval.open(data, library, terminology, null)) {
                retrieval.refresh(Progress.none());
                List<StatementRun.Pair> pairs = new ArrayList<>();
                StatementRun.Outcome outcome =
                        StatementRun.of(
                                new Consultation(
                                        library, terminology, retrieval, ServerKey.passing()),
                                retrieval,
                                library,
                                List.of(
                                        new ExpectedStatements.Expected(
                                                1,
                                                "What is the treatment of scabies in a 40-year-old?",
                                                List.of(
                                                        "Permethrin cream is recommended for scabies",
                                                        "Gout is caused by crystals"),
                                                List.of())),
                                null,
                                pairs::add,
                                Progress.none());

                assertThat(outcome.questions()).isEqualTo(1);
                assertThat(outcome.statements()).isEqualTo(2);
                assertThat(outcome.silent()).isZero();
                assertThat(outcome.rows())
                        .allSatisfy(row -> {
                            assertThat(row.said()).isEqualTo(1);
                            assertThat(row.baseline()).isEqualTo(1);
                            assertThat(row.baselineWords()).isLessThanOrEqualTo(400);
                        });
                assertThat(outcome.rows().getFirst().words())
                        .isGreaterThanOrEqualTo(outcome.rows().getFirst().baselineWords());
                assertThat(pairs).hasSize(4);
                assertThat(outcome.text()).contains("same by words");
            }
        }
    }
}
