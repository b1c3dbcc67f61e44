package oropos.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.question.Asked;

class QuestionsTests {

    @Test
    void shipsTheQuestionsOfTheFirstDay() {
        assertThat(Questions.shipped())
                .hasSizeGreaterThanOrEqualTo(15)
                .doesNotHaveDuplicates()
                .contains(
                        "What is the best treatment for an 8-year-old patient with T12 and T11 compression fractures and borderline osteoporosis?")
                .noneMatch(question -> question.startsWith("#"));
    }

    @Test
    void readsOneQuestionALineAndLeavesRemarksOut(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("questions.txt");
        Files.writeString(file, "# version 3\n\n  Croup: steroids?  \n# no\nWhat is rickets?\n");
        assertThat(Questions.of(file)).containsExactly("Croup: steroids?", "What is rickets?");
    }

    @Test
    void aFileWithoutAQuestionIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Questions.read("mine.txt", List.of("# nothing", " ")))
                .withMessageContaining("mine.txt");
    }

    @Test
    void aQuestionLongerThanIsReadIsRefusedWithTheLimit() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Questions.read("mine.txt", List.of("a".repeat(Asked.LONGEST + 1))))
                .withMessageContaining("12000");
    }
}
