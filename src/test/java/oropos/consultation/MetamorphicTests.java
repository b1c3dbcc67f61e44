package oropos.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.answer.Answer;
import oropos.answer.Answer.Statement;

/// The first question with one fact changed: only what depends on the fact may change. Statements are
/// compared as sets of their words with the bottom line apart.
class MetamorphicTests {

    private static final String FIRST =
            "What is the best treatment for an 8-year-old patient with T12 and T11 compression"
                    + " fractures and borderline osteoporosis?";

    private static final StarterHouse HOUSE = StarterHouse.shared();

    private static Answer ask(String text) {
        return HOUSE.ask(text);
    }

    private static String with(String from, String to) {
        return FIRST.replace(from, to);
    }

    private static Set<String> bottomLine(Answer answer) {
        List<Statement> all = new ArrayList<>(answer.bottomLine().lead());
        answer.bottomLine().branches().forEach(branch -> all.addAll(branch.statements()));
        all.addAll(answer.bottomLine().card().benefit());
        all.addAll(answer.bottomLine().card().harm());
        all.addAll(answer.bottomLine().card().decides());
        return words(all);
    }

    private static Set<String> sections(Answer answer) {
        List<Statement> all = new ArrayList<>();
        answer.sections().forEach(section -> all.addAll(section.statements()));
        return words(all);
    }

    private static Set<String> words(List<Statement> statements) {
        Set<String> words = new LinkedHashSet<>();
        statements.forEach(one -> words.add(one.text()));
        return words;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The patient likes football.",
                "The family has a dog.",
                "Thank you for your help.",
                "We are writing from a small clinic."
            })
    void aFactThatDecidesNothingChangesNothing(String irrelevant) {
        Answer first = ask(FIRST);
        Answer other = ask(FIRST + " " + irrelevant);
        assertThat(bottomLine(other)).isEqualTo(bottomLine(first));
        assertThat(sections(other)).isEqualTo(sections(first));
        assertThat(words(other.adultOrIndirect())).isEqualTo(words(first.adultOrIndirect()));
        assertThat(other.urgent()).isEqualTo(first.urgent());
    }

    @Test
    void theOrderOfFactsAndTheWayAnAgeIsWrittenChangeNothing() {
        Answer first = ask(FIRST);
        for (String same :
                List.of(
                        with("an 8-year-old patient", "a patient aged 8 years"),
                        with("an 8-year-old patient", "an 8yo patient"),
                        with("T12 and T11", "T11 and T12"))) {
            assertThat(bottomLine(ask(same))).as(same).isEqualTo(bottomLine(first));
        }
    }

    @Test
    void whatIsForAdultsHeadsNoAnswerForAChildAndTheReverse() {
        Answer child = ask(FIRST);
        assertThat(child.bottomLine().card().benefit()).isNotEmpty();
        for (String adult : List.of("a 48-year-old", "an 80-year-old")) {
            Answer answer = ask(with("an 8-year-old", adult));
            assertThat(words(answer.bottomLine().card().benefit()))
                    .as(adult)
                    .doesNotContainAnyElementsOf(words(child.bottomLine().card().benefit()));
            assertThat(bottomLine(answer)).as(adult).isNotEqualTo(bottomLine(child));
        }
    }

    @Test
    void thePremiseOnChildrenIsSaidOfChildrenAlone() {
        assertThat(ask(FIRST).premises()).isNotEmpty();
        assertThat(ask(with("an 8-year-old", "an 80-year-old")).premises())
                .extracting(Answer.FalsePremise::rule)
                .doesNotContainAnyElementsOf(
                        ask(FIRST).premises().stream().map(Answer.FalsePremise::rule).toList());
    }

    @Test
    void ofAChildTheSexChangesNoStatement() {
        Answer girl = ask(with("patient", "girl"));
        Answer boy = ask(with("patient", "boy"));
        assertThat(bottomLine(girl)).isEqualTo(bottomLine(boy));
        assertThat(sections(girl)).isEqualTo(sections(boy));
    }

    @ParameterizedTest
    @ValueSource(strings = {"No fever.", "No weight loss.", "He has no cough."})
    void aDeniedFindingIsNotSearchedAndBringsNoSign(String denied) {
        Answer first = ask(FIRST);
        Answer answer = ask(FIRST + " " + denied);
        assertThat(bottomLine(answer)).isEqualTo(bottomLine(first));
        assertThat(answer.urgent())
                .extracting(Answer.UrgentSign::rule)
                .isEqualTo(first.urgent().stream().map(Answer.UrgentSign::rule).toList());
    }

    @Test
    void theMechanismTakesAwayTheBranchItRulesOutAndNothingFromTheOther() {
        Answer open = ask(FIRST);
        Answer told = ask(FIRST + " The fractures came without any trauma.");
        assertThat(open.bottomLine().branches()).hasSizeGreaterThan(1);
        assertThat(told.bottomLine().branches().size())
                .isLessThan(open.bottomLine().branches().size());
    }
}
