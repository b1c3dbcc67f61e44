package oropos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.library.Progress;

/// The same question, library and settings give the same bytes.
class RepeatabilityTests {

    /// Times each question is asked; `-Doropos.repeats=1000` for the full count.
    private static final int REPEATS = Integer.getInteger("oropos.repeats", 100);

    private static final int THREADS = 8;

    private static final List<String> QUESTIONS =
            List.of(
                    Questions.FIRST.getFirst(),
                    Questions.FIRST.get(3),
                    "Aspirin to prevent a first heart attack at 72?",
                    "asdf");

    @TempDir Path folder;

    @Test
    @DisplayName("P10 the same question gives the same bytes, in eight threads and after a restart")
    void theSameQuestionGivesTheSameBytes() throws InterruptedException, ExecutionException {
        ServerKey key = ServerKey.passing();
        List<String> first = new ArrayList<>();
        try (AskedLibrary library = new AskedLibrary(folder, key)) {
            for (String question : QUESTIONS) {
                first.add(AnswerJson.canonical(library.ask(question)));
            }
            try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
                List<List<Future<String>>> asked = new ArrayList<>();
                QUESTIONS.forEach(question -> asked.add(new ArrayList<>()));
                for (int i = 0; i < REPEATS; i++) {
                    int at = i % QUESTIONS.size();
                    asked.get(at)
                            .add(
                                    threads.submit(() ->
                                            AnswerJson.canonical(library.ask(QUESTIONS.get(at)))));
                }
                for (int at = 0; at < QUESTIONS.size(); at++) {
                    Set<String> different = new HashSet<>();
                    for (Future<String> answer : asked.get(at)) {
                        different.add(answer.get());
                    }
                    assertThat(different).as(QUESTIONS.get(at)).containsExactly(first.get(at));
                }
            }
        }
        try (AskedLibrary again = new AskedLibrary(folder, key)) {
            for (int at = 0; at < QUESTIONS.size(); at++) {
                assertThat(AnswerJson.canonical(again.ask(QUESTIONS.get(at))))
                        .as("after a restart: " + QUESTIONS.get(at))
                        .isEqualTo(first.get(at));
            }
        }
    }

    @Test
    @DisplayName(
            "P10 an index made anew gives the same answer; only the receipt names another index")
    void anIndexMadeAnewGivesTheSameAnswer() {
        try (AskedLibrary library = AskedLibrary.in(folder)) {
            for (String question : QUESTIONS) {
                Answer before = library.ask(question);
                library.retrieval.rebuild(Progress.none());
                Answer after = library.ask(question);
                assertThat(after.withReceipt(null)).isEqualTo(before.withReceipt(null));
                Answer.Receipt one = Objects.requireNonNull(before.receipt());
                Answer.Receipt other = Objects.requireNonNull(after.receipt());
                assertThat(other.answer()).isEqualTo(one.answer());
                assertThat(other.content()).isEqualTo(one.content());
                assertThat(other.evidence()).isEqualTo(one.evidence());
                assertThat(other.surroundings()).isEqualTo(one.surroundings());
                assertThat(other.candidates()).isEqualTo(one.candidates());
                assertThat(library.verification.verify(before)).isEmpty();
            }
        }
    }
}
