package oropos.terminology;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Everything recognised in one text, in the order it stands there.
public record Concepts(String text, List<Mention> mentions) {

    public Concepts {
        mentions = List.copyOf(mentions);
    }

    public Stream<Mention> of(Concept.Kind kind) {
        return mentions.stream().filter(mention -> mention.concept().kind() == kind);
    }

    /// The same concepts, each with what its surroundings are found to say of it.
    public Concepts asserted(Function<Mention, Mention.Assertion> said) {
        return new Concepts(text, mentions.stream().map(one -> one.as(said.apply(one))).toList());
    }

    public boolean has(String conceptId) {
        return mentions.stream().anyMatch(mention -> mention.concept().id().equals(conceptId));
    }
}
