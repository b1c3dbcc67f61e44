package oropos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;
import oropos.library.Claim;
import oropos.library.Version;
import oropos.verification.SmallRecord.Book;
import oropos.verification.StatementCheck.Finding;

class MarkCheckTests {

    private static final String WORDS = "It is to be considered.";

    private static final Claim CLAIM =
            SmallRecord.claim(Claim.Kind.RECOMMENDATION, "consider", Claim.Direction.FAVOURS);

    private final SmallRecord record = new SmallRecord();
    private final Version one = record.add(new Book("pmid:1").block(WORDS, CLAIM));
    private final Version two = record.add(new Book("pmid:2").block(WORDS, CLAIM));

    private static List<String> codes(MarkCheck check, Version version, int mark) {
        return check.of(SmallRecord.citation(version, mark, WORDS)).stream()
                .map(Finding::code)
                .toList();
    }

    @Test
    @DisplayName("P2 a mark leads to the one work that is cited")
    void leadsToOneWork() {
        MarkCheck check =
                new MarkCheck(
                        List.of(SmallRecord.reference(one, 1), SmallRecord.reference(two, 2)));
        assertThat(codes(check, one, 1)).isEmpty();
        assertThat(codes(check, two, 2)).isEmpty();
        assertThat(codes(check, one, 2)).containsExactly("danglingMark");
        assertThat(codes(check, one, 3)).containsExactly("danglingMark");
        assertThat(codes(check, one, 0)).containsExactly("danglingMark");
        assertThat(codes(new MarkCheck(List.of()), one, 1)).containsExactly("danglingMark");
    }

    @Test
    void oneMarkForTwoWorksHoldsForNeither() {
        List<Answer.Reference> references =
                List.of(SmallRecord.reference(one, 1), SmallRecord.reference(two, 1));
        assertThat(codes(new MarkCheck(references), one, 1)).containsExactly("ambiguousMark");
        assertThat(codes(new MarkCheck(references), two, 1)).containsExactly("ambiguousMark");
    }

    @Test
    void twoMarksForOneWorkHoldForNeither() {
        List<Answer.Reference> references =
                List.of(
                        SmallRecord.reference(one, 1),
                        SmallRecord.reference(one, 2),
                        SmallRecord.reference(two, 3));
        assertThat(codes(new MarkCheck(references), one, 1)).containsExactly("ambiguousMark");
        assertThat(codes(new MarkCheck(references), one, 2)).containsExactly("ambiguousMark");
        assertThat(codes(new MarkCheck(references), two, 3)).isEmpty();
    }
}
