package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/// How much of a question a text meets.
class RelevanceTests {

    private static Relevance asked(String words) {
        return new Relevance(
                WeighedTexts.question(words), WeighedTexts.TERMINOLOGY, WeighedTexts.READER);
    }

    @Test
    void aTextThatNamesAllMeetsMoreThanOneThatNamesTheDiseaseAlone() {
        Relevance relevance = asked("Does zinc shorten the common cold?");

        double both = relevance.of("Zinc may shorten the common cold.");
        double disease = relevance.of("The common cold is a viral disease.");
        double neither = relevance.of("Gout is a joint disease.");

        assertThat(both).isGreaterThan(disease);
        assertThat(disease).isGreaterThan(neither);
        assertThat(neither).isZero();
    }

    @Test
    void aDeniedDiseaseIsNotSpokenOf() {
        Relevance relevance = asked("What causes osteoporosis?");

        assertThat(relevance.namesSubject("Women without osteoporosis were studied.")).isFalse();
        assertThat(relevance.namesSubject("Women with osteoporosis were studied.")).isTrue();
    }

    @Test
    void tellingWhatWasAskedInOtherWordsCountsButLessThanTheWordsThemselves() {
        Relevance relevance = asked("Is scabies contagious?");
        Spoken other = relevance.spoken("Scabies spreads by touch.");
        Spoken same = relevance.spoken("Scabies is contagious.");

        assertThat(relevance.of(other, true)).isGreaterThan(relevance.of(other, false));
        assertThat(relevance.of(same, true)).isGreaterThanOrEqualTo(relevance.of(other, true));
    }

    @Test
    void aNarrowerNameIsSeenInASentence() {
        Relevance relevance = asked("How is scabies treated?");

        assertThat(relevance.names().isNarrowed("Persons with crusted scabies need more."))
                .isTrue();
        assertThat(relevance.names().isNarrowed("Persons with scabies need a cream.")).isFalse();
        assertThat(relevance.names().isNarrowed("Scabies needs a cream.")).isFalse();

        Relevance fever = asked("Why does my child have a fever?");
        assertThat(fever.names().isNarrowed("It might not be due to Q fever.")).isTrue();
        assertThat(fever.names().isNarrowed("A fever is often due to a virus.")).isFalse();
    }

    @Test
    void aWordBehindANameMakesItAnotherThing() {
        Relevance relevance = asked("What does insulin do?");

        assertThat(relevance.names().isSubjectOf("Insulin lowers the sugar in the blood."))
                .isTrue();
        assertThat(relevance.names().isSubjectOf("Insulin receptors bind it.")).isFalse();
    }

    @Test
    void whatIsNotToBeUsedIsSpokenOf() {
        Relevance relevance = asked("Is haloperidol approved for dementia?");

        assertThat(relevance.subject("Haloperidol is not approved for patients with dementia."))
                .isEqualTo(1);
        assertThat(relevance.subject("Haloperidol was given to people without dementia."))
                .isLessThan(1);
    }

    @Test
    void onlyTheFirstWordsAreTheSubjectOfASentence() {
        Relevance relevance = asked("How is scabies treated?");

        assertThat(relevance.names().isSubjectOf("Scabies is treated with a cream.")).isTrue();
        assertThat(relevance.names().isSubjectOf("The scabies is treated with a cream.")).isFalse();
        assertThat(relevance.names().isSubjectOf("A cream treats scabies.")).isFalse();
    }

    @Test
    void aTopicWithAFurtherWordIsNotAllOfTheSubject() {
        Relevance relevance = asked("How is migraine treated?");

        assertThat(relevance.names().isAllOf("Migraine", Set.of())).isTrue();
        assertThat(relevance.names().isAllOf("Familial hemiplegic migraine", Set.of())).isFalse();
        assertThat(relevance.names().isAllOf("Adult migraine", Set.of("adult"))).isTrue();
    }

    @Test
    void aDrugInACompoundIsAnotherDrug() {
        Relevance relevance = asked("Does metformin work?");

        assertThat(relevance.names().isCompounded("Sitagliptin-metformin is used for diabetes."))
                .isTrue();
        assertThat(relevance.names().isCompounded("Metformin is used for diabetes.")).isFalse();
        assertThat(
                        relevance
                                .names()
                                .isCompounded("Metformin, not sitagliptin-metformin, is first."))
                .isFalse();
    }
}
