package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EverydayIllnessesTests {

    @Test
    void areUnderstoodByTheNamesPeopleUse() throws Exception {
        List<String> unheard = new ArrayList<>();
        for (List<String> row : Labelled.rows("everyday-illnesses.tsv")) {
            String question = "How long does " + row.getFirst() + " last?";
            if (Asking.understood(question) instanceof Understood.Refused
                    || Asking.question(question).problems().isEmpty()) {
                unheard.add(row.getFirst());
            }
        }
        assertThat(unheard).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Can Ms Jones with a sore throat have paracetamol?",
                "Do hearing aids help at 80?",
                "Is a bipolar hip prosthesis better for an 82-year-old?",
                "Does this dose of ibuprofen fit a child of 20 kg?"
            })
    void aWordThatOnlyLooksLikeOneIsNone(String question) {
        assertThat(Asking.question(question).problems())
                .noneMatch(one ->
                        List.of(
                                        "Multiple Sclerosis",
                                        "Acquired Immunodeficiency Syndrome",
                                        "Bipolar Disorder",
                                        "Seizures")
                                .contains(one.name()));
    }
}
