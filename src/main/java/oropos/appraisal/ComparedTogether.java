package oropos.appraisal;

import java.util.List;
import oropos.appraisal.Compared.Way;

/// What several texts together say on one comparison.
///
/// @param verdict where they go
/// @param sure share of comparisons read like this one that went the way people say, 0 to 1
/// @param grounds those that say it; both sides where they conflict
public record ComparedTogether(Verdict verdict, double sure, List<Compared> grounds) {

    /// Where texts together go.
    public enum Verdict {
        HIGHER,
        LOWER,
        NO_DIFFERENCE,
        /// Some say higher, some lower.
        CONFLICT,
        /// None says.
        UNKNOWN
    }

    public ComparedTogether {
        grounds = List.copyOf(grounds);
    }

    /// Opposite directions conflict. Where some tell a direction and others no difference, the side that
    /// is read more surely is told, less surely for what stands against it: never by its number alone.
    public static ComparedTogether of(List<Compared> read) {
        double up = strength(read, Way.HIGHER);
        double down = strength(read, Way.LOWER);
        double same = strength(read, Way.NO_DIFFERENCE);
        double all = up + down + same;
        if (all == 0) {
            return new ComparedTogether(Verdict.UNKNOWN, .3, List.of());
        }
        if (up > 0 && down > 0) {
            double more = Math.max(up, down);
            if (more < 2 * Math.min(up, down)) {
                return new ComparedTogether(
                        Verdict.CONFLICT,
                        .3,
                        read.stream().filter(one -> one.way() != Way.NO_DIFFERENCE).toList());
            }
        }
        Way way =
                same >= Math.max(up, down) ? Way.NO_DIFFERENCE : up > down ? Way.HIGHER : Way.LOWER;
        List<Compared> grounds = read.stream().filter(one -> one.way() == way).toList();
        double agreed = strength(read, way) / all;
        double best = grounds.stream().mapToDouble(Compared::sure).max().orElse(0);
        return new ComparedTogether(
                Verdict.valueOf(way.name()), Math.round(best * agreed * 100) / 100.0, grounds);
    }

    private static double strength(List<Compared> read, Way way) {
        return read.stream()
                .filter(one -> one.way() == way)
                .mapToDouble(one -> one.sure() * one.sure())
                .sum();
    }
}
