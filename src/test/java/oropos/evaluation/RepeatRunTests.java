package oropos.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.library.Library;
import oropos.library.Progress;
import oropos.retrieval.Retrieval;
import oropos.terminology.Terminology;

class RepeatRunTests {

    @TempDir Path folder;

    @Test
    void questionsAskedAgainAfterOpeningAnewGiveTheSameBytesAndEveryStatementIsCited()
            throws IOException {
        try (Library library = Library.open(folder, Library.Access.WRITE)) {
            library.addStarter();
            try (Retrieval retrieval =
                    Retrieval.open(folder, library, Terminology.builtIn(), null)) {
                retrieval.refresh(Progress.none());
            }
        }
        RepeatRun.Outcome outcome =
                RepeatRun.of(
                        folder,
                        false,
                        List.of(
                                "Should a 67-year-old woman be screened for osteoporosis?",
                                "Is calcitonin useful for acute vertebral fracture pain in my 81-year-old?",
                                "asdf"),
                        8,
                        Progress.none());

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.different()).isZero();
        assertThat(outcome.holding()).isEqualTo(outcome.questions()).isEqualTo(3);
        assertThat(outcome.silent()).isEqualTo(1);
        assertThat(outcome.cited()).isEqualTo(outcome.statements()).isGreaterThan(10);
        assertThat(outcome.standing()).isEqualTo(outcome.quotes());
        assertThat(outcome.text()).contains("8 askers at once: 0 of 3");
    }
}
