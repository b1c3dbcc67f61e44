package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.terminology.Normal;
import oropos.terminology.Span;

class TypesetTests {

    private static final String SENTENCE =
            "Bone density rose in the treated children of this trial. ";

    private static Typeset set(Passage.Role role, String words) {
        return Typeset.of(Shelf.pubmed("1", "Title").part(role, List.of(), words).build());
    }

    @Test
    void aLongPartIsCutAtSentenceEndsAndNothingIsLost() {
        Typeset typeset = set(Passage.Role.BODY, SENTENCE.repeat(100));
        List<Passage> pieces = typeset.passages().subList(1, typeset.passages().size());
        assertThat(pieces).hasSizeGreaterThan(3);
        assertThat(pieces)
                .allSatisfy(piece -> {
                    assertThat(piece.text()).startsWith("Bone").endsWith("trial.");
                    assertThat(piece.span().length())
                            .isBetween(Typeset.SHORTEST_REST, Typeset.LONGEST + 300);
                });
        assertThat(String.join(" ", pieces.stream().map(Passage::text).toList()))
                .isEqualTo(Normal.text(SENTENCE.repeat(100)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Passage.Role.class,
            mode = Mode.INCLUDE,
            names = {"BLOCK", "QUESTION"})
    void aBlockOrQuestionStaysWhole(Passage.Role role) {
        assertThat(set(role, SENTENCE.repeat(100)).passages()).hasSize(2);
    }

    @Test
    void aShortPartStaysWhole() {
        assertThat(set(Passage.Role.BODY, SENTENCE.repeat(5)).passages()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_500, 1_501, 2_999, 3_001, 20_000})
    void aSentenceWithoutAnEndIsCutBetweenWordsOrCharacters(int length) {
        for (String unit : List.of("word ", "x", "\uD83E\uDDB4", "é\n\n")) {
            String words = Normal.text(unit.repeat(length / unit.length() + 1));
            int at = 0;
            for (Span piece : Typeset.cut(words)) {
                assertThat(words.substring(at, piece.start())).isBlank();
                assertThat(piece.length()).isPositive();
                assertThat(piece.length()).isLessThanOrEqualTo(Typeset.LONGEST + 302);
                assertThat(Character.isLowSurrogate(words.charAt(piece.start()))).isFalse();
                at = piece.end();
            }
            assertThat(at).isEqualTo(words.length());
        }
    }

    @Test
    void blankPartsAreLeftOutAndOrdinalsCountUp() {
        Typeset typeset =
                Typeset.of(
                        Shelf.pubmed("1", "Title")
                                .part(Passage.Role.ABSTRACT, List.of("A"), " \u200B\n ")
                                .part(Passage.Role.ABSTRACT, List.of("B"), "Words.")
                                .build());
        assertThat(typeset.text()).isEqualTo("Title\n\nWords.");
        assertThat(typeset.passages())
                .extracting(passage -> passage.id().ordinal())
                .containsExactly(0, 1);
    }

    @Test
    void theWholeIsInNormalForm() {
        Typeset typeset =
                Typeset.of(
                        Shelf.pubmed("1", "Cafe\u0301  au\tlait")
                                .part(
                                        Passage.Role.BODY,
                                        List.of(),
                                        "\u0301 begins with a mark\r\n\r\nx")
                                .build());
        assertThat(Normal.text(typeset.text())).isEqualTo(typeset.text());
    }

    @Test
    void aRecordWithoutATitleSaysSo() {
        assertThat(Typeset.of(Shelf.pubmed("1", " ").build()).text()).isEqualTo(Record.NO_TITLE);
    }
}
