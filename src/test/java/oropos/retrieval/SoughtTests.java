package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.library.Part;
import oropos.library.Passage.Role;
import oropos.library.Progress;
import oropos.retrieval.lucene.Generation;
import oropos.retrieval.lucene.Generations;
import oropos.terminology.Terminology;

/// Pairs of question and answer are found by the subject and the aspect that somebody asks about.
class SoughtTests {

    private final ShelfInMemory shelf = new ShelfInMemory();

    @TempDir Path folder;

    private Retrieval retrieval;

    @BeforeEach
    void open() {
        topic("lupus", "Lupus", "Systemic lupus erythematosus; SLE");
        topic("drug-lupus", "Drug-induced lupus erythematosus", "");
        topic("wilson", "Wilson disease", "Hepatolenticular degeneration");
        topic("thrush", "Thrush in newborns", "");
        topic("kidney", "Kidney disease", "");
        topic("me", "Myalgic encephalomyelitis", "ME");
        topic("oil", "Oil", "");
        shelf.with(
                "beir:trial",
                "beir",
                "Belimumab in lupus",
                new Part(Role.BLOCK, "Treatment of lupus with belimumab, a trial."));
        retrieval = new Retrieval(folder, shelf, Terminology.builtIn(), null);
    }

    @AfterEach
    void close() {
        retrieval.close();
    }

    private void topic(String id, String subject, String others) {
        pair(id + "-is", subject, others, "What is (are) " + subject + "?");
        pair(id + "-causes", subject, others, "What causes " + subject + "?");
        pair(id + "-treatment", subject, others, "What are the treatments for " + subject + "?");
    }

    private void pair(String id, String subject, String others, String question) {
        Part asked = new Part(Role.QUESTION, List.of(subject), question);
        Part answer = new Part(Role.ANSWER, List.of(subject), "An answer of some words.");
        if (others.isEmpty()) {
            shelf.with("medquad:" + id, "medquad", question, asked, answer);
        } else {
            Part names = new Part(Role.QUESTION, List.of("Also called"), subject + ": " + others);
            shelf.with("medquad:" + id, "medquad", question, asked, names, answer);
        }
    }

    private String first(String text) {
        return first(text, "");
    }

    private String first(String text, String kind) {
        return retrieval.rank(text, 20).sources().stream()
                .map(found -> found.source().value())
                .filter(id -> id.startsWith(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSubjectIsMetWholeAndTheAspectToo() {
        assertThat(first("how is lupus treated")).isEqualTo("medquad:lupus-treatment");
        assertThat(first("why do people get lupus")).isEqualTo("medquad:lupus-causes");
        assertThat(first("information about lupus")).isEqualTo("medquad:lupus-is");
        assertThat(first("treatment of drug induced lupus erythematosus"))
                .isEqualTo("medquad:drug-lupus-treatment");
    }

    @Test
    void aWordThatLettersAreFullOfStillTellsOneAbstractFromAnother() {
        shelf.with(
                "beir:know",
                "beir",
                "[Title not stated]",
                new Part(Role.BLOCK, "A survey of what physicians know."));
        shelf.with(
                "beir:oil",
                "beir",
                "[Title not stated]",
                new Part(Role.BLOCK, "A survey of physicians on oil."));
        retrieval.refresh(Progress.none());

        assertThat(first("Do physicians know oil?", "beir:")).isEqualTo("beir:know");
        assertThat(first("What causes oil, do you know?", "")).isEqualTo("medquad:oil-causes");
    }

    @Test
    void whatTheStoryIsAboutIsAskedWhereTheQuestionNamesNothing() throws IOException {
        String story =
                "My daughter is eleven and was always a happy child until last year. She has"
                        + " hepatolenticular degeneration. We live far from any town. ";
        Terminology terminology = Terminology.builtIn();
        QueryWriter writer = new QueryWriter(terminology);
        try (Generation index =
                Generations.inMemory(into ->
                        new Indexing(shelf, new Cataloguer(terminology), Progress.none())
                                .all(into))) {
            assertThat(writer.write(story + "What can we do for her?", index).meaning())
                    .isEqualTo("She has hepatolenticular degeneration.\nWhat can we do for her?");
            assertThat(writer.write(story + "Can thrush follow from it?", index).meaning())
                    .isEqualTo("Can thrush follow from it?");
        }
    }

    @Test
    void aNameMisspeltInTheStoryIsMet() {
        assertThat(
                        first(
                                "My daughter is eleven and was always a happy child until last year."
                                        + " She has hepatolenticullar degeneraton. We live far from any"
                                        + " town. What causes this?"))
                .isEqualTo("medquad:wilson-causes");
    }

    @Test
    void anotherNameAndInitialsAreTheSubjectToo() {
        assertThat(first("what can be done for SLE")).isEqualTo("medquad:lupus-treatment");
        assertThat(first("cure for hepatolenticular degeneration"))
                .isEqualTo("medquad:wilson-treatment");
    }

    @Test
    void theHeadOfANameIsMeantToo() {
        assertThat(first("my niece has Wilson's, is there a cure"))
                .isEqualTo("medquad:wilson-treatment");
        assertThat(first("what causes thrush")).isEqualTo("medquad:thrush-causes");
    }

    @Test
    void aMisspeltSubjectIsMet() {
        assertThat(first("treatment for wilsen disease")).isEqualTo("medquad:wilson-treatment");
    }

    @Test
    void wordsThatNameNothingAreNoSubject() {
        assertThat(
                        first(
                                "Dear Sir, please help me. My son told me last year that he was ill and we went to"
                                        + " see many doctors who gave me no hope at all. It is lupus. Kindly"
                                        + " tell me if any treatment is there for him. God bless"))
                .isEqualTo("medquad:lupus-treatment");
    }

    @Test
    void withoutAnAspectTheSubjectIsExplained() {
        assertThat(first("wilson disease")).isEqualTo("medquad:wilson-is");
    }

    @Test
    void sourcesThatAreNoPairsKeepTheirScore() {
        double alone =
                retrieval.rank("belimumab trial", 20).sources().stream()
                        .filter(found -> found.source().value().equals("beir:trial"))
                        .findFirst()
                        .orElseThrow()
                        .score();
        assertThat(alone).isEqualTo(1);
    }

    private static final String STORY =
            "My daughter is eleven and was always a happy child until last year. Her doctor sent us to"
                    + " a hospital far away, where nobody could tell us more about her bones. ";

    @Test
    void besideALetterASourceAboutSomethingElseDoesNotComeFirst() {
        shelf.with(
                "beir:bones",
                "beir",
                "Bones of an eleven year old daughter",
                new Part(
                        Role.BLOCK,
                        "A happy child of eleven years was sent by her doctor to a hospital far away for"
                                + " treatment of her bones."));
        retrieval.refresh(Progress.none());

        assertThat(first(STORY + "What are the treatments for drug-induced lupus erythematosus?"))
                .isEqualTo("medquad:drug-lupus-treatment");
        assertThat(first(STORY + "What are the treatments for Wilson disease?"))
                .isEqualTo("medquad:wilson-treatment");
    }

    @Test
    void besideALetterASourceAboutTheSubjectComesBeforeOneThatIsNot() {
        shelf.with(
                "beir:else",
                "beir",
                "Belimumab in children",
                new Part(Role.BLOCK, "Treatment of eleven children with belimumab, a trial."));
        retrieval.refresh(Progress.none());

        assertThat(first(STORY + "Is there a trial of belimumab for her? She has lupus.", "beir:"))
                .isEqualTo("beir:trial");
    }
}
