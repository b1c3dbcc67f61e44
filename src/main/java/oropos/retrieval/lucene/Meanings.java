package oropos.retrieval.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;

/// The vectors of every passage of one generation, compared with a question one by one: exact, and
/// for as many as [#MOST] passages as fast as anything clever.
public final class Meanings {

    /// Above this many passages an exact scan takes longer than the words do.
    public static final int MOST = 100_000;

    private final VectorFile file;
    private final int[] rows;
    private final int dimensions;

    private Meanings(VectorFile file, int[] rows, int dimensions) {
        this.file = file;
        this.rows = rows;
        this.dimensions = dimensions;
    }

    /// The vectors of a generation; empty where it holds more than [#MOST] passages, none, or one
    /// whose vector is not kept: half a collection ranked by meaning would hide the other half.
    public static Optional<Meanings> of(Generation generation, VectorFile file, int dimensions)
            throws IOException {
        if (generation.passages() == 0 || generation.passages() > MOST) {
            return Optional.empty();
        }
        List<BytesRef> hashes = generation.meanings();
        int[] rows = new int[hashes.size()];
        for (int place = 0; place < rows.length; place++) {
            OptionalInt row = file.row(hashes.get(place));
            if (row.isEmpty()) {
                return Optional.empty();
            }
            rows[place] = row.getAsInt();
        }
        return Optional.of(new Meanings(file, rows, dimensions));
    }

    /// The cosine of a question's unit vector with that of every passage, by place.
    public float[] cosines(float[] question) {
        float[] cosines = new float[rows.length];
        float[] passage = new float[dimensions];
        for (int place = 0; place < rows.length; place++) {
            file.read(rows[place], passage);
            cosines[place] = VectorUtil.dotProduct(question, passage);
        }
        return cosines;
    }
}
