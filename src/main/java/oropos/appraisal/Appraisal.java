package oropos.appraisal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import oropos.appraisal.Conflicts.Opposed;
import oropos.appraisal.Evidence.SetAside;
import oropos.appraisal.EvidenceTable.Conflict;
import oropos.library.Claim;
import oropos.library.Held;
import oropos.library.Library;
import oropos.library.Passage;
import oropos.library.RuleFile;
import oropos.question.ClinicalQuestion;
import oropos.question.Patient;
import oropos.question.Premise;
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
    private final Phrases.Reader phrases;
    private final Subject.Words narrowing;
    private final ConditionWords conditions;
    private final Set<String> counting;
    private final EvidenceLevels levels;
    private final Certainties certainties;
    private final String rules;

    public Appraisal(Library library, Terminology terminology) {
        this(library::held, terminology);
    }

    /// Weighs from any record of passages, as an answer is verified without a library at hand.
    ///
    /// @param held reads passages with their sources, in one go; unknown ids are left out
    public Appraisal(Function<List<Passage.Id>, List<Held>> held, Terminology terminology) {
        this(
                held,
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
                        Appraisal.class,
                        EvidenceLevels.FILE,
                        "column",
                        "kind",
                        "level",
                        "words",
                        "source");
        RuleFile starts =
                RuleFile.shipped(
                        Appraisal.class, Certainties.STARTS, "kind", "level", "words", "source");
        RuleFile steps =
                RuleFile.shipped(
                        Appraisal.class, Certainties.STEPS, "rule", "step", "words", "source");
        RuleFile bias =
                RuleFile.shipped(Appraisal.class, Certainties.BIAS, "pattern", "words", "source");
        RuleFile surrogates =
                RuleFile.shipped(
                        Appraisal.class, Certainties.SURROGATES, "pattern", "words", "source");
        RuleFile meanings =
                RuleFile.shipped(Appraisal.class, "same-meaning.tsv", "group", "words", "source");
        RuleFile narrow =
                RuleFile.shipped(
                        Appraisal.class, "narrowing-words.tsv", "place", "words", "source");
        this.levels = new EvidenceLevels(cells);
        this.certainties = new Certainties(starts, steps, bias, surrogates);
        this.phrases = new Phrases.Reader(vocabulary, Phrases.sameMeaning(meanings));
        this.narrowing = new Subject.Words(words(narrow, "condition"), words(narrow, "qualifier"));
        this.counting = words(narrow, "outcome");
        RuleFile told =
                RuleFile.shipped(
                        Appraisal.class,
                        ConditionWords.FILE,
                        "condition",
                        "told",
                        "denied",
                        "source");
        this.conditions = new ConditionWords(told);
        List<String> versions = new ArrayList<>(List.of(CODE));
        for (RuleFile file :
                List.of(cells, starts, steps, bias, surrogates, meanings, narrow, told)) {
            versions.add(file.name().replace(".tsv", "") + "-" + file.version());
        }
        this.rules = String.join(" ", versions);
    }

    private static Set<String> words(RuleFile file, String place) {
        Set<String> words = new HashSet<>();
        for (List<String> row : file.rows()) {
            if (row.getFirst().equals(place)) {
                words.add(Phrases.stem(row.get(1)));
            }
        }
        return Set.copyOf(words);
    }

    /// Weighs every candidate that the library still holds.
    public EvidenceTable weigh(ClinicalQuestion question, Findings findings) {
        Phrases known = new Phrases(phrases);
        Subject subject = Subject.of(question, vocabulary, known, narrowing, conditions);
        Map<Passage.Id, Held> found = new HashMap<>();
        for (Held one :
                held.apply(findings.candidates().stream().map(Candidate::passage).toList())) {
            found.put(one.passage().id(), one);
        }
        List<Candidate> candidates =
                findings.candidates().stream()
                        .filter(candidate -> found.containsKey(candidate.passage()))
                        .toList();
        List<Held> passages = new ArrayList<>();
        candidates.forEach(
                candidate -> passages.add(Objects.requireNonNull(found.get(candidate.passage()))));
        Topic topic = new Topic(question, candidates, passages, known);
        List<Weighed> weighed = new ArrayList<>();
        for (int at = 0; at < candidates.size(); at++) {
            weighed.add(weigh(question, subject, topic, candidates.get(at), passages.get(at)));
        }
        Conflicts conflicts = new Conflicts(known, counting);
        List<Weighed> shaken = contradicted(weighed, conflicts, subject.patient());
        RegulatorsWord regulators = new RegulatorsWord(shaken, known);
        List<Evidence> rows =
                shaken.stream()
                        .map(Weighed::row)
                        .map(regulators::heard)
                        .sorted(Order.OF_ROWS)
                        .toList();
        List<Conflict> disagreements = conflicts.of(rows).stream().filter(topic::holds).toList();
        List<Premise> premises = new ArrayList<>(new PremisesOfSources().in(question, rows));
        new DosesOfSources(vocabulary, held).in(question, rows).ifPresent(premises::add);
        return new EvidenceTable(
                premises.isEmpty() ? question : question.withMore(premises),
                findings,
                rows,
                disagreements,
                rules);
    }

    private Weighed weigh(
            ClinicalQuestion question,
            Subject subject,
            Topic topic,
            Candidate candidate,
            Held one) {
        Claim claim = one.passage().claim();
        PopulationFits.Compared people = PopulationFits.compare(subject, one.study(), claim);
        String ruledOut = claim == null ? null : subject.ruledOut(claim.when()).orElse(null);
        SetAside setAside = SettingAside.of(topic, candidate, one, ruledOut != null).orElse(null);
        String kind = StudyKind.of(one);
        EvidenceLevels.Level level = levels.of(question.kind(), kind, one.study());
        Evidence row =
                new Evidence(
                        candidate,
                        one.source(),
                        one.version(),
                        one.study(),
                        one.passage(),
                        people.fit(),
                        level.level(),
                        level.reason(),
                        certainties.of(one, kind, people, subject.patient(), false),
                        Carrying.of(one, people, subject.patient(), setAside, ruledOut),
                        setAside);
        return new Weighed(one, kind, people, row);
    }

    /// Lowers studies that another, at least as strong, contradicts.
    private List<Weighed> contradicted(
            List<Weighed> weighed, Conflicts conflicts, Patient patient) {
        List<Evidence> rows = weighed.stream().map(Weighed::row).toList();
        Set<Integer> shaken = new HashSet<>();
        for (Opposed pair : conflicts.opposed(rows)) {
            int one = pair.inFavour();
            int other = pair.against();
            if (Conflicts.weakens(rows.get(one), rows.get(other))) {
                shaken.add(one);
            }
            if (Conflicts.weakens(rows.get(other), rows.get(one))) {
                shaken.add(other);
            }
        }
        List<Weighed> lowered = new ArrayList<>(weighed);
        for (int at : shaken) {
            Weighed row = weighed.get(at);
            lowered.set(
                    at,
                    row.with(
                            row.row()
                                    .certain(
                                            certainties.of(
                                                    row.held(),
                                                    row.kind(),
                                                    row.people(),
                                                    patient,
                                                    true))));
        }
        return lowered;
    }
}
