package oropos.question;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import oropos.terminology.Concept;
import oropos.terminology.Concepts;

/// Living things by which an infection is asked for, from `organisms.tsv`: "How is Giardia treated?".
///
/// They are read only where a question names no problem: then its search and its answer would hang on
/// words alone. What is taken as a probiotic or as food is none.
final class Organisms {

    static final String FILE = "organisms.tsv";

    private record Row(String position, boolean infects) {
        boolean holds(String place) {
            return place.equals(position) || place.startsWith(position + ".");
        }
    }

    private final List<Row> rows;

    Organisms(RuleFile.Table table) {
        this.rows =
                table.rows().stream()
                        .map(row -> new Row(row.get(0), row.get(1).equals("infects")))
                        .toList();
    }

    /// The problems of a question, where it names none the organisms that infect.
    List<Finding> problems(
            List<Finding> named,
            Concepts concepts,
            Redaction open,
            Redaction kept,
            Function<String, Optional<Concept>> concept) {
        if (!named.isEmpty() || concepts.of(Concept.Kind.ORGANISM).findAny().isEmpty()) {
            return named;
        }
        return FindingReader.read(concepts, Concept.Kind.ORGANISM, open, kept).stream()
                .filter(one -> concept.apply(one.id()).filter(this::infects).isPresent())
                .toList();
    }

    private boolean infects(Concept organism) {
        return organism.trees().stream().anyMatch(place -> isIn(place, true))
                && organism.trees().stream().noneMatch(place -> isIn(place, false));
    }

    private boolean isIn(String place, boolean infects) {
        return rows.stream().anyMatch(row -> row.infects() == infects && row.holds(place));
    }
}
