package oropos.retrieval;

import java.util.Arrays;
import java.util.List;
import oropos.inference.Embedder;
import oropos.inference.Encoded;
import oropos.retrieval.lucene.Stems;

/// [WordEmbedder], each word a piece, with a mean that tests choose.
///
/// @param meanName another mean, another name
/// @param each every number of the mean
record PieceEmbedder(String meanName, float each) implements Embedder {

    private static final WordEmbedder WORDS = new WordEmbedder();

    @Override
    public String name() {
        return WORDS.name();
    }

    @Override
    public int dimensions() {
        return WORDS.dimensions();
    }

    @Override
    public float[] passage(String text) {
        return WORDS.passage(text);
    }

    @Override
    public float[] question(String text) {
        return WORDS.passage(text);
    }

    @Override
    public Encoded encodedPassage(String text) {
        List<String> stems = Stems.of(text);
        return new Encoded(
                passage(text),
                stems.stream().mapToInt(stem -> Math.floorMod(stem.hashCode(), 60_000)).toArray(),
                stems.stream().map(WORDS::passage).toArray(float[][]::new));
    }

    @Override
    public Encoded encodedQuestion(String text) {
        return encodedPassage(text);
    }

    @Override
    public float[] mean() {
        float[] mean = new float[dimensions()];
        Arrays.fill(mean, each);
        return mean;
    }

    @Override
    public void close() {}
}
