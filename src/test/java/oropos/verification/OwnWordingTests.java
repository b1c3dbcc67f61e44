package oropos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;
import oropos.library.Claim;
import oropos.library.Version;
import oropos.terminology.Terminology;
import oropos.verification.SmallRecord.Book;

/// What an author worded for patients is told for exactly those words, letter for letter, and for no
/// others.
class OwnWordingTests {

    private static final String LEAD = "In children, oral drugs did not prevent fractures";
    private static final String WORDS =
            LEAD + "; in 16 of 19 the vertebra healed (systematic review, 2018).";
    private static final String PLAIN =
            "Children had drugs by mouth. These did not keep bones from breaking. The bone of the spine healed in 16 of 19.";
    private static final String PLAIN_LEAD =
            "Children had drugs by mouth. These did not keep bones from breaking.";

    private static final TellingCheck CHECK = new TellingCheck(Terminology.builtIn());

    private final SmallRecord record = new SmallRecord();

    private static Claim claim(@Nullable String lead, String plain, @Nullable String plainLead) {
        return new Claim(
                Claim.Kind.FINDING,
                "drugs",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                lead,
                null,
                null,
                false,
                plain,
                plainLead);
    }

    private Answer.Statement statement(Version version, String words, String text) {
        return new Answer.Statement(
                "s1",
                "template",
                text,
                List.of(),
                null,
                new Answer.CertaintyView("low", true, List.of()),
                List.of(SmallRecord.citation(version, 1, words)));
    }

    private Version book(Claim claim) {
        return record.add(new Book("pmid:1").block(WORDS, claim));
    }

    private Optional<String> own(Answer.Statement statement) {
        return new OwnWording().of(statement, new OpenRecord(record));
    }

    @Test
    void theWholeBlockAndItsLeadHaveEachTheirWording() {
        Version version = book(claim(LEAD, PLAIN, PLAIN_LEAD));
        assertThat(own(statement(version, WORDS, WORDS))).contains(PLAIN);
        assertThat(own(statement(version, LEAD, LEAD + "."))).contains(PLAIN_LEAD);
    }

    @Test
    @DisplayName(
            "P9 a lead that says less than its block is not told in the words of the whole block")
    void aLeadIsNotToldAsTheWhole() {
        assertThat(own(statement(book(claim(LEAD, PLAIN, null)), LEAD, LEAD + "."))).isEmpty();
    }

    @Test
    void aLeadThatLeavesOutOnlyTheNameOfTheSourceIsToldAsTheWhole() {
        String lead = WORDS.substring(0, WORDS.indexOf(" (systematic"));
        assertThat(own(statement(book(claim(lead, PLAIN, null)), lead, lead + ".")))
                .contains(PLAIN);
    }

    @Test
    @DisplayName("P9 whom it is only for is said before either wording")
    void whatItOpensWithStays() {
        String opening = "Only for the people it names: ";
        Answer.Statement said = statement(book(claim(null, PLAIN, null)), WORDS, opening + WORDS);
        Answer.Statement opened =
                new Answer.Statement(
                        said.id(),
                        said.kind(),
                        said.text(),
                        List.of(
                                new Answer.Part("insertion", opening, null, "only"),
                                new Answer.Part("span", WORDS, 1, null)),
                        said.strength(),
                        said.certainty(),
                        said.citations());
        assertThat(own(opened)).contains(opening + PLAIN);
        assertThat(own(said)).isEmpty();
    }

    @Test
    @DisplayName("P9 a wording that does not state the same facts is not told, whoever wrote it")
    void aWordingThatLosesAFactIsNotTold() {
        String wrong = PLAIN.replace("did not keep", "keep");
        assertThat(own(statement(book(claim(null, wrong, null)), WORDS, WORDS))).isEmpty();
    }

    @Test
    @DisplayName(
            "P9 a telling in an author's words is the record's, with its source below it, or it is refused")
    void aForgedWordingIsRefused() {
        Answer.Statement statement = statement(book(claim(null, PLAIN, null)), WORDS, WORDS);
        String below = "\nMore for professionals: systematic review, 2018";
        assertThat(fault(statement, PLAIN + below)).isEmpty();
        assertThat(fault(statement, PLAIN)).isPresent();
        assertThat(fault(statement, PLAIN + below.replace("2018", "2019"))).isPresent();
        assertThat(fault(statement, PLAIN.replace("Children", "Boys") + below)).isPresent();
        assertThat(fault(statement, PLAIN.replace("16 of 19", "all") + below)).isPresent();
        assertThat(fault(statement, "Specialists may suggest this. " + PLAIN + below)).isPresent();
    }

    private Optional<StatementCheck.Finding> fault(Answer.Statement statement, String told) {
        return CHECK.fault(statement, new Answer.Telling("s1", told), new OpenRecord(record));
    }
}
