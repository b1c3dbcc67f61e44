package oropos.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssertionsTests {

    private static final Terminology TERMINOLOGY = Terminology.builtIn();

    private static String said(String text) {
        return TERMINOLOGY.read(text).mentions().stream()
                .filter(m ->
                        m.concept().kind() == Concept.Kind.PROBLEM
                                || m.concept().kind() == Concept.Kind.DRUG)
                .map(m -> m.words() + "=" + m.assertion())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    back pain | back pain=PRESENT
                    no fever | fever=NEGATED
                    No fever, cough or rash | fever=NEGATED, cough=NEGATED, rash=NEGATED
                    no fever but back pain | fever=NEGATED, back pain=PRESENT
                    no fever; back pain | fever=NEGATED, back pain=PRESENT
                    no fever. Back pain | fever=NEGATED, Back pain=PRESENT
                    no fever, however back pain | fever=NEGATED, back pain=PRESENT
                    denies headache | headache=NEGATED
                    She denies fever and reports back pain | fever=NEGATED, back pain=PRESENT
                    without fever | fever=NEGATED
                    leukaemia was ruled out | leukaemia=NEGATED
                    not taking prednisolone | prednisolone=NEGATED
                    does not have diabetes | diabetes=NEGATED
                    doesn’t have asthma | asthma=NEGATED
                    no evidence of malignancy | malignancy=NEGATED
                    negative for malaria | malaria=NEGATED
                    no history of cancer | cancer=NEGATED
                    no family history of cancer | cancer=NEGATED
                    not only pain but fever | pain=PRESENT, fever=PRESENT
                    no change in pain | pain=PRESENT
                    braces with or without pain | pain=PRESENT
                    borderline osteoporosis | osteoporosis=POSSIBLE
                    suspected leukaemia | leukaemia=POSSIBLE
                    possible osteomyelitis | osteomyelitis=POSSIBLE
                    ?leukaemia | leukaemia=POSSIBLE
                    fever, ? leukaemia | fever=PRESENT, leukaemia=POSSIBLE
                    rule out leukaemia | leukaemia=POSSIBLE
                    leukaemia cannot be excluded | leukaemia=POSSIBLE
                    is it cancer? | cancer=POSSIBLE
                    to prevent stroke | stroke=POSSIBLE
                    risk of stroke | stroke=POSSIBLE
                    screened for osteoporosis | osteoporosis=POSSIBLE
                    history of leukaemia | leukaemia=PAST
                    previous asthma | asthma=PAST
                    asthma two years ago | asthma=PAST
                    3-week history of back pain | back pain=PRESENT
                    s/p pneumonia | pneumonia=PAST
                    leukaemia in remission | leukaemia=PAST
                    mother has osteoporosis | osteoporosis=FAMILY
                    her father had osteogenesis imperfecta | osteogenesis imperfecta=FAMILY
                    family history of osteoporosis | osteoporosis=FAMILY
                    family history of osteoporosis; asthma | osteoporosis=FAMILY, asthma=PRESENT
                    My mother has osteoporosis. What should she take? | osteoporosis=PRESENT
                    My mother has osteoporosis. Should I be tested? | osteoporosis=FAMILY
                    asthma is unlikely | asthma=NEGATED
                    pneumonia was excluded but fever persists | pneumonia=NEGATED, fever=PRESENT
                    previous alendronate, now fracture | alendronate=PAST, fracture=PRESENT
                    For the past several days she had back pain | back pain=PRESENT
                    back pain over the past 3 weeks | back pain=PRESENT
                    hepatitis (no response) and varices with fever | hepatitis=PRESENT, varices=PRESENT, fever=PRESENT
                    no recurrent cystitis prior to her pneumonia | cystitis=NEGATED, pneumonia=PRESENT
                    no association between obesity and asthma | obesity=PRESENT, asthma=PRESENT
                    alendronate does not reduce pain | alendronate=PRESENT, pain=PRESENT
                    never had asthma | asthma=NEGATED
                    fever (not pneumonia) | fever=PRESENT, pneumonia=NEGATED
                    borderline personality disorder | borderline personality disorder=PRESENT
                    """)
    void says(String text, String expected) {
        assertThat(said(text)).isEqualTo(expected);
    }

    /// What a comma parts is not always one list.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    No chest pain, possible pneumonia, mother had breast cancer | chest pain=NEGATED, pneumonia=POSSIBLE, breast cancer=FAMILY
                    no history of asthma, suspected pulmonary embolism, brother has epilepsy | asthma=NEGATED, pulmonary embolism=POSSIBLE, epilepsy=FAMILY
                    No fever, no cough, known asthma, father with diabetes | fever=NEGATED, cough=NEGATED, asthma=PRESENT, diabetes=FAMILY
                    without fever, history of leukaemia | fever=NEGATED, leukaemia=PAST
                    no fever, takes prednisolone for asthma | fever=NEGATED, prednisolone=PRESENT, asthma=PRESENT
                    no fever, has asthma | fever=NEGATED, asthma=PRESENT
                    she does not have diabetes, she has gout | diabetes=NEGATED, gout=PRESENT
                    no fever, I take prednisolone | fever=NEGATED, prednisolone=PRESENT
                    no fever, and osteoporosis | fever=NEGATED, osteoporosis=PRESENT
                    no fever, cough, and rash | fever=NEGATED, cough=NEGATED, rash=NEGATED
                    denies fever, and rash | fever=NEGATED, rash=NEGATED
                    No fever, with headache | fever=NEGATED, headache=PRESENT
                    Not pregnant, hypertension for five years | hypertension=PRESENT
                    previous leukaemia, possible pneumonia | leukaemia=PAST, pneumonia=POSSIBLE
                    mother had osteoporosis, suspected fracture | osteoporosis=FAMILY, fracture=POSSIBLE
                    mother has osteoporosis, takes alendronate for asthma | osteoporosis=FAMILY, alendronate=PRESENT, asthma=PRESENT
                    no fever, cough, headache | fever=NEGATED, cough=NEGATED, headache=NEGATED
                    no fever, cough, headache or rash | fever=NEGATED, cough=NEGATED, headache=NEGATED, rash=NEGATED
                    No fever, headache, or family history of leukaemia | fever=NEGATED, headache=NEGATED, leukaemia=NEGATED
                    no fever, previous fracture, or headache | fever=NEGATED, fracture=NEGATED, headache=NEGATED
                    denies fever, history of asthma, family history of leukaemia | fever=NEGATED, asthma=NEGATED, leukaemia=NEGATED
                    denies fever, mother had leukaemia | fever=NEGATED, leukaemia=FAMILY
                    not feverish or in pain | pain=NEGATED
                    breast cancer, HER2 negative | breast cancer=PRESENT
                    asthma, troponin negative | asthma=PRESENT
                    fever negative | fever=NEGATED
                    no meds, hypertension | hypertension=PRESENT
                    no meds, fever or rash | fever=NEGATED, rash=NEGATED
                    """)
    void endsWhereACommaBeginsAnotherThing(String text, String expected) {
        assertThat(said(text)).isEqualTo(expected);
    }

    @Test
    void reachesNoFurtherThanItsWords() {
        String far = "no fever " + "and also other things ".repeat(10) + "back pain";
        assertThat(said(far)).isEqualTo("fever=NEGATED, back pain=PRESENT");
    }

    @Test
    void closesAtAnEmptyLine() {
        assertThat(said("No fever\n\nBack pain"))
                .isEqualTo("Fever=NEGATED, Back pain=PRESENT".replace("Fever", "fever"));
    }
}
