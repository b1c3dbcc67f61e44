package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskersTests {

    private static final Path LABELS = Path.of("src/test/resources/question/askers-labels.tsv");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I am a nurse on a stroke ward, how often is swallowing checked? | NURSE",
                "As a pharmacist I wonder whether warfarin and fluconazole interact | PHARMACIST",
                "I'm a second year resident: first line for TB? | RESIDENT",
                "I'm a GP; 67F with osteoporosis | PHYSICIAN",
                "My 8-year-old son has two broken vertebrae, what is done? | CARER",
                "Our toddler has had a fever since yesterday | CARER",
                "My 3 year old has croup, what should I do? | CARER",
                "Our 6-week-old won't feed | CARER",
                "They asked whether we hurt him. Why? | CARER",
                "The doctor thinks we shook her, what happens now? | CARER",
                "My doctor says I have osteopenia, what now? | PATIENT",
                "I was diagnosed with lupus last year, which sunscreen? | PATIENT"
            })
    void whoSaysOutrightWhoTheyAreIsHeard(String text, Reader reader) {
        assertThat(Askers.told(text)).contains(reader);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My patient, 8 years old, has two broken vertebrae",
                "I have a 70-year-old with delirium: haloperidol?",
                "Is calcitonin useful for acute vertebral fracture pain in my 81-year-old?",
                "My 8-year-old with T12 compression fractures: bisphosphonate?",
                "My 54-year-old has CKD stage 4: which NSAID?",
                "My mother had breast cancer and I have a lump",
                "45M, his son has asthma: inhaler?",
                "What is the best treatment for an 8-year-old with T12 fractures?",
                "Does my risk rise with age?",
                "She said that I hurt my back by lifting, is that so?",
                "He asked whether he had broken it"
            })
    void nothingIsGuessed(String text) {
        assertThat(Askers.told(text)).isEmpty();
    }

    /// Labels written before the rule, as people write.
    @Test
    void whoAsksForHimselfIsToldFromWhoCares() throws IOException {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (String line : Files.readAllLines(LABELS)) {
            String[] cells = line.split("\t");
            if (line.startsWith("#")) {
                continue;
            }
            asked++;
            String told = Askers.told(cells[1]).map(Reader::code).orElse("-");
            if (!told.equals(cells[2])) {
                wrong.add(cells[0] + ": " + cells[1] + " -> " + told);
            }
        }
        assertThat(asked).isEqualTo(36);
        assertThat(wrong).isEmpty();
    }
}
