package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Holds the file of weights to what the labelled questions teach, and counts how often it speaks where
/// no rule does. With `-Doropos.weights=write` the file is learnt anew.
class UrgentWeightsTests {

    private static final Path FILE = Path.of("src/main/resources/question", Resemblance.FILE);

    private static final String HEAD =
            """
            # version: 2026-11-7
            # How much each word, pair of neighbours (stems) and pair of word classes in a sentence speaks for an emergency now and for
            # something to be seen the same day. Learnt from the labelled sets of this project (urgent-labelled.tsv to -7.tsv, halves H, K, M, P, R and T of -8 to -13, look-alikes of X of -15, urgent-taught.tsv)
            # and half of the clean questions beside the repository: ./dev test UrgentWeightsTests -Doropos.weights=write (decision 37).
            # Only features of our own sets are kept. "not:" is a denied word, (infant), (child), (adult), (pregnant) whom it is about.
            feature\tnow\tsameDay
            """;

    /// Every second real question in which nothing is urgent teaches; the others place the line.
    /// Of the clean questions nothing was learned from every second is read; with `-Doropos.slow=true` each.
    private static final int EVERY = Boolean.getBoolean("oropos.slow") ? 1 : 2;

    private static List<String> clean(int remainder, int step) {
        List<String> all = new ArrayList<>();
        all.addAll(Questions.research());
        all.addAll(Questions.patients());
        all.addAll(Questions.consumers());
        List<String> kept = new ArrayList<>();
        for (int at = remainder; at < all.size(); at += step) {
            kept.add(all.get(at));
        }
        return kept;
    }

    @Test
    void theWeightsAreWhatTheLabelledQuestionsTeach() throws IOException {
        boolean first = Boolean.getBoolean("oropos.weights.first");
        String learnt =
                HEAD
                        + String.join(
                                "\n",
                                new UrgentWeights(UrgentWeights.SETS, !first, clean(0, 2)).learnt())
                        + "\n";
        if ("write".equals(System.getProperty("oropos.weights"))) {
            Files.writeString(FILE, learnt);
        }

        assertThat(Files.readString(FILE)).isEqualTo(learnt);
    }

    @Test
    void whereNoRuleSpeaksFewCleanQuestionsSoundUrgent() throws IOException {
        List<String> heard = new ArrayList<>();
        List<String> held = clean(1, 2 * EVERY);
        for (String question : held) {
            Asking.urgent(question).stream()
                    .filter(urgent -> urgent.rule().startsWith("sounds-like"))
                    .forEach(urgent ->
                            heard.add(
                                    urgent.rule()
                                            + " | "
                                            + urgent.quote()
                                            + " | "
                                            + question.replace('\n', ' ')));
        }
        Labelled.write("urgent-resembling", heard);
        System.out.printf("sounding urgent: %d of %d clean questions%n", heard.size(), held.size());

        assertThat(heard).hasSizeLessThanOrEqualTo(held.size() / 100);
    }
}
