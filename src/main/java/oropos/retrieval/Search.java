package oropos.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import oropos.inference.Encoded;
import oropos.retrieval.lucene.Generation;
import oropos.retrieval.lucene.Meanings;

/// One search: words, then meaning, then a second look at the first passages piece by piece.
///
/// The three voices and their weights are those measured in docs/measured.md. What is missing is left
/// out and said: without vectors there are words alone, without word pieces no second look.
final class Search {

    /// How many passages are looked at a second time.
    static final int LOOKED_AT_AGAIN = 50;

    /// Share of the second look in the score.
    static final double PIECES = .6;

    /// Up to so many allowed passages are compared one by one.
    private static final int COMPARED = 10_000;

    /// Its share where texts are short, as the questions of question-answer pairs are: their pieces say
    /// little that the whole does not.
    static final double PIECES_OF_SHORT = .3;

    private static final System.Logger LOG = System.getLogger(Retrieval.class.getName());

    private final Generation index;
    private final Meanings.@Nullable Heard heard;
    private final @Nullable Encoded encoded;
    private final Catalogue.State state;
    private final String off;
    private final String name;

    /// Encodes the question once, for the vector of the whole and for its pieces.
    Search(Catalogue.State state, @Nullable QuestionEncoder encoder, String meaning) {
        this.index = state.index();
        this.state = state;
        Encoded question = null;
        String reason = state.off();
        if (state.meanings() != null && encoder != null && !meaning.isBlank()) {
            try {
                question = encoder.encoded(meaning);
            } catch (IllegalStateException failed) {
                reason = "encoder failed";
                LOG.log(System.Logger.Level.ERROR, "Searching with words only", failed);
            }
        }
        this.encoded = question;
        this.heard =
                question == null || state.meanings() == null
                        ? null
                        : state.meanings().hear(question.vector());
        this.off = reason;
        this.name = encoder == null ? "" : encoder.name();
    }

    private boolean looksAgain() {
        return encoded != null && encoded.pieces().length > 0 && state.pieces() != null;
    }

    private double share() {
        return state.pieces() != null && state.pieces().areShort() ? PIECES_OF_SHORT : PIECES;
    }

    /// The voices that were heard, for receipts.
    String said() {
        return heard == null
                ? "meaning off: " + off
                : String.format(
                        Locale.ROOT,
                        "meaning %s %s, pieces %s",
                        Fusion.MEANING,
                        name,
                        looksAgain() ? share() + " of the first " + LOOKED_AT_AGAIN : "off");
    }

    boolean isMeaningHeard() {
        return heard != null;
    }

    /// The cosine of question and passage, NaN where vectors are off.
    double cosine(int place) {
        return heard == null ? Double.NaN : heard.cosine(place);
    }

    /// Best first, equals by place.
    ///
    /// @param depth how deep each voice is heard
    /// @param most how many passages of the source of a place are kept
    List<Fusion.Ranked> ranked(Wanted wanted, int depth, IntUnaryOperator most) {
        return ranked(wanted, depth, most, null);
    }

    /// @param allowed numbers of the sources that may be found, or null for all
    List<Fusion.Ranked> ranked(
            Wanted wanted, int depth, IntUnaryOperator most, @Nullable BitSet allowed) {
        List<Generation.Hit> hits = index.search(wanted.clauses(), depth, allowed);
        List<Fusion.Ranked> ranked =
                kept(
                        allowed == null || heard == null
                                ? Fusion.rank(hits, heard, depth)
                                : Fusion.rank(hits, heard, nearest(heard, depth, allowed)),
                        most);
        Map<Integer, Double> share = kept(wanted, ranked);
        ranked = Fusion.times(ranked, share);
        if (!looksAgain() || encoded == null || state.pieces() == null) {
            return ranked;
        }
        int[] first =
                ranked.stream().limit(LOOKED_AT_AGAIN).mapToInt(Fusion.Ranked::place).toArray();
        int[] ascending = first.clone();
        Arrays.sort(ascending);
        double[] scores = state.pieces().scores(encoded, ascending);
        // a passage whose pieces are damaged is not moved
        double middle =
                Arrays.stream(scores).filter(score -> !Double.isNaN(score)).average().orElse(0);
        double[] looks =
                Arrays.stream(first)
                        .mapToDouble(place -> scores[Arrays.binarySearch(ascending, place)])
                        .map(score -> Double.isNaN(score) ? middle : score)
                        .toArray();
        return Fusion.again(ranked, looks, share(), share);
    }

    /// What part of its score each passage keeps; 1 is left out.
    private Map<Integer, Double> kept(Wanted wanted, List<Fusion.Ranked> ranked) {
        Sought sought = wanted.sought();
        if (sought.isNothing() && wanted.particulars().isEmpty()) {
            return Map.of();
        }
        int[] places = ranked.stream().mapToInt(Fusion.Ranked::place).sorted().toArray();
        double[] kept = sought.kept(index, places);
        double[] people = ParticularWords.kept(wanted.particulars(), index, places);
        Map<Integer, Double> shares = new HashMap<>();
        for (int i = 0; i < places.length; i++) {
            if (kept[i] * people[i] < 1) {
                shares.put(places[i], kept[i] * people[i]);
            }
        }
        return shares;
    }

    /// The places of the highest cosines among those allowed; of very many allowed, those among the
    /// nearest of all.
    private int[] nearest(Meanings.Heard heard, int depth, BitSet allowed) {
        int[] places =
                IntStream.range(0, index.passages())
                        .filter(place -> allowed.get(index.source(place)))
                        .limit(COMPARED + 1L)
                        .toArray();
        if (places.length > COMPARED) {
            return Arrays.stream(heard.nearest(COMPARED))
                    .filter(place -> allowed.get(index.source(place)))
                    .toArray();
        }
        return heard.nearest(depth, places);
    }

    /// Without the passages of a source beyond those it may give.
    private List<Fusion.Ranked> kept(List<Fusion.Ranked> ranked, IntUnaryOperator most) {
        // those of one source stand together, in their order
        long[] bySource = new long[ranked.size()];
        for (int i = 0; i < bySource.length; i++) {
            bySource[i] = (long) index.source(ranked.get(i).place()) << Integer.SIZE | i;
        }
        Arrays.sort(bySource);
        BitSet beyond = new BitSet(bySource.length);
        int given = 0;
        for (int i = 0; i < bySource.length; i++) {
            boolean isSame =
                    i > 0 && bySource[i] >> Integer.SIZE == bySource[i - 1] >> Integer.SIZE;
            given = isSame ? given + 1 : 1;
            int at = (int) bySource[i];
            if (given > most.applyAsInt(ranked.get(at).place())) {
                beyond.set(at);
            }
        }
        if (beyond.isEmpty()) {
            return ranked;
        }
        List<Fusion.Ranked> kept = new ArrayList<>(bySource.length - beyond.cardinality());
        for (int i = beyond.nextClearBit(0); i < bySource.length; i = beyond.nextClearBit(i + 1)) {
            kept.add(ranked.get(i));
        }
        return kept;
    }
}
