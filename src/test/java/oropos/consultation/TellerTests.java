package oropos.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.answer.Licences;
import oropos.consultation.ModelBudget.Limit;
import oropos.inference.LanguageModels;
import oropos.inference.ModelServer;
import oropos.inference.ModelServer.Manner;
import oropos.inference.ModelSettings;
import oropos.inference.ModelSettings.Protocol;
import oropos.inference.Replies;
import oropos.ledger.Entry;
import oropos.ledger.Ledger;
import oropos.library.Library;
import oropos.library.Progress;
import oropos.question.Asked;
import oropos.question.Reader;
import oropos.retrieval.Retrieval;
import oropos.terminology.Terminology;
import oropos.verification.ServerKey;
import oropos.verification.Verification;

/// An answer with a language model behind a real connection: what it may do, what it costs, and that
/// the answer is there whatever it does.
class TellerTests {

    private static final String QUESTION =
            "What is the best treatment for an 8-year-old patient with T12 and T11 compression fractures and borderline osteoporosis?";

    @TempDir static Path shelf;
    private static Library library;
    private static Retrieval retrieval;
    private static final ServerKey KEY = ServerKey.passing();

    @TempDir Path folder;
    private ModelServer server;
    private Ledger ledger;
    private Instant now = Instant.parse("2026-11-28T12:00:00Z");
    private final List<Consultation> opened = new ArrayList<>();

    @BeforeAll
    static void openLibrary() {
        library = Library.open(shelf, Library.Access.WRITE);
        library.addStarter();
        retrieval = Retrieval.open(shelf, library, Terminology.builtIn(), null);
        retrieval.refresh(Progress.none());
    }

    @AfterAll
    static void closeLibrary() {
        retrieval.close();
        library.close();
    }

    @BeforeEach
    void open() throws IOException {
        server = new ModelServer(saying(Voices.OBEDIENT));
        ledger = Ledger.open(folder);
    }

    @AfterEach
    void close() {
        opened.forEach(Consultation::close);
        server.close();
        ledger.close();
    }

    private static Manner saying(Voices voice) {
        return new Manner.Says(heard -> voice.say(heard, new Random(7)));
    }

    private Consultation with(Protocol protocol, ModelBudget budget, Duration patience) {
        ModelSettings settings =
                server.settings(protocol).within(Duration.ofSeconds(20), 256 * 1024);
        Consultation consultation =
                new Consultation(
                        library,
                        Terminology.builtIn(),
                        retrieval,
                        KEY,
                        new ModelUse(
                                LanguageModels.of(settings),
                                settings.mostTokens(),
                                new Replies(folder.resolve("replies")),
                                ledger,
                                budget,
                                new Licences(false),
                                patience,
                                (InstantSource) () -> now));
        opened.add(consultation);
        return consultation;
    }

    private Consultation usual() {
        return with(Protocol.OPENAI, ModelBudget.usual(), Duration.ofSeconds(10));
    }

    private static Answer ask(Consultation consultation) {
        return ask(consultation, QUESTION, Reader.PHYSICIAN);
    }

    private static Answer ask(Consultation consultation, String question, Reader reader) {
        return consultation.ask(Asked.by(reader, question), "somebody", stage -> {});
    }

    private static Answer.Wording wording(Answer answer) {
        return java.util.Objects.requireNonNull(answer.wording());
    }

    private static String bare(Answer answer) {
        return AnswerJson.canonical(answer.withWording(null).withReceipt(null));
    }

    private String withoutModel(String question, Reader reader) {
        return bare(
                ask(
                        new Consultation(library, Terminology.builtIn(), retrieval, KEY),
                        question,
                        reader));
    }

    @ParameterizedTest
    @EnumSource
    void anObedientModelWordsSentencesThatHoldAndVerify(Protocol protocol) {
        Answer answer = ask(with(protocol, ModelBudget.usual(), Duration.ofSeconds(10)));
        Answer.Wording wording = wording(answer);

        assertThat(wording.status()).isEqualTo("worded");
        assertThat(wording.failed()).isEmpty();
        assertThat(wording.reason()).isNull();
        assertThat(wording.told()).hasSizeGreaterThan(5);
        assertThat(wording.model()).isEqualTo("small-1");
        assertThat(wording.host()).startsWith("127.0.0.1:");
        assertThat(bare(answer)).isEqualTo(withoutModel(QUESTION, Reader.PHYSICIAN));
        assertThat(new Verification(Terminology.builtIn(), library::version).verify(answer))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OBEDIENT")
    @DisplayName("P1 whatever a model says, the statements are the same with it and without")
    void whateverAModelSaysNothingOfItIsShown(Voices voice) {
        server.be(saying(voice));
        Answer answer = ask(usual());

        assertThat(wording(answer).told()).as(wording(answer).toString()).isEmpty();
        assertThat(wording(answer).status()).isEqualTo("unworded");
        assertThat(wording(answer).words()).isNotBlank();
        assertThat(bare(answer)).isEqualTo(withoutModel(QUESTION, Reader.PHYSICIAN));
        assertThat(new Verification(Terminology.builtIn(), library::version).verify(answer))
                .isEmpty();
    }

    @Test
    void anAnswerIsThereInTwoSecondsWhateverTheServerDoes() {
        Map<String, Manner> manners =
                Map.of(
                        "slow", new Manner.Late(30_000, heard -> "late"),
                        "busy", new Manner.Status(429, "{}", Map.of()),
                        "outage", new Manner.Status(500, "{}", Map.of()),
                        "declined", new Manner.Status(403, "{}", Map.of()),
                        "malformed", new Manner.Status(200, "{\"choices\":[", Map.of()));
        ask(usual(), "Should a 45-year-old man be screened for osteoporosis?", Reader.PHYSICIAN);
        manners.forEach((reason, manner) -> {
            server.be(manner);
            now = now.plus(Duration.ofMinutes(5));
            Consultation consultation =
                    with(Protocol.OPENAI, ModelBudget.usual(), ModelUse.PATIENCE);
            long start = System.nanoTime();
            Answer answer = ask(consultation);
            Duration took = Duration.ofNanos(System.nanoTime() - start);

            assertThat(wording(answer).reason()).isEqualTo(reason);
            assertThat(wording(answer).words()).isNotBlank();
            System.out.println("model " + reason + ": answered in " + took.toMillis() + " ms");
            assertThat(took)
                    .as("%s: 1.5 s of patience, the answer itself, and a busy machine", reason)
                    .isLessThan(Duration.ofMillis(2_000 + 1_500));
        });
        for (Manner endless :
                List.of(
                        new Manner.Endless("x", 20),
                        new Manner.Endless("{\"a\":".repeat(999), 0))) {
            server.be(endless);
            now = now.plus(Duration.ofMinutes(5));
            Answer answer = ask(with(Protocol.OPENAI, ModelBudget.usual(), ModelUse.PATIENCE));
            assertThat(wording(answer).reason()).isIn("slow", "tooLong");
        }
    }

    @Test
    void thePartsOfOneQuestionWaitTogetherNotOneAfterAnother() {
        server.be(new Manner.Late(30_000, heard -> "late"));
        String several =
                "1. Should a 67-year-old woman be screened for osteoporosis? 2. Is vertebroplasty recommended for a 70-year-old woman with an osteoporotic vertebral fracture? 3. Should a 45-year-old man be screened for osteoporosis?";
        Consultation plain = new Consultation(library, Terminology.builtIn(), retrieval, KEY);
        ask(plain, several, Reader.PHYSICIAN);
        Duration patience = Duration.ofSeconds(4);
        Consultation waits = with(Protocol.OPENAI, ModelBudget.usual(), patience);
        long start = System.nanoTime();
        Answer without = ask(plain, several, Reader.PHYSICIAN);
        long alone = System.nanoTime() - start;
        start = System.nanoTime();
        ask(waits, several, Reader.PHYSICIAN);
        long waiting = System.nanoTime() - start;

        assertThat(without.parts()).hasSizeGreaterThan(1);
        assertThat(Duration.ofNanos(waiting - alone))
                .as("one patience for all parts, and a busy machine")
                .isLessThan(patience.plus(patience).minusMillis(300));
    }

    @Test
    @DisplayName(
            "P10 the same question gives the same bytes, and is not sent twice, also without the server")
    void theSameQuestionGivesTheSameBytes() {
        Answer first = ask(usual());
        Answer second = ask(usual());
        server.close();
        Answer third = ask(usual());

        assertThat(AnswerJson.canonical(second)).isEqualTo(AnswerJson.canonical(first));
        assertThat(AnswerJson.canonical(third)).isEqualTo(AnswerJson.canonical(first));
        assertThat(server.heard()).hasSize(1);
        assertThat(ledger.done(ModelPurse.ASKED, java.time.LocalDate.EPOCH)).hasSize(1);
    }

    @Test
    void aReplyThatComesTooLateServesWhoeverAsksNext() throws InterruptedException {
        server.be(new Manner.Late(900, heard -> Voices.OBEDIENT.say(heard, new Random(1))));
        Consultation hurried = with(Protocol.OPENAI, ModelBudget.usual(), Duration.ofMillis(100));
        Answer first = ask(hurried);
        assertThat(wording(first).reason()).isEqualTo("slow");

        Answer again = first;
        for (int i = 0; i < 60 && !wording(again).status().equals("worded"); i++) {
            Thread.sleep(200);
            again = ask(hurried);
        }
        assertThat(wording(again).status()).isEqualTo("worded");
        assertThat(server.heard()).hasSize(1);
    }

    @Test
    @DisplayName(
            "P11 only the title and the statements leave, each sending stands in the ledger before")
    void onlyTheTitleAndTheStatementsLeave() {
        String question =
                "My name is Zebulon Quackenbush, born 3 May 2018, phone 555-0147. " + QUESTION;
        Answer answer = ask(usual(), question, Reader.CARER);

        String sent = server.heard().getFirst().body();
        assertThat(sent)
                .doesNotContain("Zebulon", "Quackenbush", "555-0147", "3 May 2018")
                .doesNotContain("pmid", "doi", "http", "asked", "tools");
        assertThat(sent).contains("\\\"title\\\"");
        String request = java.util.Objects.requireNonNull(wording(answer).request());
        assertThat(ledger.of(request))
                .extracting(entry -> entry.act().what())
                .containsExactly("model.asked", "model.replied");
        Entry first = ledger.of(request).getFirst();
        assertThat(first.act().why())
                .contains(wording(answer).sent() + " statements", "small-1", "127.0.0.1");
        assertThat(ledger.head().toString()).doesNotContain("osteoporosis", "Zebulon");
        assertThat(ledger.verify()).isEmpty();
    }

    @Test
    void withoutALedgerNothingIsSent() {
        Consultation consultation = usual();
        ledger.close();
        Answer answer = ask(consultation);
        assertThat(wording(answer).reason()).isEqualTo("ledger");
        assertThat(wording(answer).sent()).isZero();
        assertThat(server.heard()).isEmpty();
        ledger = Ledger.open(folder);
    }

    @Test
    void anEmergencyWaitsForNoModel() {
        Answer answer =
                ask(
                        usual(),
                        "My child fell, his back hurts and he cannot feel or move his legs since then. What should I do?",
                        Reader.CARER);
        assertThat(answer.urgent()).anyMatch(sign -> sign.severity().equals("now"));
        assertThat(server.heard()).isEmpty();
        if (answer.wording() != null) {
            assertThat(answer.wording().reason()).isEqualTo("emergency");
        }
    }

    @Test
    void aBudgetIsNeverPassed() {
        Limit much = Limit.ofTokens(1_000_000);
        int most = 8_000;
        List<ModelBudget> budgets =
                List.of(
                        new ModelBudget(Limit.ofTokens(100), much, much, 0),
                        new ModelBudget(much, Limit.ofTokens(most / 4), much, 0),
                        new ModelBudget(much, much, Limit.ofTokens(most / 4), 0),
                        new ModelBudget(much, new Limit(1_000_000, 0.001), much, 5),
                        new ModelBudget(new Limit(1_000_000, 0.001), much, much, 5),
                        new ModelBudget(much, much, new Limit(1_000_000, 0.001), 5));
        for (ModelBudget budget : budgets) {
            Answer answer = ask(with(Protocol.OPENAI, budget, Duration.ofSeconds(10)));
            assertThat(wording(answer).reason()).as(budget.toString()).isEqualTo("budget");
            assertThat(wording(answer).sent()).isZero();
        }
        assertThat(server.heard()).isEmpty();
    }

    @Test
    void whatWasUsedTodayIsRememberedAcrossARestartAndForgottenTomorrow() {
        now = Instant.now();
        ModelBudget budget =
                new ModelBudget(
                        Limit.ofTokens(16_000), Limit.ofTokens(300_000), Limit.ofTokens(16_000), 0);
        ModelPurse purse = new ModelPurse(ledger, budget, (InstantSource) () -> now);
        assertThat(purse.takes("a".repeat(64), "x", 9_000, "test")).isTrue();
        assertThat(purse.takes("b".repeat(64), "x", 9_000, "test")).isFalse();
        purse.gaveBack("a".repeat(64), "x", 9_000, 2_000, "said");
        ModelPurse restarted = new ModelPurse(ledger, budget, (InstantSource) () -> now);
        assertThat(restarted.takes("b".repeat(64), "x", 15_000, "test")).isFalse();
        assertThat(restarted.takes("b".repeat(64), "x", 13_000, "test")).isTrue();
        now = now.plus(Duration.ofDays(1));
        assertThat(restarted.takes("c".repeat(64), "x", 15_000, "test")).isTrue();
    }

    @Test
    void oneAskerCannotUseUpWhatOthersHave() {
        ModelBudget budget =
                new ModelBudget(
                        Limit.ofTokens(16_000), Limit.ofTokens(10_000), Limit.ofTokens(100_000), 0);
        ModelPurse purse = new ModelPurse(ledger, budget, (InstantSource) () -> now);
        assertThat(purse.takes("a".repeat(64), "x", 9_000, "test")).isTrue();
        assertThat(purse.takes("b".repeat(64), "x", 9_000, "test")).isFalse();
        assertThat(purse.takes("c".repeat(64), "y", 9_000, "test")).isTrue();
        purse.gaveBack("a".repeat(64), "x", 9_000, 500, "said");
        assertThat(purse.takes("d".repeat(64), "x", 9_000, "test")).isTrue();
    }

    @Test
    void aModelThatKeepsFailingIsLeftAlone() {
        server.be(new Manner.Status(500, "{}", Map.of()));
        Consultation consultation = usual();
        for (int i = 0; i < Teller.FAILURES; i++) {
            assertThat(wording(ask(consultation)).reason()).isEqualTo("outage");
        }
        assertThat(wording(ask(consultation)).reason()).isEqualTo("resting");
        assertThat(server.heard()).hasSize(Teller.FAILURES);
        now = now.plus(Teller.REST).plusSeconds(1);
        server.be(saying(Voices.OBEDIENT));
        assertThat(wording(ask(consultation)).status()).isEqualTo("worded");
    }

    @Test
    void aReplyKeptIsCheckedAsAFreshOne() throws IOException {
        ask(usual());
        try (Stream<Path> files = Files.list(folder.resolve("replies"))) {
            for (Path file : files.toList()) {
                Files.writeString(
                        file, Files.readString(file).replace("\"text\":\"", "\"text\":\"Surely, "));
            }
        }
        Answer.Wording wording = wording(ask(usual()));
        assertThat(wording.told()).isEmpty();
        assertThat(wording.reason()).isEqualTo("nothingHeld");
    }
}
