package oropos.question;

import java.util.List;

/// Something the question takes for granted that is not so.
///
/// @param rule id of the rule that spoke
/// @param kind the family of the premise ("paediatric term", "impossible", "withdrawn")
/// @param quote the words of the question
/// @param correction what is so instead, first sentence at most 90 characters
/// @param evidence ids of the sources the correction rests on (`starter:ISCD19`); the answer cites
///     those the library holds
public record Premise(
        String rule, String kind, String quote, String correction, List<String> evidence) {

    /// The family of doses far from what is stated: said once, by the source in the library where one holds it.
    public static final String DOSE = "dose";

    public Premise {
        evidence = List.copyOf(evidence);
    }
}
