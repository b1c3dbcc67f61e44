package oropos.answer;

import java.util.List;

/// Joins the answers to the parts of a question to the answer to the whole.
///
/// Nothing of a part is rewritten: each is an answer of its own, with its own references, its own
/// outcome and its own receipt, so that one that must be refused is refused where it stands and does
/// not take the others with it. The whole says how many are answered.
public final class PartsTogether {

    private PartsTogether() {}

    /// @param whole the answer to the text taken as one question
    /// @param parts the answers to its parts, at least two
    public static Answer of(Answer whole, List<Answer> parts) {
        if (parts.size() < 2) {
            throw new IllegalArgumentException(
                    "a question has two parts or is one, but had " + parts.size());
        }
        long answered = count(parts, "answered");
        long partly = count(parts, "partly");
        long refused = parts.size() - answered - partly;
        String kind =
                answered == parts.size()
                        ? "answered"
                        : refused == parts.size() ? "abstained" : "partly";
        return whole.withParts(
                parts,
                new Answer.Outcome(
                        kind,
                        kind.equals("answered") ? null : "parts",
                        words(parts.size(), answered, partly, refused),
                        whole.outcome().nearest(),
                        whole.outcome().near()));
    }

    private static long count(List<Answer> parts, String kind) {
        return parts.stream().filter(part -> part.outcome().kind().equals(kind)).count();
    }

    private static String words(int all, long answered, long partly, long refused) {
        StringBuilder words = new StringBuilder("You asked ").append(all).append(" questions: ");
        String comma = "";
        if (answered > 0) {
            words.append(answered).append(" answered");
            comma = ", ";
        }
        if (partly > 0) {
            words.append(comma).append(partly).append(" answered in part");
            comma = ", ";
        }
        if (refused > 0) {
            words.append(comma).append(refused).append(" not answered");
        }
        return words.append(". Each stands by itself.").toString();
    }
}
