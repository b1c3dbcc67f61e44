package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import oropos.retrieval.Letter.Part;

class LetterTests {

    @Test
    void aShortQuestionIsAskedAsItStands() {
        assertThat(Letter.of("0-dimensional biomaterials lack inductive properties.").parts())
                .containsExactly(
                        new Part("0-dimensional biomaterials lack inductive properties.", 1));
    }

    @Test
    void theSubjectWeighsMostAndTheStoryLeast() {
        Letter letter =
                Letter.of(
                        "SUBJECT: vasectomy MESSAGE: Dear Sir, My name is [NAME]. I had the operation"
                                + " sixteen years ago in a small town and all was well since then."
                                + " Is it possible that it grew back? Thank you very much, [NAME]");

        assertThat(letter.parts())
                .containsExactly(
                        new Part("vasectomy", Letter.SUBJECT),
                        new Part("My name is  .", Letter.STORY),
                        new Part(
                                "I had the operation sixteen years ago in a small town and all was"
                                        + " well since then.",
                                Letter.STORY),
                        new Part("Is it possible that it grew back?", 1));
        assertThat(letter.asked()).isEqualTo("vasectomy\nIs it possible that it grew back?");
    }

    @Test
    void aFirstSentenceOfAFewWordsIsTheSubject() {
        Letter letter =
                Letter.of(
                        "Polymicrogyria. My 16 month old son has this and does not sit up or crawl yet"
                                + " but is still trying. Can he grow out of it?");

        assertThat(letter.parts().getFirst())
                .isEqualTo(new Part("Polymicrogyria.", Letter.SUBJECT));
        assertThat(letter.asked()).isEqualTo("Polymicrogyria.\nCan he grow out of it?");
    }

    @Test
    void aPartOfTheStoryCanBeAskedToo() {
        Letter letter =
                Letter.of(
                        "My niece has had a rare condition called trimethylaminuria since she was"
                                + " born. She lives in a town. Is there anything we can do for her?");

        assertThat(letter.asked()).isEqualTo("Is there anything we can do for her?");
        assertThat(letter.asking(part -> part.words().contains("trimethyl")).asked())
                .isEqualTo(
                        "My niece has had a rare condition called trimethylaminuria since she was"
                                + " born.\nIs there anything we can do for her?");
    }

    @Test
    void anEmptySubjectLineIsLeftOut() {
        assertThat(Letter.of("SUBJECT: General information MESSAGE: asthma in children").parts())
                .containsExactly(new Part("asthma in children", 1));
    }

    @Test
    void whereNothingIsAskedEverythingIs() {
        String story = "The pain begins in the morning and goes to the left leg when I walk far. ";

        assertThat(Letter.of(story.repeat(3)).parts())
                .hasSize(3)
                .allSatisfy(part -> assertThat(part.weight()).isEqualTo(1));
    }

    @Test
    void aTextOfPolitenessAloneIsKept() {
        assertThat(Letter.of("Hello").parts()).containsExactly(new Part("Hello", 1));
        assertThat(Letter.of("").parts()).containsExactly(new Part("", 1));
    }
}
