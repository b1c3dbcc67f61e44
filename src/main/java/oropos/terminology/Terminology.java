package oropos.terminology;

import java.util.List;
import java.util.Optional;

/// Reads clinical language into concepts: the door of this room.
public final class Terminology {

    private Terminology() {}

    private static final class BuiltIn {
        static final Terminology ONLY = new Terminology();
    }

    /// The vocabularies shipped with Oropos, loaded once.
    public static Terminology builtIn() {
        return BuiltIn.ONLY;
    }

    /// Everything recognised in a text.
    public Concepts read(String text) {
        return new Concepts(text, List.of());
    }

    /// The concept of this id, or empty where no vocabulary has it.
    public Optional<Concept> concept(String id) {
        return Optional.empty();
    }
}
