package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;
import oropos.consultation.Asking;
import oropos.consultation.Stage;
import oropos.library.SourceId;
import oropos.question.Asked;
import oropos.question.AskedBack;
import oropos.question.FollowUp;
import oropos.question.FollowUps;
import oropos.question.Reader;
import oropos.terminology.Terminology;

class ThreadsTests {

    private static final String FIRST =
            "An 8-year-old girl has compression fractures of T11 and T12. What is the best treatment?";

    private final SmallRoom room = new SmallRoom();
    private final Answers answers = new Answers();
    private final List<String> asked = new ArrayList<>();
    private final List<Set<SourceId>> only = new ArrayList<>();
    private final Asking asking =
            new Asking() {
                private final FollowUps followUps = new FollowUps(Terminology.builtIn());

                @Override
                public Answer ask(Asked one, Consumer<Stage> progress) {
                    asked.add(one.text());
                    return new SmallAnswer(room).about(one.text(), one.reader());
                }

                @Override
                public Answer askFrom(
                        Set<SourceId> sources, Asked one, String asker, Consumer<Stage> progress) {
                    only.add(sources);
                    return ask(one, progress);
                }

                @Override
                public FollowUp followUp(List<String> before, String words) {
                    return followUps.read(before, words);
                }

                @Override
                public FollowUp followUp(List<String> before, String open, String words) {
                    return new AskedBack(followUps).read(before, open, words);
                }
            };
    private final Threads threads = new Threads(asking, answers, new OpenTurns());
    private final Desk desk = new Desk(asking, answers);

    private Answers.Given first() {
        return desk.ask(Asked.by(Reader.PHYSICIAN, FIRST), "net", stage -> {});
    }

    private Answers.Given follow(Answers.Given before, String words) {
        return desk.ask(
                (Threads.Next.Ask)
                        threads.next(Asked.by(Reader.PHYSICIAN, words), before.id(), null),
                "net",
                stage -> {});
    }

    @Test
    void whatIsTypedAfterItWasAskedBackWhomIsNotReadOnThePatientBefore() {
        Answers.Given first = first();
        String brother = "and is that ok for my brother?";
        String address = see(threads.next(by(brother), first.id(), null));
        assertThat(address).startsWith("/a/" + first.id() + "?unclear=person&open=");
        String mark = address.replaceAll(".*open=|#next", "");

        assertThat(threads.open(mark)).isEqualTo(brother);
        assertThat(threads.open("none")).isEmpty();
        assertThat(see(threads.next(by("dose?"), first.id(), null, brother)))
                .contains("?unclear=person&open=");
        assertThat(threads.next(by("he is 45"), first.id(), null, brother))
                .isInstanceOfSatisfying(
                        Threads.Next.Ask.class,
                        ask ->
                                assertThat(ask.asked().text())
                                        .contains("my brother", "age 45 years")
                                        .doesNotContain("8-year-old"));
    }

    private static Asked by(String words) {
        return Asked.by(Reader.PHYSICIAN, words);
    }

    private static String see(Threads.Next next) {
        return ((Threads.Next.See) next).address();
    }

    @Test
    void theCaseIsCarriedOverAndSaid() {
        Answers.Given first = first();
        Answers.Given second = follow(first, "How long should she wear a brace?");

        assertThat(asked.getLast())
                .isEqualTo(
                        "An 8-year-old girl has compression fractures of T11 and T12. How long"
                                + " should she wear a brace?");
        assertThat(Objects.requireNonNull(second.follows()).carried())
                .contains("age 8 years", "sex female");
        assertThat(threads.before(second))
                .containsExactly(new Threads.Turn("/a/" + first.id(), first.answer().title()));
        assertThat(second.before()).isNull();
    }

    @Test
    void aConditionAsksTheQuestionBeforeAgain() {
        Answers.Given first = first();
        Answers.Given second = follow(first, "What if she were 48?");

        assertThat(asked.getLast()).isEqualTo(FIRST + " [Corrected: supposed age 48 years]");
        assertThat(second.before()).isEqualTo(first.id());
    }

    @Test
    void everyTurnIsListedAndACorrectionInAThreadStaysInIt() {
        Answers.Given first = first();
        Answers.Given second = follow(first, "And calcitonin?");
        Answers.Given third = follow(second, "What dose?");
        assertThat(threads.before(third)).hasSize(2);

        Threads.Next corrected =
                threads.next(Asked.by(Reader.PHYSICIAN, "the same, corrected"), null, third.id());
        assertThat(corrected)
                .isEqualTo(
                        new Threads.Next.Ask(
                                Asked.by(Reader.PHYSICIAN, "the same, corrected"),
                                null,
                                third.id(),
                                third.follows()));
    }

    @Test
    void aQuestionAboutASourceIsAnsweredFromItAlone() {
        Answers.Given first = first();
        Answer.Reference reference = first.answer().references().getFirst();
        follow(first, "What does reference " + reference.mark() + " say about pain?");
        assertThat(only).containsExactly(Set.of(new SourceId(reference.source())));
        assertThat(asked.getLast()).contains("What does it say about pain?").contains("fractures");
    }

    @Test
    void whatIsNotClearIsAskedBack() {
        Answers.Given first = first();
        assertThat(
                        threads.next(
                                Asked.by(Reader.PHYSICIAN, "Which study was that?"),
                                first.id(),
                                null))
                .isEqualTo(new Threads.Next.See("/a/" + first.id() + "?unclear=reference#next"));
        assertThat(
                        threads.next(
                                Asked.by(Reader.PHYSICIAN, "Explain reference 99"),
                                first.id(),
                                null))
                .isEqualTo(new Threads.Next.See("/a/" + first.id() + "?unclear=number#next"));
        assertThat(threads.next(Asked.by(Reader.PHYSICIAN, "Explain 1"), first.id(), null))
                .isEqualTo(new Threads.Next.See("/a/" + first.id() + "#r-1"));
    }

    @Test
    void anAnswerThatIsNoLongerKeptCarriesNothing() {
        assertThat(threads.next(Asked.by(Reader.PHYSICIAN, "How long?"), "A".repeat(22), null))
                .isEqualTo(
                        new Threads.Next.Ask(
                                Asked.by(Reader.PHYSICIAN, "How long?"), null, null, null));
    }
}
