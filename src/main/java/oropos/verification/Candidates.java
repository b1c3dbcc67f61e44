package oropos.verification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.answer.Answer;
import oropos.library.Passage;
import oropos.library.SourceId;
import oropos.retrieval.Candidate;

/// How the ranked candidates of a search stand in a receipt, so that an answer can be weighed again
/// from them: two processors may rank vectors differently, but nobody needs vectors to check an
/// answer.
final class Candidates {

    /// Coverage that was not measured.
    private static final String NOT_MEASURED = "notMeasured";

    private static final Pattern PASSAGE =
            Pattern.compile("(?<source>[a-z]+:\\S+)@(?<version>[0-9a-f]{64})/(?<ordinal>\\d{1,7})");

    private Candidates() {}

    static Answer.RankedCandidate written(Candidate candidate) {
        Passage.Id id = candidate.passage();
        return new Answer.RankedCandidate(
                id.source() + "@" + id.version() + "/" + id.ordinal(),
                rounded(candidate.score()),
                rounded(candidate.coverage()));
    }

    /// @param rank from 1
    /// @return empty where it is not written as receipts write it
    static Optional<Candidate> read(Answer.RankedCandidate written, int rank) {
        Matcher passage = PASSAGE.matcher(written.passage());
        if (!passage.matches()) {
            return Optional.empty();
        }
        try {
            Candidate candidate =
                    new Candidate(
                            new Passage.Id(
                                    new SourceId(passage.group("source")),
                                    passage.group("version"),
                                    Integer.parseInt(passage.group("ordinal"))),
                            rank,
                            number(written.score()),
                            number(written.coverage()),
                            Double.NaN,
                            List.of());
            return written(candidate).equals(written) ? Optional.of(candidate) : Optional.empty();
        } catch (IllegalArgumentException notANumber) {
            return Optional.empty();
        }
    }

    private static String rounded(double value) {
        return Double.isNaN(value)
                ? NOT_MEASURED
                : BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static double number(String words) {
        double value = words.equals(NOT_MEASURED) ? Double.NaN : Double.parseDouble(words);
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("not a score: " + words);
        }
        return value;
    }
}
