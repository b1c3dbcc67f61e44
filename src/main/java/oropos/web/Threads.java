package oropos.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import oropos.answer.Answer;
import oropos.consultation.Asking;
import oropos.library.SourceId;
import oropos.question.Asked;
import oropos.question.FollowUp;
import oropos.terminology.Normal;

/// Which answer follows which, and what is meant by words that follow one.
///
/// A thread is a chain of answers, each of which knows the one before. It is kept as long as they are,
/// in memory only; the case it holds stands in the words that were asked.
@Component
class Threads {

    /// Turns that are read; what was told earlier has been carried along by then.
    static final int LONGEST = 12;

    private final Asking asking;
    private final Answers answers;
    private final OpenTurns openTurns;

    Threads(Asking asking, Answers answers, OpenTurns openTurns) {
        this.asking = asking;
        this.answers = answers;
        this.openTurns = openTurns;
    }

    /// What is to be done with the words.
    sealed interface Next {

        /// They are asked.
        ///
        /// @param only the sources they are about, or null for all
        /// @param before address of the answer that is asked again with something changed, or null
        record Ask(
                Asked asked,
                @Nullable Set<SourceId> only,
                @Nullable String before,
                Answers.@Nullable Follows follows)
                implements Next {}

        /// The answer stands already at an address, or it is asked back there what is meant.
        record See(String address) implements Next {}
    }

    /// What was not clear.
    enum Open {
        REFERENCE,
        PERSON,
        QUESTION,
        NUMBER,
        THING;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<String> of(@Nullable String code) {
            return Arrays.stream(values())
                    .map(Open::code)
                    .filter(one -> one.equals(code))
                    .findFirst();
        }
    }

    /// A turn before the one that is shown.
    record Turn(String address, String title) {}

    /// @param follows address of the answer the words follow, or null
    /// @param before address of the answer they are asked again from, or null
    Next next(Asked asked, @Nullable String follows, @Nullable String before) {
        return next(asked, follows, before, "");
    }

    /// @param open words it was asked back of whom they are, which these answer; empty where nothing is open
    Next next(Asked asked, @Nullable String follows, @Nullable String before, String open) {
        Optional<Answer> last = Optional.ofNullable(follows).flatMap(answers::at);
        if (follows == null || last.isEmpty()) {
            return new Next.Ask(asked, null, before, follows(before));
        }
        return switch (asking.followUp(texts(follows), open, asked.text())) {
            case FollowUp.Question question ->
                    new Next.Ask(
                            asked.with(question.text()),
                            null,
                            question.again() ? follows : null,
                            // A question of its own stays in the thread, so that a later turn can
                            // go back.
                            new Answers.Follows(follows, question.carried(), question.changed()));
            case FollowUp.OfReference(int mark, String text) ->
                    ofReference(asked, follows, last.get(), mark, text);
            case FollowUp.OfStatement(int number) ->
                    number >= 1 && number <= last.get().references().size()
                            ? new Next.See("/a/" + follows + "#r-" + number)
                            : unclear(follows, Open.NUMBER);
            case FollowUp.Unclear(FollowUp.Unclear.What what)
                    when what == FollowUp.Unclear.What.PERSON ->
                    new Next.See(
                            unclear(
                                    follows,
                                    Open.PERSON,
                                    "&open=" + openTurns.keep(stillOpen(open, asked))));
            case FollowUp.Unclear(FollowUp.Unclear.What what) ->
                    unclear(
                            follows,
                            switch (what) {
                                case REFERENCE -> Open.REFERENCE;
                                case PERSON -> Open.PERSON;
                                case QUESTION -> Open.QUESTION;
                                case THING -> Open.THING;
                            });
        };
    }

    private static Next unclear(String follows, Open what) {
        return new Next.See(unclear(follows, what, ""));
    }

    private static String unclear(String follows, Open what, String open) {
        return "/a/" + follows + "?unclear=" + what.code() + open + "#next";
    }

    /// What was open stays so with what does not close it, without what identifies anybody.
    private String stillOpen(String open, Asked asked) {
        String words = asking.taken(asked).kept();
        String both = open.isEmpty() ? words : open + " " + words;
        return both.length() > Asked.LONGEST / 2 ? words : both;
    }

    /// The words a mark stands for, empty where it stands for none.
    String open(@Nullable String mark) {
        return openTurns.words(mark);
    }

    private static Next ofReference(
            Asked asked, String follows, Answer last, int mark, String text) {
        return last.references().stream()
                .filter(reference -> reference.mark() == mark)
                .findFirst()
                .<Next>map(reference ->
                        new Next.Ask(
                                asked.with(text),
                                Set.of(new SourceId(reference.source())),
                                null,
                                new Answers.Follows(
                                        follows,
                                        List.of(
                                                "only reference "
                                                        + mark
                                                        + ", "
                                                        + reference.title()),
                                        List.of())))
                .orElseGet(() -> unclear(follows, Open.NUMBER));
    }

    /// An answer that is asked again stays where it was in its thread.
    private Answers.@Nullable Follows follows(@Nullable String before) {
        return before == null
                ? null
                : answers.byId(before.split("/", 2)[0]).map(Answers.Given::follows).orElse(null);
    }

    /// Whether a text was asked at an address, word for word.
    boolean isAskedAt(@Nullable String address, String text) {
        return address != null
                && answers.at(address)
                        .filter(answer -> answer.asked().equals(Normal.text(text)))
                        .isPresent();
    }

    /// The texts asked up to an answer, the first one first.
    List<String> texts(String last) {
        List<String> texts = new ArrayList<>();
        String address = last;
        while (address != null && texts.size() < LONGEST) {
            answers.at(address).ifPresent(answer -> texts.addFirst(answer.asked()));
            Answers.Follows earlier = follows(address);
            address = earlier == null ? null : earlier.address();
        }
        return texts;
    }

    /// The turns before an answer, the first one first.
    List<Turn> before(Answers.Given given) {
        List<Turn> turns = new ArrayList<>();
        Answers.Follows follows = given.follows();
        while (follows != null && turns.size() < LONGEST) {
            String address = follows.address();
            Optional<Answer> answer = answers.at(address);
            if (answer.isEmpty()) {
                break;
            }
            turns.addFirst(
                    new Turn(
                            answers.articleOf(address)
                                    .map(article -> "/articles/" + article)
                                    .orElse("/a/" + address),
                            answer.get().title()));
            follows = follows(address);
        }
        return turns;
    }
}
