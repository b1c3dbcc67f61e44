package oropos.appraisal;

import java.util.Optional;
import oropos.terminology.Concept;
import oropos.terminology.Concepts;

/// What weighing needs of the terminology: to read a phrase, and to look a concept up.
interface Vocabulary {

    Concepts read(String text);

    Optional<Concept> concept(String id);
}
