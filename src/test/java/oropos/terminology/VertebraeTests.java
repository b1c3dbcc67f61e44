package oropos.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VertebraeTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    T12 fracture; T12
                    T-12 fracture; T12
                    T 12 fracture; T12
                    Th12 fracture; T12
                    T₁₂ fracture; T12
                    t12 and t11 compression fractures; T11 T12
                    T12 and T11 compression fractures; T11 T12
                    T11 & T12; T11 T12
                    T11-T12; T11 T12
                    T11–T12 collapse; T11 T12
                    T11/T12; T11 T12
                    T11/12 disc; T11 T12
                    T11-12; T11 T12
                    T10-L2 fusion; T10 T11 T12 L1 L2
                    fusion from T10 to L2; T10 T11 T12 L1 L2
                    fractures of T7, T9 and T11; T7 T9 T11
                    fractures of T7, T9, and L1; T7 T9 L1
                    compression of L1, 2 and 3; L1 L2 L3
                    L2; L2
                    L2 collapse + severe osteoporosis; L2
                    L4/5 disc herniation; L4 L5
                    L5-S1; L5 S1
                    L5/S1 radiculopathy; L5 S1
                    C5/6 disc; C5 C6
                    C5-C6 fusion; C5 C6
                    C1 fracture; C1
                    C7-T1 disc; C7 T1
                    D12 fracture; T12
                    boy of 11, D7-D11 vertebral collapse; T7 T8 T9 T10 T11
                    T3 vertebra; T3
                    T4 compression fracture; T4
                    fracture of T2; T2
                    S1 nerve root; S1
                    12th thoracic vertebra; T12
                    twelfth thoracic vertebra; T12
                    the 11th and 12th thoracic vertebrae; T11 T12
                    first lumbar vertebra; L1
                    2nd lumbar vertebral body; L2
                    thoracic vertebra 12; T12
                    thoracic vertebrae 11 and 12; T11 T12
                    vertebra T12; T12
                    cord injury at T6; T6
                    T12's fracture; T12
                    (T12); T12
                    """)
    void reads(String text, String levels) {
        assertThat(Vertebrae.levels(text)).isEqualTo(List.of(levels.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T-score -2.5",
                "a T score of 2",
                "T2 diabetes",
                "T2DM",
                "T1DM with fracture",
                "T2-weighted MRI",
                "T2 weighted image of the spine",
                "T1 signal",
                "free T4 and TSH",
                "T3 and T4 levels",
                "T3, T4 normal, back pain",
                "T2 tumour",
                "T1N0M0",
                "stage T3 disease",
                "pT2 carcinoma",
                "CD4 T cells",
                "C3 and C4 complement",
                "low C3",
                "C1 esterase inhibitor",
                "C5",
                "S1 and S2 heart sounds",
                "Table S1",
                "Figure S2",
                "vitamin D3 and fracture",
                "vitamin D2",
                "D3",
                "D2 receptor",
                "cycle 1 D1",
                "5-HT2",
                "HbA1c 7",
                "IL-2",
                "B12",
                "T13 fracture",
                "L6 fracture",
                "T0 fracture",
                "p = 0.05",
                "DL1",
                "T 12.5",
                "EFL1"
            })
    void isNoVertebra(String text) {
        assertThat(Vertebrae.levels(text)).isEmpty();
    }

    @Test
    void isAnatomyBelowTheVertebraeOfMesh() {
        Terminology terminology = Terminology.builtIn();
        Concept t12 = terminology.concept("oropos:vertebra-T12").orElseThrow();
        Concept thoracic = terminology.concept("mesh:D013904").orElseThrow();
        Concept lumbar = terminology.concept("mesh:D008159").orElseThrow();

        assertThat(t12.kind()).isEqualTo(Concept.Kind.ANATOMY);
        assertThat(t12.isA(thoracic)).isTrue();
        assertThat(t12.isA(lumbar)).isFalse();
        assertThat(Vertebrae.level(t12)).hasValue("T12");
        assertThat(Vertebrae.level(thoracic)).isEmpty();
    }

    @Test
    void pointsAtTheWordsOfEachLevelAndOfTheWholeWhereOneIsImplied() {
        Concepts read = Terminology.builtIn().read("Fracture of T₁₁ and collapse of L1-3.");
        assertThat(read.of(Concept.Kind.ANATOMY))
                .extracting(m -> m.concept().id().substring(16) + "=" + m.words())
                .containsExactly("T11=T₁₁", "L1=L1", "L2=L1-3", "L3=L1-3");
    }

    @Test
    void everyLevelHasAConcept() {
        assertThat(Vertebrae.all())
                .hasSize(29)
                .allMatch(level -> Terminology.builtIn().concept(Vertebrae.ID + level).isPresent());
    }
}
