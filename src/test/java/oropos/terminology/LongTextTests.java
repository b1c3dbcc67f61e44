package oropos.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A megabyte of anything is read in time that grows with its length. The limit is generous for
/// slow machines; what is quadratic here takes minutes.
class LongTextTests {

    private static final int MEGABYTE = Integer.getInteger("oropos.text.bytes", 120_000);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(
                        "prose",
                        fill(
                                "The 8-year-old had no T12 fracture, mean age 62 years, 5 mg/kg daily. ")),
                Arguments.of("100,000 words", "word ".repeat(100_000)),
                Arguments.of("one sentence", fill("fever and cough or pain, ")),
                Arguments.of("one word", fill("a")),
                Arguments.of("one number", fill("1")),
                Arguments.of("digits and points", fill("1.")),
                Arguments.of("digits and commas", fill("1,")),
                Arguments.of("digits and hyphens", fill("1-")),
                Arguments.of("digits and slashes", fill("1/")),
                Arguments.of("levels", fill("T12, ")),
                Arguments.of("hyphenated levels", fill("T1-")),
                Arguments.of("ages", fill("aged 8 to ")),
                Arguments.of("age age age", fill("age of ")),
                Arguments.of("mean", fill("mean ")),
                Arguments.of("weeks", fill("32 weeks' gestation ")),
                Arguments.of("white space", fill(" ")),
                Arguments.of("wide gaps", "type" + fill(" ") + "2 diabetes"),
                Arguments.of("line breaks", fill("\n")),
                Arguments.of("brackets", fill("(")),
                Arguments.of("bracket pairs", fill("(a. B) ")),
                Arguments.of("full stops", fill(".")),
                Arguments.of("question marks", fill("? ")),
                Arguments.of("capitals and stops", fill("A. ")),
                Arguments.of("abbreviations", fill("e.g. A ")),
                Arguments.of("control characters", fill("\u0000\u0007\u001b")),
                Arguments.of("emoji", fill("😀")),
                Arguments.of("right to left", fill("שלום ")),
                Arguments.of("marks", "a" + fill("\u0301\u0323")),
                Arguments.of("compatibility forms", fill("ﷺ")),
                Arguments.of("superscripts", fill("⁹")),
                Arguments.of("lone surrogates", fill("\ud800")),
                Arguments.of("negations", fill("no ")),
                Arguments.of("explained initials", fill("fever (FE) FE ")),
                Arguments.of("address", "https://" + fill("a")),
                Arguments.of("commas", "Today" + fill(",")));
    }

    private static String fill(String part) {
        return part.repeat(MEGABYTE / part.length());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void isReadInTime(String name, String text) {
        Terminology terminology = Terminology.builtIn();
        Assertions.assertTimeoutPreemptively(
                LIMIT,
                () -> {
                    assertThat(terminology.read(text).text()).isEqualTo(text);
                    assertThat(Ages.in(text)).isNotNull();
                    assertThat(Quantities.in(text)).isNotNull();
                    assertThat(Doses.in(text)).isNotNull();
                    assertThat(Negations.in(text)).isNotNull();
                    assertThat(Hedges.in(text)).isNotNull();
                    assertThat(Words.of(text)).isNotNull();
                    assertThat(Normal.text(text)).isNotNull();
                });
    }
}
