package oropos.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static oropos.review.ReviewedLibrary.AUTHOR;
import static oropos.review.ReviewedLibrary.PUBLISHER;
import static oropos.review.ReviewedLibrary.REVIEWER;
import static oropos.review.ReviewedLibrary.TERMS;
import static oropos.review.ReviewedLibrary.done;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.answer.OverviewText;
import oropos.library.Progress;
import oropos.publication.Overviews;
import oropos.review.ArticleVersion;
import oropos.review.Moved;
import oropos.review.ReviewedLibrary;
import oropos.review.State;
import oropos.review.Step;
import oropos.terminology.Terminology;
import oropos.verification.Verification;

/// Overviews of the board, from an editor's text to the answers that name them and back.
class OverviewTests {

    private static final String TITLE = "Vertebral fractures in children";

    @TempDir private Path folder;
    private ReviewedLibrary house;

    @BeforeEach
    void open() {
        house = new ReviewedLibrary(folder);
        new Overviews(house.reviews, house.library, () -> house.retrieval.refresh(Progress.none()))
                .follow();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void anOverviewIsWrittenReviewedPublishedNamedAndGoneWhenWithdrawn() {
        Answer before = house.ask(ReviewedLibrary.CHILD);
        assertThat(before.overviews()).isNull();
        Answer overview = fits(text(before));
        ArticleVersion submitted = submitted(overview);
        assertThat(house.ask(ReviewedLibrary.CHILD).overviews()).as("only submitted").isNull();

        ArticleVersion version = house.published(submitted);
        Answer after = house.ask(ReviewedLibrary.CHILD);
        assertThat(after.overviews()).hasSize(1);
        assertThat(after.basis().sourcesSearched())
                .as("it is no source that was searched")
                .isEqualTo(before.basis().sourcesSearched());
        Answer.BoardOverview named = overviews(after).getFirst();
        assertThat(named.title()).isEqualTo(TITLE);
        assertThat(named.address()).isEqualTo(version.address().value());
        assertThat(named.statements()).isNotEmpty();

        house.take(version, new Step.Withdraw("It is out of date."), PUBLISHER);
        assertThat(house.ask(ReviewedLibrary.CHILD).overviews()).isNull();
    }

    @Test
    void itChangesNoWordNoSourceAndNoCertaintyOfAnAnswer() {
        Answer before = house.ask(ReviewedLibrary.CHILD);
        house.published(submitted(fits(text(before))));
        Answer after = house.ask(ReviewedLibrary.CHILD);
        assertThat(after.statements()).isEqualTo(before.statements());
        assertThat(after.references()).isEqualTo(before.references());
        assertThat(after.bottomLine()).isEqualTo(before.bottomLine());
        assertThat(after.direction()).isEqualTo(before.direction());
        assertThat(after.references())
                .noneMatch(one -> one.source().startsWith("overview:"))
                .noneMatch(one -> one.design().equals("board overview"));
        assertThat(after.basis().setAside())
                .hasKeySatisfying(
                        new org.assertj.core.api.Condition<>(
                                words -> words.startsWith("board overview"),
                                "set aside as an overview"));
        assertThat(AnswerJson.canonical(house.ask(ReviewedLibrary.CHILD)))
                .isEqualTo(AnswerJson.canonical(after));
    }

    @Test
    void anAnswerThatNamesOneHoldsAndAForgedNameIsFound() {
        house.published(submitted(fits(text(house.ask(ReviewedLibrary.CHILD)))));
        Answer after = house.ask(ReviewedLibrary.CHILD);
        assertThat(verify(after)).isEmpty();
        Answer.BoardOverview named = overviews(after).getFirst();
        String other =
                after.statements().stream()
                        .map(Answer.Statement::id)
                        .filter(id -> !named.statements().contains(id))
                        .findFirst()
                        .orElseThrow();
        assertThat(
                        verify(
                                after.withReceipt(null)
                                        .withOverviews(
                                                List.of(
                                                        new Answer.BoardOverview(
                                                                named.source(),
                                                                named.version(),
                                                                named.title(),
                                                                named.approved(),
                                                                List.of(other))))))
                .anyMatch(words -> words.contains("it does not hold statement " + other));
        assertThat(
                        verify(
                                after.withReceipt(null)
                                        .withOverviews(
                                                List.of(
                                                        new Answer.BoardOverview(
                                                                "overview:none",
                                                                named.version(),
                                                                named.title(),
                                                                named.approved(),
                                                                named.statements())))))
                .anyMatch(words -> words.contains("holds no such board overview"));
        assertThat(verify(after.withOverviews(null))).as("left out after signing").isNotEmpty();
    }

    @Test
    void aRetractedSourceBeneathSuspendsItAndTakesItOutOfAnswers() throws Exception {
        Answer before = house.ask(ReviewedLibrary.CHILD);
        ArticleVersion version = house.published(submitted(fits(text(before))));
        String pmid =
                version.content().sources().stream()
                        .map(one -> one.source())
                        .filter(one -> one.startsWith("pmid:"))
                        .findFirst()
                        .orElseThrow();
        Path list = folder.resolve("watch.csv");
        Files.writeString(
                list,
                "OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature\n,"
                        + pmid.substring(5)
                        + ",Retraction\n");
        house.library.addRetractions(list);
        house.retrieval.refresh(Progress.none());
        assertThat(house.reviews.reopenings().follow()).isNotEmpty();
        assertThat(house.now(version).isApprovedNow()).isFalse();
        Answer after = house.ask(ReviewedLibrary.CHILD);
        assertThat(after.overviews()).isNull();
        assertThat(after.references()).noneMatch(one -> one.source().equals(pmid));
        assertThat(problems(text(before)))
                .as("and it may not be written again")
                .anyMatch(one -> one.contains(pmid + " may not be cited: it is retracted"));
    }

    @Test
    void everyLineThatDoesNotHoldIsToldWithItsNumber() {
        Answer answer = house.ask(ReviewedLibrary.CHILD);
        Answer.Citation citation = answer.statements().getFirst().citations().getFirst();
        String id = citation.source();
        String words = citation.quote();
        String heading = answer.sections().getFirst().heading();
        assertThat(
                        problems(
                                String.join(
                                        "\n",
                                        "# " + TITLE,
                                        "## " + heading,
                                        id + " " + words.replace("children", "adults"),
                                        "pmid:1 " + words,
                                        "In our experience it heals.")))
                .anyMatch(one -> one.startsWith("Line 5: a sentence begins with the id"));
        assertThat(
                        problems(
                                String.join(
                                        "\n",
                                        "# " + TITLE,
                                        "## " + heading,
                                        id + " " + words + " Always.",
                                        "pmid:1 " + words)))
                .hasSize(2)
                .anyMatch(one -> one.startsWith("Line 3: these words do not stand so in " + id))
                .anyMatch(one -> one.startsWith("Line 4: the library does not hold pmid:1"));
        assertThat(
                        problems(
                                "# "
                                        + TITLE
                                        + "\n## "
                                        + heading
                                        + "\n"
                                        + id
                                        + " "
                                        + words.substring(0, words.length() / 2)))
                .as("half a sentence")
                .singleElement()
                .asString()
                .startsWith("Line 3: this does not hold");
        assertThat(problems("# " + TITLE + "\n## My opinion\n" + id + " " + words))
                .anyMatch(one -> one.startsWith("Line 2: there is no section \"My opinion\""));
        assertThat(problems("## " + heading + "\n" + id + " " + words))
                .anyMatch(one -> one.startsWith("It has no title"));
        assertThat(problems("")).isNotEmpty();
    }

    @Test
    void evidenceFromAdultsNeverHeadsAnOverviewOnChildren() {
        Answer screening = house.ask(ReviewedLibrary.SCREENING);
        Answer.Citation adult = screening.bottomLine().lead().getFirst().citations().getFirst();
        String line = adult.source() + " " + adult.quote();
        assertThat(problems("# Osteoporosis in children aged 8\n## Bottom line\n" + line))
                .isNotEmpty();
        assertThat(
                        fits("# Osteoporosis in women of 67\n## Bottom line\n" + line)
                                .bottomLine()
                                .lead())
                .hasSize(1);
    }

    @Test
    void oneOverviewIsNoSourceOfAnother() {
        Answer before = house.ask(ReviewedLibrary.CHILD);
        ArticleVersion version = house.published(submitted(fits(text(before))));
        Answer.Citation citation = before.statements().getFirst().citations().getFirst();
        assertThat(
                        problems(
                                "# Fractures\n## Bottom line\n"
                                        + Overviews.id(version.address())
                                        + " "
                                        + citation.quote()))
                .singleElement()
                .asString()
                .contains("an overview is no source");
    }

    @Test
    void aReturnedOverviewIsWrittenAnewAndItsAuthorsJudgeItNot() {
        Answer before = house.ask(ReviewedLibrary.CHILD);
        String text = text(before);
        ArticleVersion version = house.take(submitted(fits(text)), new Step.Take(), REVIEWER);
        version = house.take(version, new Step.Return("Too long."), REVIEWER);
        version = house.take(version, new Step.Revise(), AUTHOR);
        assertThat(
                        OverviewText.of(
                                house.reviews
                                        .answer(version.address(), version.number())
                                        .orElseThrow()))
                .isEqualTo(text);
        List<String> lines = text.lines().toList();
        Answer shorter = fits(String.join("\n", lines.subList(0, 5)));
        version =
                done(
                        house.reviews
                                .rewordings()
                                .rewrite(
                                        version.address(),
                                        version.number(),
                                        version.revision(),
                                        shorter,
                                        AUTHOR,
                                        TERMS));
        assertThat(version.content().claims()).hasSize(2);
        assertThat(version.content().isOverview()).isTrue();
        assertThat(version.state()).isEqualTo(State.DRAFT);
        assertThat(
                        house.reviews
                                .rewordings()
                                .rewrite(
                                        version.address(),
                                        version.number(),
                                        version.revision(),
                                        before,
                                        AUTHOR,
                                        TERMS))
                .as("the answer to a question is no overview")
                .isInstanceOf(Moved.Refused.class);
    }

    @Test
    void anOverviewWhoseWordsWereForgedIsNotTaken() {
        Answer overview = fits(text(house.ask(ReviewedLibrary.CHILD)));
        String json = AnswerJson.canonical(overview);
        String quote = overview.statements().getFirst().text();
        Answer forged =
                AnswerJson.read(json.replace(quote, quote.replaceFirst("children", "adults")));
        assertThat(house.reviews.submit(forged, "bone", AUTHOR, TERMS))
                .isInstanceOf(Moved.Refused.class);
    }

    private ArticleVersion submitted(Answer overview) {
        return done(house.reviews.submit(overview, "bone", AUTHOR, TERMS));
    }

    private List<String> verify(Answer answer) {
        return new Verification(Terminology.builtIn(), house.library::version)
                .verify(answer).stream().map(one -> one.words()).toList();
    }

    private static List<Answer.BoardOverview> overviews(Answer answer) {
        return java.util.Objects.requireNonNull(answer.overviews());
    }

    private Answer fits(String text) {
        Overviewed made = house.asking().overview(text);
        assertThat(made).isInstanceOf(Overviewed.Fits.class);
        return ((Overviewed.Fits) made).answer();
    }

    private List<String> problems(String text) {
        Overviewed made = house.asking().overview(text);
        assertThat(made).isInstanceOf(Overviewed.Refused.class);
        return ((Overviewed.Refused) made).problems();
    }

    /// Sentences of an answer, as an editor would choose them.
    private static String text(Answer answer) {
        StringBuilder text = new StringBuilder("# " + TITLE + "\n");
        for (Answer.Section section : answer.sections()) {
            if (!section.statements().isEmpty()) {
                text.append("\n## ").append(section.heading()).append('\n');
                section.statements().stream()
                        .limit(2)
                        .forEach(one ->
                                text.append(one.citations().getFirst().source())
                                        .append(' ')
                                        .append(one.citations().getFirst().quote())
                                        .append('\n'));
            }
        }
        return text.toString();
    }
}
