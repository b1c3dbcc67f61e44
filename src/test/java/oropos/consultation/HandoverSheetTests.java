package oropos.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;
import oropos.answer.HandoverSheet;

/// What is handed over is what the answer says, and nothing that was typed.
class HandoverSheetTests {

    private static final Pattern MARKED = Pattern.compile("^(.*?)((?: \\[\\d+\\])+)$");

    private static final StarterHouse HOUSE = StarterHouse.shared();

    private static Answer ask(String question) {
        return HOUSE.ask(question);
    }

    private static Set<String> texts(Answer answer) {
        Set<String> texts = new HashSet<>();
        answer.bottomLine().lead().forEach(one -> texts.add(one.text()));
        answer.bottomLine()
                .branches()
                .forEach(branch ->
                        branch.statements()
                                .forEach(one -> texts.add(branch.condition() + ": " + one.text())));
        answer.bottomLine().card().decides().forEach(one -> texts.add(one.text()));
        answer.sections()
                .forEach(section -> section.statements().forEach(one -> texts.add(one.text())));
        answer.premises().forEach(premise -> texts.add(premise.correction()));
        return texts;
    }

    @Test
    void aSentenceThatAProgramPutInFrontSaysSo() {
        Answer answer =
                ask(
                        "My patient, 8 years, has T11 and T12 compression fractures. What is the best"
                                + " treatment?");
        for (HandoverSheet.Form form : HandoverSheet.Form.values()) {
            assertThat(
                            HandoverSheet.of(answer, form)
                                    .text()
                                    .contains("A program picked this sentence"))
                    .isEqualTo(answer.bottomLine().chosenByWords());
        }
    }

    @Test
    void everyMarkedLineIsTheAnswersWordForWordAndEveryMarkHasItsSource() {
        Answer answer =
                ask(
                        "My patient Zebulon Quark, 8 years, MRN 7745512, has T11 and T12 compression"
                                + " fractures. What is the best treatment?");
        for (HandoverSheet.Form form : HandoverSheet.Form.values()) {
            HandoverSheet sheet = HandoverSheet.of(answer, form);
            int marked = 0;
            for (HandoverSheet.Part part : sheet.parts()) {
                for (String line : part.lines()) {
                    Matcher found = MARKED.matcher(line);
                    if (found.matches()) {
                        marked++;
                        assertThat(texts(answer)).contains(found.group(1));
                        for (String mark : found.group(2).strip().split(" ")) {
                            assertThat(sheet.sources()).anyMatch(source -> source.startsWith(mark));
                        }
                    }
                }
            }
            assertThat(marked).as(form.code()).isGreaterThan(5);
            assertThat(sheet.text())
                    .contains("Patient: 8 years")
                    .contains("Find out: Was there a fall from a height")
                    .doesNotContain("Zebulon")
                    .doesNotContain("Quark")
                    .doesNotContain("7745512");
        }
    }

    @Test
    void whatCannotWaitStandsFirst() {
        Answer answer = ask("A boy of 8 has vertebral fractures after coughing. What now?");
        assertThat(answer.urgent()).isNotEmpty();
        for (HandoverSheet.Form form : HandoverSheet.Form.values()) {
            assertThat(HandoverSheet.of(answer, form).parts().getFirst().lines().getFirst())
                    .startsWith(answer.urgent().getFirst().action());
        }
    }

    @Test
    void anAgeThatPointsAtOnePersonIsNotTold() {
        Answer answer = ask("Should a 97-year-old woman take alendronate for osteoporosis?");
        HandoverSheet sheet = HandoverSheet.of(answer, HandoverSheet.Form.SBAR);
        assertThat(sheet.text())
                .contains("Patient: 90 years or older, female")
                .doesNotContainPattern("\\b97\\b");
    }

    @Test
    void whatIsNotAnsweredSaysSo() {
        HandoverSheet sheet =
                HandoverSheet.of(ask("What is the capital of France?"), HandoverSheet.Form.SBAR);
        assertThat(sheet.parts().stream().map(HandoverSheet.Part::heading).toList())
                .isEqualTo(List.of("Situation", "Background", "Assessment", "Recommendation"));
        assertThat(sheet.text()).contains("nothing found for this");
        assertThat(sheet.sources()).isEmpty();
    }
}
