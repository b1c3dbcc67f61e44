package oropos.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminologyTests {

    private static final Terminology TERMINOLOGY = Terminology.builtIn();

    private static String names(String text) {
        return TERMINOLOGY.read(text).mentions().stream()
                .map(m -> m.concept().name())
                .collect(Collectors.joining("; "));
    }

    @Test
    void readsTheFirstQuestion() {
        Concepts read =
                TERMINOLOGY.read(
                        "What is the best treatment for an 8-year-old patient with T12 and T11"
                                + " compression fractures and borderline osteoporosis?");
        assertThat(read.mentions())
                .extracting(m -> m.words() + "=" + m.concept().id() + " " + m.assertion())
                .containsExactly(
                        "T12=oropos:vertebra-T12 PRESENT",
                        "T11=oropos:vertebra-T11 PRESENT",
                        "compression fractures=oropos:vertebral-compression-fracture PRESENT",
                        "osteoporosis=mesh:D010024 POSSIBLE");
        assertThat(read.has("mesh:D010024")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    compression fracture of the T12 vertebra | Vertebral compression fracture; T12 vertebra
                    collapse of L2 | Vertebral compression fracture; L2 vertebra
                    vertebral fractures | Spinal Fractures
                    Two broken back bones | Spinal Fractures
                    compression fractures | Fractures, Compression
                    heart attacks | Myocardial Infarction
                    STROKE | Stroke
                    post-menopausal osteoporosis | Osteoporosis, Postmenopausal
                    Postmenopausal Osteoporosis | Osteoporosis, Postmenopausal
                    Osteoporosis, Postmenopausal | Osteoporosis, Postmenopausal
                    anaemia and anemia | Anemia; Anemia
                    oestrogens | Estrogens
                    tumours | Neoplasms
                    oesophagitis | Esophagitis
                    diarrhoea | Diarrhea
                    coeliac disease | Celiac Disease
                    metastases | Neoplasm Metastasis
                    Crohn’s disease | Crohn Disease
                    treated for Gaucher's | Gaucher Disease
                    Ehlers-Danlos | Ehlers-Danlos Syndrome
                    Brock's syndrome | Middle Lobe Syndrome
                    Townes-Brocks syndrome | none
                    Sjögren's syndrome | Sjogren's Syndrome
                    type 2 diabetes | Diabetes Mellitus, Type 2
                    vitamin B12 deficiency | Vitamin B 12 Deficiency
                    beta-blockers and β-blockers | Adrenergic beta-Antagonists; Adrenergic beta-Antagonists
                    Fosamax | Alendronate
                    ALENDRONATE SODIUM | Alendronate
                    bisphosphonates | Diphosphonates
                    Z-score | Z-score
                    DXA | Absorptiometry, Photon
                    osteopenia | Osteopenia
                    AIDS | Acquired Immunodeficiency Syndrome
                    T2-weighted, stage T2 | none
                    hearing aids | Hearing Aids
                    a walking aid aids him | none
                    fever, pain | Fever; Pain
                    fever. Pain | Fever; Pain
                    lead the role in time for other patients | none
                    safety of the treatment | none
                    today | none
                    TODAY sponge | Nonoxynol
                    alendronat | none
                    """)
    void reads(String text, String expected) {
        assertThat(names(text)).isEqualTo(expected.equals("none") ? "" : expected);
    }

    @Test
    void takesAnAbbreviationFromItsOwnTextOnly() {
        assertThat(names("ALL children")).isEqualTo("Child");
        Concepts read =
                TERMINOLOGY.read(
                        "Acute lymphoblastic leukaemia (ALL) is treated. In ALL, fracture is common.");
        assertThat(read.mentions())
                .extracting(Mention::words)
                .containsExactly("Acute lymphoblastic leukaemia", "ALL", "ALL", "fracture");
        assertThat(read.mentions().get(2).concept())
                .isEqualTo(read.mentions().getFirst().concept());
        assertThat(names("MS 10 mg")).isEmpty();
    }

    @Test
    void knowsWhatIsNarrower() {
        Concept fracture = TERMINOLOGY.concept("mesh:D016103").orElseThrow();
        Concept ours = TERMINOLOGY.concept("oropos:vertebral-compression-fracture").orElseThrow();
        assertThat(ours.isA(fracture)).isTrue();
        assertThat(fracture.isA(ours)).isFalse();
        assertThat(
                        TERMINOLOGY
                                .concept("mesh:D019386")
                                .orElseThrow()
                                .isA(TERMINOLOGY.concept("mesh:D004164").orElseThrow()))
                .isTrue();
        assertThat(TERMINOLOGY.concept("mesh:D000000")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    alendronate,DRUG
                    bisphosphonates,DRUG
                    glucocorticoids,DRUG
                    prednisolone,DRUG
                    pamidronate,DRUG
                    denosumab,DRUG
                    calcitonin,DRUG
                    antibiotics,DRUG
                    measles vaccine,DRUG
                    leukaemia,PROBLEM
                    back pain,PROBLEM
                    depression,PROBLEM
                    vertebroplasty,PROCEDURE
                    braces,PROCEDURE
                    bone marrow examination,TEST
                    magnetic resonance imaging,TEST
                    spine,ANATOMY
                    kidney,ANATOMY
                    staphylococcus aureus,ORGANISM
                    influenza a virus,ORGANISM
                    candida albicans,ORGANISM
                    pregnant women,GROUP
                    bone density,OTHER
                    """)
    void tellsTheKind(String words, Concept.Kind kind) {
        assertThat(TERMINOLOGY.read(words).mentions())
                .singleElement()
                .satisfies(m -> assertThat(m.concept().kind()).isEqualTo(kind));
    }

    @Test
    void synonymsNameTheSameThingOnly() {
        Concept osteoporosis = TERMINOLOGY.concept("mesh:D010024").orElseThrow();
        assertThat(osteoporosis.synonyms()).noneMatch(s -> s.toLowerCase().contains("senile"));
        assertThat(names("senile osteoporosis")).isEqualTo("Osteoporosis");
        assertThat(TERMINOLOGY.concept("mesh:D019386").orElseThrow().synonyms())
                .contains("Fosamax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"insulin", "blood sugar", "sugar", "glucose"})
    void doesNotTakeInsulinForBloodSugar(String words) {
        boolean insulin = names(words).contains("Insulin");
        assertThat(insulin).isEqualTo(words.equals("insulin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\u0000", "😀", "\ud800", "()", "?", "'s"})
    void readsNothingFromNothing(String text) {
        assertThat(TERMINOLOGY.read(text).mentions()).isEmpty();
    }
}
