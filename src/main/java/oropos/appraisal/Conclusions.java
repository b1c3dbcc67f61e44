package oropos.appraisal;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import oropos.appraisal.Conclusion.Basis;
import oropos.appraisal.Conclusion.Direction;
import oropos.library.RuleFile;

/// Reads from a record's own conclusion how it answers a question that asks for yes or no, or whether
/// it bears out a claim.
///
/// Words are rules that editors own; how much each sign weighs was learned from questions people had
/// answered (`conclusion-weights.tsv` says from which, and the command that makes it). It is a
/// reading of words, right in about three of four conclusions and hardly better than chance on
/// results without one: it is told with its sentence and with how sure it is, and never heads an
/// answer alone.
public final class Conclusions {

    static final String FILE = "conclusion-weights.tsv";

    /// The sign every conclusion has.
    static final String ALWAYS = "always";

    /// The row that holds the scale by which scores are made shares.
    static final String SCALE = "scale";

    private final ConclusionWords words;
    private final ConclusionSigns signs;
    private final Map<Basis, Map<String, double[]>> weights = new EnumMap<>(Basis.class);
    private final String version;

    private static final class Shipped {
        static final Conclusions ONLY =
                new Conclusions(
                        ConclusionWords.shipped(),
                        RuleFile.shipped(
                                Conclusions.class, FILE, "basis", "sign", "yes", "no", "maybe"));
    }

    /// The reader with the shipped words and weights, loaded once.
    public static Conclusions shipped() {
        return Shipped.ONLY;
    }

    Conclusions(ConclusionWords words, RuleFile learned) {
        this.words = words;
        this.signs = new ConclusionSigns(words);
        this.version = "conclusion-words-" + words.version() + " weights-" + learned.version();
        for (List<String> row : learned.rows()) {
            Basis basis = row.getFirst().equals("conclusion") ? Basis.CONCLUSION : Basis.RESULTS;
            double[] of = new double[3];
            for (int at = 0; at < of.length; at++) {
                of[at] = Double.parseDouble(row.get(2 + at));
            }
            weights.computeIfAbsent(basis, key -> new HashMap<>()).put(row.get(1), of);
        }
    }

    public String version() {
        return version;
    }

    private static final Pattern ASKS_WHAT =
            Pattern.compile(
                    "(?:^|[.:;?!-] ?)(?:and |so |then )?(?:what|which|how|when|where|who|whom|whose|why)\\b[^.:?]*\\?\\s*$"
                            + "|^(?:best |first-line |optimal |current )?(?:treatments?|management|therapy|dos(?:e|age)|prognosis|causes?|diagnosis|"
                            + "definition|prevention|monitoring|interactions?|side effects|work-?up) (?:of|for|in|with)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern ASKS =
            Pattern.compile(
                    "\\?\\s*$|^\\W*(?:is|are|was|were|do|does|did|can|could|should|would|will|may|must|has|have)\\b",
                    Pattern.CASE_INSENSITIVE);

    /// A claim says which way something goes, and signs learned from questions do not hold it against
    /// that: people read 64 of 100 the same way, which naming the more frequent label does too.
    static final double CLAIM_SURE = .64;

    /// @param question with or without its question mark; a claim is read as the question whether it
    ///     holds
    /// @param text an abstract or a conclusion
    /// @return empty where there is no text, or where the question asks what, which or how
    public Optional<Conclusion> read(String question, String text) {
        if (text.isBlank() || question.isBlank() || ASKS_WHAT.matcher(question).find()) {
            return Optional.empty();
        }
        ConclusionPart part = ConclusionPart.of(text, words.concludes());
        ConclusionSigns.Read read = signs.read(question, text, part.sentences());
        double[] shares = shares(read.signs(), weights.getOrDefault(part.basis(), Map.of()));
        int most = 0;
        for (int at = 1; at < shares.length; at++) {
            if (shares[at] > shares[most]) {
                most = at;
            }
        }
        return Optional.of(
                new Conclusion(
                        Direction.values()[most],
                        Math.min(
                                ASKS.matcher(question).find() ? 1 : CLAIM_SURE,
                                Math.round(shares[most] * 100) / 100.0),
                        part.basis(),
                        read.main()));
    }

    /// Shares of yes, no and maybe: a softmax over the sum of the signs' weights, by the length of the
    /// signs, so that long conclusions are not surer for being long.
    static double[] shares(Set<String> signs, Map<String, double[]> weights) {
        int known = 1;
        double[] sums = weights.getOrDefault(ALWAYS, new double[3]).clone();
        for (String sign : signs) {
            double[] weight = weights.get(sign);
            if (weight != null) {
                known++;
                for (int at = 0; at < sums.length; at++) {
                    sums[at] += weight[at];
                }
            }
        }
        double scale = weights.getOrDefault(SCALE, new double[] {1, 1, 1})[0] / Math.sqrt(known);
        double highest = Math.max(sums[0], Math.max(sums[1], sums[2]));
        double total = 0;
        for (int at = 0; at < sums.length; at++) {
            sums[at] = StrictMath.exp(scale * (sums[at] - highest));
            total += sums[at];
        }
        for (int at = 0; at < sums.length; at++) {
            sums[at] /= total;
        }
        return sums;
    }
}
