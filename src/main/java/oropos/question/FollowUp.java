package oropos.question;

import java.util.List;

/// What was meant by words that follow an answer.
public sealed interface FollowUp {

    /// A question that stands for itself.
    ///
    /// @param text what is asked; the case carried over is part of it, so that the same text still
    ///     gives the same answer and whoever reads the question reads what it was joined to
    /// @param carried what came from the turns before, in the words of the text; empty where the words
    ///     were taken alone
    /// @param again whether it is the question before with something changed, so that what the change
    ///     does to the answer can be shown
    record Question(String text, List<String> carried, boolean again) implements FollowUp {
        public Question {
            carried = List.copyOf(carried);
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
    ///     `question` where nothing is asked
    record Unclear(What what) implements FollowUp {

        /// What is not clear.
        public enum What {
            REFERENCE,
            PERSON,
            QUESTION
        }
    }
}
