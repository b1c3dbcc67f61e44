package oropos.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamedTests {

    private final Terminology terminology = Terminology.builtIn();

    private List<Concept> read(String text) {
        return terminology.read(text).mentions().stream().map(Mention::concept).toList();
    }

    @Test
    void namesWhatIsReadInTheSameOrderAndAsOften() {
        Random random = new Random(23);
        for (int i = 0; i < 3_000; i++) {
            String text = RandomText.of(random, 40);
            assertThat(terminology.named(text)).as(text).isEqualTo(read(text));
        }
    }

    @Test
    void namesWhatInitialsStandFor() {
        String text = "Acute lymphoblastic leukaemia (ALL). ALL in children, fracture of T12.";

        assertThat(terminology.named(text)).isEqualTo(read(text)).hasSizeGreaterThan(4);
    }

    /// Forms are remembered for all threads: whatever each has read before, it reads the same.
    @Test
    void readsTheSameOnManyThreads() {
        List<String> texts =
                IntStream.range(0, 400)
                        .mapToObj(seed -> RandomText.of(new Random(seed), 60))
                        .toList();
        List<List<Concept>> one = texts.stream().map(terminology::named).toList();

        assertThat(texts.parallelStream().map(terminology::named).toList()).isEqualTo(one);
    }
}
