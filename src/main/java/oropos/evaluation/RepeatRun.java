package oropos.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.answer.EveryStatement;
import oropos.library.Progress;
import oropos.question.Asked;
import oropos.question.Reader;
import oropos.verification.Problem;
import oropos.verification.ServerKey;

/// Whether many different questions give the same bytes again: asked by one asker, then, with every
/// room closed and opened anew, by several at once. On the way it counts what stands behind the
/// statements of all these answers.
///
/// One key signs both times, so that receipts are compared too.
public final class RepeatRun {

    private RepeatRun() {}

    /// @param questions asked twice
    /// @param silent answers without a statement
    /// @param statements in all answers, each where it stands first
    /// @param cited those with a citation
    /// @param quotes that statements rest on
    /// @param standing those of answers that verify from their JSON
    /// @param holding answers that verify
    /// @param different questions whose second answer has other bytes
    /// @param problems what did not hold, or came out differently, in words
    public record Outcome(
            int questions,
            int silent,
            int statements,
            int cited,
            int quotes,
            int standing,
            int holding,
            int different,
            int askers,
            List<String> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }

        /// A line a figure.
        public String text() {
            return String.format(
                    Locale.ROOT,
                    "%d questions, %d answers say nothing%n"
                            + "statements with a citation: %d of %d%n"
                            + "quotes that stand in the record: %d of %d%n"
                            + "answers that verify from their JSON: %d of %d%n"
                            + "statements their source contradicts or does not hold: %d%n"
                            + "other bytes after opening anew, %d askers at once: %d of %d",
                    questions,
                    silent,
                    cited,
                    statements,
                    standing,
                    quotes,
                    holding,
                    questions,
                    problems.size() - different,
                    askers,
                    different,
                    questions);
        }
    }

    /// @param askers how many ask at once the second time
    public static Outcome of(
            Path data, boolean vectors, List<String> questions, int askers, Progress progress)
            throws IOException {
        ServerKey key = ServerKey.existing(data).orElseGet(ServerKey::passing);
        List<String> first = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        int silent = 0;
        int statements = 0;
        int cited = 0;
        int quotes = 0;
        int standing = 0;
        int holding = 0;
        try (Opened rooms = Opened.on(data, vectors, key)) {
            for (String question : questions) {
                Answer answer = ask(rooms, question);
                first.add(AnswerJson.canonical(answer));
                List<Answer.Statement> said = statements(answer).distinct().toList();
                silent += said.isEmpty() ? 1 : 0;
                statements += said.size();
                cited += (int) said.stream().filter(one -> !one.citations().isEmpty()).count();
                Answer read = AnswerJson.read(first.getLast());
                int rests = rooms.verification().quotes(read);
                List<Problem> found = rooms.verification().verify(read);
                quotes += rests;
                standing += found.isEmpty() ? rests : 0;
                holding += found.isEmpty() ? 1 : 0;
                found.forEach(
                        one -> problems.add(question + ": " + one.where() + ": " + one.words()));
                progress.step(first.size(), 2L * questions.size(), "questions");
            }
        }
        AtomicInteger again = new AtomicInteger(questions.size());
        var different = ConcurrentHashMap.<Integer>newKeySet();
        try (Opened rooms = Opened.on(data, vectors, key)) {
            Askers.each(
                    askers,
                    questions.size(),
                    at -> {
                        if (!AnswerJson.canonical(ask(rooms, questions.get(at)))
                                .equals(first.get(at))) {
                            different.add(at);
                        }
                        progress.step(again.incrementAndGet(), 2L * questions.size(), "questions");
                    });
        }
        different.stream()
                .sorted()
                .forEach(at -> problems.add(questions.get(at) + ": other bytes the second time"));
        return new Outcome(
                questions.size(),
                silent,
                statements,
                cited,
                quotes,
                standing,
                holding,
                different.size(),
                askers,
                problems);
    }

    private static Answer ask(Opened rooms, String question) {
        return rooms.consultation().ask(Asked.by(Reader.PHYSICIAN, question), stage -> {});
    }

    private static Stream<Answer.Statement> statements(Answer answer) {
        return Stream.concat(
                EveryStatement.of(answer),
                answer.parts() == null
                        ? Stream.empty()
                        : answer.parts().stream().flatMap(RepeatRun::statements));
    }
}
