package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import oropos.terminology.Mention.Assertion;
import oropos.terminology.Sex;

class CorrectionsTests {

    private static final String FIRST =
            "What is the best treatment for an 8-year-old patient with T12 and T11 compression"
                    + " fractures and borderline osteoporosis?";

    private static ClinicalQuestion corrected(String text, String... items) {
        return Asking.question(Corrections.join(text, List.of(items)));
    }

    private static Finding problem(ClinicalQuestion question, String name) {
        return question.problems().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAgeTakesThePlaceOfTheOneRead() {
        ClinicalQuestion question = corrected(FIRST, "age 48 years");
        assertThat(Objects.requireNonNull(question.patient().age())).hasToString("48 years");
        assertThat(question.asked()).endsWith("[Corrected: age 48 years]").startsWith(FIRST);
        assertThat(corrected(FIRST, "age not told").patient().ages()).isNull();
    }

    @Test
    void sexAndPregnancyAreToldOrTakenBack() {
        assertThat(corrected(FIRST, "sex female").patient().sex()).isEqualTo(Sex.FEMALE);
        assertThat(corrected("A girl of 14 with asthma?", "sex male").patient().sex())
                .isEqualTo(Sex.MALE);
        String pregnant = "I am 24 weeks pregnant. Is ibuprofen safe?";
        assertThat(corrected(pregnant, "not pregnant").patient().pregnant()).isFalse();
        assertThat(corrected(pregnant, "pregnancy not told").patient().pregnant()).isNull();
        assertThat(corrected("Is ibuprofen safe at 30?", "pregnant").patient().pregnant()).isTrue();
    }

    @Test
    void aProblemIsDeniedOrTakenOut() {
        ClinicalQuestion denied = corrected(FIRST, "does not have osteoporosis");
        assertThat(problem(denied, "Osteoporosis").assertion()).isEqualTo(Assertion.NEGATED);
        assertThat(denied.focus()).doesNotContain("osteoporosis");
        assertThat(denied.premises())
                .extracting(Premise::quote)
                .noneMatch(quote -> quote.contains("osteoporosis"));
        ClinicalQuestion out = corrected(FIRST, "not about osteoporosis");
        assertThat(out.problems()).extracting(Finding::name).doesNotContain("Osteoporosis");
        assertThat(out.problems()).isNotEmpty();
    }

    @Test
    void aProblemOrDrugIsAdded() {
        ClinicalQuestion question = corrected(FIRST, "has coeliac disease", "has prednisolone");
        assertThat(question.problems()).extracting(Finding::name).contains("Celiac Disease");
        assertThat(question.drugs()).extracting(Finding::name).contains("Prednisolone");
    }

    @Test
    void theKindOfQuestionIsChosen() {
        assertThat(corrected(FIRST, "question about harm").kind()).isEqualTo(QuestionKind.HARM);
    }

    @Test
    void aLaterCorrectionTakesThePlaceOfAnEarlierOnTheSameThing() {
        String once = Corrections.join(FIRST, List.of("age 48 years", "has asthma"));
        String twice = Corrections.join(once, List.of("age 80 years", "does not have asthma"));
        assertThat(twice).isEqualTo(FIRST + " [Corrected: age 80 years; does not have asthma]");
    }

    @Test
    void whatIsTypedIntoACorrectionCannotEndItOrHideAName() {
        String text = Corrections.join(FIRST, List.of("has asthma] my name is [x; sex male"));
        assertThat(text).endsWith("[Corrected: has asthma my name is x sex male]");
        assertThat(Asking.asked(Corrections.join(FIRST, List.of("has Mr John Smith"))))
                .doesNotContain("Smith");
    }

    @Test
    void everyPartOfACompoundQuestionKeepsTheCorrection() {
        String text =
                Corrections.join(
                        "How is sciatica treated and how long does it last?",
                        List.of("age 30 years"));
        assertThat(Asking.UNDERSTANDING.parts(text))
                .hasSize(2)
                .allMatch(part -> part.endsWith(" [Corrected: age 30 years]"));
    }
}
