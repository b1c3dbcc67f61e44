package oropos.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.Compared;
import oropos.appraisal.Compared.Way;
import oropos.appraisal.Comparison;
import oropos.appraisal.Comparisons;
import oropos.appraisal.Evidence;
import oropos.appraisal.EvidenceTable;
import oropos.appraisal.PopulationFit;
import oropos.library.SourceId;
import oropos.question.ClinicalQuestion;

/// What studies say on a comparison that is asked for: which way the outcome goes, each with the sentence
/// that says it.
///
/// A sentence counts that names both arms and the outcome, of a study in people like those asked about. As
/// with conclusions ([ConcludedDirection]) the strongest studies decide, one sentence for each work; where
/// they say opposite things they conflict, however many are on a side.
///
/// @param direction higher, lower, noDifference, mixed (one way, or no difference) or conflict
/// @param grounds the sentences that say so
record ComparedStudies(String direction, List<Utterance> grounds) {

    /// Key of the section the sentences stand in.
    static final String SECTION = "compared";

    /// Readings less sure than this are not used: at it and above, two of three go as reviews say on abstracts
    /// nobody read (docs/measured/answers.md#comparisons).
    static final double LEAST_SURE = .7;

    /// Sentences shown for each way.
    private static final int EACH = 2;

    private static final String HEADING = "Studies that compare them";

    private record Read(Compared said, Utterance utterance, int tier) {}

    /// Whether a comparison is asked for: what a study concludes of one arm is no yes or no to it.
    static boolean isAskedBy(ClinicalQuestion question) {
        return Comparison.of(question.asked()).isPresent();
    }

    /// Nothing where no comparison is asked, where what heads the answer was written for its subject, or where
    /// no sentence is sure enough.
    ///
    /// @param unfit whether a sentence may not be shown
    static Optional<ComparedStudies> of(
            EvidenceTable table,
            BottomLines.Chosen chosen,
            SentenceRoles roles,
            PassageSentences texts,
            Predicate<Utterance> unfit) {
        ClinicalQuestion question = table.question();
        Utterance action = chosen.action();
        if (chosen.contested() || (action != null && action.typed())) {
            return Optional.empty();
        }
        return Comparison.of(question.asked())
                .flatMap(asked -> of(table, asked, roles, texts, unfit));
    }

    private static Optional<ComparedStudies> of(
            EvidenceTable table,
            Comparison asked,
            SentenceRoles roles,
            PassageSentences texts,
            Predicate<Utterance> unfit) {
        Map<SourceId, List<Evidence>> works = new LinkedHashMap<>();
        for (Evidence row : table.rows()) {
            if (mayBeRead(row, table.question())) {
                works.computeIfAbsent(row.source().work(), key -> new ArrayList<>()).add(row);
            }
        }
        List<Read> all = new ArrayList<>();
        for (List<Evidence> rows : works.values()) {
            Read best = null;
            for (Evidence row : rows) {
                Read read = read(asked, row, rows, table.question(), roles, texts);
                if (read != null
                        && !unfit.test(read.utterance())
                        && (best == null || read.said().sure() > best.said().sure())) {
                    best = read;
                }
            }
            if (best != null) {
                all.add(best);
            }
        }
        int strongest = all.stream().mapToInt(Read::tier).min().orElse(0);
        List<Read> told = all.stream().filter(read -> read.tier() == strongest).toList();
        Set<Way> ways =
                told.stream()
                        .map(read -> read.said().way())
                        .collect(Collectors.toCollection(TreeSet::new));
        if (ways.isEmpty()) {
            return Optional.empty();
        }
        List<Utterance> grounds = new ArrayList<>();
        for (Way way : ways) {
            told.stream()
                    .filter(read -> read.said().way() == way)
                    .limit(EACH)
                    .forEach(read -> grounds.add(read.utterance()));
        }
        return Optional.of(new ComparedStudies(direction(ways), grounds));
    }

    private static String direction(Set<Way> ways) {
        if (ways.contains(Way.HIGHER) && ways.contains(Way.LOWER)) {
            return "conflict";
        }
        if (ways.size() > 1) {
            return ways.contains(Way.HIGHER) ? "mixedHigher" : "mixedLower";
        }
        return switch (ways.iterator().next()) {
            case HIGHER -> "higher";
            case LOWER -> "lower";
            case NO_DIFFERENCE -> "noDifference";
        };
    }

    private static boolean mayBeRead(Evidence row, ClinicalQuestion question) {
        return row.setAside() == null
                && !row.source().linkOnly()
                && row.study().design().isStudyOfPeople()
                && row.passage().claim() == null
                && Utterances.isRunningText(row)
                && (question.patient().isToldOf()
                        ? row.fit() instanceof PopulationFit.Direct
                        : !(row.fit() instanceof PopulationFit.Indirect));
    }

    private static @Nullable Read read(
            Comparison asked,
            Evidence row,
            List<Evidence> rows,
            ClinicalQuestion question,
            SentenceRoles roles,
            PassageSentences texts) {
        String text = row.passage().text();
        String around =
                rows.stream()
                        .filter(other -> other != row)
                        .map(other -> other.passage().text())
                        .collect(Collectors.joining(" "));
        String title = row.source().title();
        Compared said =
                Comparisons.shipped()
                        .read(asked, title + ". " + around, text)
                        .filter(read -> read.sure() >= LEAST_SURE)
                        .filter(read ->
                                Comparisons.shipped()
                                        .isGround(asked, title, around, text, read.span()))
                        .orElse(null);
        if (said == null) {
            return null;
        }
        return texts.of(text).stream()
                .filter(one -> one.span().equals(said.span()))
                .filter(one -> one.whole() && !one.isList() && !one.dangles(true))
                .filter(one -> !one.people().differ(question.patient()))
                .findFirst()
                .map(one -> new Read(said, utterance(row, one, question, roles), tier(row)))
                .orElse(null);
    }

    private static int tier(Evidence row) {
        return ConcludedDirection.tier(row);
    }

    private static Utterance utterance(
            Evidence row,
            PassageSentences.Sentence one,
            ClinicalQuestion question,
            SentenceRoles roles) {
        return new Utterance(
                row,
                one.span().shifted(row.passage().span().start()),
                one.text(),
                roles.read(one.text(), row.passage(), row.source().title()),
                null,
                0,
                0,
                0,
                Utterances.fitOrder(row, question),
                false,
                Utterance.Aim.ON_IT,
                null,
                List.of());
    }

    /// The sentences as a section, to stand before those of the plan; no section where there are none.
    static List<Answer.Section> section(Optional<ComparedStudies> compared, Statements statements) {
        List<Answer.Section> sections = new ArrayList<>();
        compared.ifPresent(one ->
                sections.add(
                        new Answer.Section(
                                SECTION,
                                HEADING,
                                one.grounds().stream().map(statements::whole).toList(),
                                null)));
        return sections;
    }
}
