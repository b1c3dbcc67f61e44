package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oropos.answer.LayTellings;

class StatementViewTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#This is for children with brittle bones. It makes the bones weak. A drug is given. | Specialists may suggest this for children with brittle bones: / It makes the bones weak. A drug is given.",
                "#This is for adults aged 50 to 80 years. They smoke now. A check is advised. | Specialists may suggest this for adults aged 50 to 80 years. They smoke now: / A check is advised.",
                "This is for children. The drug is given. | For children: / The drug is given.",
                "This is from 16 children. It helped. | From 16 children: / It helped.",
                "[Anal Cancer] Symptoms include bleeding. | Anal Cancer: / Symptoms include bleeding.",
                "The source does not say who was studied. [Gout] It hurts. | The source does not say who was studied. / Gout: / It hurts.",
                "PPS is slow. [PPS: Post-polio syndrome] | PPS is slow. [PPS: Post-polio syndrome]",
                "[PPS: Post-polio syndrome] It is slow. | [PPS: Post-polio syndrome] It is slow.",
                "#The drug is given. | Specialists may suggest this. The drug is given."
            })
    void whomItIsAboutStandsBeforeWhatIsSaidOfThem(String words, String shown) {
        assertThat(
                        StatementView.pieces(words.replace("#", LayTellings.frame())).stream()
                                .map(piece -> piece.text().strip())
                                .collect(Collectors.joining(" / ")))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PPS is slow. [PPS: Post-polio syndrome] | PPS is slow. | PPS: Post-polio syndrome",
                "PH and PPS. [PH: high pressure] [PPS: Post-polio syndrome] | PH and PPS. | PH: high pressure, PPS: Post-polio syndrome",
                "It was seen [in 2 of 3: the first]. | It was seen [in 2 of 3: the first]. | ''",
                "[PPS: Post-polio syndrome] It is slow. | [PPS: Post-polio syndrome] It is slow. | ''",
                "It is slow. [Gout] | It is slow. [Gout] | ''"
            })
    void whatLettersStandForIsAmongTheWordsExplained(String words, String shown, String terms) {
        List<StatementView.TermLine> lines = new ArrayList<>();
        assertThat(StatementView.spelledOut(words, lines)).isEqualTo(shown);
        assertThat(
                        lines.stream()
                                .map(line -> line.term() + line.meaning())
                                .collect(Collectors.joining(", ")))
                .isEqualTo(terms);
    }
}
