package oropos.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import oropos.answer.Answer;
import oropos.answer.Answer.Branch;
import oropos.answer.Answer.Citation;
import oropos.answer.Answer.Reference;
import oropos.answer.Answer.Statement;

/// Every passage an answer rests on, each once, with its label.
///
/// One work has one number. Where an answer cites several passages of a work they are told apart by
/// letters ("2a", "2b") in the order they are read, the bottom line first, so that a mark always opens one quote.
final class Notes {

    private final Map<Citation, Note> byCitation;

    private Notes(Map<Citation, Note> byCitation) {
        this.byCitation = byCitation;
    }

    static Notes of(Answer answer, ReadingRoom room) {
        Map<Integer, List<Citation>> byMark = new TreeMap<>();
        for (Citation citation : citations(answer)) {
            List<Citation> ofMark =
                    byMark.computeIfAbsent(citation.mark(), mark -> new ArrayList<>());
            if (!ofMark.contains(citation)) {
                ofMark.add(citation);
            }
        }
        Map<Integer, Reference> references = new TreeMap<>();
        answer.references().forEach(r -> references.put(r.mark(), r));
        Map<Citation, Note> notes = new LinkedHashMap<>();
        byMark.forEach((mark, cited) -> {
            for (int i = 0; i < cited.size(); i++) {
                Citation citation = cited.get(i);
                String label = cited.size() == 1 ? "" + mark : mark + letters(i);
                notes.put(
                        citation,
                        new Note(
                                label,
                                citation,
                                references.get(mark),
                                Surroundings.of(citation, room)));
            }
        });
        return new Notes(notes);
    }

    List<Note> all() {
        return List.copyOf(byCitation.values());
    }

    Note of(Citation citation) {
        Note note = byCitation.get(citation);
        if (note == null) {
            throw new IllegalArgumentException("not cited in this answer: " + citation);
        }
        return note;
    }

    List<Note> of(List<Citation> citations) {
        return citations.stream()
                .distinct()
                .map(this::of)
                .sorted(Comparator.comparingInt(n -> n.citation().mark()))
                .toList();
    }

    /// Letters for the passages of one work: a to z, then aa, ab and so on.
    static String letters(int index) {
        String last = String.valueOf((char) ('a' + index % 26));
        return index < 26 ? last : letters(index / 26 - 1) + last;
    }

    private static List<Citation> citations(Answer answer) {
        List<Citation> citations = new ArrayList<>();
        add(answer.bottomLine().lead(), citations);
        for (Branch branch : answer.bottomLine().branches()) {
            add(branch.statements(), citations);
        }
        add(answer.bottomLine().card().benefit(), citations);
        add(answer.bottomLine().card().harm(), citations);
        add(answer.bottomLine().card().decides(), citations);
        answer.urgent().forEach(sign -> add(sign.statements(), citations));
        answer.premises().forEach(premise -> citations.addAll(premise.citations()));
        answer.sections().forEach(section -> add(section.statements(), citations));
        add(answer.adultOrIndirect(), citations);
        answer.conflicts()
                .forEach(c -> c.sides().forEach(side -> add(side.statements(), citations)));
        answer.outcome().said().forEach(one -> add(List.of(one.statement()), citations));
        return citations;
    }

    private static void add(List<Statement> statements, List<Citation> to) {
        statements.forEach(statement -> to.addAll(statement.citations()));
    }
}
