package oropos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.question.Reader;

/// A text that asks several things is answered, or refused, part by part.
class CompoundTests {

    private static final String TWO_PATIENTS =
            "Should a 67-year-old woman be screened for osteoporosis? and a 45-year-old man?";
    private static final String ONE_REFUSED =
            "Should a 67-year-old woman be screened for osteoporosis and what is the capital of"
                    + " France?";

    private static AskedLibrary library;

    @BeforeAll
    static void open() {
        library = AskedLibrary.shared();
    }

    private static List<Answer> parts(Answer answer) {
        return Objects.requireNonNull(answer.parts());
    }

    @Test
    void twoPatientsGetTwoAnswersWithTheirOwnOutcome() {
        Answer answer = library.ask(TWO_PATIENTS);
        assertThat(parts(answer))
                .extracting(part -> part.understood().patient().sex())
                .containsExactly("female", "male");
        assertThat(parts(answer))
                .extracting(part -> part.bottomLine().lead().toString())
                .doesNotHaveDuplicates();
        assertThat(answer.outcome().words()).startsWith("You asked 2 questions: ");
    }

    @Test
    void aPartThatMustBeRefusedDoesNotTakeTheOthersWithIt() {
        Answer answer = library.ask(ONE_REFUSED);
        assertThat(parts(answer))
                .extracting(part -> part.outcome().kind())
                .satisfiesExactly(
                        first -> assertThat(first).isNotEqualTo("abstained"),
                        second -> assertThat(second).isEqualTo("abstained"));
        assertThat(answer.outcome().kind()).isEqualTo("partly");
        assertThat(answer.outcome().words()).contains("1 not answered");
    }

    @Test
    void theSameTextGivesTheSameBytes() {
        assertThat(AnswerJson.canonical(library.ask(TWO_PATIENTS)))
                .isEqualTo(AnswerJson.canonical(library.ask(TWO_PATIENTS)));
    }

    @Test
    void everyPartIsTheAnswerItWouldBeAskedAlone() {
        for (Answer part : parts(library.ask(TWO_PATIENTS))) {
            assertThat(AnswerJson.canonical(part))
                    .isEqualTo(AnswerJson.canonical(library.ask(Reader.PHYSICIAN, part.asked())));
        }
    }

    @Test
    void theWholeAndItsPartsHoldAfterBeingWrittenAndRead() {
        for (String text : List.of(TWO_PATIENTS, ONE_REFUSED)) {
            Answer read = AnswerJson.read(AnswerJson.canonical(library.ask(text)));
            assertThat(library.verification.verify(read)).isEmpty();
        }
    }

    @Test
    void aPartTakenAwayOrExchangedDoesNotHold() {
        Answer answer = library.ask(TWO_PATIENTS);
        List<Answer> turned = parts(answer).reversed();
        assertThat(library.verification.verify(answer.withParts(turned, answer.outcome())))
                .isNotEmpty();
        Answer other = library.ask("Aspirin to prevent a first heart attack at 72?");
        Answer forged =
                Receipts.sealed(
                        answer.withParts(
                                List.of(parts(answer).getFirst(), other), answer.outcome()),
                        Objects.requireNonNull(answer.receipt()).candidates(),
                        Objects.requireNonNull(answer.receipt()).generation(),
                        Objects.requireNonNull(answer.receipt()).recipe(),
                        ServerKey.passing());
        assertThat(library.verification.verdict(forged, library.key).problems()).isNotEmpty();
    }

    @Test
    void theFormIsThatOfTheSchema() throws IOException {
        var schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(Files.readString(Path.of("docs", "answer-schema.json")));
        assertThat(
                        schema.validate(
                                AnswerJson.canonical(library.ask(ONE_REFUSED)), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void oneQuestionHasNoParts() {
        assertThat(library.ask("Aspirin to prevent a first heart attack at 72?").parts()).isNull();
    }
}
