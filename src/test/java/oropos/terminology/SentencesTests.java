package oropos.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTests {

    private static List<String> of(String text) {
        return Sentences.of(text).stream().map(span -> span.of(text)).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The dose was 0.05 mg/kg every 6 months.",
                "Zoledronate vs. placebo was tested.",
                "See Fig. 2 for the curve.",
                "Several drugs, e.g. Alendronate, are given.",
                "It was given i.v. Zoledronate followed.",
                "Simm et al. Reported a consensus.",
                "No. 5 is missing.",
                "J. A. Smith wrote it.",
                "The difference was clear (P < .05. See below) in all.",
                "The effect (n = 34. Two events.) was small.",
                "A difference was seen (P < .05) in all.",
                "It fell by 2.5% (95% CI 0.02-0.81).",
                "Dr. Ward led the trial.",
                "fever, ? leukaemia",
                "E. coli grew in urine.",
                "approx. 5 of 10 children"
            })
    void staysWhole(String text) {
        assertThat(of(text)).containsExactly(text);
    }

    @Test
    void parts() {
        assertThat(of("One ended. Two began! Is it three? Yes."))
                .containsExactly("One ended.", "Two began!", "Is it three?", "Yes.");
        assertThat(of("Give vitamin D. Children need it."))
                .containsExactly("Give vitamin D.", "Children need it.");
        assertThat(of("It was given i.v. The child recovered."))
                .containsExactly("It was given i.v.", "The child recovered.");
        assertThat(of("P was .03. In 2009. 34 children were seen."))
                .containsExactly("P was .03.", "In 2009.", "34 children were seen.");
        assertThat(of("It reduced fracture.[3,4] The trial was small."))
                .containsExactly("It reduced fracture.[3,4]", "The trial was small.");
        assertThat(of("It reduced fracture.12 The trial was small."))
                .containsExactly("It reduced fracture.12", "The trial was small.");
    }

    @Test
    void partsAtAnEmptyLineAndNotAtALineBreak() {
        assertThat(of("Heading\n\nA line\nthat goes on. End"))
                .containsExactly("Heading", "A line\nthat goes on.", "End");
        assertThat(of("a\r\n\r\nb")).containsExactly("a", "b");
    }

    @Test
    void longBracketsDoNotSwallowSentences() {
        String inner = "A sentence stands here. ".repeat(40);
        assertThat(of("Start (" + inner + ") end.").size()).isGreaterThan(30);
        assertThat(of("Open ( here. Never closed. Really.")).hasSize(3);
    }

    @Test
    void ofNothingIsNothing() {
        assertThat(of("")).isEmpty();
        assertThat(of(" \n\n \t")).isEmpty();
        assertThat(of("...")).hasSize(1);
    }
}
