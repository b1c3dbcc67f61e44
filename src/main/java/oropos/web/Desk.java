package oropos.web;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import oropos.answer.Answer;
import oropos.consultation.Asking;
import oropos.consultation.Stage;
import oropos.library.SourceId;
import oropos.question.Asked;

/// Where every question is handed in, from a page or as JSON, and its answer kept.
///
/// What fails is logged by kind and place alone: the message of an exception may repeat words of
/// the question, and those may name a person.
@Component
class Desk {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    /// Enough of a stack to find the fault.
    private static final int FRAMES = 25;

    private final Asking asking;
    private final Answers answers;
    private final Coverage coverage;

    Desk(Asking asking, Answers answers) {
        this(asking, answers, new Coverage());
    }

    @Autowired
    Desk(Asking asking, Answers answers, Coverage coverage) {
        this.coverage = coverage;
        this.asking = asking;
        this.answers = answers;
    }

    /// @param asker the network a question comes from, for budgets counted by asker
    Answers.Given ask(Asked asked, String asker, Consumer<Stage> progress) {
        return ask(new Threads.Next.Ask(asked, null, null, null), asker, progress);
    }

    Answers.Given ask(Threads.Next.Ask ask, String asker, Consumer<Stage> progress) {
        try {
            Answer answer = answer(ask, asker, progress);
            coverage.add(answer);
            return answers.keep(answer, ask.before(), ask.follows());
        } catch (RuntimeException e) {
            LOG.error("A question could not be answered: {}", withoutWords(e));
            throw new ResponseStatusException(HttpStatus.INTERNAL_SERVER_ERROR);
        }
    }

    private Answer answer(Threads.Next.Ask ask, String asker, Consumer<Stage> progress) {
        Set<SourceId> only = ask.only();
        return only == null
                ? asking.ask(ask.asked(), asker, progress)
                : asking.askFrom(only, ask.asked(), asker, progress);
    }

    private static String withoutWords(Throwable failure) {
        String where =
                Arrays.stream(failure.getStackTrace())
                        .limit(FRAMES)
                        .map(frame -> "\n    at " + frame)
                        .collect(Collectors.joining());
        Throwable cause = failure.getCause();
        return failure.getClass().getName()
                + where
                + (cause == null || cause == failure ? "" : "\n  caused by " + withoutWords(cause));
    }
}
