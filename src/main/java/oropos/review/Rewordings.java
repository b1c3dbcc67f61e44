package oropos.review;

import java.util.Optional;
import oropos.answer.Answer;
import oropos.answer.OverviewText;

/// Changes of what a version says: whether somebody may is said first, then whether the words hold.
public final class Rewordings {

    /// Most of a claim's words that a remark repeats, in UTF-16 units.
    private static final int SHOWN = 400;

    private final Wording wording;
    private final Reviews reviews;

    Rewordings(Wording wording, Reviews reviews) {
        this.wording = wording;
        this.reviews = reviews;
    }

    /// Why an answer cannot be handed in, where it cannot.
    Optional<Moved.Refused> unfit(Answer answer) {
        if (answer.parts() != null) {
            return refused(
                    "Several things were asked at once: submit the answer to each by itself.");
        }
        if (Contents.statements(answer).isEmpty()) {
            return refused("It says nothing that could be reviewed.");
        }
        return OverviewText.isIn(answer)
                        && wording.checked(answer) instanceof Wording.Reworded.Refused(String words)
                ? refused(words)
                : Optional.empty();
    }

    private static Optional<Moved.Refused> refused(String words) {
        return Optional.of(new Moved.Refused(Moved.Why.DOES_NOT_HOLD, words));
    }

    /// Has a claim say other words of a source it cites; checked at once.
    public Moved reword(
            Address address,
            int number,
            long seen,
            int claim,
            String words,
            Person person,
            Terms terms) {
        return changed(
                address,
                number,
                seen,
                claim,
                "Other words were chosen for claim " + claim + ".",
                true,
                (wording, answer, statement) -> wording.choose(answer, statement, words),
                person,
                terms);
    }

    /// Leaves a claim out; the page stays.
    public Moved leaveOut(
            Address address,
            int number,
            long seen,
            int claim,
            String reason,
            Person person,
            Terms terms) {
        return changed(
                address,
                number,
                seen,
                claim,
                "Claim " + claim + " was left out: " + reason,
                false,
                Wording::leaveOut,
                person,
                terms);
    }

    /// Writes an overview anew, every sentence checked at once; the answer to a question is never written.
    ///
    /// @param answer the overview as it was set and checked by whoever composes
    public Moved rewrite(
            Address address, int number, long seen, Answer answer, Person person, Terms terms) {
        Optional<Article> article = reviews.at(address);
        Optional<ArticleVersion> version = article.flatMap(one -> one.version(number));
        if (version.isEmpty() || !version.get().content().isOverview()) {
            return Reviews.unknown();
        }
        if (!OverviewText.isIn(answer) || !answer.title().equals(article.get().title())) {
            return new Moved.Refused(
                    Moved.Why.DOES_NOT_HOLD,
                    "An overview keeps its title: hand another topic in as another overview.");
        }
        String what = "The overview was written anew.";
        Moved may =
                version.get()
                        .after(
                                new Step.Change(version.get().content(), what, true),
                                person,
                                seen,
                                reviews.circumstances(address, terms, new Step.Revise()));
        if (may instanceof Moved.Refused) {
            return may;
        }
        Optional<Moved.Refused> unfit = unfit(answer);
        return unfit.isPresent()
                ? unfit.get()
                : reviews.taken(
                        address,
                        number,
                        seen,
                        new Step.Change(version.get().content(), what, true),
                        new Changed(answer.withReceipt(null), null),
                        person,
                        terms);
    }

    @FunctionalInterface
    private interface Changing {
        Wording.Reworded of(Wording wording, Answer answer, String statement);
    }

    private Moved changed(
            Address address,
            int number,
            long seen,
            int claim,
            String what,
            boolean reworded,
            Changing changing,
            Person person,
            Terms terms) {
        Optional<ArticleVersion> version = reviews.at(address).flatMap(one -> one.version(number));
        Optional<Answer> answer = reviews.answer(address, number);
        Optional<NumberedClaim> numbered = version.flatMap(one -> one.claim(claim));
        if (numbered.isEmpty() || answer.isEmpty()) {
            return Reviews.unknown();
        }
        Moved.Refused unsaid = Rules.words(what);
        if (unsaid != null) {
            return unsaid;
        }
        // whether this person may change anything is said before whether the words hold
        Moved may =
                version.get()
                        .after(
                                new Step.Change(version.get().content(), what, reworded),
                                person,
                                seen,
                                reviews.circumstances(address, terms, new Step.Revise()));
        if (may instanceof Moved.Refused) {
            return may;
        }
        return switch (changing.of(wording, answer.get(), numbered.get().statement())) {
            case Wording.Reworded.Refused(String words) ->
                    new Moved.Refused(Moved.Why.DOES_NOT_HOLD, words);
            case Wording.Reworded.Fits(Answer fits) ->
                    reviews.taken(
                            address,
                            number,
                            seen,
                            new Step.Change(
                                    version.get().content(),
                                    onFile(what, numbered.get(), answer.get(), fits),
                                    reworded),
                            new Changed(fits, numbered.get()),
                            person,
                            terms);
        };
    }

    /// What was done, with the words as they were and as they are: a difference stays on file however
    /// small it is.
    private static String onFile(String what, NumberedClaim claim, Answer before, Answer after) {
        String was = said(claim, before);
        String is = said(claim, after);
        return what + (is.isEmpty() ? "" : " Now: \"" + is + "\".") + " Before: \"" + was + "\".";
    }

    private static String said(NumberedClaim claim, Answer answer) {
        Answer.Statement statement = Contents.statements(answer).get(claim.statement());
        if (statement == null) {
            return "";
        }
        String words = statement.text();
        return words.length() > SHOWN ? words.substring(0, SHOWN) + " ..." : words;
    }
}
