package oropos.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The glossary in use: the shipped one, and the explanations that people of this server wrote since
/// and a second person accepted.
///
/// An accepted explanation counts from the next answer on. What was explained before stays valid, so
/// an answer of yesterday is still right. Its version stands in every answer that is told to patients
/// and carers. Editors change what a term means and add terms; words that may stand in a term's place
/// are changed with the program alone, for they change statements.
public final class Explanations {

    /// An accepted explanation.
    ///
    /// @param number counted from 1 in the order in which they were accepted
    /// @param term its name, of the glossary or a new one
    /// @param forms other ways a new term is written
    /// @param meaning completes "Term: ...", without a full stop
    /// @param source where its facts were looked up
    public record Change(
            int number, String term, List<String> forms, String meaning, String source) {

        public Change {
            forms = List.copyOf(forms);
            if (number < 1) {
                throw new IllegalArgumentException("a change is counted from 1, not " + number);
            }
        }
    }

    private record State(Glossary glossary, String version) {}

    private volatile State state = new State(Glossary.shipped(), Glossary.version());

    /// The shipped glossary alone.
    public Explanations() {}

    /// @param changes in the order in which they were accepted
    public Explanations(List<Change> changes) {
        changes.forEach(this::accept);
    }

    public Glossary glossary() {
        return state.glossary();
    }

    /// "2026-11-2", and "+3" where three changes were accepted.
    public String version() {
        return state.version();
    }

    /// Takes an explanation into use.
    ///
    /// @throws IllegalArgumentException where it is none, or takes a form of another term, in words
    public synchronized void accept(Change change) {
        state =
                new State(
                        changed(state.glossary(), change),
                        Glossary.version() + "+" + change.number());
    }

    /// Whether it could be taken into use; says in words why not.
    ///
    /// @throws IllegalArgumentException where it could not
    public void check(String term, List<String> forms, String meaning, String source) {
        changed(state.glossary(), new Change(1, term, forms, meaning, source));
    }

    private static Glossary changed(Glossary glossary, Change change) {
        List<GlossaryTerm> terms = new ArrayList<>(glossary.terms());
        for (int i = 0; i < terms.size(); i++) {
            GlossaryTerm old = terms.get(i);
            if (old.name().equals(change.term())) {
                terms.set(
                        i,
                        new GlossaryTerm(
                                old.name(),
                                old.forms(),
                                old.plain(),
                                change.meaning(),
                                old.say(),
                                change.source()));
                return glossary.with(terms);
            }
        }
        List<String> forms = new ArrayList<>(List.of(change.term()));
        change.forms().stream().filter(form -> !forms.contains(form)).forEach(forms::add);
        terms.add(
                new GlossaryTerm(
                        change.term(), forms, Map.of(), change.meaning(), "", change.source()));
        return glossary.with(terms);
    }
}
