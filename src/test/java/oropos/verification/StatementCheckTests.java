package oropos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;
import oropos.answer.Connectives;
import oropos.library.Claim;
import oropos.library.Population;
import oropos.library.Standing;
import oropos.library.TextKind;
import oropos.library.Version;
import oropos.terminology.Terminology;
import oropos.verification.SmallRecord.Book;
import oropos.verification.StatementCheck.Finding;

/// Each check of a single statement: what holds, and each thing that does not.
class StatementCheckTests {

    private static final String WORDS = "Zoledronic acid is to be considered.";
    private static final Claim CONSIDER =
            SmallRecord.claim(Claim.Kind.RECOMMENDATION, "consider", Claim.Direction.FAVOURS);

    private final SmallRecord record = new SmallRecord();

    private List<String> codes(StatementCheck check, Answer.Statement statement) {
        return check.of(statement, record.open().cited(statement)).stream()
                .map(Finding::code)
                .toList();
    }

    private Version book(TextKind kind) {
        return record.add(new Book("pmid:1").kind(kind).block(WORDS, CONSIDER));
    }

    private static Answer.Part span(String words) {
        return new Answer.Part("span", words, 1, null);
    }

    private static Answer.Part insertion(String id) {
        return new Answer.Part("insertion", Connectives.words(id), null, id);
    }

    private static Answer.Part field(String name, String words) {
        return new Answer.Part("field", words, 1, name);
    }

    private static Answer.Statement of(Version version, Answer.Part... parts) {
        return SmallRecord.statement(
                "s1",
                "quote",
                "consider",
                List.of(parts),
                List.of(SmallRecord.citation(version, 1, WORDS)));
    }

    @Test
    @DisplayName("P4 what is retracted, under concern or only a link supports nothing")
    void withdrawnSourcesSupportNothing() {
        for (Standing standing : Standing.values()) {
            Version version =
                    record.add(
                            new Book("pmid:" + (100 + standing.ordinal()))
                                    .standing(standing)
                                    .block(WORDS, CONSIDER));
            List<String> codes =
                    codes(
                            new StandingCheck(),
                            SmallRecord.statement("s1", version, WORDS, "consider"));
            switch (standing) {
                case RETRACTED -> assertThat(codes).containsExactly("retracted");
                case CONCERN -> assertThat(codes).containsExactly("concern");
                case CURRENT, CORRECTED, SUPERSEDED -> assertThat(codes).isEmpty();
            }
        }
        Version link = record.add(new Book("pmid:9").linkOnly().block(WORDS, CONSIDER));
        assertThat(codes(new StandingCheck(), SmallRecord.statement("s1", link, WORDS, "consider")))
                .containsExactly("linkOnly");
    }

    @Test
    @DisplayName("P1 a summary is never a quotation and always says that it is a summary")
    void aSummaryIsNeverAQuotation() {
        Version summary = book(TextKind.SUMMARY_OF_PRIMARY);
        Answer.Statement right = SmallRecord.statement("s1", summary, WORDS, "consider");
        assertThat(right.citations().getFirst().label()).startsWith("Oropos's summary of ");
        assertThat(codes(new NamingCheck(), right)).isEmpty();
        assertThat(codes(new NamingCheck(), ofKind(right, "quote", right.citations())))
                .containsExactly("statementKind");
        assertThat(
                        codes(
                                new NamingCheck(),
                                ofKind(
                                        right,
                                        "template",
                                        List.of(
                                                named(
                                                        right.citations().getFirst(),
                                                        "summaryOfPrimary",
                                                        "Adler A et al. 2020")))))
                .containsExactly("label");
        assertThat(
                        codes(
                                new NamingCheck(),
                                ofKind(
                                        right,
                                        "template",
                                        List.of(
                                                named(
                                                        right.citations().getFirst(),
                                                        "fullText",
                                                        right.citations().getFirst().label())))))
                .containsExactly("textKind");
    }

    @Test
    @DisplayName("P1 a source's own words are a quotation")
    void ownWordsAreAQuotation() {
        Version own = book(TextKind.FULL_TEXT);
        Answer.Statement right = SmallRecord.statement("s1", own, WORDS, "consider");
        assertThat(codes(new NamingCheck(), right)).isEmpty();
        assertThat(codes(new NamingCheck(), ofKind(right, "template", right.citations())))
                .containsExactly("statementKind");
        assertThat(codes(new NamingCheck(), ofKind(right, "board", right.citations())))
                .containsExactly("statementKind");
    }

    private static Answer.Statement ofKind(
            Answer.Statement one, String kind, List<Answer.Citation> citations) {
        return new Answer.Statement(
                one.id(),
                kind,
                one.text(),
                one.parts(),
                one.strength(),
                one.certainty(),
                citations);
    }

    private static Answer.Citation named(Answer.Citation one, String textKind, String label) {
        return new Answer.Citation(
                one.mark(),
                one.work(),
                one.source(),
                one.version(),
                one.start(),
                one.end(),
                one.quote(),
                one.hash(),
                textKind,
                label,
                one.fit());
    }

    @Test
    @DisplayName("P1 the strength is the issuer's own")
    void theStrengthIsTheIssuersOwn() {
        Version version = book(TextKind.FULL_TEXT);
        assertThat(strength(version, "consider")).isEmpty();
        assertThat(strength(version, "strong")).containsExactly("strength");
        assertThat(strength(version, null)).containsExactly("strength");
    }

    private List<String> strength(Version version, @Nullable String strength) {
        return codes(new StrengthCheck(), SmallRecord.statement("s1", version, WORDS, strength));
    }

    @Test
    @DisplayName("P1 grade I is never worded as against")
    void gradeIIsNeverWordedAsAgainst() {
        Claim insufficient =
                SmallRecord.claim(
                        Claim.Kind.RECOMMENDATION, "grade I", Claim.Direction.INSUFFICIENT);
        String fair = "The evidence is insufficient: it is neither for nor against screening.";
        String unfair = "The task force recommends against screening.";
        Version one = record.add(new Book("pmid:2").block(fair, insufficient));
        Version other = record.add(new Book("pmid:3").block(unfair, insufficient));
        assertThat(codes(new StrengthCheck(), SmallRecord.statement("s1", one, fair, "grade I")))
                .isEmpty();
        assertThat(
                        codes(
                                new StrengthCheck(),
                                SmallRecord.statement("s1", other, unfair, "grade I")))
                .containsExactly("gradeI");
        Version typed =
                record.add(
                        new Book("pmid:4")
                                .issuerGrade("USPSTF 2021: I")
                                .block(
                                        fair,
                                        SmallRecord.claim(
                                                Claim.Kind.RECOMMENDATION,
                                                null,
                                                Claim.Direction.AGAINST)));
        assertThat(codes(new StrengthCheck(), SmallRecord.statement("s1", typed, fair, null)))
                .containsExactly("gradeI");
        Version gradeD =
                record.add(
                        new Book("pmid:5")
                                .issuerGrade("USPSTF 2021: D")
                                .block(
                                        unfair,
                                        SmallRecord.claim(
                                                Claim.Kind.RECOMMENDATION,
                                                "grade D",
                                                Claim.Direction.AGAINST)));
        assertThat(
                        codes(
                                new StrengthCheck(),
                                SmallRecord.statement("s1", gradeD, unfair, "grade D")))
                .isEmpty();
    }

    @Test
    @DisplayName("P6 a dose lacks nothing or is not shown")
    void anIncompleteDoseDoesNotHold() {
        String whole = "Give zoledronic acid 0.05 mg/kg intravenously every 6 months.";
        String noDrug = "Give 0.05 mg/kg intravenously every 6 months.";
        StatementCheck check = new DoseCheck(Terminology.builtIn());
        assertThat(dose(check, "pmid:11", whole, SmallRecord.CHILDREN)).isEmpty();
        assertThat(dose(check, "pmid:12", whole, Population.UNSTATED))
                .containsExactly("incompleteDose");
        assertThat(dose(check, "pmid:13", noDrug, SmallRecord.CHILDREN))
                .containsExactly("incompleteDose");
        assertThat(
                        dose(
                                check,
                                "pmid:14",
                                whole.replace(" intravenously", ""),
                                SmallRecord.CHILDREN))
                .containsExactly("incompleteDose");
        assertThat(
                        dose(
                                check,
                                "pmid:15",
                                whole.replace(" every 6 months", ""),
                                SmallRecord.CHILDREN))
                .containsExactly("incompleteDose");
    }

    private List<String> dose(StatementCheck check, String id, String words, Population people) {
        Version version = record.add(new Book(id).people(people).running(words));
        return codes(check, SmallRecord.statement("s1", version, words, null));
    }

    @Test
    @DisplayName("P1 every part has its provenance, and the text is the parts joined")
    void everyPartHasItsProvenance() {
        Version version = book(TextKind.FULL_TEXT);
        StatementCheck check = new PartCheck();
        assertThat(codes(check, of(version, span(WORDS)))).isEmpty();
        assertThat(codes(check, of(version, span(WORDS.replace("to be ", ""))))).contains("part");
        assertThat(
                        codes(
                                check,
                                of(
                                        version,
                                        span(WORDS),
                                        new Answer.Part("insertion", " Surely.", null, "surely"))))
                .contains("part");
        assertThat(
                        codes(
                                check,
                                of(
                                        version,
                                        span(WORDS),
                                        new Answer.Part(
                                                "insertion", " Surely.", null, "secondHand"))))
                .contains("part");
        assertThat(codes(check, of(version, new Answer.Part("remark", WORDS, 1, null))))
                .contains("part");
        assertThat(codes(check, of(version, new Answer.Part("span", WORDS, 2, null))))
                .contains("part");
        Answer.Statement right = of(version, span(WORDS));
        Answer.Statement longer =
                new Answer.Statement(
                        "s1",
                        "quote",
                        WORDS + " Always.",
                        right.parts(),
                        "consider",
                        right.certainty(),
                        right.citations());
        assertThat(codes(check, longer)).containsExactly("text");
        assertThat(
                        codes(
                                check,
                                SmallRecord.statement(
                                        "s1", "quote", null, right.parts(), List.of())))
                .containsExactly("uncited");
    }

    @Test
    @DisplayName("P1 an insertion from the closed list is true where it stands")
    void insertionsAreTrueWhereTheyStand() {
        Version version = book(TextKind.FULL_TEXT);
        StatementCheck check = new PartCheck();
        assertThat(codes(check, of(version, insertion("fromAdults"), span(WORDS))))
                .as("its fit is direct")
                .contains("part");
        assertThat(codes(check, of(version, insertion("secondHand"), span(WORDS))))
                .as("it is no second-hand summary")
                .contains("part");
        assertThat(codes(check, of(version, span(WORDS), insertion("stop"))))
                .as("it ends with a full stop")
                .contains("part");
        assertThat(codes(check, of(version, span(WORDS), insertion("noMaximum"))))
                .as("it has no dose")
                .contains("part");
    }

    @Test
    @DisplayName("P1 a typed field is the record's, word for word")
    void aFieldIsTheRecords() {
        Version version = book(TextKind.FULL_TEXT);
        StatementCheck check = new PartCheck();
        for (Answer.Part right :
                List.of(
                        field("n", "34"),
                        field("year", "2020"),
                        field("strength", "consider"),
                        field("comparator", "placebo"),
                        field("population", "children"),
                        field("design", "practice guideline"))) {
            assertThat(codes(check, of(version, span(WORDS), insertionSpace(), right)))
                    .as(right.source())
                    .containsOnly("part");
            assertThat(fieldFindings(version, right)).as(right.source()).isEmpty();
        }
        assertThat(fieldFindings(version, field("n", "43"))).isNotEmpty();
        assertThat(fieldFindings(version, field("certainty", "high"))).isNotEmpty();
        assertThat(fieldFindings(version, field("hash", version.hash()))).isNotEmpty();
        assertThat(fieldFindings(version, field("population", "adults"))).isNotEmpty();
    }

    /// A space nobody wrote: parts are joined by the closed list only.
    private static Answer.Part insertionSpace() {
        return new Answer.Part("insertion", " ", null, "space");
    }

    private List<String> fieldFindings(Version version, Answer.Part part) {
        return codes(
                new PartCheck(),
                SmallRecord.statement(
                        "s1",
                        "template",
                        "consider",
                        List.of(part),
                        List.of(SmallRecord.citation(version, 1, WORDS))));
    }

    @Test
    @DisplayName("P1 stretches that hold alone and together say something else do not hold")
    void stretchesDoNotAddUpToMore() {
        Version version =
                record.add(
                        new Book("pmid:21")
                                .running("Give zoledronic acid 1")
                                .running("0 mg of it.")
                                .running("Alendronate was"));
        Answer.Statement joined = joined(version, "Give zoledronic acid 1", "0 mg of it.");
        assertThat(codes(new PartCheck(), joined)).contains("part");
        assertThat(codes(new WordingCheck(Terminology.builtIn()), joined)).contains("number");
        Version denied =
                record.add(
                        new Book("pmid:22")
                                .running("Give the drug with")
                                .running("out food to girls."));
        assertThat(
                        codes(
                                new WordingCheck(Terminology.builtIn()),
                                joined(denied, "Give the drug with", "out food to girls.")))
                .contains("negation");
        assertThat(
                        codes(
                                new WordingCheck(Terminology.builtIn()),
                                joined(version, "Alendronate was", " 0 mg of it.".strip())))
                .doesNotContain("drug", "negation");
    }

    private static Answer.Statement joined(Version version, String one, String other) {
        return SmallRecord.statement(
                "s1",
                "quote",
                null,
                List.of(span(one), span(other)),
                List.of(
                        SmallRecord.citation(version, 1, one),
                        SmallRecord.citation(version, 1, other)));
    }
}
