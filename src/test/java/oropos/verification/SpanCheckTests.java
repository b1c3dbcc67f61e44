package oropos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.library.Claim;
import oropos.library.Version;
import oropos.verification.SmallRecord.Book;
import oropos.verification.StatementCheck.Finding;

class SpanCheckTests {

    private static final String BLOCK =
            "In children with low bone density, zoledronic acid is not recommended (grade D).";
    private static final String LEAD = "zoledronic acid is not recommended (grade D)";
    private static final String RUNNING =
            "Fractures were fewer (0/18 vs. 2/16). This may not hold in adults. Care is needed.";

    private final SmallRecord record = new SmallRecord();
    private final Version version =
            record.add(
                    new Book("pmid:1")
                            .title("Bones of children.")
                            .block(
                                    BLOCK,
                                    SmallRecord.claim(
                                            Claim.Kind.RECOMMENDATION,
                                            "D",
                                            Claim.Direction.AGAINST,
                                            LEAD))
                            .running(RUNNING));

    private List<String> codes(Answer.Citation citation) {
        return new SpanCheck(record.open()).of(citation).stream().map(Finding::code).toList();
    }

    private Answer.Citation cited(String words) {
        return SmallRecord.citation(version, 1, words);
    }

    private static Answer.Citation with(
            Answer.Citation one, String source, String version, int start, int end, String quote) {
        return new Answer.Citation(
                one.mark(),
                one.work(),
                source,
                version,
                start,
                end,
                quote,
                AnswerJson.sha256(quote),
                one.textKind(),
                one.label(),
                one.fit());
    }

    @Test
    @DisplayName("P1 a whole block, its lead, and whole sentences hold")
    void wholeUnitsHold() {
        assertThat(codes(cited(BLOCK))).isEmpty();
        assertThat(codes(cited(LEAD))).isEmpty();
        assertThat(codes(cited(RUNNING))).isEmpty();
        assertThat(codes(cited("This may not hold in adults."))).isEmpty();
        assertThat(codes(cited("This may not hold in adults. Care is needed."))).isEmpty();
    }

    @Test
    @DisplayName("P1 a quote cut before its grade, its hedge or its not is exact and does not hold")
    void cutQuotesDoNotHold() {
        assertThat(codes(cited(BLOCK.substring(0, BLOCK.indexOf(" (grade"))))).contains("cut");
        assertThat(codes(cited("zoledronic acid is not recommended"))).contains("cut");
        assertThat(codes(cited("hold in adults."))).contains("cut");
        assertThat(codes(cited("Fractures were fewer (0/18 vs."))).contains("cut");
        assertThat(codes(cited("2/16). This may not hold in adults."))).contains("cut");
    }

    @Test
    @DisplayName("P1 a title asserts nothing, and no quote runs over two passages")
    void titlesAndSeamsDoNotHold() {
        assertThat(codes(cited("Bones of children."))).contains("title");
        assertThat(codes(cited("(grade D).\n\nFractures were fewer (0/18 vs. 2/16).")))
                .contains("cut");
    }

    @Test
    @DisplayName("P1 another word, another place, another hash, another version or source is found")
    void everyLetterAndPlaceCounts() {
        Answer.Citation right = cited(BLOCK);
        assertThat(
                        codes(
                                with(
                                        right,
                                        right.source(),
                                        right.version(),
                                        right.start(),
                                        right.end(),
                                        BLOCK.replace("not ", ""))))
                .contains("quoteDiffers");
        assertThat(
                        codes(
                                with(
                                        right,
                                        right.source(),
                                        right.version(),
                                        right.start() + 1,
                                        right.end() + 1,
                                        BLOCK)))
                .contains("quoteDiffers");
        assertThat(codes(with(right, right.source(), right.version(), -1, 4, BLOCK)))
                .containsExactly("noSuchPlace");
        assertThat(codes(with(right, right.source(), right.version(), 5, 5, BLOCK)))
                .containsExactly("noSuchPlace");
        assertThat(codes(with(right, right.source(), right.version(), 0, 1_000_000, BLOCK)))
                .containsExactly("noSuchPlace");
        assertThat(codes(with(right, "pmid:2", right.version(), right.start(), right.end(), BLOCK)))
                .containsExactly("unknownVersion");
        assertThat(codes(with(right, "no id at all", "x", 0, 1, BLOCK)))
                .containsExactly("unknownVersion");
        Answer.Citation otherHash =
                new Answer.Citation(
                        1,
                        right.work(),
                        right.source(),
                        right.version(),
                        right.start(),
                        right.end(),
                        BLOCK,
                        AnswerJson.sha256("x"),
                        right.textKind(),
                        right.label(),
                        right.fit());
        assertThat(codes(otherHash)).containsExactly("hashDiffers");
    }
}
