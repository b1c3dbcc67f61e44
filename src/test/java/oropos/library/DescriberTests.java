package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import oropos.terminology.Sex;

class DescriberTests {

    @Test
    void starsAndQualifiersDoNotHideADescriptor() {
        Record record =
                Record.of(SourceId.pmid("1"), "pubmed", "A made-up study", TextKind.ABSTRACT)
                        .types(List.of("Journal Article"))
                        .mesh(List.of("Humans", "*Female", "*Adolescent/psychology"))
                        .build();
        Population population = Describer.builtIn().describe(record).population();
        assertThat(population.sex()).isEqualTo(Sex.FEMALE);
        assertThat(population.ageGroups()).containsExactly("D000293");
        assertThat(Describer.descriptors(List.of("*Osteoporosis", "Fractures/*etiology")))
                .containsExactly("Osteoporosis", "Fractures");
    }
}
