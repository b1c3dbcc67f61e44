package oropos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;

class VerificationTests {

    @TempDir static Path folder;

    private static AskedLibrary library;

    @BeforeAll
    static void open() {
        library = AskedLibrary.in(folder);
    }

    @AfterAll
    static void close() {
        library.close();
    }

    @Test
    void everyAnswerVerifiesAsItIsAndAfterBeingWrittenAndRead() {
        Stream.of(Questions.FIRST, Questions.DAY_ONE, Questions.REFUSED)
                .flatMap(java.util.List::stream)
                .forEach(question -> {
                    Answer answer = library.ask(question);
                    assertThat(library.verification.verify(answer)).as(question).isEmpty();
                    Answer read = AnswerJson.read(AnswerJson.pretty(answer));
                    assertThat(read).isEqualTo(answer);
                    assertThat(library.verification.verify(read)).as(question).isEmpty();
                });
    }
}
