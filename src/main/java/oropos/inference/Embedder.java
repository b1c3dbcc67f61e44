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

    @Override
    void close();
}
