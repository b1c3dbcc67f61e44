package oropos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;
import oropos.answer.LayTellings;
import oropos.answer.Readability;
import oropos.answer.ReaderView;
import oropos.question.Reader;
import oropos.terminology.Sentences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How hard the tellings are to read, and how many statements could not be told otherwise: the figures
/// of docs/measured.md.
class TellingsMeasuredTests {

    /// Of the abstracts every eighth is told; with `-Doropos.slow=true` each.
    private static final int EVERY = Boolean.getBoolean("oropos.slow") ? 1 : 8;

    private static final TellingCheck CHECK = new TellingCheck(AskedLibrary.TERMINOLOGY);

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private record Figures(
            List<Readability> clinical,
            List<Readability> told,
            List<Readability> bare,
            int statements,
            int changed,
            int unexplained,
            long nanos) {

        String line(String what) {
            return String.format(
                    Locale.ROOT,
                    "%s: %d answers, %d statements; grade clinical %.1f, told %.1f (without explanations %.1f);"
                            + " Flesch-Kincaid %.1f, %.1f; %d in other words, %d left wholly as they were; %.1f ms of the processor to tell an answer and check it",
                    what,
                    told.size(),
                    statements,
                    Readability.median(clinical),
                    Readability.median(told),
                    Readability.median(bare),
                    kincaid(clinical),
                    kincaid(told),
                    changed,
                    unexplained,
                    nanos / 1e6 / told.size());
        }

        private static double kincaid(List<Readability> all) {
            double[] grades =
                    all.stream().mapToDouble(Readability::fleschKincaid).sorted().toArray();
            return grades[grades.length / 2];
        }
    }

    private static Figures of(List<Answer> answers, Records records) {
        List<Readability> clinical = new ArrayList<>();
        List<Readability> told = new ArrayList<>();
        List<Readability> bare = new ArrayList<>();
        int statements = 0;
        int changed = 0;
        int unexplained = 0;
        long nanos = 0;
        for (Answer answer : answers) {
            if (answer.tellings() == null) {
                continue;
            }
            long start = PROCESSOR.getCurrentThreadCpuTime();
            Answer again =
                    new LayTellings()
                            .tell(
                                    answer,
                                    new TellingCheck(AskedLibrary.TERMINOLOGY)
                                            .over(new OpenRecord(records)));
            nanos += PROCESSOR.getCurrentThreadCpuTime() - start;
            assertThat(again.tellings()).isEqualTo(answer.tellings());
            assertThat(CHECK.faults(answer, new OpenRecord(records))).isEmpty();
            clinical.add(new ReaderView(answer, Reader.PHYSICIAN).readability());
            told.add(new ReaderView(answer, Reader.CARER).readability());
            List<Answer.Telling> carer = Objects.requireNonNull(answer.tellings().get("carer"));
            bare.add(
                    Readability.of(
                            carer.stream()
                                    .map(one -> one.text().split("\n")[0])
                                    .collect(Collectors.joining("\n"))));
            Map<String, String> texts =
                    Statements.of(answer).stream()
                            .collect(
                                    Collectors.toMap(
                                            one -> one.statement().id(),
                                            one -> one.statement().text(),
                                            (one, same) -> one));
            for (Answer.Telling one : carer) {
                statements++;
                changed += one.text().split("\n")[0].equals(texts.get(one.id())) ? 0 : 1;
                unexplained += one.text().equals(texts.get(one.id())) ? 1 : 0;
            }
        }
        return new Figures(clinical, told, bare, statements, changed, unexplained, nanos);
    }

    @Test
    @DisplayName("P9 answers over the starter library: grades, and every fact kept")
    void answersOverTheStarterLibrary() {
        AskedLibrary library = AskedLibrary.shared();
        List<Answer> asked =
                Stream.concat(Questions.FIRST.stream(), Questions.DAY_ONE.stream())
                        .map(library::known)
                        .toList();
        Figures questions = of(asked, library.library::version);
        System.out.println(questions.line("questions"));
        System.out.println(
                of(library.answersOnEverySource(), library.library::version).line("each source"));
        assertThat(Readability.median(questions.told()))
                .isLessThan(Readability.median(questions.clinical()));
    }

    @Test
    @DisplayName("P9 answers made of abstracts: grades, and every fact kept")
    void answersMadeOfAbstracts() throws IOException {
        Path data = Path.of(System.getProperty("oropos.data", "../shared/data"));
        Path file = data.resolve("questions/pubmedqa/pubmedqa-dev.json");
        Assumptions.assumeTrue(Files.exists(file), "no abstracts at " + file);
        List<Answer> answers = new ArrayList<>();
        AskedLibrary library = AskedLibrary.shared();
        Answer frame = library.known(Questions.FIRST.getFirst());
        int number = 0;
        for (JsonNode record : JsonMapper.builder().build().readTree(Files.readString(file))) {
            if (number++ % EVERY != 0) {
                continue;
            }
            List<String> texts = new ArrayList<>();
            record.findPath("CONTEXTS").forEach(text -> texts.add(text.asString()));
            int half = (texts.size() + 1) / 2;
            answers.add(made(frame, texts.subList(0, half)));
            if (half < texts.size()) {
                answers.add(made(frame, texts.subList(half, texts.size())));
            }
        }
        LayTellings tellings = new LayTellings();
        List<Answer> told =
                answers.stream().map(answer -> tellings.tell(answer, CHECK::holds)).toList();
        Figures figures = of(told, (source, hash) -> Optional.empty());
        System.out.println(figures.line("abstracts"));
        assertThat(Readability.median(figures.told()))
                .isLessThan(Readability.median(figures.clinical()));
    }

    /// An answer whose only section holds the sentences of some paragraphs.
    private static Answer made(Answer frame, List<String> paragraphs) {
        List<Answer.Statement> statements = new ArrayList<>();
        for (String text : paragraphs) {
            Sentences.of(text)
                    .forEach(span ->
                            statements.add(
                                    new Answer.Statement(
                                            "s" + (statements.size() + 1),
                                            "quote",
                                            span.of(text),
                                            List.of(),
                                            null,
                                            new Answer.CertaintyView("low", true, List.of()),
                                            List.of())));
        }
        var card = frame.bottomLine().card();
        return new Answer(
                Answer.SCHEMA,
                null,
                frame.asked(),
                frame.title(),
                frame.understood(),
                List.of(),
                List.of(),
                frame.outcome(),
                new Answer.BottomLine(
                        List.of(),
                        List.of(),
                        new Answer.Card(
                                List.of(),
                                List.of(),
                                "",
                                "",
                                "",
                                List.of(),
                                List.of(),
                                card.date())),
                List.of(new Answer.Section("evidence", "Findings", statements, null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                frame.basis(),
                null);
    }
}
