package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.command.QuestionLines.Line;
import oropos.command.QuestionLines.Question;
import oropos.command.QuestionLines.Unreadable;
import oropos.library.SourceId;

class QuestionLinesTests {

    private static List<Line> read(byte[] file) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (QuestionLines questions =
                new QuestionLines(new TextLines(new ByteArrayInputStream(file)))) {
            for (Line line = questions.next(); line != null; line = questions.next()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static List<Line> read(String file) throws IOException {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bothFormsAreReadAndEmptyLinesDoNotCount() throws IOException {
        assertThat(
                        read(
                                "One?\r\n\n  \n{\"id\":\"b\",\"question\":\"Two?\",\"more\":1}\n"
                                        + "{\"id\":7,\"question\":\"Three?\"}\n{\"question\":\"Four?\"}\nFive?"))
                .containsExactly(
                        new Question("1", "One?\r"),
                        new Question("b", "Two?"),
                        new Question("7", "Three?"),
                        new Question("6", "Four?"),
                        new Question("7", "Five?"));
    }

    @Test
    void anIdThatIsNullIsTheLinesNumber() throws IOException {
        assertThat(read("{\"id\":null,\"question\":\"One?\"}"))
                .containsExactly(new Question("1", "One?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\"}",
                "{\"id\":\"a\",\"question\":null}",
                "{\"id\":\"a\",\"question\":5}",
                "{\"id\":\"a\",\"question\":[\"x\"]}",
                "{\"id\":\"a\",\"question\":\"Two?\",\"sources\":\"pmid:1\"}",
                "{\"id\":\"a\",\"question\":\"Two?\",\"sources\":[\"no id\"]}",
                "{\"id\":\"a\",\"question\":\"Two?\",\"sources\":[5]}"
            })
    void whatIsNoQuestionKeepsItsIdAndStopsNoOther(String bad) throws IOException {
        List<Line> lines = read(bad + "\nTwo?\n");
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).isInstanceOf(Unreadable.class);
        assertThat(lines.getFirst().id()).isEqualTo("a");
        assertThat(lines.getLast()).isEqualTo(new Question("2", "Two?"));
    }

    @Test
    void aQuestionMayNameTheSourcesItIsAnsweredFrom() throws IOException {
        List<Line> lines =
                read("{\"question\":\"Two?\",\"sources\":[\"pmid:2\",\"doi:10.1/a\"]}\n");
        assertThat(lines)
                .containsExactly(
                        new Question(
                                "1",
                                "Two?",
                                Set.of(new SourceId("pmid:2"), new SourceId("doi:10.1/a"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{broken",
                "{\"id\":\"a\",\"question\":\"x\"} and more",
                "{\"id\":\"a\",\"id\":\"b\",\"question\":\"x\"}",
                "{\"id\":{\"of\":1},\"question\":\"x\"}",
                "{\"id\":true,\"question\":\"x\"}"
            })
    void whatIsNoOneObjectIsNamedByItsNumber(String bad) throws IOException {
        Line line = read("One?\n" + bad).getLast();
        assertThat(line).isInstanceOf(Unreadable.class);
        assertThat(line.id()).isEqualTo("2");
        assertSentence((Unreadable) line, "line 2");
    }

    @Test
    void nestingWithoutEndIsRefusedInASentence() throws IOException {
        Line line = read("{\"question\":" + "[".repeat(100_000)).getFirst();
        assertSentence((Unreadable) line, "line 1");
    }

    private static void assertSentence(Unreadable line, String place) {
        assertThat(line.why()).startsWith(place).hasSizeLessThan(200).doesNotContain("\n");
        Typed.assertNoJava(line.why());
    }

    @Test
    void aLineThatIsNoTextHarmsNoOther() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("One?\n".getBytes(StandardCharsets.UTF_8));
        file.writeBytes(new byte[] {'a', (byte) 0xff, (byte) 0xfe, '\n'});
        file.writeBytes("Three?\n".getBytes(StandardCharsets.UTF_8));
        List<Line> lines = read(file.toByteArray());
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).isInstanceOf(Unreadable.class);
        assertSentence((Unreadable) lines.get(1), "line 2 is not text in UTF-8");
        assertThat(lines.get(2)).isEqualTo(new Question("3", "Three?"));
    }

    @Test
    void aMarkOfByteOrderIsNoPartOfTheFirstLine() throws IOException {
        assertThat(read("\uFEFF{\"id\":\"a\",\"question\":\"One?\"}\n\uFEFFTwo?"))
                .containsExactly(new Question("a", "One?"), new Question("2", "\uFEFFTwo?"));
    }

    @Test
    void aLineWithoutEndFillsNoMemory() throws IOException {
        List<Line> lines = read("x".repeat(3 * TextLines.LONGEST) + "\nTwo?");
        assertThat(lines.getFirst()).isInstanceOf(Unreadable.class);
        assertSentence((Unreadable) lines.getFirst(), "line 1 has 3000000 bytes");
        assertThat(lines.getLast()).isEqualTo(new Question("2", "Two?"));
        assertThat(read("x".repeat(TextLines.LONGEST))).first().isInstanceOf(Question.class);
    }
}
