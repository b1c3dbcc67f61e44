package oropos.inference;

/// A text as an encoder sees it, whole and word piece by word piece.
///
/// Pieces that say nothing by themselves (the model's own marks, the instruction before questions,
/// punctuation, the commonest words) are left out of `pieces` and `states`.
///
/// @param vector the unit vector of the whole
/// @param pieces the number of each word piece in the encoder's vocabulary, below 65,536
/// @param states for each piece the unit vector it has in this text
@SuppressWarnings("ArrayRecordComponent")
public record Encoded(float[] vector, int[] pieces, float[][] states) {

    public Encoded {
        if (pieces.length != states.length) {
            throw new IllegalArgumentException(
                    pieces.length + " pieces cannot have " + states.length + " states");
        }
    }
}
