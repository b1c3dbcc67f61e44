package oropos.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.answer.Answer;
import oropos.answer.Explanations;
import oropos.answer.LayTellings;
import oropos.consultation.Consultation;
import oropos.ledger.Entry;
import oropos.question.Asked;
import oropos.question.Reader;
import oropos.terminology.Terminology;
import oropos.verification.ServerKey;
import oropos.verification.Verification;

/// Explanations written by one person and accepted by another: when they are used, and what stays
/// right.
class GlossaryDeskTests {

    private static final String NEW = "bones that are thin and break easily, told anew";

    @TempDir Path folder;
    private ReviewedLibrary library;
    private GlossaryDesk desk;

    @BeforeEach
    void open() {
        library = new ReviewedLibrary(folder);
        desk = library.reviews.glossary();
    }

    @AfterEach
    void close() {
        library.close();
    }

    private long propose(String term, List<String> forms, String meaning) {
        assertThat(desk.propose(term, forms, meaning, "a page", "ann")).isEmpty();
        return desk.all().getFirst().id();
    }

    /// Asks with what was accepted in the folder, as a program does that opens it.
    private Answer ask(Explanations explanations) {
        return new Consultation(
                        library.library,
                        Terminology.builtIn(),
                        library.retrieval,
                        ServerKey.passing(),
                        null,
                        explanations)
                .ask(Asked.by(Reader.CARER, ReviewedLibrary.SCREENING), stage -> {});
    }

    private static String told(Answer answer) {
        return String.valueOf(answer.tellings());
    }

    private Verification verification(Explanations explanations) {
        return new Verification(Terminology.builtIn(), library.library::version, explanations);
    }

    @Test
    @DisplayName("an explanation is used only after a second person accepted it")
    void anExplanationIsUsedOnlyAfterASecondPersonAcceptedIt() {
        long id = propose("osteoporosis", List.of(), NEW + ".");
        assertThat(told(ask(desk.explanations()))).contains("Osteoporosis").doesNotContain(NEW);
        assertThat(desk.decide(id, true, "Good.", "ann"))
                .get()
                .asString()
                .contains("somebody else");
        assertThat(desk.decide(id, true, " ", "ben")).isPresent();
        assertThat(told(ask(desk.explanations()))).doesNotContain(NEW);
        assertThat(desk.decide(id, true, "Good.", "ben")).isEmpty();
        assertThat(desk.decide(id, false, "No.", "cleo")).isPresent();

        Answer answer = ask(desk.explanations());
        assertThat(told(answer)).contains(NEW);
        assertThat(answer.basis().rules().get(LayTellings.RULE))
                .endsWith("+1")
                .isEqualTo(desk.explanations().version());
        assertThat(verification(desk.explanations()).verify(answer)).isEmpty();
        assertThat(told(ask(new Explanations(GlossaryDesk.accepted(folder)))))
                .isEqualTo(told(answer));
    }

    @Test
    @DisplayName(
            "P9 an answer told before an explanation changed is still right, one told with words nobody accepted is not")
    void anAnswerOfYesterdayIsStillRight() {
        Answer before = ask(desk.explanations());
        long id = propose("osteoporosis", List.of(), NEW);
        assertThat(desk.decide(id, true, "Good.", "ben")).isEmpty();
        Verification now = verification(desk.explanations());
        assertThat(now.verifyChanged(before)).isEmpty();
        assertThat(verification(new Explanations()).verifyChanged(ask(desk.explanations())))
                .isNotEmpty();
    }

    @Test
    void whatIsRefusedIsNeverUsedAndBothStepsStandInTheLedger() {
        long id = propose("osteoporosis", List.of(), NEW);
        assertThat(desk.decide(id, false, "Too long.", "ben")).isEmpty();
        assertThat(told(ask(desk.explanations()))).doesNotContain(NEW);
        assertThat(GlossaryDesk.accepted(folder)).isEmpty();
        assertThat(library.ledger.of("explanation:" + id).stream().map(Entry::act).toList())
                .extracting(act -> act.what(), act -> act.who())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("explanation.proposed", "ann"),
                        org.assertj.core.groups.Tuple.tuple("explanation.refused", "ben"));
    }

    @Test
    void aNewTermIsExplainedAndOneThatBelongsToAnotherIsNotTaken() {
        assertThat(desk.propose("weak bones", List.of("osteoporosis"), "x", "a page", "ann"))
                .get()
                .asString()
                .contains("is a form of");
        assertThat(desk.propose("harms", List.of(), "", "a page", "ann")).isPresent();
        assertThat(desk.propose("harms", List.of(), "two\nlines", "a page", "ann")).isPresent();
        assertThat(desk.propose("harms", List.of(), "what does harm", "", "ann")).isPresent();
        assertThat(desk.propose("harms", List.of(), "it harms", "a page", Person.PROGRAM))
                .isPresent();
        long id = propose("67-year-old", List.of(), "who is 67");
        assertThat(desk.decide(id, true, "Yes.", "ben")).isEmpty();
        assertThat(desk.explanations().glossary().terms())
                .anySatisfy(term -> assertThat(term.meaning()).isEqualTo("who is 67"));
    }
}
