package oropos.retrieval.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;
import oropos.inference.Encoded;

/// The word pieces of every passage of one generation, for late interaction: each piece of a question
/// looks for the piece of a passage that is most like it (Khattab and Zaharia, *ColBERT*,
/// arXiv:2004.12832), here over the encoder's own states and one bit a dimension ([OneBit]).
///
///     score = sum of w_t max over the passage's pieces of (x.q_t) / sum of w_t,
///     w_t = ln((N + 1) / (df_t + .5))
///
/// N passages looked at, df_t of them with the piece.
public final class Pieces {

    /// Most passages read to count how common a piece is; in a larger library every k-th.
    private static final int COUNTED = 20_000;

    /// Most pieces of a question compared, the rarest first: time stays bounded for long letters.
    private static final int MOST_PIECES = 96;

    private final Generation generation;
    private final TokenFile file;
    private final int[] frequencies;
    private final int counted;
    private final int words;

    private Pieces(Generation generation, TokenFile file, int dimensions, List<BytesRef> hashes) {
        this.generation = generation;
        this.file = file;
        this.words = OneBit.words(dimensions);
        this.frequencies = new int[1 << Short.SIZE];
        int step = (hashes.size() + COUNTED - 1) / COUNTED;
        int looked = 0;
        for (int place = 0; place < hashes.size(); place += step) {
            looked++;
            BitSet held = new BitSet();
            for (int piece : file.pieces(hashes.get(place))) {
                held.set(piece);
            }
            held.stream().forEach(piece -> frequencies[piece]++);
        }
        this.counted = looked;
    }

    /// The pieces of a generation; empty where those of a passage are not kept.
    public static Optional<Pieces> of(Generation generation, TokenFile file, int dimensions)
            throws IOException {
        List<BytesRef> hashes = generation.meanings();
        return hashes.isEmpty() || !hashes.stream().allMatch(file::has)
                ? Optional.empty()
                : Optional.of(new Pieces(generation, file, dimensions, hashes));
    }

    private double weight(int piece) {
        return Math.log((counted + 1) / (frequencies[piece] + .5));
    }

    /// How well each of these passages, which must ascend, meets the question.
    public double[] scores(Encoded question, int[] places) {
        int[] chosen = rarest(question.pieces());
        OneBit.Asked[] asked = new OneBit.Asked[chosen.length];
        double[] weights = new double[chosen.length];
        float[] mean = file.mean();
        double all = 0;
        for (int i = 0; i < chosen.length; i++) {
            asked[i] = new OneBit.Asked(question.states()[chosen[i]], mean);
            weights[i] = Math.max(0, weight(question.pieces()[chosen[i]]));
            all += weights[i];
        }
        List<BytesRef> hashes = generation.meanings(places);
        double[] scores = new double[places.length];
        for (int p = 0; p < places.length && all > 0; p++) {
            TokenFile.Codes codes = file.read(hashes.get(p));
            double sum = 0;
            for (int i = 0; i < asked.length; i++) {
                sum += weights[i] * best(asked[i], codes);
            }
            scores[p] = sum / all;
        }
        return scores;
    }

    private int[] rarest(int[] pieces) {
        Integer[] order = new Integer[pieces.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                (a, b) -> {
                    int rarer = Double.compare(weight(pieces[b]), weight(pieces[a]));
                    return rarer != 0 ? rarer : a - b;
                });
        return Arrays.stream(order).limit(MOST_PIECES).mapToInt(Integer::intValue).toArray();
    }

    private float best(OneBit.Asked asked, TokenFile.Codes codes) {
        float best = 0;
        for (int token = 0; token < codes.scales().length; token++) {
            float product = asked.product(codes.codes(), token * words, codes.scales()[token]);
            best = token == 0 ? product : Math.max(best, product);
        }
        return best;
    }
}
