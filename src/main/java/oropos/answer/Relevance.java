package oropos.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.EvidenceTable;
import oropos.question.ClinicalQuestion;
import oropos.question.Finding;
import oropos.question.QuestionKind;
import oropos.terminology.Concept;
import oropos.terminology.Mention.Assertion;
import oropos.terminology.Terminology;
import oropos.terminology.Words;

/// How much of a question a text meets.
///
/// Each problem, drug, procedure and test of the question is one idea of weight 1. It is met by any of
/// its names, by the concept itself or a narrower one, and to seven tenths by its next broader concept
/// ("vertebral fracture" for a compression fracture). Each further focus word is an idea of half the
/// weight. The measure is the met weight over the whole weight, between 0 and 1.
final class Relevance {

    /// A drug or procedure the question names weighs twice a problem: a question about calcitonin is
    /// about calcitonin first.
    private static final double INTERVENTION = 2;

    /// A disease only suspected behind what the patient has: what is said of it alone, without what the
    /// patient has, meets less than half of the question.
    private static final double SUSPECTED = 0.9;

    /// Where nothing was recognised, a text must have three quarters of the question's words.
    private static final double MOST_WORDS = 0.75;

    /// What meeting the next broader concept counts.
    private static final double BROADER = 0.7;

    private static final double HALF = 0.5;

    /// A focus word weighs half a recognised concept: it may be an ordinary word.
    private static final double FOCUS_WEIGHT = 0.5;

    /// What telling the aspect asked for counts of the question's other words; the rest counts as the
    /// words stand there.
    private static final double TOLD = 0.6;

    /// Signs and Symptoms in the trees of MeSH.
    private static final String SYMPTOMS = "C23.888";

    /// Words before a symptom that say how bad or how long, not where.
    private static final Set<String> HOW_BAD = before("howBad");

    /// Words before a name that leave it as wide as it is.
    static final Set<String> NARROWS_NOTHING = before("narrowsNothing");

    private static final Set<String> VACCINATION = Set.of("mesh:D014611", "mesh:D007114");

    /// What is done with any disease: "screening" alone names no subject.
    private static final Set<String> OF_ANY_DISEASE = Set.of("mesh:D008403", "mesh:D055088");

    private final Map<Set<List<String>>, Double> ideas = new HashMap<>();
    private final List<Subject> subjects = new ArrayList<>();
    private final Set<String> places = new HashSet<>();
    private final SubjectNames names;
    private final Spoken.Reader reader;
    private final double subjectWeight;
    private double whole;

    /// A problem, drug, procedure or test of the question.
    ///
    /// @param parents where the next broader concepts stand in the trees; a whole branch
    ///     ("Infections") is near to nothing in particular
    private record Subject(
            Set<List<String>> names,
            @Nullable Concept concept,
            double weight,
            List<String> parents) {

        Subject(Set<List<String>> names, @Nullable Concept concept, double weight) {
            this(names, concept, weight, concept == null ? List.of() : parents(concept));
        }

        private static List<String> parents(Concept concept) {
            return concept.trees().stream()
                    .filter(position -> position.contains("."))
                    .map(position -> position.substring(0, position.lastIndexOf('.')))
                    .filter(position -> position.contains("."))
                    .toList();
        }
    }

    /// Where the question itself names nothing, what the titles of the sources found name in it.
    Relevance(EvidenceTable table, Terminology terminology, Spoken.Reader reader) {
        this(table.question(), TitleSubjects.in(table), terminology, reader);
    }

    Relevance(ClinicalQuestion question, Terminology terminology, Spoken.Reader reader) {
        this(question, List.of(), terminology, reader);
    }

    private Relevance(
            ClinicalQuestion question,
            List<List<String>> titles,
            Terminology terminology,
            Spoken.Reader reader) {
        this.reader = reader;
        Set<String> covered = new HashSet<>();
        question.searched()
                .forEach(finding -> {
                    Set<List<String>> names = new HashSet<>();
                    Stream.concat(
                                    Stream.of(finding.name(), finding.words()),
                                    finding.synonyms().stream())
                            .map(Relevance::stems)
                            .filter(stems -> !stems.isEmpty())
                            .forEach(names::add);
                    names.forEach(covered::addAll);
                    subjects.add(
                            new Subject(
                                    names,
                                    terminology.concept(finding.id()).orElse(null),
                                    weight(finding, question)));
                });
        if (ofAnyDisease(question)) {
            for (String word : question.focus()) {
                List<String> stems = stems(word);
                if (!stems.isEmpty() && !covered.containsAll(stems)) {
                    covered.addAll(stems);
                    subjects.add(new Subject(Set.of(stems), null, INTERVENTION));
                }
            }
        }
        addPlaces(question, covered, terminology);
        // A word no vocabulary knows may be the very thing that is asked about: a source without it
        // does not answer.
        for (String word : question.unknownWords()) {
            List<String> stems = stems(word);
            if (!stems.isEmpty() && !covered.containsAll(stems)) {
                covered.addAll(stems);
                subjects.add(new Subject(Set.of(stems), null, INTERVENTION));
            }
        }
        if (subjects.isEmpty()) {
            for (List<String> title : titles) {
                covered.addAll(title);
                subjects.add(new Subject(Set.of(title), null, 1));
            }
        }
        for (String word : question.focus()) {
            List<String> stems = stems(word);
            if (!stems.isEmpty() && !covered.containsAll(stems)) {
                add(Set.of(stems), FOCUS_WEIGHT);
            }
        }
        this.names =
                new SubjectNames(
                        subjects.stream().map(Subject::names).toList(),
                        WholeQuestion.keys(stems(question.words())));
        this.subjectWeight = subjects.stream().mapToDouble(Subject::weight).sum();
    }

    private static double weight(Finding finding, ClinicalQuestion question) {
        if (question.drugs().contains(finding) || question.procedures().contains(finding)) {
            return INTERVENTION;
        }
        if (OF_ANY_DISEASE.contains(finding.id())) {
            return HALF;
        }
        boolean asksForIt =
                question.kind() == QuestionKind.DIAGNOSIS
                        && finding.assertion() == Assertion.POSSIBLE
                        && question.problems().stream()
                                .anyMatch(other -> other.assertion() == Assertion.PRESENT);
        return asksForIt ? SUSPECTED : 1;
    }

    /// Whether all that was recognised is done with any disease: what it is done for must then stand among
    /// the other words ("chlamydia screening", "PSA screening").
    private static boolean ofAnyDisease(ClinicalQuestion question) {
        List<Finding> searched = question.searched();
        return !searched.isEmpty()
                && searched.stream().allMatch(one -> OF_ANY_DISEASE.contains(one.id()));
    }

    /// The word right before what is wide, where it carries the question and names nothing itself.
    private void addPlaces(
            ClinicalQuestion question, Set<String> covered, Terminology terminology) {
        List<String> asked = stems(question.words());
        Set<String> focus = new HashSet<>();
        question.focus().forEach(word -> focus.addAll(stems(word)));
        for (Finding named :
                Stream.concat(question.problems().stream(), question.procedures().stream())
                        .toList()) {
            int at = Collections.indexOfSubList(asked, stems(named.words()));
            if (at > 0
                    && named.isSearched()
                    && terminology.concept(named.id()).filter(Relevance::isWide).isPresent()) {
                String before = asked.get(at - 1);
                if (focus.contains(before)
                        && !covered.contains(before)
                        && !NARROWS_NOTHING.contains(before)
                        && !HOW_BAD.contains(before)) {
                    places.add(before);
                }
            }
        }
    }

    /// A symptom or sign, a whole branch of diseases ("injury"), or a vaccination: the word before says
    /// where, or against what.
    private static boolean isWide(Concept concept) {
        return VACCINATION.contains(concept.id())
                || concept.trees().stream()
                        .anyMatch(position ->
                                position.startsWith(SYMPTOMS) || !position.contains("."));
    }

    private void add(Set<List<String>> names, double weight) {
        if (!names.isEmpty() && ideas.putIfAbsent(names, weight) == null) {
            whole += weight;
        }
    }

    double of(String text) {
        return of(spoken(text));
    }

    /// What a text speaks of; the same for every question.
    Spoken spoken(String text) {
        return reader.of(text);
    }

    double of(Spoken text) {
        double all = whole + subjectWeight;
        if (all == 0) {
            return 0;
        }
        Set<String> words = text.words();
        double met = 0;
        for (var idea : ideas.entrySet()) {
            if (meets(idea.getKey(), words)) {
                met += idea.getValue();
            }
        }
        return (met + subject(text) * subjectWeight) / all;
    }

    /// The same where a text tells what was asked in other words than the question's.
    double of(Spoken text, boolean tellsWhatIsAsked) {
        double all = whole + subjectWeight;
        if (!tellsWhatIsAsked || all == 0) {
            return of(text);
        }
        double words = TOLD + (1 - TOLD) * focusShare(text.words());
        return (words * whole + subject(text) * subjectWeight) / all;
    }

    /// Whether a text holds half of the question's words beside its subject; also where there are none.
    boolean tellsTheWords(Spoken text) {
        return whole == 0 || focusShare(text.words()) >= HALF;
    }

    /// The names of each thing that is asked about.
    SubjectNames names() {
        return names;
    }

    /// Whether a concept is one asked about, or a narrower one.
    boolean isSubject(Concept concept) {
        return subjects.stream()
                .map(Subject::concept)
                .anyMatch(one -> one != null && concept.isA(one));
    }

    /// Whether a concept is one asked about, a narrower or a wider one: an infection, where one of its kinds
    /// is asked about.
    boolean isKin(Concept concept) {
        return subjects.stream()
                .map(Subject::concept)
                .anyMatch(one -> one != null && (concept.isA(one) || one.isA(concept)));
    }

    /// Whether the text names the place of each symptom asked about, as the word before it tells it: what
    /// is said of pain answers nothing on testicular pain.
    boolean holdsPlaces(Spoken text) {
        return text.words().containsAll(places);
    }

    /// Whether the question names a problem, drug, procedure or test, or a word no vocabulary knows.
    boolean hasSubjects() {
        return !subjects.isEmpty();
    }

    static Set<String> before(String sort) {
        return Tables.rows("/answer/words-before-names.tsv", 3).stream()
                .filter(row -> row.getFirst().equals(sort))
                .map(row -> row.get(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    private double focusShare(Set<String> words) {
        double met =
                ideas.entrySet().stream()
                        .filter(idea -> meets(idea.getKey(), words))
                        .mapToDouble(Map.Entry::getValue)
                        .sum();
        return whole == 0 ? 0 : met / whole;
    }

    /// Share of the question's problems, drugs, procedures and tests the text speaks of, 0 to 1. Where
    /// nothing was recognised in the question, the share of its words.
    double subject(String text) {
        return subject(spoken(text));
    }

    double subject(Spoken text) {
        if (subjects.isEmpty()) {
            return focusShare(text.words());
        }
        double met = 0;
        for (Subject subject : subjects) {
            met += subject.weight() * met(subject, text);
        }
        return met / subjectWeight;
    }

    private static double met(Subject subject, Spoken text) {
        Concept concept = subject.concept();
        if (concept == null) {
            return meets(subject.names(), text.words()) ? 1 : 0;
        }
        if (isAny(text.spoken(), concept)) {
            return 1;
        }
        if (isAny(text.denied(), concept)) {
            return 0;
        }
        if (meets(subject.names(), text.words())) {
            return 1;
        }
        for (Concept one : text.spoken()) {
            if (!Collections.disjoint(subject.parents(), one.trees())) {
                return BROADER;
            }
        }
        return 0;
    }

    private static boolean isAny(List<Concept> concepts, Concept wider) {
        for (Concept one : concepts) {
            if (one.isA(wider)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the text speaks of half of the question's problems and of half of its drugs, procedures
    /// and unknown words: what is said of sertraline in depression does not answer for another disease.
    boolean coversSubjects(Spoken text) {
        return half(text, true) && half(text, false);
    }

    /// Whether the text speaks of every problem, drug, procedure, test and unknown word, if only more widely.
    boolean coversAll(Spoken text) {
        return subjects.stream().allMatch(subject -> met(subject, text) > 0);
    }

    /// Whether the text speaks of each problem, drug, procedure and test itself, not of a narrower or
    /// wider one: for a question on diabetes a page on diabetes stands before one on a rare form of it.
    boolean isExactly(Spoken text) {
        return subjects.stream()
                .allMatch(subject -> {
                    Concept concept = subject.concept();
                    return meets(subject.names(), text.words())
                            || (concept != null && text.spoken().contains(concept));
                });
    }

    private boolean half(Spoken text, boolean interventions) {
        List<Subject> asked =
                subjects.stream()
                        .filter(subject -> (subject.weight() > 1) == interventions)
                        .toList();
        double met = asked.stream().mapToDouble(subject -> met(subject, text)).sum();
        return met >= HALF * asked.size();
    }

    /// Whether the text speaks of any problem, drug, procedure or test of the question.
    boolean namesSubject(String text) {
        return namesSubject(spoken(text));
    }

    boolean namesSubject(Spoken text) {
        return subjects.isEmpty() ? subject(text) >= MOST_WORDS : subject(text) > 0;
    }

    static boolean meets(Set<List<String>> names, Set<String> words) {
        for (List<String> name : names) {
            if (words.containsAll(name)) {
                return true;
            }
        }
        return false;
    }

    /// Lower-case words without plural endings; "fractures" meets "fracture". Single letters say
    /// nothing, single digits do: type 2 is not type 1. A letter that tells one kind from another is one
    /// with the word before it: hepatitis A is not hepatitis B.
    static List<String> stems(String text) {
        List<String> stems = new ArrayList<>();
        for (String word : Words.of(text)) {
            boolean single = word.length() == 1 && !Character.isDigit(word.charAt(0));
            if (!single) {
                stems.add(stem(word));
            } else if (!stems.isEmpty() && LETTERED.contains(stems.getLast())) {
                stems.set(stems.size() - 1, stems.getLast() + LETTER + word);
            }
        }
        return stems;
    }

    /// Words after which a single letter names a kind.
    static final Set<String> LETTERED = before("lettered");

    static final char LETTER = '~';

    static String stem(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.length() > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("is")) {
            return word.substring(0, word.length() - 1);
        }
        return word;
    }
}
