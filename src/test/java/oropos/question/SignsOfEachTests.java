package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A sign is heard whomever of several people the question is taken to be for (decision 111).
class SignsOfEachTests {

    private static final Map<String, String> ILL_INFANTS =
            Map.of(
                    "My 3 week old has a fever of 39", "newborn-fever,newborn-ill",
                    "my newborn feels hot and is grunting", "newborn-fever,newborn-ill",
                    "our 5 week old baby has a temperature of 38.7", "newborn-fever,newborn-ill",
                    "my 6 week old grandson vomits green", "infant-green-vomit",
                    "our 2 month old is not feeding and floppy", "newborn-ill,infant-floppy",
                    "my 3-week-old niece is jaundiced and sleepy", "jaundice-ill");

    private static final List<String> OTHERS =
            List.of(
                    "I am 8 weeks pregnant",
                    "I'm pregnant with twins",
                    "I'm breastfeeding",
                    "I have chickenpox",
                    "my wife is 20 weeks pregnant",
                    "my partner is pregnant again",
                    "I'm expecting again",
                    "my husband has flu");

    private static final List<String> ENDS =
            List.of(
                    "What should we do?",
                    "Is it contagious?",
                    "how much calpol?",
                    "Is it safe for the baby?",
                    "Should I worry?",
                    "");

    @Test
    void anIllInfantIsHeardBesideWhoeverIsPregnantOrIll() {
        List<String> silent = new ArrayList<>();
        ILL_INFANTS.forEach((ill, sign) -> {
            for (String other : OTHERS) {
                for (String end : ENDS) {
                    for (String text :
                            List.of(
                                    ill + " and " + other + ". " + end,
                                    other + ". " + ill + ". " + end)) {
                        if (Asking.signs(text).stream()
                                .noneMatch(List.of(sign.split(","))::contains)) {
                            silent.add(text);
                        }
                    }
                }
            }
        });
        assertThat(silent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I am 30 weeks pregnant with a terrible headache and see flashing lights. My son, 4, has a cold. What can he take? | eclampsia",
                "My son, 4, has a cold, what can he take? I am 30 weeks pregnant and see flashing lights with a terrible headache | eclampsia",
                "My toddler has a runny nose. My mother has pneumonia at home and her lips are bluish | airway",
                "Our 2 month old is not feeding and floppy. What should we do? | infant-floppy",
                "baby 5 months floppy and off his milk | infant-floppy"
            })
    void aSignIsHeardBesideAnothersHarmlessComplaint(String text, String rule) {
        assertThat(Asking.signs(text)).contains(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "For my finals: child with fever, neck stiffness and purpura, best first antibiotic?",
                "8 month old is not floppy, feeding well, has a cold",
                "im pregnant and my 7 year old daughter has nits, which lotion?",
                "Fever 38.2 in the mother of a 3-week-old who is well: can she breastfeed?"
            })
    void whatIsOfNobodyStaysSilent(String text) {
        assertThat(Asking.signs(text)).isEmpty();
    }
}
