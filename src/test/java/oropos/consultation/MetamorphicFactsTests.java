package oropos.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.answer.Answer;
import oropos.answer.Answer.Statement;

/// Pregnancy, its weeks, breastfeeding, kidney function and denied findings: an answer changes only where
/// what is known depends on them.
class MetamorphicFactsTests {

    private static final String CHILD =
            "What is the best treatment for an 8-year-old patient with T12 and T11 compression"
                    + " fractures and borderline osteoporosis?";

    private static final StarterHouse HOUSE = StarterHouse.shared();

    private static Answer ask(String text) {
        return HOUSE.ask(text);
    }

    private static List<Statement> head(Answer answer) {
        List<Statement> all = new ArrayList<>(answer.bottomLine().lead());
        answer.bottomLine().branches().forEach(branch -> all.addAll(branch.statements()));
        all.addAll(answer.bottomLine().card().benefit());
        all.addAll(answer.bottomLine().card().harm());
        all.addAll(answer.bottomLine().card().decides());
        return all;
    }

    private static Set<String> said(Answer answer) {
        Set<String> said = new LinkedHashSet<>();
        head(answer).forEach(one -> said.add(one.text()));
        answer.sections()
                .forEach(section -> section.statements().forEach(one -> said.add(one.text())));
        return said;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eGFR 95.",
                "Her eGFR is 40 mL/min.",
                "Creatinine 0.5 mg/dL, height 128 cm.",
                "Creatinine clearance 60 mL/min."
            })
    void aKidneyFunctionOnWhichNoSourceHangsChangesNothing(String told) {
        assertThat(said(ask(CHILD + " " + told))).isEqualTo(said(ask(CHILD)));
    }

    @Test
    void aRateThatIsComputedSaysWhatTheSameRateToldSays() {
        String question = "67-year-old woman, %s: should she be screened for osteoporosis?";
        assertThat(said(ask(question.formatted("creatinine 1.4 mg/dL"))))
                .isEqualTo(said(ask(question.formatted("eGFR 41"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30 weeks pregnant | at 30 weeks of gestation",
                "30 weeks pregnant | pregnant, 30 weeks",
                "30 weeks pregnant | in week 30 of her pregnancy",
                "breastfeeding | lactating",
                "not pregnant | who is not pregnant"
            })
    void theWayAPregnancyIsToldChangesNothing(String one, String other) {
        String question = "A 30-year-old woman, %s: should she be screened for depression?";
        assertThat(said(ask(question.formatted(other))))
                .isEqualTo(said(ask(question.formatted(one))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A 30-year-old woman, %s: should she take aspirin to prevent preeclampsia?",
                "A 30-year-old woman, %s: should she be screened for gestational diabetes?",
                "A 30-year-old woman, %s: should she be screened for depression?",
                "A 66-year-old woman, %s: should she be screened for osteoporosis?"
            })
    void whatStandsAtTheHeadInPregnancyIsNotAboutOthers(String question) {
        for (String week : List.of("8 weeks pregnant", "14 weeks pregnant", "30 weeks pregnant")) {
            Answer answer = ask(question.formatted(week));
            assertThat(head(answer))
                    .as(question + " " + week)
                    .allSatisfy(one ->
                            assertThat(one.citations())
                                    .allSatisfy(cited ->
                                            assertThat(String.valueOf(cited.fit().difference()))
                                                    .doesNotContain("not pregnant")));
        }
    }

    @Test
    void aPregnancyAsksOfAWomanWhatItDoesNotAskOfAMan() {
        Answer pregnant =
                ask("A 30-year-old pregnant woman: should she take aspirin against preeclampsia?");
        Answer man = ask("A 30-year-old man: should he take aspirin against preeclampsia?");
        assertThat(said(pregnant)).isNotEqualTo(said(man));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No back pain.",
                "Denies weight loss and night sweats.",
                "She has no history of falls.",
                "No diabetes, no hypertension.",
                "Without fever or bruising."
            })
    void aDeniedFindingOfAnAdultChangesNothing(String denied) {
        String question = "Should a 67-year-old woman be screened for osteoporosis?";
        Answer first = ask(question);
        Answer other = ask(question + " " + denied);
        assertThat(said(other)).isEqualTo(said(first));
        assertThat(other.urgent()).isEqualTo(first.urgent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"She is breastfeeding.", "She is not breastfeeding.", "Not pregnant."})
    void breastfeedingChangesNothingWhereNothingHangsOnIt(String told) {
        String question = "Should a 40-year-old woman be screened for hypertension?";
        assertThat(said(ask(question + " " + told))).isEqualTo(said(ask(question)));
    }
}
