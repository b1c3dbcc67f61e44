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
///
/// The maximum is taken within a window of [#BLOCKS] x [#BLOCK] pieces, about two sentences, and the
/// best window counts: what a question asks should stand together (docs/measured.md).
public final class Pieces {

    /// Most passages read to count how common a piece is; in a larger library every k-th.
    private static final int COUNTED = 20_000;

    /// Most pieces of a question compared, the rarest first: time stays bounded for long letters.
    private static final int MOST_PIECES = 96;

    /// Windows move by so many pieces.
    static final int BLOCK = 12;

    /// Moves in a window.
    static final int BLOCKS = 4;

    /// Fewer pieces are a sentence.
    static final int SHORT = 24;

    private final Generation generation;
    private final TokenFile file;
    private final int[] frequencies;
    private final int counted;
    private final boolean areShort;
    private final int words;

    private Pieces(Generation generation, TokenFile file, int dimensions, List<BytesRef> hashes) {
        this.generation = generation;
        this.file = file;
        this.words = OneBit.words(dimensions);
        this.frequencies = new int[1 << Short.SIZE];
        int step = (hashes.size() + COUNTED - 1) / COUNTED;
        int looked = 0;
        int few = 0;
        for (int place = 0; place < hashes.size(); place += step) {
            looked++;
            BitSet held = new BitSet();
            int[] pieces = file.pieces(hashes.get(place));
            few += pieces.length < SHORT ? 1 : 0;
            for (int piece : pieces) {
                held.set(piece);
            }
            held.stream().forEach(piece -> frequencies[piece]++);
        }
        this.counted = looked;
        this.areShort = 2 * few > looked;
    }

    /// The pieces of a generation; empty where those of a passage are not kept.
    public static Optional<Pieces> of(Generation generation, TokenFile file, int dimensions)
            throws IOException {
        List<BytesRef> hashes = generation.meanings();
        return hashes.isEmpty() || !hashes.stream().allMatch(file::has)
                ? Optional.empty()
                : Optional.of(new Pieces(generation, file, dimensions, hashes));
    }

    /// Whether half of the passages have fewer pieces than [#SHORT].
    public boolean areShort() {
        return areShort;
    }

    private double weight(int piece) {
        return Math.log((counted + 1) / (frequencies[piece] + .5));
    }

    /// How well each of these passages, which must ascend, meets the question; NaN where its pieces turn
    /// out to be damaged.
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
            scores[p] = file.has(hashes.get(p)) ? best(asked, weights, codes) / all : Double.NaN;
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

    /// The best window: blocks first, then [#BLOCKS] neighbours together.
    private double best(OneBit.Asked[] asked, double[] weights, TokenFile.Codes codes) {
        int count = codes.scales().length;
        int blocks = Math.ceilDiv(count, BLOCK);
        if (blocks == 0) {
            return 0;
        }
        int windows = Math.max(1, blocks - BLOCKS + 1);
        double[] sums = new double[windows];
        float[] most = new float[blocks];
        long[] columns = columns(codes.codes(), count);
        int[] set = new int[count];
        for (int token = 0; token < count; token++) {
            set[token] = OneBit.set(codes.codes(), token * words, words);
        }
        int[] common = new int[count];
        for (int i = 0; i < asked.length; i++) {
            asked[i].common(columns, 0, count, common, count);
            for (int block = 0; block < blocks; block++) {
                float highest = -Float.MAX_VALUE;
                int end = Math.min(count, (block + 1) * BLOCK);
                for (int token = block * BLOCK; token < end; token++) {
                    highest =
                            Math.max(
                                    highest,
                                    asked[i].product(
                                            common[token], codes.scales()[token], set[token]));
                }
                most[block] = highest;
            }
            for (int window = 0; window < windows; window++) {
                float best = most[window];
                for (int block = 1; block < BLOCKS && window + block < blocks; block++) {
                    best = Math.max(best, most[window + block]);
                }
                sums[window] += weights[i] * best;
            }
        }
        return Arrays.stream(sums).max().orElse(0);
    }

    /// The codes of a passage with the first words of all together, then the second of all.
    private long[] columns(long[] codes, int count) {
        long[] columns = new long[codes.length];
        for (int token = 0; token < count; token++) {
            for (int word = 0; word < words; word++) {
                columns[word * count + token] = codes[token * words + word];
            }
        }
        return columns;
    }
}
