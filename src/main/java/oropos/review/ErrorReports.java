package oropos.review;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What readers report on pages, and what the board answers.
public final class ErrorReports {

    /// How often a flag is tried again where others write at the same time.
    private static final int AGAIN = 20;

    private final ArticleFile file;
    private final InstantSource clock;
    private final Reviews reviews;

    ErrorReports(ArticleFile file, InstantSource clock, Reviews reviews) {
        this.file = file;
        this.clock = clock;
        this.reviews = reviews;
    }

    public List<ErrorReport> all() {
        return file.read(ArticleFile::reports);
    }

    /// Takes down an error a reader reports; nothing about the reader is kept.
    ///
    /// @param claim number of the claim, 0 for the page
    /// @return whether there is such a page and claim
    public boolean report(Address address, int claim, String words) {
        String said = words.strip();
        Optional<ArticleVersion> shown = reviews.at(address).map(Article::shown);
        if (said.isEmpty()
                || said.length() > Reviews.LONGEST_WORDS
                || shown.isEmpty()
                || claim != 0 && shown.get().claim(claim).isEmpty()) {
            return false;
        }
        Instant at = clock.instant();
        long id = file.write(open -> open.addReport(address, claim, said, at));
        Flag flag = Watch.reported(id, claim, shown.get(), reviews.today());
        // somebody may take a step in the same moment: the flag is about the page as it is then
        for (int i = 0; i < AGAIN; i++) {
            ArticleVersion now = reviews.at(address).map(Article::shown).orElse(shown.get());
            Moved moved =
                    reviews.take(
                            address,
                            now.number(),
                            now.revision(),
                            new Step.Raise(flag),
                            Person.SOFTWARE,
                            new Terms("", ""));
            if (!(moved instanceof Moved.Refused(Moved.Why why, var _)) || why != Moved.Why.STALE) {
                break;
            }
        }
        return true;
    }

    /// Answers a report, for everybody to read in the change log, and settles its flag.
    public Moved reply(long id, String words, Person person, Terms terms) {
        Optional<ErrorReport> report = all().stream().filter(one -> one.id() == id).findFirst();
        Optional<ArticleVersion> flagged =
                report.flatMap(one -> reviews.at(one.address()))
                        .flatMap(article ->
                                article.versions().stream()
                                        .filter(one ->
                                                one.openFlags().stream()
                                                        .anyMatch(flag ->
                                                                flag.about()
                                                                        .equals("report " + id)))
                                        .findFirst());
        if (report.isEmpty() || flagged.isEmpty()) {
            return Reviews.unknown();
        }
        Moved moved =
                reviews.take(
                        report.get().address(),
                        flagged.get().number(),
                        flagged.get().revision(),
                        new Step.Lower(Flag.Kind.ERROR_REPORTED, "report " + id, words),
                        person,
                        terms);
        if (moved instanceof Moved.Done) {
            file.write(open -> open.reply(id, words, clock.instant()));
        }
        return moved;
    }
}
