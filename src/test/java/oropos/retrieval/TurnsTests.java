package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TurnsTests {

    @Test
    void whatIsReadyEarlyIsFinishedInItsTurn() {
        Turns turns = new Turns();
        List<String> finished = new ArrayList<>();

        turns.finish(2, () -> finished.add("third"));
        turns.finish(1, () -> finished.add("second"));
        assertThat(finished).isEmpty();
        turns.finish(0, () -> finished.add("first"));

        assertThat(finished).containsExactly("first", "second", "third");
    }

    @Test
    void threadsFinishInOrderWhateverTheOrderTheyAreReadyIn() {
        Turns turns = new Turns();
        List<Long> finished = new ArrayList<>();
        List<Long> numbers = new ArrayList<>(LongStream.range(0, 2_000).boxed().toList());
        Collections.shuffle(numbers, new Random(3));

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            numbers.forEach(number ->
                    threads.execute(() -> turns.finish(number, () -> finished.add(number))));
        }

        assertThat(finished).isEqualTo(LongStream.range(0, 2_000).boxed().toList());
    }
}
