package oropos.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.Conclusion;
import oropos.appraisal.Conclusion.Direction;
import oropos.appraisal.Conclusions;
import oropos.appraisal.Evidence;
import oropos.appraisal.EvidenceTable;
import oropos.appraisal.PopulationFit;
import oropos.library.Passage;
import oropos.library.SourceId;

/// What studies conclude on a yes/no question, where no typed statement says it.
///
/// The strongest studies decide: those in people like the patient, then those in people not stated,
/// of each the most certain. However many weaker ones say otherwise, they do not outvote them; where
/// the strongest disagree among themselves the evidence conflicts. One conclusion is counted for each
/// work. Studies in other people say nothing here.
final class ConcludedDirection {

    /// A study must speak of this share of the question before its conclusion is taken to answer it.
    static final double LEAST_COVERAGE = .7;

    /// Conclusions read less surely than this are not counted: at it and above, nine of ten are read as
    /// people read them (docs/measured/answers.md#direction).
    static final double LEAST_SURE = .8;

    private ConcludedDirection() {}

    /// yes, no or conflict; null where no conclusion tells.
    static @Nullable String of(EvidenceTable table, Conclusions conclusions) {
        Map<SourceId, List<Evidence>> works = new LinkedHashMap<>();
        for (Evidence row : table.rows()) {
            if (row.setAside() == null
                    && row.study().design().isStudyOfPeople()
                    && row.passage().claim() == null
                    && !(row.fit() instanceof PopulationFit.Indirect)) {
                works.computeIfAbsent(row.source().work(), key -> new ArrayList<>()).add(row);
            }
        }
        int strongest = Integer.MAX_VALUE;
        Set<Direction> said = EnumSet.noneOf(Direction.class);
        for (List<Evidence> rows : works.values()) {
            Direction direction = concluded(table.question().words(), rows, conclusions);
            int tier = tier(rows.getFirst());
            if (direction == null || tier > strongest) {
                continue;
            }
            if (tier < strongest) {
                strongest = tier;
                said.clear();
            }
            said.add(direction);
        }
        if (said.contains(Direction.SUPPORTS) && said.contains(Direction.OPPOSES)) {
            return "conflict";
        }
        if (said.size() != 1) {
            return null;
        }
        return switch (said.iterator().next()) {
            case SUPPORTS -> "yes";
            case OPPOSES -> "no";
            case INCONCLUSIVE -> null;
        };
    }

    /// What a work concludes, read from its passages that were found, in the order they stand in.
    private static @Nullable Direction concluded(
            String asked, List<Evidence> rows, Conclusions conclusions) {
        double coverage =
                rows.stream().mapToDouble(row -> row.candidate().coverage()).max().orElse(0);
        if (!(coverage >= LEAST_COVERAGE)) {
            return null;
        }
        return rows.stream()
                .filter(row -> row.passage().role() == Passage.Role.ABSTRACT)
                .max(Comparator.comparingInt(row -> row.passage().id().ordinal()))
                .flatMap(row -> conclusions.read(asked, headed(row.passage())))
                .filter(read -> read.basis() == Conclusion.Basis.CONCLUSION)
                .filter(read -> read.sure() >= LEAST_SURE)
                .map(Conclusion::direction)
                .orElse(null);
    }

    private static String headed(Passage passage) {
        return passage.headings().isEmpty()
                ? passage.text()
                : passage.headings().getLast().toUpperCase(Locale.ROOT) + ": " + passage.text();
    }

    /// Stronger is less: by fit, then by certainty.
    static int tier(Evidence row) {
        int people = row.fit() instanceof PopulationFit.Direct ? 0 : 1;
        return people * 10 - row.certainty().level().ordinal();
    }
}
