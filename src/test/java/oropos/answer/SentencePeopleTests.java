package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencePeopleTests {

    private static boolean differ(String sentence, String question) {
        return SentencePeople.in(sentence).differ(WeighedTexts.question(question).patient());
    }

    @Test
    void aSentenceOnWomenAloneIsNotForAMan() {
        String women = "Women aged 65 years are screened for osteoporosis.";

        assertThat(differ(women, "Should a 45-year-old man be screened for osteoporosis?"))
                .isTrue();
        assertThat(differ(women, "Should a 67-year-old woman be screened for osteoporosis?"))
                .isFalse();
        assertThat(differ(women, "Who is screened for osteoporosis?")).isFalse();
        assertThat(
                        differ(
                                "Women and men lose bone.",
                                "Should a 45-year-old man be screened for osteoporosis?"))
                .isFalse();
    }

    @Test
    void aSentenceOnChildrenAloneIsNotForAnAdultNorTheReverse() {
        String children = "Children with croup get dexamethasone.";
        String adults = "Adults with croup get dexamethasone.";

        assertThat(differ(children, "What helps croup in a 70-year-old?")).isTrue();
        assertThat(differ(adults, "What helps croup in a 3-year-old?")).isTrue();
        assertThat(differ(children, "What helps croup in a 3-year-old?")).isFalse();
        assertThat(differ(adults, "What helps croup?")).isFalse();
    }
}
