package oropos.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.library.Library;
import oropos.library.Progress;

class TellingRunTests {

    @TempDir Path folder;

    @Test
    void whatIsToldIsEasierThanWhatStandsAndEveryStatementIsCounted() throws Exception {
        try (Library library = Library.open(folder, Library.Access.WRITE)) {
            library.addStarter();
        }
        try (Opened opened = Opened.on(folder, false)) {
            var outcome =
                    TellingRun.of(
                            opened.consultation(),
                            List.of(
                                    "Should a 67-year-old woman be screened for osteoporosis?",
                                    "asdf"),
                            Progress.none());
            assertThat(outcome.questions()).isEqualTo(2);
            assertThat(outcome.answers()).isEqualTo(1);
            assertThat(outcome.statements()).isGreaterThan(2);
            assertThat(median(outcome.text(), "told, nothing opened"))
                    .isLessThan(median(outcome.text(), "as it stands"));
            assertThat(median(outcome.text(), "if no sentence had over 12 words"))
                    .isLessThanOrEqualTo(median(outcome.text(), "told, explanations left out"));
            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            TellingRun.of(opened.consultation(), List.of("asdf"), Progress.none()));
        }
    }

    private static double median(String text, String line) {
        return text.lines()
                .filter(one -> one.startsWith(line + " "))
                .map(one -> one.replaceAll(".*median +([\\d.]+),.*", "$1"))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow();
    }
}
