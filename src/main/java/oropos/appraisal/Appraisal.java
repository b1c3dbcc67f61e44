package oropos.appraisal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.Conflicts.Opposed;
import oropos.appraisal.Evidence.MayCarry;
import oropos.appraisal.Evidence.SetAside;
import oropos.appraisal.EvidenceTable.Conflict;
import oropos.library.Claim;
import oropos.library.Design;
import oropos.library.Held;
import oropos.library.Library;
import oropos.library.Passage;
import oropos.question.ClinicalQuestion;
import oropos.retrieval.Candidate;
import oropos.retrieval.Findings;
import oropos.terminology.Concept;
import oropos.terminology.Concepts;
import oropos.terminology.Terminology;

/// Weighs what was found, for the person asked about.
///
/// Pure: the same question, findings and library give the same table.
public final class Appraisal {

    /// Version of the rules that are code; those that are data add their own.
    private static final String CODE = "appraisal-1";

    private final Function<List<Passage.Id>, List<Held>> held;
    private final Vocabulary vocabulary;
    private final Map<String, String> same;
    private final Set<String> narrowing;
    private final EvidenceLevels levels;
    private final Certainties certainties;
    private final String rules;

    public Appraisal(Library library, Terminology terminology) {
        this(
                library::held,
                new Vocabulary() {
                    @Override
                    public Concepts read(String text) {
                        return terminology.read(text);
                    }

                    @Override
                    public Optional<Concept> concept(String id) {
                        return terminology.concept(id);
                    }
                });
    }

    Appraisal(Function<List<Passage.Id>, List<Held>> held, Vocabulary vocabulary) {
        this.held = held;
        this.vocabulary = vocabulary;
        RuleFile cells =
                RuleFile.shipped(
                        EvidenceLevels.FILE, "column", "kind", "level", "words", "source");
        RuleFile starts =
                RuleFile.shipped(Certainties.STARTS, "kind", "level", "words", "source");
        RuleFile steps = RuleFile.shipped(Certainties.STEPS, "rule", "step", "words", "source");
        RuleFile bias = RuleFile.shipped(Certainties.BIAS, "pattern", "words", "source");
        RuleFile surrogates =
                RuleFile.shipped(Certainties.SURROGATES, "pattern", "words", "source");
        RuleFile meanings =
                RuleFile.shipped("same-meaning.tsv", "group", "words", "source");
        RuleFile narrow = RuleFile.shipped("narrowing-words.tsv", "words", "source");
        this.levels = new EvidenceLevels(cells);
        this.certainties = new Certainties(starts, steps, bias, surrogates);
        this.same = Phrases.sameMeaning(meanings);
        Set<String> words = new HashSet<>();
        narrow.rows().forEach(row -> words.add(Phrases.stem(row.getFirst())));
        this.narrowing = Set.copyOf(words);
        List<String> versions = new ArrayList<>(List.of(CODE));
        for (RuleFile file :
                List.of(cells, starts, steps, bias, surrogates, meanings, narrow)) {
            versions.add(file.name().replace(".tsv", "") + "-" + file.version());
        }
        this.rules = String.join(" ", versions);
    }

    /// Weighs every candidate that the library still holds.
    public EvidenceTable weigh(ClinicalQuestion question, Findings findings) {
        Phrases phrases = new Phrases(vocabulary, same);
        Subject subject = Subject.of(question, vocabulary, phrases, narrowing);
        Map<Passage.Id, Held> found = new HashMap<>();
        for (Held one : held.apply(findings.candidates().stream().map(Candidate::passage).toList())) {
            found.put(one.passage().id(), one);
        }
        List<Weighed> weighed = new ArrayList<>();
        for (Candidate candidate : findings.candidates()) {
            Held one = found.get(candidate.passage());
            if (one != null) {
                weighed.add(weigh(question, subject, candidate, one));
            }
        }
        Conflicts conflicts = new Conflicts(phrases);
        List<Evidence> rows = weighed.stream().map(Weighed::row).toList();
        rows = contradicted(weighed, rows, conflicts.opposed(rows), subject);
        rows = withdrawn(rows, phrases);
        List<Evidence> ordered = rows.stream().sorted(ORDER).toList();
        List<Conflict> disagreements = Conflicts.gathered(ordered, conflicts.opposed(ordered));
        return new EvidenceTable(question, findings, ordered, disagreements, rules);
    }

    private record Weighed(
            Held held, String kind, PopulationFits.Compared people, Evidence row) {}

    private Weighed weigh(
            ClinicalQuestion question, Subject subject, Candidate candidate, Held one) {
        Claim claim = one.passage().claim();
        PopulationFits.Compared people = PopulationFits.compare(subject, one.study(), claim);
        @Nullable String ruledOut =
                claim == null ? null : subject.ruledOut(claim.when()).orElse(null);
        @Nullable SetAside setAside =
                SettingAside.of(question, candidate, one, people, ruledOut != null).orElse(null);
        String kind = StudyKind.of(one);
        EvidenceLevels.Level level = levels.of(question.kind(), kind, one.study());
        Certainty certainty =
                certainties.of(one, kind, people, subject.patient(), false);
        MayCarry mayCarry =
                Carrying.of(one, people, subject.patient(), setAside, ruledOut);
        return new Weighed(
                one,
                kind,
                people,
                new Evidence(
                        candidate,
                        one.source(),
                        one.version(),
                        one.study(),
                        one.passage(),
                        people.fit(),
                        level.level(),
                        level.reason(),
                        certainty,
                        mayCarry,
                        setAside));
    }

    /// Lowers studies that another at least as strong contradicts.
    private List<Evidence> contradicted(
            List<Weighed> weighed,
            List<Evidence> rows,
            List<Opposed> pairs,
            Subject subject) {
        Set<Integer> shaken = new HashSet<>();
        for (Opposed pair : pairs) {
            Evidence one = rows.get(pair.inFavour());
            Evidence other = rows.get(pair.against());
            if (Conflicts.weakens(one, other)) {
                shaken.add(pair.inFavour());
            }
            if (Conflicts.weakens(other, one)) {
                shaken.add(pair.against());
            }
        }
        List<Evidence> lowered = new ArrayList<>(rows);
        for (int at : shaken) {
            Weighed row = weighed.get(at);
            lowered.set(
                    at,
                    rows.get(at)
                            .certain(
                                    certainties.of(
                                            row.held(),
                                            row.kind(),
                                            row.people(),
                                            subject.patient(),
                                            true)));
        }
        return lowered;
    }

    /// A regulator that found against an intervention stops older words for it from carrying a
    /// benefit.
    private static List<Evidence> withdrawn(List<Evidence> rows, Phrases phrases) {
        List<Evidence> against =
                rows.stream()
                        .filter(row -> row.study().design() == Design.REGULATOR)
                        .filter(row -> points(row, Claim.Direction.AGAINST))
                        .filter(row -> row.setAside() == null)
                        .toList();
        if (against.isEmpty()) {
            return rows;
        }
        List<Evidence> guarded = new ArrayList<>();
        for (Evidence row : rows) {
            Optional<Evidence> later =
                    points(row, Claim.Direction.FAVOURS)
                            ? against.stream()
                                    .filter(it -> sameIntervention(row, it, phrases))
                                    .filter(it -> !older(it, row))
                                    .findFirst()
                            : Optional.empty();
            guarded.add(
                    later.map(
                                    it ->
                                            row.carrying(
                                                    row.mayCarry()
                                                            .without(
                                                                    true,
                                                                    false,
                                                                    "a regulator found against it: "
                                                                            + it.source().title())))
                            .orElse(row));
        }
        return guarded;
    }

    private static boolean points(Evidence row, Claim.Direction direction) {
        Claim claim = row.passage().claim();
        return claim != null && claim.direction() == direction && claim.intervention() != null;
    }

    private static boolean sameIntervention(Evidence one, Evidence other, Phrases phrases) {
        Claim mine = one.passage().claim();
        Claim theirs = other.passage().claim();
        return mine != null
                && theirs != null
                && mine.intervention() != null
                && theirs.intervention() != null
                && phrases.of(mine.intervention()).means(phrases.of(theirs.intervention()));
    }

    private static boolean older(Evidence one, Evidence other) {
        Integer mine = one.source().year();
        Integer theirs = other.source().year();
        return mine != null && theirs != null && mine < theirs;
    }

    private static final Comparator<Evidence> ORDER =
            Comparator.<Evidence>comparingInt(row -> row.setAside() == null ? 0 : 1)
                    .thenComparingInt(row -> directness(row.fit()))
                    .thenComparingInt(Appraisal::weight)
                    .thenComparingInt(row -> row.level() == null ? 6 : row.level())
                    .thenComparingInt(row -> row.study().design().ordinal())
                    .thenComparingInt(row -> row.candidate().rank())
                    .thenComparing(row -> row.passage().id().source())
                    .thenComparing(row -> row.passage().id().version())
                    .thenComparingInt(row -> row.passage().id().ordinal());

    private static int directness(PopulationFit fit) {
        return switch (fit) {
            case PopulationFit.Direct ignored -> 0;
            case PopulationFit.Indirect indirect ->
                    switch (indirect.gap()) {
                        case MIXED -> 1;
                        case CONDITION -> 2;
                        case AGE -> 3;
                        case PREGNANCY -> 5;
                        case SEX -> 6;
                        case CHILD_FOR_ADULT, ADULT_FOR_CHILD -> 7;
                    };
            case PopulationFit.Unstated ignored -> 4;
        };
    }

    /// Guidelines by their issuers' own words stand before studies, which stand by their certainty;
    /// texts that are no study come last.
    private static int weight(Evidence row) {
        return switch (row.certainty().level()) {
            case HIGH -> 1;
            case MODERATE -> 2;
            case LOW -> 3;
            case VERY_LOW -> 4;
            case NOT_RATED ->
                    switch (row.study().design().group()) {
                        case GUIDELINES -> 0;
                        case REVIEWS, TRIALS, OTHER ->
                                row.study().design() == Design.DRUG_LABEL ? 2 : 5;
                    };
        };
    }
}
