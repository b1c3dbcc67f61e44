package oropos.library.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oropos.library.Input;

class WordingTests {

    private static Element element(String inside) throws IOException {
        List<Element> found = new ArrayList<>();
        Xml.each(
                Input.bytes("w", ("<r>" + inside + "</r>").getBytes(StandardCharsets.UTF_8)),
                Set.of("r"),
                Set.of(),
                found::add);
        return found.getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "10<sup>9</sup>/L | 10\u2079/L",
                "10<sup>-3</sup> | 10\u207b\u00b3",
                "kg/m<sup>2</sup> | kg/m\u00b2",
                "12.5<sup>g</sup> | 12.5^g",
                "12.5<sup>a,b</sup> | 12.5^a,b",
                "2<sup>nd </sup>day | 2nd day",
                "Ca<sup>2+</sup> | Ca\u00b2\u207a",
                "PRAS40<sup>Thr246</sup> | PRAS40^Thr246",
                "pain.<sup>12</sup> | pain.\u00b9\u00b2",
                "not for: <list><item>babies</item><item>adults.</item></list> | not for: babies; adults.",
                "dose<fn>per day</fn> | dose [note: per day]",
                "LIPITOR<sup>\u00ae</sup> | LIPITOR\u00ae",
                "CO<sub>2</sub> | CO2",
                "HbA<sub>1c</sub> | HbA1c",
                "5<sub>2</sub> | 5\u2082",
                "<i>in vitro</i>, <b>bold</b>. | in vitro, bold.",
                "one<br/>two | one two",
                "<p>one</p><p>two</p> | one two",
                "a&#160;b&#x2009;&#x202f;c | a b c",
                "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> | 1/2",
                "<math><msup><mn>10</mn><mn>6</mn></msup></math> | 10\u2076",
                "<math><mi>p</mi><mo>=</mo><mn>0.05</mn></math> | p = 0.05",
                "<tex-math>\\\\frac</tex-math><math><mn>3</mn></math> | 3",
            })
    void markupNeverChangesANumber(String inside, String words) throws IOException {
        assertThat(Wording.PLAIN.of(element(inside))).isEqualTo(words);
    }

    @Test
    void whatIsNotWantedIsLeftOut() throws IOException {
        assertThat(Wording.PLAIN.without("xref").of(element("pain<xref>1</xref>.")))
                .isEqualTo("pain.");
    }
}
