package oropos.question;

import java.util.List;
import java.util.stream.Stream;

/// What was meant by words that follow an answer.
public sealed interface FollowUp {

    /// A question that stands for itself.
    ///
    /// @param text what is asked; the case carried over is part of it, so that the same text still
    ///     gives the same answer and whoever reads the question reads what it was joined to
    /// @param carried what came from the turns before, in the words of the text; empty where the words
    ///     were taken alone
    /// @param changed what the words put in the place of what was told before, and what they take away or
    ///     put right that nobody had told; in words, for whoever reads the answer
    /// @param again whether it is the question before with something changed, so that what the change
    ///     does to the answer can be shown
    record Question(String text, List<String> carried, List<String> changed, boolean again)
            implements FollowUp {
        public Question {
            carried = List.copyOf(carried);
            changed = List.copyOf(changed);
        }

        public Question(String text, List<String> carried, boolean again) {
            this(text, carried, List.of(), again);
        }

        /// The same, telling what was changed.
        Question changing(List<String> changed) {
            return new Question(text, carried, changed, again);
        }

        /// The same, with what was only supposed before carried on as supposed.
        Question supposing(List<String> supposed) {
            return supposed.isEmpty()
                    ? this
                    : new Question(
                            Corrections.supposeCarried(text, supposed),
                            Corrections.supposing(carried, supposed),
                            changed,
                            again);
        }

        /// The same, with words of urgent signs that hold in the thread.
        Question telling(List<String> words) {
            List<String> items = words.stream().map(SignsTold::item).toList();
            return new Question(
                    Corrections.carrying(text, items),
                    Stream.concat(carried.stream(), items.stream()).distinct().toList(),
                    changed,
                    again);
        }

        /// All that is told of what became of the case.
        public List<String> told() {
            return Stream.concat(carried.stream(), changed.stream()).toList();
        }
    }

    /// It is about a source of the answer.
    ///
    /// @param mark its number in the list of references
    /// @param text what is asked of it, with the case carried over
    record OfReference(int mark, String text) implements FollowUp {}

    /// A statement is to be explained.
    ///
    /// @param number as they stand in the answer, from 1
    record OfStatement(int number) implements FollowUp {}

    /// It must be asked back what is meant.
    ///
    /// @param what `reference` where one of several sources is meant, `person` where somebody else is,
    ///     `question` where nothing is asked, `thing` where two drugs, tests or operations fit
    record Unclear(What what) implements FollowUp {

        /// What is not clear.
        public enum What {
            REFERENCE,
            PERSON,
            QUESTION,
            THING
        }
    }
}
