package oropos.publication;

import java.util.List;
import java.util.Optional;
import oropos.answer.Answer;
import oropos.library.Beneath;
import oropos.library.Design;
import oropos.library.Library;
import oropos.library.Passage;
import oropos.library.Population;
import oropos.library.Record;
import oropos.library.SourceId;
import oropos.library.Study;
import oropos.library.TextKind;
import oropos.review.Address;
import oropos.review.Article;
import oropos.review.ArticleVersion;
import oropos.review.Reviews;
import oropos.review.State;
import oropos.review.Work;

/// Keeps the overviews that people vouch for at this moment in the library, where answers find them, and takes
/// off those they do not.
///
/// Only what is published and approved now stands there: a withdrawn, expired or suspended overview is gone
/// from the next answer on, and an earlier day's library still holds what stood on that day.
public final class Overviews {

    private final Reviews reviews;
    private final Library library;
    private final Runnable changed;

    /// @param changed what follows where something was put there or taken off: the index
    public Overviews(Reviews reviews, Library library, Runnable changed) {
        this.reviews = reviews;
        this.library = library;
        this.changed = changed;
    }

    /// The id an overview has as a source.
    public static SourceId id(Address address) {
        return new SourceId(Beneath.FORM + ":" + address);
    }

    /// Follows every step on an overview from now on, and catches up with what happened before.
    public void follow() {
        reviews.tellOfOverviews(this::shelve);
        reviews.all().stream().filter(Article::isOverview).forEach(this::shelve);
    }

    private void shelve(Article article) {
        ArticleVersion shown = article.shown();
        SourceId id = id(article.address());
        Optional<Answer> answer =
                shown.state() == State.PUBLISHED
                                && shown.isApprovedNow()
                                && shown.content().isOverview()
                        ? reviews.answer(article.address(), shown.number())
                                .filter(one -> reviews.disowned(shown, one).isEmpty())
                        : Optional.empty();
        boolean there = !library.current(id).isEmpty();
        if (answer.isPresent()) {
            var tally = library.shelve(record(id, shown, answer.get()));
            if (tally.added() + tally.updated() > 0 || !there) {
                changed.run();
            }
        } else if (there) {
            library.takeOff(id, Beneath.FORM);
            changed.run();
        }
    }

    private static Record record(SourceId id, ArticleVersion version, Answer answer) {
        Record.Builder record =
                Record.of(id, Beneath.FORM, answer.title(), TextKind.FULL_TEXT)
                        .stated(
                                new Study(
                                        Design.BOARD_OVERVIEW,
                                        true,
                                        "written by the board",
                                        Population.UNSTATED,
                                        null,
                                        "board overviews"));
        Work.Approval approval = version.work().approval();
        if (approval != null) {
            record.published(Page.day(approval.at()));
        }
        answer.bottomLine().lead().forEach(one -> part("Bottom line", one, record));
        answer.sections()
                .forEach(section ->
                        section.statements().forEach(one -> part(section.heading(), one, record)));
        return record.build();
    }

    private static void part(String heading, Answer.Statement statement, Record.Builder record) {
        Answer.Citation citation = statement.citations().getFirst();
        record.part(
                Passage.Role.BODY,
                List.of(
                        heading,
                        Beneath.at(
                                        citation.source(),
                                        citation.version(),
                                        citation.start(),
                                        citation.end())
                                .heading()),
                citation.quote());
    }
}
