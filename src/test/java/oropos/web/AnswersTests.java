package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;
import oropos.question.Reader;

class AnswersTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final Answers answers = new Answers(InstantSource.fixed(NOON), nanos::get);
    private final Answer answer = new SmallAnswer(new SmallRoom()).about("B?", Reader.NURSE);

    @Test
    void anAnswerIsFoundAgainUnchanged() {
        Answers.Given given = answers.keep(answer);
        assertThat(answers.byId(given.id())).hasValue(given);
        assertThat(given.answer()).isSameAs(answer);
        assertThat(given.at()).isEqualTo(NOON);
    }

    @Test
    void itIsForgottenAfterTwelveHours() {
        String id = answers.keep(answer).id();
        nanos.set(Answers.KEPT.minus(Duration.ofSeconds(1)).toNanos());
        assertThat(answers.byId(id)).isPresent();
        nanos.set(Answers.KEPT.plus(Duration.ofSeconds(1)).toNanos());
        assertThat(answers.byId(id)).isEmpty();
    }

    @Test
    void whereThereAreTooManyTheOldestGoAndNoNewOne() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < Answers.MOST + 100; i++) {
            ids.add(answers.keep(answer).id());
            answers.byId(ids.getFirst());
        }
        assertThat(ids.subList(0, 100)).allMatch(id -> answers.byId(id).isEmpty());
        assertThat(ids.subList(100, ids.size())).allMatch(id -> answers.byId(id).isPresent());
    }

    @Test
    void idsDiffer() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            ids.add(answers.keep(answer).id());
        }
        assertThat(ids).hasSize(1000).allMatch(id -> id.matches("[A-Za-z0-9_-]{22}"));
    }

    @Test
    void whatIsNoIdIsNotLookedFor() {
        assertThat(answers.byId("../../etc/passwd")).isEmpty();
        assertThat(answers.byId("")).isEmpty();
    }
}
