package oropos.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.answer.Answer;
import oropos.library.Library;
import oropos.library.Progress;
import oropos.question.Asked;
import oropos.question.Reader;
import oropos.retrieval.Retrieval;
import oropos.terminology.Terminology;
import oropos.verification.ServerKey;

/// What is asked back is what would change the answer, shown by telling it.
class AskingBackTests {

    private static final String FIRST =
            "What is the best treatment for an 8-year-old patient with T12 and T11 compression"
                    + " fractures and borderline osteoporosis?";

    @TempDir static Path folder;

    private static Library library;
    private static Retrieval retrieval;
    private static Consultation consultation;

    @BeforeAll
    static void open() {
        library =
                Library.open(
                        folder,
                        Library.Access.WRITE,
                        Clock.fixed(Instant.parse("2026-11-30T08:00:00Z"), ZoneOffset.UTC));
        library.addStarter();
        Terminology terminology = Terminology.builtIn();
        retrieval = Retrieval.open(folder, library, terminology, null);
        retrieval.refresh(Progress.none());
        consultation = new Consultation(library, terminology, retrieval, ServerKey.passing());
    }

    @AfterAll
    static void close() {
        retrieval.close();
        library.close();
    }

    private static Answer ask(String text) {
        return consultation.ask(Asked.by(Reader.PHYSICIAN, text), stage -> {});
    }

    private static List<String> changing(Answer answer) {
        return answer.notTold().stream()
                .filter(one -> Boolean.TRUE.equals(one.changes()))
                .map(Answer.Unknown::key)
                .toList();
    }

    private static List<String> bottomLine(Answer answer) {
        List<String> said = new ArrayList<>();
        answer.bottomLine().lead().forEach(one -> said.add(one.text()));
        answer.bottomLine()
                .branches()
                .forEach(branch -> branch.statements().forEach(one -> said.add(one.text())));
        answer.bottomLine().card().benefit().forEach(one -> said.add(one.text()));
        answer.bottomLine().card().harm().forEach(one -> said.add(one.text()));
        return said;
    }

    @Test
    void howItHappenedDecidesForTheFirstQuestionAndStandsFirst() {
        Answer answer = ask(FIRST);

        assertThat(answer.notTold().getFirst().key()).isEqualTo("mechanism");
        assertThat(changing(answer)).contains("mechanism");
        assertThat(answer.notTold()).extracting(Answer.Unknown::changes).contains(false);
    }

    @Test
    void tellingWhatIsAskedBackChangesTheBottomLine() {
        Answer high = ask(FIRST + " She fell from a roof.");
        Answer low = ask(FIRST + " There was no trauma.");

        assertThat(bottomLine(high)).isNotEqualTo(bottomLine(low));
        assertThat(high.notTold()).extracting(Answer.Unknown::key).doesNotContain("mechanism");
    }

    @Test
    void aQuestionOnWhoseFactsNothingFoundHangsAsksNothingBack() {
        assertThat(changing(ask("Should a 30-year-old woman be screened for depression?")))
                .isEmpty();
    }
}
