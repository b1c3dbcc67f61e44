package oropos.terminology;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads clinical language into concepts: the door of this room.
///
/// Names come from MeSH 2024 (courtesy of the U.S. National Library of Medicine), from the FDA's
/// list of drug products and from a small list of our own; the longest name wins, mentions never
/// overlap. Spelling (British, American), number, case, hyphens and accents make no difference;
/// initials that spell an ordinary word count only in capitals. An abbreviation is understood where
/// the vocabulary knows one meaning alone, or where the text itself explains it: "acute
/// lymphoblastic leukaemia (ALL)". Nothing is corrected: a misspelt drug is not recognised.
public final class Terminology {

    private final Vocabulary vocabulary;
    private final Map<String, Concept> vertebrae = new HashMap<>();

    private Terminology(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        for (Concept vertebra : Vertebrae.concepts(vocabulary)) {
            vertebrae.put(vertebra.id(), vertebra);
        }
    }

    private static final class BuiltIn {
        static final Terminology ONLY = new Terminology(Vocabulary.load());
    }

    /// The vocabularies shipped with Oropos, loaded once.
    public static Terminology builtIn() {
        return BuiltIn.ONLY;
    }

    /// The concept of this id, or empty where no vocabulary has it.
    public Optional<Concept> concept(String id) {
        Concept vertebra = vertebrae.get(id);
        return Optional.ofNullable(vertebra == null ? vocabulary.concept(id) : vertebra);
    }

    /// Everything recognised in a text, in the order it stands there. Vertebrae are anatomy with the
    /// level in their id; where one place names several ("T10-L2"), each is a mention, those that
    /// are only implied with the span of the whole.
    public Concepts read(String text) {
        return new Reading(vocabulary, vertebrae, text).concepts();
    }
}
