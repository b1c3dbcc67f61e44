package oropos.appraisal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import oropos.library.Claim;
import oropos.library.Design;
import oropos.library.Held;
import oropos.library.Passage;
import oropos.library.Population;
import oropos.library.Source;
import oropos.library.SourceId;
import oropos.library.Standing;
import oropos.library.Study;
import oropos.library.TextKind;
import oropos.question.ClinicalQuestion;
import oropos.question.Company;
import oropos.question.Finding;
import oropos.question.Patient;
import oropos.question.QuestionKind;
import oropos.question.Reader;
import oropos.retrieval.Candidate;
import oropos.retrieval.Findings;
import oropos.terminology.Age;
import oropos.terminology.AgeRange;
import oropos.terminology.Mention.Assertion;
import oropos.terminology.Sex;
import oropos.terminology.Span;

/// A bench to weigh on: passages, questions and a small vocabulary, held in memory.
final class Bench {

    private static final String VERSION = "0".repeat(64);

    static final Vocabulary VOCABULARY = SmallVocabulary.ONLY;

    private Bench() {}

    /// Weighs rows for a question, in the order given.
    static EvidenceTable weigh(ClinicalQuestion question, Row... rows) {
        List<Candidate> candidates = new ArrayList<>();
        Map<Passage.Id, Held> held = new HashMap<>();
        for (Row row : rows) {
            Held one = row.held(candidates.size());
            held.put(one.passage().id(), one);
            candidates.add(
                    new Candidate(
                            one.passage().id(),
                            candidates.size() + 1,
                            1.0 / (candidates.size() + 1),
                            row.coverage,
                            Double.NaN,
                            List.of()));
        }
        Appraisal appraisal =
                new Appraisal(
                        ids -> ids.stream().filter(held::containsKey).map(held::get).toList(),
                        VOCABULARY);
        return appraisal.weigh(
                question, new Findings(candidates, rows.length, rows.length, "g1", "test"));
    }

    /// Weighs one row.
    static Evidence one(ClinicalQuestion question, Row row) {
        return weigh(question, row).rows().getFirst();
    }

    static Asking asking() {
        return new Asking();
    }

    static Row row(String key, Design design) {
        return new Row(key, design);
    }

    /// A question under construction.
    static final class Asking {
        private QuestionKind kind = QuestionKind.THERAPY;
        private String asked = "What is the best treatment?";
        private @Nullable Age age;
        private @Nullable AgeRange ages;
        private @Nullable Sex sex;
        private @Nullable Boolean pregnant;
        private Map<String, String> facts = Map.of();
        private final List<Finding> problems = new ArrayList<>();
        private final List<Finding> drugs = new ArrayList<>();

        Asking kind(QuestionKind other) {
            kind = other;
            return this;
        }

        Asking words(String words) {
            asked = words;
            return this;
        }

        Asking years(int years) {
            age = Age.years(years);
            ages = AgeRange.of(age);
            return this;
        }

        Asking days(int days) {
            age = new Age(BigDecimal.valueOf(days), Age.Unit.DAY);
            ages = AgeRange.of(age);
            return this;
        }

        Asking group(int from, int to) {
            ages = AgeRange.years(from, to);
            return this;
        }

        Asking sex(Sex other) {
            sex = other;
            return this;
        }

        Asking pregnant(boolean is) {
            pregnant = is;
            sex = is ? Sex.FEMALE : sex;
            return this;
        }

        Asking fact(String key, String value) {
            facts = Map.of(key, value);
            return this;
        }

        Asking problem(String id, String words) {
            return problem(id, words, Assertion.PRESENT);
        }

        Asking problem(String id, String words, Assertion assertion) {
            problems.add(finding(id, words, assertion));
            asked = asked + " " + words;
            return this;
        }

        Asking drug(String id, String words, Assertion assertion) {
            drugs.add(finding(id, words, assertion));
            asked = asked + " " + words;
            return this;
        }

        private static Finding finding(String id, String words, Assertion assertion) {
            return new Finding(
                    "mesh:" + id, words, words, assertion, List.of(), null, null, List.of());
        }

        ClinicalQuestion ask() {
            return new ClinicalQuestion(
                    asked,
                    asked,
                    Reader.PHYSICIAN,
                    kind,
                    new Patient(age, ages, null, sex, pregnant, null, facts),
                    problems,
                    drugs,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    "test",
                    asked,
                    Company.NOBODY);
        }
    }

    /// A passage under construction.
    static final class Row {
        private final String key;
        private final Design design;
        private double coverage = 1;
        private String title = "A study";
        private String text = "Words of the passage.";
        private @Nullable AgeRange ages;
        private @Nullable Sex sex;
        private Population.@Nullable Pregnancy pregnancy;
        private List<String> conditions = List.of();
        private String people = "";
        private boolean mixed;
        private @Nullable Integer n;
        private @Nullable Claim claim;
        private boolean certain = true;
        private Standing standing = Standing.CURRENT;
        private TextKind textKind = TextKind.ABSTRACT;
        private @Nullable String newerEdition;
        private boolean linkOnly;
        private String work;
        private int year = 2018;
        private @Nullable String grade;
        private Passage.Role role = Passage.Role.BLOCK;

        private Row(String key, Design design) {
            this.key = key;
            this.design = design;
            this.work = key;
        }

        Row ages(int from, int to) {
            ages = AgeRange.years(from, to);
            return this;
        }

        Row sex(Sex other) {
            sex = other;
            return this;
        }

        Row pregnancy(Population.Pregnancy other) {
            pregnancy = other;
            return this;
        }

        Row conditions(String... all) {
            conditions = List.of(all);
            return this;
        }

        Row people(String words) {
            people = words;
            return this;
        }

        Row mixed() {
            mixed = true;
            return this;
        }

        Row n(int people) {
            n = people;
            return this;
        }

        Row claim(Assert claim) {
            this.claim = claim.made();
            return this;
        }

        Row uncertain() {
            certain = false;
            return this;
        }

        Row standing(Standing other) {
            standing = other;
            return this;
        }

        Row textKind(TextKind other) {
            textKind = other;
            return this;
        }

        Row newerEdition(String words) {
            newerEdition = words;
            return this;
        }

        Row linkOnly() {
            linkOnly = true;
            return this;
        }

        Row work(String other) {
            work = other;
            return this;
        }

        Row year(int other) {
            year = other;
            return this;
        }

        Row grade(String words) {
            grade = words;
            return this;
        }

        Row title(String words) {
            title = words;
            return this;
        }

        Row text(String words) {
            text = words;
            return this;
        }

        Row coverage(double share) {
            coverage = share;
            return this;
        }

        Row role(Passage.Role other) {
            role = other;
            return this;
        }

        private Held held(int ordinal) {
            SourceId id = new SourceId("starter:" + key);
            Source source =
                    new Source(
                            id,
                            "starter",
                            new SourceId("starter:" + work),
                            title,
                            List.of(),
                            null,
                            null,
                            year,
                            null,
                            null,
                            null,
                            null,
                            null,
                            "en",
                            List.of(),
                            List.of(),
                            grade,
                            newerEdition,
                            null,
                            textKind,
                            standing,
                            null,
                            linkOnly);
            Study study =
                    new Study(
                            design,
                            certain,
                            "stated by the document",
                            new Population(
                                    people, ages, sex, pregnancy, conditions, List.of(), mixed),
                            n,
                            "test");
            Passage passage =
                    new Passage(
                            new Passage.Id(id, VERSION, ordinal),
                            role,
                            new Span(0, text.length()),
                            text,
                            List.of(),
                            claim);
            return new Held(source, VERSION, study, passage);
        }
    }

    static Assert recommends(String intervention, Claim.@Nullable Direction direction) {
        return new Assert(Claim.Kind.RECOMMENDATION, intervention, direction);
    }

    static Assert finds(String intervention, String outcome, Claim.@Nullable Direction direction) {
        return new Assert(Claim.Kind.FINDING, intervention, direction).on(outcome);
    }

    static Assert harms(String intervention, String outcome) {
        return new Assert(Claim.Kind.HARM, intervention, Claim.Direction.AGAINST).on(outcome);
    }

    /// A claim under construction.
    static final class Assert {
        private final Claim.Kind kind;
        private final String intervention;
        private final Claim.@Nullable Direction direction;
        private @Nullable String outcome;
        private @Nullable String comparator;
        private @Nullable String strength;
        private @Nullable String certainty;
        private @Nullable Population population;
        private Map<String, String> when = Map.of();
        private @Nullable Integer n;
        private @Nullable Integer events;
        private boolean surrogate;

        private Assert(Claim.Kind kind, String intervention, Claim.@Nullable Direction direction) {
            this.kind = kind;
            this.intervention = intervention;
            this.direction = direction;
        }

        Assert on(String words) {
            outcome = words;
            return this;
        }

        Assert against(String words) {
            comparator = words;
            return this;
        }

        Assert strength(String words) {
            strength = words;
            return this;
        }

        Assert certainty(String words) {
            certainty = words;
            return this;
        }

        Assert in(Population other) {
            population = other;
            return this;
        }

        Assert when(String key, String value) {
            when = Map.of(key, value);
            return this;
        }

        Assert people(int count) {
            n = count;
            return this;
        }

        Assert events(int count) {
            events = count;
            return this;
        }

        Assert surrogate() {
            surrogate = true;
            return this;
        }

        Claim made() {
            return new Claim(
                    kind,
                    "drugs",
                    null,
                    intervention,
                    comparator,
                    outcome,
                    direction,
                    strength,
                    certainty,
                    population,
                    when,
                    null,
                    n,
                    events,
                    surrogate);
        }
    }
}
