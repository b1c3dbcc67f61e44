package oropos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.answer.Answer;
import oropos.answer.TellingWords;
import oropos.terminology.Concept;
import oropos.terminology.Hedges;
import oropos.terminology.Mention;
import oropos.terminology.Negations;
import oropos.terminology.Quantities;
import oropos.terminology.Terminology;

/// What a sentence may do to the statements it tells, and everything it may not.
class ToldSentenceTests {

    private static final String A =
            "In women aged 65 years or older, drug A may reduce hip fractures compared with placebo"
                    + " (RR 0.60, 95% CI 0.40 to 0.90), but not wrist fractures.";
    private static final String B = "Drug B 70 mg orally once weekly was not better than drug A.";
    private static final String C = "In conclusion, hypertension was more frequent with drug B.";

    private static final Terminology TERMINOLOGY = Terminology.builtIn();
    private static final Alignment ALIGNMENT = new Alignment(TERMINOLOGY);
    private static final ToldFacts FACTS = new ToldFacts(TERMINOLOGY);

    private static Answer.Statement statement(String id, String text) {
        return new Answer.Statement(
                id,
                "quote",
                text,
                List.of(),
                null,
                new Answer.CertaintyView("notRated", true, List.of()),
                List.of());
    }

    private static List<Answer.Statement> statements(String... texts) {
        return java.util.stream.IntStream.range(0, texts.length)
                .mapToObj(i -> statement("s" + (i + 1), texts[i]))
                .toList();
    }

    private static boolean aligns(String told, boolean plain, String... texts) {
        return ALIGNMENT.of(told, statements(texts), plain) instanceof Alignment.Result.Whole;
    }

    private static boolean states(String told, String... texts) {
        return FACTS.differ(told, Arrays.asList(texts)).isEmpty();
    }

    private static void holds(String told, boolean plain, String... texts) {
        assertThat(aligns(told, plain, texts)).as("aligns: " + told).isTrue();
        assertThat(states(told, texts)).as("states the same: " + told).isTrue();
    }

    // ---- what it may do

    @Test
    void aSentenceMayTellAStatementAsItIs() {
        holds(A, false, A);
    }

    @Test
    void aSentenceMayJoinStatementsByAJoinerOfTheListInAnotherOrder() {
        String told =
                "Drug B 70 mg orally once weekly was not better than drug A; in addition, in women"
                        + A.substring("In women".length());
        holds(told, false, B, A);
        holds(B + " Also, in conclusion, hypertension was more frequent with drug B.", false, B, C);
        holds(B + " " + C, false, B, C);
    }

    @Test
    void aBeginningThatOnlySaysThatSomethingWasFoundMayFallAway() {
        holds("Hypertension was more frequent with drug B.", false, C);
        holds(
                "Drug A was not inferior.",
                false,
                "These results show that drug A was not inferior.");
    }

    @Test
    void plainWordsMayStandForMedicalOnesOrBesideThemForThoseWhoReadThem() {
        holds("High blood pressure was more frequent with drug B.", true, C);
        holds(
                "In conclusion, hypertension (high blood pressure) was more frequent with drug B.",
                true,
                C);
        assertThat(aligns("High blood pressure was more frequent with drug B.", false, C))
                .isFalse();
    }

    @Test
    void thePartsSayWhereEveryWordComesFrom() {
        var result =
                ALIGNMENT.of(
                        "High blood pressure was more frequent with drug B; also, drug B 70 mg"
                                + " orally once weekly was not better than drug A.",
                        statements(C, B),
                        true);
        assertThat(result).isInstanceOf(Alignment.Result.Whole.class);
        List<Answer.ToldPart> parts = ((Alignment.Result.Whole) result).parts();
        assertThat(parts)
                .extracting(
                        Answer.ToldPart::kind, Answer.ToldPart::statement, Answer.ToldPart::source)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("plain", "s1", "hypertension"),
                        org.assertj.core.groups.Tuple.tuple("span", "s1", null),
                        org.assertj.core.groups.Tuple.tuple("insertion", null, "alsoAfter"),
                        org.assertj.core.groups.Tuple.tuple("span", "s2", null));
        StringBuilder joined = new StringBuilder();
        parts.forEach(part -> joined.append(part.text()));
        assertThat(joined.toString())
                .isEqualTo(
                        "High blood pressure was more frequent with drug B; also, drug B 70 mg"
                                + " orally once weekly was not better than drug A.");
    }

    // ---- what it may not: both eyes are closed in turn

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a denial dropped            | but not wrist          | but wrist
                    a denial added              | may reduce             | may not reduce
                    a denial moved              | hip fractures compared | not hip fractures compared
                    a hedge dropped             | may reduce             | reduces
                    a hedge turned              | may reduce             | will reduce
                    the population dropped      | In women aged 65 years or older, drug | Drug
                    another population          | women                  | men
                    another age                 | 65                     | 56
                    another number              | 0.60                   | 0.06
                    an interval widened         | 0.40 to 0.90           | 0.40 to 9.0
                    the comparator dropped      | ' compared with placebo'| ''
                    another comparator          | placebo                | usual care
                    the direction turned        | reduce                 | increase
                    another outcome             | hip fractures          | fractures
                    outcomes swapped            | hip fractures compared with placebo (RR 0.60, 95% CI 0.40 to 0.90), but not wrist | wrist fractures compared with placebo (RR 0.60, 95% CI 0.40 to 0.90), but not hip
                    a strength word             | drug A may             | drug A should be recommended, as it may
                    a cause claimed             | fractures.             | fractures because drug A strengthens bone.
                    a mark added                | fractures.             | fractures [3].
                    a link added                | fractures.             | fractures (see http://example.org).
                    markup added                | drug A                 | <b>drug A</b>
                    a zero-width space          | placebo                | pla\u200bcebo
                    a bidirectional override    | 0.60                   | \u202e06.0\u202c
                    a homoglyph                 | placebo                | pl\u0430cebo
                    a soft hyphen               | fractures              | frac\u00adtures
                    """)
    void aSentenceThatChangesAnythingDoesNotAlign(String what, String old, String other) {
        String told = A.replace(old, unescaped(other));
        assertThat(told).as(what).isNotEqualTo(A);
        assertThat(aligns(told, true, A)).as(what).isFalse();
    }

    private static String unescaped(String text) {
        java.util.regex.Matcher code =
                java.util.regex.Pattern.compile("\\\\u([0-9a-f]{4})").matcher(text);
        return code.replaceAll(one ->
                java.util.regex.Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(one.group(1), 16))));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    but not wrist          | but wrist
                    may reduce             | may not reduce
                    may reduce             | reduces
                    In women aged 65 years or older, drug | Drug
                    women                  | men
                    65                     | 56
                    0.60                   | 0.06
                    0.40 to 0.90           | 0.40 to 9.0
                    ' compared with placebo'| ''
                    placebo                | usual care
                    reduce                 | increase
                    drug A may             | drug A should be recommended, as it may
                    fractures.             | fractures because drug A strengthens bone.
                    """)
    void theFactsAloneTellThatSomethingWasChanged(String old, String other) {
        String told = A.replace(old, other);
        assertThat(told).isNotEqualTo(A);
        assertThat(states(told, A)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // arms swapped: the same words, the same facts in another order
                "Drug A 70 mg orally once weekly was not better than drug B.",
                "Drug B 70 mg orally once daily was not better than drug A.",
                "Drug B 7.0 mg orally once weekly was not better than drug A.",
                "Drug B 70 mcg orally once weekly was not better than drug A.",
                "Drug B 70 mg was not better than drug A.",
                "Drug B 70 mg intravenously once weekly was not better than drug A.",
                "Drug B was better than drug A, not 70 mg orally once weekly.",
            })
    void armsAndDosesStayWhereTheyAre(String told) {
        assertThat(aligns(told, true, B)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s Therefore, %s",
                "%s As a result, %s",
                "%s Because of this, %s",
                "%s This means that %s",
                "%s %s Nothing else is known.",
                "It is clear that %s %s",
                "%s; so %s",
                "%s; by contrast, %s",
                "%s, and %s",
            })
    void twoStatementsAreNotJoinedToACauseOrAContrast(String form) {
        assertThat(aligns(form.formatted(B, C), true, B, C)).isFalse();
        assertThat(
                        aligns(
                                form.formatted(
                                        B.substring(0, B.length() - 1),
                                        "in" + C.substring("In".length())),
                                true,
                                B,
                                C))
                .isFalse();
    }

    @Test
    void halfAStatementOrOneTwiceIsNone() {
        assertThat(aligns("Drug B 70 mg orally once weekly.", true, B)).isFalse();
        assertThat(aligns(B + " " + B, true, B)).isFalse();
        assertThat(aligns(B, true, B, C)).isFalse();
        assertThat(aligns("", true, B)).isFalse();
        assertThat(aligns(B + " ", true, B)).isFalse();
    }

    @Test
    void aLongerTermKeepsItsMedicalName() {
        String text = "Idiopathic intracranial hypertension was found in 3 of 40 children.";
        assertThat(
                        aligns(
                                "Idiopathic intracranial high blood pressure was found in 3 of 40"
                                        + " children.",
                                true,
                                text))
                .isFalse();
        assertThat(
                        aligns(
                                "Idiopathic intracranial hypertension (high blood pressure) was"
                                        + " found in 3 of 40 children.",
                                true,
                                text))
                .isFalse();
    }

    @Test
    void aNameInCapitalsKeepsItsCase() {
        assertThat(aligns("tNF blockers help.", true, "TNF blockers help.")).isFalse();
        assertThat(aligns("PH was low.", true, "pH was low.")).isFalse();
    }

    // ---- the lists themselves

    @Test
    @DisplayName(
            "P1 nothing on the closed lists denies, holds back, counts, compares or names a drug")
    void nothingOnTheListsSaysAnythingMedical() {
        Set<String> said = new TreeSet<>();
        TellingWords.joiners().forEach(one -> said.add(one.words()));
        said.addAll(TellingWords.openers());
        TellingWords.plain().forEach(one -> said.add(one.words()));
        assertThat(said)
                .hasSizeGreaterThan(50)
                .allSatisfy(words -> {
                    assertThat(Negations.in(words)).isEmpty();
                    assertThat(Hedges.in(words)).isEmpty();
                    assertThat(Quantities.in(words)).isEmpty();
                    assertThat(TERMINOLOGY.read(words).of(Concept.Kind.DRUG)).isEmpty();
                    assertThat(FACTS.differ(words, List.of())).isEmpty();
                });
    }

    @Test
    void everyTermWithPlainWordsIsReadAsOneThingThatIsNoDrug() {
        assertThat(TellingWords.plain())
                .isNotEmpty()
                .allSatisfy(one -> {
                    List<Mention> read = TERMINOLOGY.read(one.term()).mentions();
                    assertThat(read).as(one.term()).hasSize(1);
                    assertThat(read.getFirst().words()).isEqualTo(one.term());
                    assertThat(read.getFirst().concept().kind()).isNotEqualTo(Concept.Kind.DRUG);
                });
    }
}
