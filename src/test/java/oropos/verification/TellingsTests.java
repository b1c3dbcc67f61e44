package oropos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.answer.ModelReply;
import oropos.answer.ModelReply.Sentence;
import oropos.answer.ModelTask;

/// A model's sentences against a real answer: which stand, which fall, and that a receipt holds them.
class TellingsTests {

    private static AskedLibrary library;
    private static Answer answer;
    private static ModelTask task;

    @BeforeAll
    static void open() {
        library = AskedLibrary.shared();
        answer = library.ask(Questions.FIRST.getFirst());
        task = ModelTask.of(answer, citation -> true);
    }

    private static Answer.Wording asked() {
        return new Answer.Wording(
                "small-1",
                "localhost",
                "unworded",
                null,
                null,
                task.statements().size(),
                0,
                "0".repeat(64),
                List.of(),
                new TreeMap<>());
    }

    private static Answer.Wording told(Sentence... sentences) {
        return library.verification.told(
                answer, asked(), new ModelReply(List.of(sentences)), task.statements());
    }

    private static ModelTask.Place section() {
        return task.places().stream()
                .filter(place -> !place.inOrder() && place.statements().size() >= 2)
                .findFirst()
                .orElseThrow();
    }

    private static Sentence as(ModelTask.Place place, Answer.Statement... statements) {
        return new Sentence(
                place.key(),
                List.of(statements).stream().map(Answer.Statement::id).toList(),
                List.of(statements).stream()
                        .map(one -> one.text().replaceAll("\\s+", " "))
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void whatHoldsIsToldAndWhatDoesNotIsCounted() {
        ModelTask.Place place = section();
        Answer.Statement one = place.statements().get(0);
        Answer.Statement other = place.statements().get(1);
        Answer.Wording wording =
                told(
                        as(place, other),
                        new Sentence(place.key(), List.of(one.id()), one.text() + " Trust me."));

        assertThat(wording.status()).isEqualTo("worded");
        assertThat(wording.reason()).isEqualTo("notAllHeld");
        assertThat(wording.told())
                .singleElement()
                .satisfies(told -> assertThat(told.statements()).containsExactly(other.id()));
        assertThat(wording.failed()).isEqualTo(Map.of("wording", 1));
    }

    @Test
    void aStatementIsToldOnceAndOnlyWhereItStands() {
        ModelTask.Place place = section();
        Answer.Statement one = place.statements().getFirst();
        Sentence again = as(place, one);
        Sentence elsewhere = new Sentence("nowhere", again.statements(), again.text());
        Sentence nothing = new Sentence(place.key(), List.of(), again.text());
        Sentence stranger = new Sentence(place.key(), List.of("s999"), again.text());

        Answer.Wording wording = told(again, again, elsewhere, nothing, stranger);

        assertThat(wording.told()).hasSize(1);
        assertThat(wording.failed()).isEqualTo(Map.of("again", 1, "unknown", 3));
    }

    @Test
    @DisplayName("P3 what is said of different people is not joined in one sentence")
    void whatIsSaidOfDifferentPeopleIsNotJoined() {
        int joined = 0;
        int parted = 0;
        for (ModelTask.Place place : task.places()) {
            for (int i = 1; i < place.statements().size() && !place.inOrder(); i++) {
                Answer.Statement one = place.statements().get(i - 1);
                Answer.Statement other = place.statements().get(i);
                Answer.Wording wording = told(as(place, one, other));
                if (ModelTask.group(one).equals(ModelTask.group(other))) {
                    assertThat(wording.told()).as(wording.toString()).hasSize(1);
                    joined++;
                } else {
                    assertThat(wording.failed()).isEqualTo(Map.of("people", 1));
                    parted++;
                }
            }
        }
        assertThat(joined).isPositive();
        assertThat(parted).isPositive();
    }

    @Test
    void whatWasNotSentCannotBeTold() {
        ModelTask.Place place = section();
        Answer.Wording wording =
                library.verification.told(
                        answer,
                        asked(),
                        new ModelReply(List.of(as(place, place.statements().getFirst()))),
                        Set.of("s999"));
        assertThat(wording.status()).isEqualTo("unworded");
        assertThat(wording.reason()).isEqualTo("nothingHeld");
    }

    @Test
    @DisplayName(
            "P10 an answer that a model worded verifies offline; a changed word or part is named")
    void aWordedAnswerVerifies() {
        ModelTask.Place place = section();
        Answer.Wording wording =
                told(as(place, place.statements().get(1)), as(place, place.statements().get(0)));
        Answer worded = sealed(answer.withWording(wording));

        assertThat(library.verification.verify(worded)).isEmpty();
        assertThat(AnswerJson.read(AnswerJson.canonical(worded))).isEqualTo(worded);

        Answer.Told first = wording.told().getFirst();
        List<Answer.Told> forged =
                List.of(
                        new Answer.Told(
                                first.place(),
                                first.text().replace(" ", "  "),
                                first.statements(),
                                first.parts()),
                        new Answer.Told(
                                first.place(),
                                first.text(),
                                first.statements(),
                                List.of(
                                        new Answer.ToldPart(
                                                "insertion", first.text(), null, "also"))),
                        new Answer.Told("lead", first.text(), first.statements(), first.parts()),
                        new Answer.Told(
                                first.place(),
                                first.text() + " It is safe.",
                                first.statements(),
                                first.parts()));
        assertThat(forged)
                .allSatisfy(told -> {
                    Answer changed =
                            sealed(answer.withWording(with(wording, "worded", List.of(told))));
                    assertThat(library.verification.verify(changed)).isNotEmpty();
                });
        assertThat(
                        library.verification.verify(
                                sealed(answer.withWording(with(wording, "worded", List.of())))))
                .isNotEmpty();
        assertThat(library.verification.verify(worded.withWording(null)))
                .as("a wording taken away breaks the receipt")
                .isNotEmpty();
    }

    private static Answer.Wording with(
            Answer.Wording wording, String status, List<Answer.Told> told) {
        return new Answer.Wording(
                wording.model(),
                wording.host(),
                status,
                wording.reason(),
                wording.words(),
                wording.sent(),
                wording.withheld(),
                wording.request(),
                told,
                wording.failed());
    }

    private static Answer sealed(Answer answer) {
        Answer.Receipt receipt = java.util.Objects.requireNonNull(answer.receipt());
        return Receipts.sealed(
                answer.withReceipt(null),
                receipt.candidates(),
                receipt.generation(),
                receipt.recipe(),
                library.key);
    }

    @Test
    void theFirstLinesKeepTheirOrderAndLeaveNothingOutBetween() {
        ModelTask.Place lead = new ModelTask.Place("lead", true, answer.bottomLine().lead());
        List<Answer.Statement> own = lead.statements();
        if (own.size() >= 2) {
            Answer.Wording swapped = told(as(lead, own.get(1)), as(lead, own.get(0)));
            assertThat(swapped.told()).isEmpty();
            assertThat(swapped.failed()).containsEntry("order", 2);
        }
        assertThat(told(as(lead, own.getFirst())).told()).hasSize(own.isEmpty() ? 0 : 1);
    }

    @Test
    void aReplyIsReadStrictly() {
        String good =
                "{\"sentences\":[{\"place\":\"lead\",\"statements\":[\"s1\"],\"text\":\"x\"}]}";
        assertThat(ModelReply.read(good)).isPresent();
        assertThat(ModelReply.read("```json\n" + good + "\n```")).isPresent();
        for (String bad :
                List.of(
                        "",
                        "null",
                        "[]",
                        "{}",
                        "{\"sentences\":null}",
                        "{\"sentences\":[null]}",
                        "{\"sentences\":[{\"place\":\"lead\",\"statements\":[\"s1\"]}]}",
                        "{\"sentences\":[{\"place\":\"lead\",\"statements\":[null],\"text\":\"x\"}]}",
                        "{\"sentences\":[{\"place\":1,\"statements\":[\"s1\"],\"text\":\"x\"}]}",
                        good + good,
                        good + " Here you are!",
                        "Here you are: " + good,
                        good.replace("\"place\"", "\"place\":\"a\",\"place\""),
                        good.replace("]}", "],\"status\":\"approved\"}"),
                        "{\"sentences\":" + "[".repeat(500) + "]".repeat(500) + "}",
                        good.replace("\"x\"", "\"" + "x".repeat(9_000) + "\""))) {
            assertThat(ModelReply.read(bad))
                    .as(bad.substring(0, Math.min(60, bad.length())))
                    .isEmpty();
        }
    }
}
