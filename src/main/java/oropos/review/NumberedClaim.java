package oropos.review;

import java.util.List;

/// A statement of an article under the number it keeps through all versions: `#c12`.
///
/// @param statement id of the statement in this version's answer
/// @param fingerprint hash of its words, spans, fit, certainty, the patient's group and the rules: who
///     signed it elsewhere signed the same
/// @param bottomLine whether it stands at the head or in the card
/// @param works the works it rests on
public record NumberedClaim(
        int number, String statement, String fingerprint, boolean bottomLine, List<String> works) {

    public NumberedClaim {
        if (number < 1) {
            throw new IllegalArgumentException("claims are numbered from 1, but was " + number);
        }
        works = List.copyOf(works);
    }
}
