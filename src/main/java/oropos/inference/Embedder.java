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

    @Override
    void close();
}
