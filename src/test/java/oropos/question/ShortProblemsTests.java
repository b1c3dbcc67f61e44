package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.terminology.Concept;
import oropos.terminology.Mention;
import oropos.terminology.Terminology;

class ShortProblemsTests {

    private static final ShortProblems SHIPPED =
            new ShortProblems(RuleFile.Table.read(ShortProblems.FILE), Terminology.builtIn());

    @Test
    void everyFormStandsForAnIllnessTheVocabularyHas() {
        SHIPPED.forms()
                .forEach((form, meaning) ->
                        assertThat(Terminology.builtIn().read(meaning).mentions())
                                .describedAs(form)
                                .anyMatch(one -> one.concept().kind() == Concept.Kind.PROBLEM));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AF on apixaban | Atrial Fibrillation | PRESENT",
                "no AF, no HTN | Atrial Fibrillation | NEGATED",
                "FH of IHD, 40M | Myocardial Ischemia | FAMILY",
                "PE two years ago, now well | Pulmonary Embolism | PAST",
                "recurrent UTIs since May | Urinary Tract Infections | PRESENT"
            })
    void whatIsSaidOfAFormIsReadAsEver(String text, String name, Mention.Assertion assertion) {
        List<Mention> mentions = SHIPPED.read(text).mentions();
        assertThat(mentions)
                .filteredOn(one -> one.concept().name().equals(name))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.assertion()).isEqualTo(assertion);
                    assertThat(one.span().of(text)).isEqualTo(one.words());
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PE teacher with a sore knee",
                "RA sats 96% and cough",
                "MS contin or oxycodone?",
                "GAD antibodies positive, insulin?",
                "MS SMITH HAS A COUGH AND A FEVER SINCE MONDAY, CAP TAKEN OFF"
            })
    void aFormThatMayStandForSomethingElseIsReadAsNothing(String text) {
        assertThat(SHIPPED.read(text).mentions())
                .extracting(Mention::words)
                .doesNotContain("PE", "RA", "MS", "GAD", "CAP");
    }
}
