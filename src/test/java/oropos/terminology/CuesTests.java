package oropos.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CuesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    There was no effect. | no
                    It did not reduce fractures. | not
                    It cannot be excluded. | cannot, excluded
                    It doesn’t help. | doesn’t
                    Not only pain, no fever | no
                    with or without brace | -
                    without a brace | without
                    failed to reduce | failed to
                    neither drug nor brace | neither, nor
                    recommends against vertebroplasty | against
                    effective against malaria | -
                    No. 5 of the list | -
                    nothing here denies it | nothing, denies
                    a noble knot | -
                    """)
    void findsNegations(String text, String expected) {
        String found =
                Negations.in(text).stream().map(s -> s.of(text)).collect(Collectors.joining(", "));
        assertThat(found.isEmpty() ? "-" : found).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    It may reduce pain. | may
                    MAY reduce pain | MAY
                    Studies might suggest it could help | might, suggest, could
                    Consider intravenous therapy | Consider
                    very low certainty evidence | very low certainty
                    Evidence is insufficient and inconclusive | insufficient, inconclusive
                    It is possibly likely | possibly, likely
                    This appears limited | appears, limited
                    In May 2018 it was approved | -
                    It was reduced by half | -
                    limited to adults | -
                    mayor and canon | -
                    """)
    void findsHedges(String text, String expected) {
        String found =
                Hedges.in(text).stream().map(s -> s.of(text)).collect(Collectors.joining(", "));
        assertThat(found.isEmpty() ? "-" : found).isEqualTo(expected);
    }

    @Test
    void takesTheLongestPhrase() {
        Cues<String> cues = new Cues<>();
        cues.add("history", "short");
        cues.add("family history of", "long");
        cues.add("family", "shorter");
        Plain plain = Plain.of("Family history of stroke, a history, family");
        assertThat(cues.in(plain, Token.of(plain)))
                .extracting(Cues.Found::meaning)
                .containsExactly("long", "short", "shorter");
    }

    @Test
    void refusesAnEmptyPhrase() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cues<String>().add(" - ", "x"));
    }
}
