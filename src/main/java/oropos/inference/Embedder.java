package oropos.inference;

/// Turns text into a vector whose direction carries its meaning.
public interface Embedder extends AutoCloseable {

    /// Name of model and file, as it stands in receipts and in front of stored vectors.
    String name();

    int dimensions();

    /// The unit vector of a passage. Text beyond the model's window is cut.
    float[] passage(String text);

    /// The unit vector of a question, with the instruction the model was trained with.
    float[] question(String text);

    /// A passage with its word pieces; none from an encoder that does not tell them.
    default Encoded encodedPassage(String text) {
        return new Encoded(passage(text), new int[0], new float[0][]);
    }

    /// A question with its word pieces; none from an encoder that does not tell them.
    default Encoded encodedQuestion(String text) {
        return new Encoded(question(text), new int[0], new float[0][]);
    }

    /// Names the mean of [#mean]: where it would be another, the name is another.
    default String meanName() {
        return PieceMean.NAME;
    }

    /// What the kept bits of word pieces refer to: the mean state of the pieces of texts that ship with
    /// Oropos, so that it is the same in every library. It may take seconds.
    default float[] mean() {
        return PieceMean.of(this);
    }

    @Override
    void close();
}
