package oropos.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import oropos.answer.AnswerJson;

/// A sentence for which no source was found, that the board writes in its own name: promise P1.
///
/// It stands apart from the answer and never in it: so nothing can count it as evidence, rate it, cite it
/// or tell it again in other words. It is shown once two clinicians have signed exactly these words, with
/// both names and as what it is.
///
/// @param number 1 for the first one of a version
/// @param by who wrote it; an author of the version, and none of its signers
public record BoardStatement(
        int number, String words, String by, Instant at, List<Work.SignOff> signatures) {

    /// Clinicians whose signatures it takes.
    public static final int SIGNERS = 2;

    /// Longest statement, in UTF-16 units: a sentence or two.
    public static final int LONGEST = 500;

    public BoardStatement {
        if (number < 1 || words.isBlank() || words.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a board statement has a number from 1 and 1 to "
                            + LONGEST
                            + " characters, but was "
                            + number
                            + ", \""
                            + words
                            + "\"");
        }
        signatures = List.copyOf(signatures);
    }

    /// What is signed.
    String hash() {
        return AnswerJson.sha256("board statement\n" + words);
    }

    /// The clinicians who signed these words and wrote none of the version's, each once.
    public List<String> signers(Collection<String> authors) {
        return signatures.stream()
                .filter(one -> one.clinician() && one.of().equals(hash()))
                .map(Work.SignOff::by)
                .filter(by -> !authors.contains(by))
                .distinct()
                .toList();
    }
}
