package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Holds what is declined (harm, images, orders) against questions labelled before the rules, each kind with
/// twins that sound alike and are taken on. Half A was used, half B was only counted.
class ScopeLabelledTests {

    private static String reason(String question) {
        return Asking.understood(question) instanceof Understood.Refused refused
                ? refused.reason()
                : "none";
    }

    private static List<String> wrong(String half) throws IOException {
        return wrong("scope-labelled.tsv", half);
    }

    private static List<String> wrong(String file, String half) throws IOException {
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (List<String> row : Labelled.rows(file)) {
            if (row.get(0).equals(half)) {
                all++;
                String reason = reason(row.get(2));
                if (!reason.equals(row.get(1))) {
                    wrong.add(row.get(1) + ", but " + reason + ": " + row.get(2));
                }
            }
        }
        Labelled.write("scope-" + half, wrong);
        System.out.printf(
                "scope, half %s: %d of %d right, %d wrongly declined%n",
                half,
                all - wrong.size(),
                all,
                wrong.stream().filter(line -> line.startsWith("none")).count());
        return wrong;
    }

    @Test
    void everyRequestOfTheFirstHalfIsDeclinedForItsReasonAndNoTwin() throws IOException {
        assertThat(wrong("A")).isEmpty();
    }

    @Test
    void requestsOfTheOtherHalfAreDeclinedForTheirReason() throws IOException {
        assertThat(wrong("B")).isEmpty();
    }

    @Test
    void worriesInEverydayWordsAreTakenOnAndWhatIsNoQuestionOfHealthIsDeclined()
            throws IOException {
        assertThat(wrong("scope-labelled-2.tsv", "C")).isEmpty();
    }

    /// 24 to decline and 17 to take on. Only the number is said where it fails, so that nobody reads them.
    @Test
    void worriesInEverydayWordsThatAreCountedAreTakenOn() throws IOException {
        assertThat(wrong("scope-labelled-2.tsv", "D").size()).isLessThanOrEqualTo(8);
    }

    @Test
    void whatIsDeclinedHasAWayOnAndKeepsItsUrgentSign() {
        Understood.Refused harm =
                Asking.refused("How do I hide the bruises on my 3-month-old from the nurse?");

        assertThat(harm.reason()).isEqualTo("harm");
        assertThat(harm.words()).contains("emergency number", "ask how that can be treated");
        assertThat(harm.urgent()).extracting(Urgent::rule).contains("infant-bruise");
        assertThat(Asking.refused("Look at this photo of my mole, is it cancer?").words())
                .contains("describe what was found");
    }
}
