package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import oropos.terminology.Concept;
import oropos.terminology.Hedges;
import oropos.terminology.Negations;
import oropos.terminology.Terminology;

/// The glossary in the jar: large enough, sourced, in easy words, and with plain words that change
/// nothing.
class GlossaryTests {

    private static final Glossary GLOSSARY = Glossary.shipped();
    private static final Pattern SOURCE =
            Pattern.compile(
                    "((openstax:m\\d+|medquad:\\S+#\\d+|mesh:D\\d+|facts:\\S+)( (?=\\S)|$))+"
                            + "|own words: ordinary or statistical English, no medical fact");

    @Test
    void itExplainsAtLeastSixHundredTermsEachWithItsSource() {
        assertThat(GLOSSARY.terms()).hasSizeGreaterThanOrEqualTo(600);
        assertThat(GLOSSARY.terms()).allSatisfy(term -> assertThat(term.source()).matches(SOURCE));
        assertThat(GLOSSARY.terms().stream().filter(term -> term.source().startsWith("own")))
                .as("rows without a source are the exception")
                .hasSizeLessThan(GLOSSARY.terms().size() / 8);
    }

    @Test
    void itsMeaningsAskForSixYearsOfSchoolAtMostInTheMedian() {
        List<Readability> grades =
                GLOSSARY.terms().stream()
                        .map(term -> Readability.of(term.meaning() + "."))
                        .toList();
        assertThat(Readability.median(grades)).isLessThanOrEqualTo(6);
    }

    @Test
    @DisplayName("P9 no plain word stands for a drug, denies, holds back or counts")
    void plainWordsChangeNothing() {
        GLOSSARY.terms()
                .forEach(term ->
                        term.plain()
                                .forEach((form, plain) -> {
                                    String pair = form + "=" + plain;
                                    assertThat(
                                                    Terminology.builtIn()
                                                            .read(form)
                                                            .of(Concept.Kind.DRUG))
                                            .as(pair)
                                            .isEmpty();
                                    assertThat(Negations.in(plain))
                                            .as(pair)
                                            .hasSameSizeAs(Negations.in(form));
                                    assertThat(Hedges.in(plain))
                                            .as(pair)
                                            .hasSameSizeAs(Hedges.in(form));
                                    assertThat(plain).as(pair).doesNotContainPattern("\\d");
                                }));
    }

    @Test
    void whatWasMadePlainIsNotMadePlainAgain() {
        GLOSSARY.terms()
                .forEach(term ->
                        term.plain()
                                .values()
                                .forEach(plain ->
                                        assertThat(GLOSSARY.plain(plain)).isEqualTo(plain)));
    }

    @Test
    void theExplanationOfATermDoesNotRestOnTheTerm() {
        assertThat(GLOSSARY.terms())
                .allSatisfy(term ->
                        assertThat(term.meaning().toLowerCase(java.util.Locale.ROOT))
                                .isNotEqualTo(term.name()));
    }
}
