package oropos.answer;

import java.util.List;

/// A section as patients and carers read it.
///
/// @param forProfessionals statements with amounts of drugs, shown folded and unchanged
/// @param notFound what was looked for and not found
public record ReaderSection(
        String key,
        String heading,
        List<Answer.Statement> statements,
        List<Answer.Statement> forProfessionals,
        List<String> notFound) {

    public ReaderSection {
        statements = List.copyOf(statements);
        forProfessionals = List.copyOf(forProfessionals);
        notFound = List.copyOf(notFound);
    }
}
