package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.library.Design;
import oropos.library.Standing;
import oropos.retrieval.Enquiry.Sort;
import oropos.retrieval.Enquiry.Syntax;
import oropos.retrieval.SearchResults.Count;
import oropos.retrieval.SearchResults.Result;
import oropos.retrieval.SearchResults.Value;
import oropos.terminology.Sex;
import oropos.terminology.Terminology;

class SearchTests {

    @TempDir Path folder;

    private Retrieval retrieval;

    private static ShelfInMemory shelf() {
        return new ShelfInMemory()
                .with(
                        Article.of(
                                        1,
                                        "Zoledronic acid in children with osteoporosis",
                                        "Children were randomized to zoledronic acid or placebo.",
                                        "In this controlled trial bone density rose by a third. No"
                                                + " fracture healed late.")
                                .by("Ward LM", "Simm PJ")
                                .types("Journal Article", "Randomized Controlled Trial")
                                .mesh(
                                        "Child",
                                        "Humans",
                                        "*Osteoporosis/drug therapy",
                                        "Zoledronic Acid/*therapeutic use")
                                .in("J Bone Miner Res 2021;36(2):100-110", 2021)
                                .on(2020, 12, 15)
                                .ages("D002648")
                                .design(Design.RANDOMISED_TRIAL))
                .with(
                        Article.of(
                                        2,
                                        "Follow-up of vertebral fractures",
                                        "A cohort of women was followed for ten years. Risk of a new"
                                                + " fracture doubled.")
                                .by("Müller A")
                                .doi("10.1007/s00198-011-1676-0")
                                .types("Journal Article", "Observational Study")
                                .mesh("Follow-Up Studies", "*Spinal Fractures", "Female")
                                .in("Osteoporos Int 2015;26:1-9", 2015)
                                .among(Sex.FEMALE)
                                .design(Design.COHORT))
                .with(
                        Article.of(
                                        3,
                                        "Osteoporose und Rauchen",
                                        "Raucher wurden verglichen. Smoking and osteoporosis.")
                                .by("Simmons P")
                                .types("Case Reports")
                                .mesh("Osteoporosis, Postmenopausal")
                                .in("Dtsch Med 2009", 2009)
                                .language("de")
                                .standing(Standing.RETRACTED)
                                .design(Design.CASE_REPORT))
                .with(
                        Article.guideline(
                                        "test/bone",
                                        "Test Society of Bones",
                                        "Care of bones in children",
                                        "Measure vitamin D before the first infusion.",
                                        "Intravenous bisphosphonates may be considered. They should"
                                                + " not be given orally.")
                                .in("", 2019));
    }

    @BeforeEach
    void open() {
        retrieval = new Retrieval(folder, shelf(), Terminology.builtIn(), null);
    }

    @AfterEach
    void close() {
        retrieval.close();
    }

    private SearchResults search(String text) {
        return retrieval.search(Enquiry.of(text));
    }

    private SearchResults query(String text, String... filters) {
        return retrieval.search(Enquiry.of(text).read(Syntax.PUBMED).with(List.of(filters)));
    }

    private static List<String> ids(SearchResults results) {
        return results.results().stream()
                .map(result -> result.source().id().value())
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    randomized[tiab]                              | pmid:1
                    randomized[tiab] AND trial[tiab]              | pmid:1
                    random*[tiab] OR cohort[tiab]                 | pmid:1 pmid:2
                    children[ti] NOT zoledronic[ti]               | guideline:test/bone
                    "bone density"[tiab]                          | pmid:1
                    "density bone"[tiab]                          |
                    "placebo in this"[tiab]                       |
                    osteoporosis[mh]                              | pmid:1 pmid:3
                    osteoporosis[mh:noexp]                        | pmid:1
                    osteoporosis[majr]                            | pmid:1
                    osteoporosis/drug therapy[mh]                 | pmid:1
                    osteoporosis/surgery[mh]                      |
                    bone diseases[mh] NOT fractures, bone[mh]     | pmid:1 pmid:3
                    cohort studies[mh]                            | pmid:2
                    cohort studies[mh:noexp]                      |
                    follow up studies[mh:noexp]                   | pmid:2
                    therapeutic use[sh]                           | pmid:1
                    clinical trial[pt]                            | pmid:1
                    case reports[pt]                              | pmid:3
                    simm pj[au]                                   | pmid:1
                    simm p[au]                                    | pmid:1
                    simm[au]                                      | pmid:1
                    simm*[au]                                     | pmid:1 pmid:3
                    muller a[au]                                  | pmid:2
                    j bone miner res[ta]                          | pmid:1
                    osteop*[ta]                                   | pmid:2
                    2015:2021[dp]                                 | guideline:test/bone pmid:1 pmid:2
                    2020/12[dp]                                   | pmid:1
                    2020/11[dp]                                   |
                    2021[dp]                                      | pmid:1
                    german[la]                                    | pmid:3
                    ger[la]                                       | pmid:3
                    2[pmid]                                       | pmid:2
                    1 3[pmid]                                     | pmid:1 pmid:3
                    NOT 2015:2021[dp]                             | pmid:3
                    intravenous[tiab]                             |
                    intravenous[tw]                               | guideline:test/bone
                    "vitamin D" AND infusion                      | guideline:test/bone
                    fracture AND women                            | pmid:2
                    risks                                         | pmid:2
                    """)
    void aQueryFindsWhatItAsksForAndNothingElse(String query, String expected) {
        SearchResults results = query(query);

        assertThat(ids(results))
                .as(query)
                .containsExactly(expected == null ? new String[0] : expected.split(" "));
        assertThat(results.total()).isEqualTo(results.results().size());
        assertThat(results.complete()).isTrue();
    }

    @Test
    void wordsAreFoundInEveryFormAndRankedWithTheirReasonsAndTheirBestSentence() {
        SearchResults results = search("Is bone density better after zoledronic acid, by a third?");

        assertThat(results.syntax()).isEqualTo(Syntax.WORDS);
        Result best = results.results().getFirst();
        assertThat(best.rank()).isEqualTo(1);
        assertThat(best.source().id().value()).isEqualTo("pmid:1");
        assertThat(best.why()).contains("title: zoledronic acid", "term: density");
        SearchResults.Quote quote = java.util.Objects.requireNonNull(best.quote());
        assertThat(quote.text())
                .isEqualTo("In this controlled trial bone density rose by a third.");
        String text = shelf().current(best.source().id()).getFirst().text();
        assertThat(quote.span().of(text)).isEqualTo(quote.text());
    }

    @Test
    void aQueryTellsWhichOfItsTermsWereMet() {
        Result result = query("randomized[tiab] OR cohort[tiab]").results().getFirst();

        assertThat(result.why()).first().asString().startsWith("query: ");
        assertThat(query("NOT randomized[tiab]").results())
                .allSatisfy(one ->
                        assertThat(one.why())
                                .containsExactly("query: nothing in it that the query leaves out"));
    }

    @Test
    void filtersNarrowAndValuesOfOneFacetWiden() {
        assertThat(ids(query("NOT nothing[ti]", "design:randomised-trial")))
                .containsExactly("pmid:1");
        assertThat(ids(query("NOT nothing[ti]", "design:randomised-trial", "design:cohort")))
                .containsExactly("pmid:1", "pmid:2");
        assertThat(ids(query("NOT nothing[ti]", "design:cohort", "year:2000-2010"))).isEmpty();
        assertThat(ids(query("NOT nothing[ti]", "year:2019-")))
                .containsExactly("guideline:test/bone", "pmid:1");
        assertThat(ids(query("NOT nothing[ti]", "sex:female"))).containsExactly("pmid:2");
        assertThat(ids(query("NOT nothing[ti]", "age:child"))).containsExactly("pmid:1");
        assertThat(ids(query("NOT nothing[ti]", "issuer:test-society-of-bones")))
                .containsExactly("guideline:test/bone");
        assertThat(ids(query("NOT nothing[ti]", "query:therapy-narrow"))).containsExactly("pmid:1");
        assertThat(
                        ids(
                                retrieval.search(
                                        Enquiry.of("osteoporosis")
                                                .with(List.of("kind:guideline")))))
                .doesNotContain("pmid:1", "pmid:3");
    }

    @Test
    void facetsCountAllResultsAndSayWhichAreSelected() {
        SearchResults results = query("NOT nothing[ti]", "design:cohort", "design:case-report");

        Count designs =
                results.facets().stream()
                        .filter(count -> count.facet() == Facet.DESIGN)
                        .findFirst()
                        .orElseThrow();
        assertThat(designs.values())
                .containsExactly(
                        new Value("design:case-report", "case report", 1, true),
                        new Value("design:cohort", "cohort study", 1, true));
        Count years =
                results.facets().stream()
                        .filter(count -> count.facet() == Facet.YEAR)
                        .findFirst()
                        .orElseThrow();
        assertThat(years.values())
                .extracting(Value::filter)
                .containsExactly("year:2015-2019", "year:2005-2009");
        assertThat(ids(query("NOT nothing[ti]", "year:2005-2009"))).containsExactly("pmid:3");
        assertThat(results.filters().getFirst().words()).isEqualTo("cohort study");
        assertThat(query("NOT nothing[ti]", "issuer:test-society-of-bones").filters())
                .extracting(SearchResults.Filter::words)
                .containsExactly("Test Society of Bones");
    }

    @Test
    void everyValueCountedIsAFilterThatGivesThatCount() {
        for (Count facet : query("NOT nothing[ti]").facets()) {
            for (Value value : facet.values()) {
                assertThat(query("NOT nothing[ti]", value.filter()).total())
                        .as(value.filter())
                        .isEqualTo(value.count());
            }
        }
    }

    @Test
    void pagesJoinToTheWholeInAFixedOrder() {
        List<String> whole =
                query("NOT nothing[ti]").results().stream()
                        .map(result -> result.source().id().value())
                        .toList();
        List<String> pages =
                IntStream.range(0, 4)
                        .mapToObj(i ->
                                new Enquiry(
                                        "NOT nothing[ti]",
                                        Syntax.PUBMED,
                                        List.of(),
                                        Sort.RELEVANCE,
                                        i,
                                        1))
                        .map(retrieval::search)
                        .flatMap(results -> results.results().stream())
                        .map(result -> result.rank() + " " + result.source().id().value())
                        .toList();

        assertThat(whole).hasSize(4);
        assertThat(pages)
                .containsExactly(
                        "1 " + whole.get(0),
                        "2 " + whole.get(1),
                        "3 " + whole.get(2),
                        "4 " + whole.get(3));
        assertThat(
                        retrieval
                                .search(
                                        new Enquiry(
                                                "NOT nothing[ti]",
                                                Syntax.PUBMED,
                                                List.of(),
                                                Sort.NEWEST,
                                                0,
                                                20))
                                .results())
                .extracting(result -> result.source().id().value())
                .containsExactly("pmid:1", "guideline:test/bone", "pmid:2", "pmid:3");
    }

    @Test
    void theOrderDoesNotHangOnTheOrderOfImport(@TempDir Path other) {
        try (Retrieval shuffled =
                new Retrieval(other, shelf().shuffled(5), Terminology.builtIn(), null)) {
            for (String text : List.of("osteoporosis in children", "fracture", "NOT x[ti]")) {
                assertThat(shuffled.search(Enquiry.of(text)).results())
                        .isEqualTo(search(text).results());
            }
        }
    }

    @Test
    void aFilterBeforeRankingFindsWhatOthersWouldCrowdOut(@TempDir Path other) {
        ShelfInMemory many = new ShelfInMemory();
        IntStream.rangeClosed(1, 1_200)
                .forEach(i -> many.with(Article.of(i, "Croup", "Croup croup croup.")));
        many.with(
                Article.of(5_000, "Voices of babies", "One had croup among other things.")
                        .design(Design.COHORT));
        try (Retrieval large =
                new Retrieval(other, many, Terminology.builtIn(), new WordEmbedder())) {
            large.embed(oropos.library.Progress.none());
            SearchResults narrowed =
                    large.search(Enquiry.of("croup").with(List.of("design:cohort")));

            assertThat(ids(narrowed)).containsExactly("pmid:5000");
            assertThat(narrowed.results().getFirst().why()).anyMatch(w -> w.startsWith("meaning"));
            assertThat(large.search(Enquiry.of("croup")).complete()).isFalse();
        }
    }

    @Test
    void numbersAloneArePubMedIdsOrWords() {
        assertThat(ids(search("2"))).contains("pmid:2");
        assertThat(ids(search("1, 3"))).contains("pmid:1", "pmid:3");
        assertThat(search("987654321").total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1007/s00198-011-1676-0",
                "doi: 10.1007/S00198-011-1676-0",
                "https://doi.org/10.1007/s00198-011-1676-0"
            })
    void anIdentifierAloneFindsItsSource(String identifier) {
        assertThat(ids(search(identifier))).containsExactly("pmid:2");
        assertThat(search("10.1007/s00198-011-9999-9").total()).isZero();
        assertThat(search("PMC1").total()).isZero();
        assertThat(retrieval.withoutIdentifiers(identifier, Syntax.AUTO)).isEqualTo(identifier);
        assertThat(retrieval.withoutIdentifiers("34228102", Syntax.AUTO)).isEqualTo("34228102");
    }

    @Test
    void oneWordAndOnlyStopWordsAndOtherLettersAreAnswered() {
        assertThat(ids(search("osteoporosis"))).contains("pmid:1", "pmid:3");
        assertThat(search("the of and to").notes())
                .anyMatch(note -> note.startsWith("There is no word in this"));
        assertThat(search("骨粗鬆症").notes()).isNotEmpty();
        assertThat(search("переломы").total()).isZero();
        assertThat(search("").notes()).isNotEmpty();
    }

    @Test
    void tenThousandWordsAreCutAndSaidToBe() {
        String text = "fracture density children ".repeat(3_500);
        SearchResults results =
                Assertions.assertTimeout(Duration.ofSeconds(20), () -> search(text));

        assertThat(results.notes()).anyMatch(note -> note.contains("first 12000 of"));
        assertThat(results.results()).isNotEmpty();
    }

    @Test
    void aLongTextThatIsNoQuestionIsCutAndSaidToBe() {
        SearchResults results = search("Die Knochendichte war bei den Rauchern klein. ".repeat(20));

        assertThat(results.text()).hasSizeLessThan(400);
        assertThat(results.notes()).anyMatch(note -> note.contains("only its beginning"));
    }

    @Test
    void aMisspeltWordIsToldWithWhatWasSearchedInItsPlace() {
        SearchResults results = search("osteoporossis in children");

        assertThat(results.notes())
                .containsExactly(
                        "“osteoporossis” stands in no source; “osteoporosis” was searched instead.");
        assertThat(ids(results)).contains("pmid:1");
        assertThat(search("osteoporosis in children").notes()).isEmpty();
    }

    @Test
    void controlCharactersDoNoHarm() {
        assertThat(ids(search("osteo\u0000porosis osteoporosis\u0007\u202e"))).contains("pmid:1");
        assertThat(ids(query("randomized\u0000[tiab]"))).containsExactly("pmid:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "a*[tiab]", "zz*[mh]", "ab*[au]"})
    void aStarThatWouldFindEverythingIsRefused(String query) {
        SearchProblem problem = catchThrowableOfType(SearchProblem.class, () -> query(query));

        assertThat(problem).hasMessageContaining("everything");
    }

    @Test
    void aProblemShowsItsPlace() {
        SearchProblem problem =
                catchThrowableOfType(
                        SearchProblem.class, () -> query("(osteoporosis[mh] AND child[xyz])"));

        assertThat(problem.pointed())
                .isEqualTo("(osteoporosis[mh] AND child[xyz])\n                           ^");
        SearchProblem far =
                catchThrowableOfType(
                        SearchProblem.class, () -> query("bone[ti] OR ".repeat(40) + "x[xyz]"));
        assertThat(far.line()).startsWith("…").hasSizeLessThan(80);
        assertThat(far.line().charAt(far.column())).isEqualTo('[');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "design",
                "colour:red",
                "year:soon",
                "year:2020-2010",
                "query:therapy",
                "year:-",
                ":"
            })
    void aFilterThatCannotBeReadSaysWhatThereIs(String filter) {
        SearchProblem problem =
                catchThrowableOfType(SearchProblem.class, () -> query("bone", filter));

        assertThat(problem).as(filter).isNotNull();
        assertThat(problem.at()).isEqualTo(-1);
    }

    @Test
    void anUnknownHeadingIsSaid() {
        assertThat(query("stone bones[mh]").notes())
                .containsExactly(
                        "No MeSH heading is called “stone bones”; try it with [tiab] instead.");
    }

    @Test
    void dangerInTheWordsIsToldAndNamesAreTakenOut() {
        SearchResults results =
                search("My daughter Anna Schmidt, 8, cannot feel her legs and wets herself");

        assertThat(results.urgent()).isNotEmpty();
        assertThat(results.text()).doesNotContain("Schmidt");
        assertThat(search("osteoporosis of Mrs Miller").results().getFirst().why())
                .as("“name” stands for the name and is not searched")
                .noneMatch(why -> why.endsWith("name"));
        assertThat(retrieval.withoutIdentifiers("Mrs. Jane Miller has croup", Syntax.AUTO))
                .doesNotContain("Miller");
        assertThat(retrieval.withoutIdentifiers("miller j[au]", Syntax.AUTO))
                .isEqualTo("miller j[au]");
    }
}
