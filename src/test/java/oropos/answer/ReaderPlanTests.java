package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a statement stands for patients: "go now if" holds what to do, "what nobody knows yet" what is not
/// known.
class ReaderPlanTests {

    private static Answer.Statement statement(String text) {
        return new Answer.Statement(
                "s1",
                "span",
                text,
                List.of(),
                null,
                new Answer.CertaintyView("low", true, List.of()),
                List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The evidence is insufficient to assess screening. | true",
                "The cause of sarcoidosis is not known. | true",
                "Long-term harms remain unclear. | true",
                "Treatment for kidney stones usually depends on their size. | false",
                "Known carriers are tested. | false",
                "The cause is a gene that is well known. | false",
                "Few studies found no difference in pain. | false"
            })
    void onlyWhatIsNotKnownStandsUnderWhatNobodyKnows(String text, boolean doubt) {
        assertThat(ReaderPlan.isDoubt(statement(text))).isEqualTo(doubt);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Loss of bladder control calls for urgent referral. | true",
                "Such a child is admitted the same day. | true",
                "The fracture was the presenting sign of a disease in 32%. | false",
                "Back pain was recalled by half of them. | false"
            })
    void howOftenASignMeansHarmIsNoReasonToGoBy(String text, boolean acts) {
        assertThat(ReaderPlan.acts(statement(text))).isEqualTo(acts);
    }
}
