package oropos.review;

import java.util.Optional;
import oropos.answer.Answer;

/// Changes of what a version says: whether somebody may is said first, then whether the words hold.
final class Rewordings {

    private final Wording wording;
    private final Reviews reviews;

    Rewordings(Wording wording, Reviews reviews) {
        this.wording = wording;
        this.reviews = reviews;
    }

    @FunctionalInterface
    interface Changing {
        Wording.Reworded of(Wording wording, Answer answer, String statement);
    }

    Moved changed(
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
                            new Step.Change(version.get().content(), what, reworded),
                            new Changed(fits, numbered.get()),
                            person,
                            terms);
        };
    }
}
