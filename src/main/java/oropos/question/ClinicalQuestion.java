package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import oropos.terminology.Mention;

/// A question understood.
///
/// @param asked the words, identifiers already removed
/// @param title made from patient, problem and intent
/// @param kind which of the twelve kinds
/// @param focus the words that carry the question, for searching
/// @param unknownWords content words no vocabulary knows: neutral chips, never premises
/// @param removed what was taken out of the text, by kind ("name", "date of birth")
/// @param unknownFacts facts from the fact list that were not told and on which evidence may hang
/// @param rules version of the rule files that spoke
/// @param words the words to search and weigh by: as asked, and with what the asker restored. They stay
///     in memory and are part of no answer
/// @param company whom of several people told of it is asked for, and what is told of the others
public record ClinicalQuestion(
        String asked,
        String title,
        Reader reader,
        QuestionKind kind,
        Patient patient,
        List<Finding> problems,
        List<Finding> drugs,
        List<Finding> procedures,
        List<Finding> tests,
        List<String> focus,
        List<Urgent> urgent,
        List<Premise> premises,
        List<String> unknownWords,
        List<Removed> removed,
        List<Fact> unknownFacts,
        String rules,
        String words,
        Company company) {

    /// Something taken out of the question before it was kept.
    ///
    /// @param kind what it was
    /// @param replacement what stands there now
    /// @param restored whether the asker said that it identifies nobody: it was read and searched for
    public record Removed(String kind, String replacement, boolean restored) {}

    /// A fact of a patient on which the evidence may hang.
    ///
    /// @param key as in the fact list ("mechanism")
    /// @param name for the list "what we were not told" ("how it happened")
    /// @param ask the question back to the asker
    /// @param values each possible value with the condition it makes in a branch ("lowEnergy" ->
    ///     "If no high-energy fall explains the fractures")
    public record Fact(String key, String name, String ask, List<Value> values) {

        /// The key of whom a question is for that tells of several people: it changes every answer.
        public static final String WHOM = "whom";

        public Fact {
            values = List.copyOf(values);
        }

        /// One value a fact may take.
        public record Value(String code, String condition) {}
    }

    public ClinicalQuestion {
        problems = List.copyOf(problems);
        drugs = List.copyOf(drugs);
        procedures = List.copyOf(procedures);
        tests = List.copyOf(tests);
        focus = List.copyOf(focus);
        urgent = List.copyOf(urgent);
        premises = List.copyOf(premises);
        unknownWords = List.copyOf(unknownWords);
        removed = List.copyOf(removed);
        unknownFacts = List.copyOf(unknownFacts);
    }

    /// Its words, with what is told first and asked then put in one: "My wife has gout, what can she eat?"
    /// as "What can my wife eat with gout?".
    public String inOneGo() {
        return ToldFirst.in(words);
    }

    /// What sources are searched for: what is said of the patient. Where that is no illness and no drug,
    /// also what is said of the others: whoever asks "can I catch it?" asks about a husband's hepatitis.
    public List<Finding> searched() {
        return Stream.concat(own(), ofOthers().stream()).toList();
    }

    /// Whether sources are searched for what only others have: what they say is then no advice for the
    /// patient and heads no answer. Whether it is inherited is asked of a relative's illness itself.
    public boolean isAboutOthers() {
        return !asksOfHeirs() && !ofOthers().isEmpty();
    }

    /// Whether it asks if a child will have what a relative has: "My husband has cystic fibrosis, can our
    /// children get it?"
    public boolean asksOfHeirs() {
        return !words.equals(asked) && words.equals(ToldFirst.ofHeirs(asked, true));
    }

    /// Whether an illness is told, and only of relatives or of others than the patient.
    public boolean tellsOnlyOthersIll() {
        return problems.stream().noneMatch(Finding::isSearched)
                && (problems.stream().anyMatch(one -> one.assertion() == Mention.Assertion.FAMILY)
                        || company.others().stream()
                                .flatMap(one -> one.findings().stream())
                                .anyMatch(Finding::isSearched));
    }

    /// Problems, drugs, procedures and tests of the patient, present or not.
    public Stream<Finding> findings() {
        return Stream.of(problems, drugs, procedures, tests).flatMap(List::stream);
    }

    private Stream<Finding> own() {
        return findings().filter(Finding::isSearched);
    }

    private List<Finding> ofOthers() {
        if (Stream.concat(problems.stream(), drugs.stream()).anyMatch(Finding::isSearched)) {
            return List.of();
        }
        List<String> known = new ArrayList<>(own().map(Finding::id).toList());
        List<Finding> found = new ArrayList<>();
        for (Person other : company.others()) {
            for (Finding one : other.findings()) {
                if (one.isSearched() && !isInherited(other) && !known.contains(one.id())) {
                    known.add(one.id());
                    found.add(one);
                }
            }
        }
        return found;
    }

    /// What is advised to prevent an illness is not advised to those whose parents had it.
    private boolean isInherited(Person other) {
        return kind == QuestionKind.PREVENTION && other.isOfTheSameBlood();
    }

    /// With more words that nothing was read from.
    ClinicalQuestion withUnknown(List<String> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<String> all = new ArrayList<>(unknownWords);
        all.addAll(more);
        return copy(urgent, premises, all, unknownFacts, company);
    }

    /// The same, with these urgent signs.
    ClinicalQuestion with(List<Urgent> signs) {
        return copy(signs, premises, unknownWords, unknownFacts, company);
    }

    /// The same, with one more fact to be asked for, before all others.
    ClinicalQuestion lacking(Fact fact) {
        List<Fact> facts = new ArrayList<>(List.of(fact));
        facts.addAll(unknownFacts);
        return copy(urgent, premises, unknownWords, facts, company);
    }

    /// The same, knowing who else it tells of.
    ClinicalQuestion among(Company people) {
        return copy(urgent, premises, unknownWords, unknownFacts, people);
    }

    /// With premises that only sources could show.
    public ClinicalQuestion withMore(List<Premise> found) {
        List<Premise> all = new ArrayList<>(premises);
        if (found.stream().anyMatch(more -> more.kind().equals(Premise.DOSE))) {
            all.removeIf(one -> one.kind().equals(Premise.DOSE));
        }
        all.addAll(found);
        return copy(urgent, all, unknownWords, unknownFacts, company);
    }

    private ClinicalQuestion copy(
            List<Urgent> signs,
            List<Premise> wrong,
            List<String> unread,
            List<Fact> missing,
            Company people) {
        return new ClinicalQuestion(
                asked,
                title,
                reader,
                kind,
                patient,
                problems,
                drugs,
                procedures,
                tests,
                focus,
                signs,
                wrong,
                unread,
                removed,
                missing,
                rules,
                words,
                people);
    }
}
