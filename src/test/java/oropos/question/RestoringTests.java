package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import oropos.terminology.Span;
import oropos.terminology.Terminology;

class RestoringTests {

    private static final Understanding UNDERSTANDING = new Understanding(Terminology.builtIn());

    private static final String TEXT =
            "My patient Zubrow Quillfeather, 67, seen at Kestrelgate Children's Hospital, has osteoporosis: alendronate?";

    private static Asked restoring(String... words) {
        return new Asked(TEXT, Reader.PHYSICIAN, Set.of(words));
    }

    private static ClinicalQuestion read(Asked asked) {
        return switch (UNDERSTANDING.of(asked)) {
            case Understood.Clear(ClinicalQuestion question) -> question;
            case Understood.NeedsDetail(ClinicalQuestion question, var _) -> question;
            case Understood.Refused refused -> throw new AssertionError(refused.words());
        };
    }

    @Test
    void whatIsTakenOutIsToldWithItsWordsAndItsPlace() {
        TakenOut taken = UNDERSTANDING.taken(restoring());
        assertThat(taken.stretches()).isNotEmpty();
        assertThat(taken.kept())
                .isEqualTo(read(restoring()).asked())
                .doesNotContain("Quillfeather");
        assertThat(taken.whole()).isEqualTo(TEXT);
        for (TakenOut.Stretch one : taken.stretches()) {
            assertThat(one.place().of(taken.kept())).startsWith("[").endsWith("]");
        }
    }

    @Test
    void aRestoredWordIsSearchedForAndKeptNowhere() {
        ClinicalQuestion before = read(restoring());
        ClinicalQuestion after = read(restoring("Zubrow Quillfeather"));
        assertThat(before.focus()).doesNotContain("quillfeather");
        assertThat(after.focus()).contains("quillfeather");
        assertThat(after.words()).contains("Zubrow Quillfeather").doesNotContain("Kestrelgate");
        assertThat(after.asked()).isEqualTo(before.asked());
        assertThat(after.title()).isEqualTo(before.title());
        assertThat(after.unknownWords()).isEqualTo(before.unknownWords());
        assertThat(after.removed())
                .anySatisfy(one -> assertThat(one.restored()).isTrue())
                .hasSameSizeAs(before.removed());
    }

    @Test
    void wordsThatWereNotTakenOutRestoreNothing() {
        assertThat(read(restoring("osteoporosis", "Nobody"))).isEqualTo(read(restoring()));
    }

    @Test
    void aFindingReadFromARestoredWordGoesByItsNameInTheVocabulary() {
        String text = "Does Mr. Colitis Smith, 67, need aspirin?";
        Asked asked = new Asked(text, Reader.PHYSICIAN, Set.of("Colitis Smith"));
        assertThat(read(new Asked(text, Reader.PHYSICIAN)).problems()).isEmpty();
        assertThat(read(asked).problems())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.words()).isEqualTo(one.name()));
    }

    @Test
    void oneRestoredWordCanBeTakenOutAgain() {
        TakenOut taken = UNDERSTANDING.taken(restoring());
        TakenOut restored = taken.with(0, true);
        assertThat(restored.restored()).containsExactly(taken.stretches().getFirst().words());
        assertThat(restored.with(0, false)).isEqualTo(taken);
        assertThat(
                        UNDERSTANDING.taken(
                                new Asked(taken.whole(), Reader.PHYSICIAN, restored.restored())))
                .isEqualTo(restored);
    }

    @Test
    void aQuestionIsPutTogetherOnlyFromWhatWasTakenOutOfIt() {
        TakenOut.Stretch far = new TakenOut.Stretch(new Span(90, 96), "name", "X", false);
        assertThatThrownBy(() -> new TakenOut("short", List.of(far)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreWordsThanAQuestionHoldsAreRefused() {
        Set<String> many =
                IntStream.range(0, 41).mapToObj(i -> "word" + i).collect(Collectors.toSet());
        assertThatThrownBy(() -> new Asked(TEXT, Reader.PHYSICIAN, many))
                .hasMessageContaining("41");
    }
}
