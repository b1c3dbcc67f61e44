package oropos.retrieval;

import java.util.List;
import oropos.inference.Embedder;
import oropos.retrieval.lucene.Stems;

/// An encoder whose vectors count words: texts with common words point the same way.
final class WordEmbedder implements Embedder {

    @Override
    public String name() {
        return "words-64";
    }

    @Override
    public int dimensions() {
        return 64;
    }

    @Override
    public float[] passage(String text) {
        List<String> stems = Stems.of(text);
        float[] vector = new float[dimensions()];
        vector[0] = .1f;
        for (String stem : stems) {
            vector[Math.floorMod(stem.hashCode(), 63) + 1] += 1;
        }
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / Math.sqrt(squares));
        }
        return vector;
    }

    @Override
    public float[] question(String text) {
        return passage(text);
    }

    @Override
    public void close() {}
}
