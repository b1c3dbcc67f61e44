package oropos.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {

    @Test
    void areFoldedAndParted() {
        assertThat(Words.of("The Sjögren's T₁₂-fracture, 2.5 mg & 1,234 ﬁbres — ΒΗΤΑ β!"))
                .containsExactly(
                        "the",
                        "sjogren",
                        "t12",
                        "fracture",
                        "2.5",
                        "mg",
                        "1,234",
                        "fibres",
                        "betaetataualpha",
                        "beta");
        assertThat(Words.of("")).isEmpty();
        assertThat(Words.of("😀 ... \u0000")).isEmpty();
        assertThat(Words.of("שלום عليكم")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    anaemia,anemia
                    oestrogen,estrogen
                    paediatric,pediatric
                    tumours,tumor
                    fibres,fiber
                    randomised,randomized
                    immobilisation,immobilization
                    catheterise,catheterize
                    analyse,analyze
                    oedema,edema
                    haemorrhages,hemorrhage
                    leucocytes,leukocyte
                    sulphate,sulfate
                    vertebrae,vertebra
                    metastases,metastasis
                    diseases,disease
                    diagnoses,diagnosis
                    biopsies,biopsy
                    viruses,virus
                    abscesses,abscess
                    children,child
                    women,woman
                    bacteria,bacterium
                    fractures,fracture
                    centre,center
                    litres,liter
                    colour,color
                    dose,doses
                    bursae,bursa
                    programme,program
                    """)
    void meetInOneSpelling(String one, String other) {
        assertThat(Spelling.keys(one)).isEqualTo(Spelling.keys(other));
    }

    @ParameterizedTest
    @CsvSource({"hip,hips", "gas,ga", "virus,viru", "his,hi", "pain,pan", "loss,los", "iris,iri"})
    void stayApartWhereTheyDiffer(String one, String other) {
        boolean plural = other.equals(one + "s");
        assertThat(Spelling.keys(one).equals(Spelling.keys(other))).isEqualTo(plural);
    }

    @Test
    void partWhereLettersMeetDigits() {
        assertThat(Spelling.keys("il6")).isEqualTo(List.of("il", "6"));
        assertThat(Spelling.keys("t12")).isEqualTo(List.of("t", "12"));
        assertThat(Spelling.keys("fever")).isEqualTo(List.of("fever"));
    }
}
