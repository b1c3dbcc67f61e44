package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AspectsTests {

    private static final String COLUMNS = "aspect\tcue\tweight\tmarks\tsource";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    What is (are) X?                                      | definition
                    Do you have information about X                       | definition
                    What are the symptoms of X?                           | symptoms
                    What causes X?                                        | causes
                    What are the treatments for X?                        | treatment
                    How to diagnose X?                                    | diagnosis
                    What is the outlook for X?                            | outlook
                    Is X inherited?                                       | inheritance
                    What are the genetic changes related to X?            | genes
                    How many people are affected by X?                    | frequency
                    How to prevent X?                                     | prevention
                    What are the complications of X?                      | complications
                    Who is at risk for X?                                 | risk
                    What to do for X?                                     | care
                    Do I need to see a doctor for X?                      | seeDoctor
                    what research (or clinical trials) is being done for X? | research
                    Where to find support for people with X?              | support
                    What are the stages of X?                             | stages
                    Who should get X and why is it prescribed?            | indication
                    How should X be used and what is the dosage?          | use dose
                    What is the dosage of X?                              | dose
                    What important warning or information should I know about X? | warning
                    What other information should I know about X?         | other
                    What special dietary instructions should I follow with X? | diet
                    What is the action of X and how does it work?         | action
                    Is there a cure for X?                                | treatment
                    Can X be passed on?                                   | inheritance
                    What are the side effects or risks of X?              | sideEffects risk
                    Are there safety concerns or special precautions about X? | precautions
                    What are the brand names of X?                        | brands
                    What should I know about storage and disposal of X?   | storage
                    What should I do if I forget a dose of X?             | missedDose
                    What to do in case of emergency or overdose of X?     | overdose
                    """)
    void readsWhatAPairAsksAndNothingElse(String question, String aspects) {
        assertThat(Aspects.builtIn().named(question)).containsExactlyInAnyOrder(aspects.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    My mother was told she has it. Is there anything that can be done? | treatment
                    can you get rid of it                                 | treatment
                    How long does a person live with this                 | outlook
                    will my children inherit it                           | inheritance
                    how did he catch it, is it contagious                 | causes
                    how do they test for it                               | diagnosis
                    can I keep the tablets in the freezer                 | storage
                    I forgot to take my pill yesterday                    | missedDose
                    is it safe to take with aspirin                       | precautions
                    """)
    void hearsHowPeopleAsk(String words, String aspect) {
        assertThat(Aspects.builtIn().asked(words)).containsEntry(aspect, 1d);
    }

    @Test
    void whoWasDiagnosedAsksForNoDiagnosis() {
        assertThat(
                        Aspects.builtIn()
                                .asked(
                                        "I was recently diagnosed with it, what drugs are there for it"))
                .doesNotContainKey("diagnosis")
                .containsEntry("treatment", 1d);
        assertThat(Aspects.builtIn().asked("how is it diagnosed")).containsEntry("diagnosis", 1d);
        assertThat(Aspects.builtIn().named("Diagnosis of X")).containsExactly("diagnosis");
    }

    @Test
    void anAspectThatAnswersTooWeighsLess() {
        assertThat(Aspects.builtIn().asked("how is it treated"))
                .containsEntry("treatment", 1d)
                .containsEntry("care", .5);
    }

    @Test
    void hearsNothingWhereNothingIsAsked() {
        assertThat(Aspects.builtIn().asked("0-dimensional biomaterials")).isEmpty();
        assertThat(Aspects.builtIn().asked("")).isEmpty();
    }

    @Test
    void aCueHasGapsEndingsAndWordsThatMayBeMissing() {
        Aspects aspects =
                Aspects.read(
                        List.of(
                                "# version: 1",
                                COLUMNS,
                                "store\tkeep|stor* ~ ?the fridge\t1\t\tus"));

        assertThat(aspects.asked("Keep it in the fridge")).containsKey("store");
        assertThat(aspects.asked("storing fridge")).containsKey("store");
        assertThat(aspects.asked("Keep it. A fridge")).isEmpty();
        assertThat(aspects.asked("restoring fridge")).isEmpty();
        assertThat(aspects.asked("keep a b c d e f fridge")).isEmpty();
    }

    @Test
    void refusesADamagedRowAndSaysWhere() {
        assertThatThrownBy(() -> Aspects.read(List.of("aspect"))).hasMessageContaining("line 1");
        assertThatThrownBy(() -> Aspects.read(List.of("# version: 1", "aspect")))
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> Aspects.read(List.of("# version: 1", COLUMNS, "a\tb\t2\t\tus")))
                .hasMessageContaining("line 3")
                .hasMessageContaining("weight 2");
        assertThatThrownBy(() -> Aspects.read(List.of("# version: 1", COLUMNS, "a\tb\t1\t\t")))
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> Aspects.read(List.of("# version: 1", COLUMNS, "a\tb\t1\tx\tus")))
                .hasMessageContaining("mark x");
        assertThatThrownBy(() -> Aspects.read(List.of("# version: 1", COLUMNS, "a\t=b\t1\t\tus")))
                .hasMessageContaining("no cue of the aspect b");
    }
}
