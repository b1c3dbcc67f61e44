package oropos.retrieval.pubmed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.retrieval.pubmed.Expression.And;
import oropos.retrieval.pubmed.Expression.Dates;
import oropos.retrieval.pubmed.Expression.Everything;
import oropos.retrieval.pubmed.Expression.Not;
import oropos.retrieval.pubmed.Expression.Or;
import oropos.retrieval.pubmed.Expression.Term;

class QueryParserTests {

    /// A tree as brackets: what was read, and in which order it is joined.
    private static String shape(Expression expression) {
        return switch (expression) {
            case And both -> "(" + shape(both.left()) + " & " + shape(both.right()) + ")";
            case Or either -> "(" + shape(either.left()) + " | " + shape(either.right()) + ")";
            case Not without -> "(" + shape(without.left()) + " - " + shape(without.right()) + ")";
            case Everything everything -> "all";
            case Dates dates -> dates.first() + ".." + dates.last();
            case Term term ->
                    (term.quoted() ? "'" + term.words() + "'" : term.words())
                            + switch (term.truncation()) {
                                case NONE -> "";
                                case LETTERS -> "*";
                                case WORDS -> " *";
                            }
                            + term.tag().shown();
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            textBlock =
                    """
                    asthma                              => asthma
                    heart attack                        => heart attack
                    a[ti] OR b[ti] AND c[ti]            => ((a[ti] | b[ti]) & c[ti])
                    a[ti] AND (b[ti] OR c[ti])          => (a[ti] & (b[ti] | c[ti]))
                    a[ti] b[ti]                         => (a[ti] & b[ti])
                    a NOT b                             => (a - b)
                    NOT b                               => (all - b)
                    clinical trial[Publication Type]    => clinical trial[pt]
                    diagnostic * [MeSH:noexp]           => diagnostic *[mh:noexp]
                    random*[Title/Abstract]             => random*[tiab]
                    grouped [Text Word]                 => grouped[tw]
                    diagnosis[Subheading:noexp]         => diagnosis[sh]
                    "bone density"[ti]                  => 'bone density'[ti]
                    “bone density”                      => 'bone density'
                    "breast feed*"                      => 'breast feed'*
                    (cancer OR tumor)[ti]               => (cancer[ti] | tumor[ti])
                    (a[tiab] OR b)[ti]                  => (a[tiab] | b[ti])
                    2010:2020[dp]                       => 2010..2020
                    "2010/01"[Date - Publication] : "2020"[dp] => 2010/01..2020
                    2015[pdat]                          => 2015..2015
                    and or not                          => and or not
                    osteoporosis[majr:noexp]            => osteoporosis[majr:noexp]
                    simm pj[au] AND bone[ta]            => (simm pj[au] & bone[ta])
                    """)
    void readsAsPubMedDoes(String query, String shape) {
        assertThat(shape(QueryParser.parse(query))).isEqualTo(shape);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    bone AND                   | 5  | needs a term after
                    AND bone                   | 0  | needs a term before
                    bone AND OR density        | 5  | needs a term after
                    (bone OR density           | 0  | never closed
                    bone) density              | 4  | closes nothing
                    bone ()                    | 5  | nothing between
                    "bone density              | 0  | never closed
                    bone[tiab                  | 4  | never closed
                    bone]                      | 4  | closes nothing
                    [ti] bone                  | 0  | stands after its term
                    bone[xyz]                  | 4  | [mh]
                    *                          | 0  | find everything
                    *[tiab]                    | 0  | find everything
                    ra*dom[ti]                 | 2  | at the end of a term
                    ""                         | 0  | nothing between these quotation marks
                    2010[dp] :                 | 10 | needs a date after
                    """)
    void anErrorIsPointedAt(String query, int at, String what) {
        SyntaxProblem problem =
                catchThrowableOfType(SyntaxProblem.class, () -> QueryParser.parse(query));
        assertThat(problem).as(query).isNotNull();
        assertThat(problem.at()).as(query).isEqualTo(at);
        assertThat(problem).hasMessageContaining(what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u0000\u0001", "\u00a0\u2003"})
    void nothingIsSaidToBeNothing(String query) {
        SyntaxProblem problem =
                catchThrowableOfType(SyntaxProblem.class, () -> QueryParser.parse(query));
        assertThat(problem).isNotNull().hasMessageContaining("nothing to search");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asthma[mh]",
                "asthma AND child",
                "random* trials",
                "bone[xx]",
                "(asthma OR croup) NOT adult",
                "2010:2020[dp] croup"
            })
    void whatLooksLikeAQueryIsMeantAsOne(String text) {
        assertThat(QueryParser.isMeant(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the best treatment for croup?",
                "an 8-year-old with T12 and T11 fractures [see notes]",
                "SHOULD I GIVE ASPIRIN OR NOT",
                "she is 5\" tall",
                "HDL* is high"
            })
    void whatPeopleWriteIsNot(String text) {
        assertThat(QueryParser.isMeant(text)).as(text).isEqualTo(text.contains("HDL*"));
    }

    @Test
    void deepBracketsAndManyTermsAndLongQueriesAreRefusedInAMoment() {
        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> {
                    for (String query :
                            new String[] {
                                "(".repeat(10_000) + "a",
                                "a[ti] OR ".repeat(1_500) + "b",
                                "a ".repeat(50_000),
                                "\"".repeat(9_999),
                                "a[ti]".repeat(3_000)
                            }) {
                        assertThat(
                                        catchThrowableOfType(
                                                SyntaxProblem.class,
                                                () -> QueryParser.parse(query)))
                                .isNotNull();
                    }
                });
    }

    @Test
    void anyTextIsReadOrRefusedWithAPlaceInsideIt() {
        Random random = new Random(7);
        String[] bits = {
            "a",
            "bone ",
            "(",
            ")",
            "\"",
            "[ti]",
            "[",
            "]",
            "*",
            " AND ",
            " OR ",
            " NOT ",
            ":",
            "[dp]",
            "2010",
            "/",
            "é",
            "\u0000",
            "骨",
            "[mh:noexp]",
            " "
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder query = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                query.append(bits[random.nextInt(bits.length)]);
            }
            try {
                assertThat(QueryParser.parse(query.toString())).isNotNull();
            } catch (SyntaxProblem problem) {
                assertThat(problem.at()).as(query.toString()).isBetween(0, query.length());
            }
        }
    }
}
