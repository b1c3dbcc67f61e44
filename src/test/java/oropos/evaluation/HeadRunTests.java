package oropos.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadRunTests {

    @TempDir Path folder;

    private List<HeadRun.Known> known(String text) throws IOException {
        Path file = folder.resolve("heads.tsv");
        Files.writeString(file, text);
        return HeadRun.known(file);
    }

    @Test
    void aKeyedHeadIsRightWhereItMatchesAndOneTooManyIsNot() throws IOException {
        List<HeadRun.Known> known =
                known(
                        "# note\nquestion\twanted\tsource\tkey\n"
                                + "How is gout treated?\thead\tpage\tcolchicine|anti-inflam\n"
                                + "Can gout cause blindness?\tnone\t\t\n");

        HeadRun.Known gout = known.getFirst();
        assertThat(gout.said("High doses of anti-inflammatory drugs.", "")).isEqualTo("right");
        assertThat(gout.said("Gout is a form of arthritis.", "")).isEqualTo("other");
        assertThat(gout.said("", "")).isEqualTo("silent");
        assertThat(known.getLast().said("Gout hurts.", "")).isEqualTo("other");
        assertThat(known.getLast().isAnswered()).isFalse();
    }

    @Test
    void aJudgedHeadIsKnownByItsSentenceWhateverItsWhiteSpace() throws IOException {
        String contagious = HeadRun.digest("Eczema is not contagious.");
        HeadRun.Known known =
                known(
                                "question\tsentence\tjudged\n"
                                        + "Is eczema contagious?\t"
                                        + contagious
                                        + "\tA\nIs eczema contagious?\t000000000000\tN\n")
                        .getFirst();

        assertThat(known.isAnswered()).isTrue();
        assertThat(known.said("Population not stated: ...", "Eczema  is not\ncontagious."))
                .isEqualTo("A");
        assertThat(known.said("...", "Eczema is a disease of the skin.")).isEqualTo("?");
    }

    @Test
    void whatCannotBeReadIsNamedByItsLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> known("question\tkey\nHow?\tso\n"))
                .withMessageContaining("line 1: the columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> known("question\twanted\tsource\tkey\nHow?\thead\tpage\n"))
                .withMessageContaining("line 2: it has 3 columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> known("question\twanted\tsource\tkey\nHow?\thead\tpage\t(so\n"))
                .withMessageContaining("line 2: \"(so\" is no regular expression");
    }
}
