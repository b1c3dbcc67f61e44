package oropos.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import oropos.answer.Answer;
import oropos.answer.CompleteDose;
import oropos.answer.Connectives;
import oropos.answer.Expansions;
import oropos.answer.SourceTopic;
import oropos.library.TextKind;

/// Whether every word has its provenance: a stretch of a cited quote, a typed field of the cited
/// passage, or an insertion from the closed list that says something true here (promise P1).
final class PartCheck implements StatementCheck {

    private static final Pattern STOPPED = Pattern.compile("(?s).*[.!?)\"]\\s*");

    @Override
    public List<Finding> of(Answer.Statement statement, List<Cited> cited) {
        if (statement.citations().isEmpty()) {
            return List.of(new Finding("uncited", "no citation: \"" + statement.text() + "\""));
        }
        List<Finding> findings = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        Answer.Part before = null;
        for (Answer.Part part : statement.parts()) {
            boolean holds =
                    switch (part.kind()) {
                        case "span" -> isQuoted(part, cited);
                        case "field" -> isField(part, cited);
                        case "insertion" -> isInsertion(part, joined.toString(), cited);
                        default -> false;
                    };
            if (!holds) {
                findings.add(
                        new Finding("part", "no source has the words \"" + part.text() + "\""));
            }
            if (before != null
                    && !before.kind().equals("insertion")
                    && "topic".equals(part.source())) {
                findings.add(
                        new Finding("part", "\"" + part.text() + "\" names the topic too late"));
            }
            if (before != null && !before.kind().equals("insertion") && runsInto(before, part)) {
                findings.add(
                        new Finding(
                                "part",
                                "\"" + before.text() + "\" runs into \"" + part.text() + "\""));
            }
            joined.append(part.text());
            before = part;
        }
        if (!joined.toString().equals(statement.text())) {
            findings.add(
                    new Finding(
                            "text",
                            "the text is not its parts joined: \"" + statement.text() + "\""));
        }
        if (statement.citations().stream()
                .anyMatch(citation ->
                        statement.parts().stream()
                                .noneMatch(part ->
                                        cites(part, citation) || repeats(part, citation)))) {
            findings.add(new Finding("idleCitation", "a citation stands behind none of its words"));
        }
        return findings;
    }

    private static boolean cites(Answer.Part part, Answer.Citation citation) {
        return part.mark() != null
                && part.mark() == citation.mark()
                && (!part.kind().equals("span") || part.text().equals(citation.quote()));
    }

    /// Whether another source says a stretch in the same words.
    private static boolean repeats(Answer.Part part, Answer.Citation citation) {
        return part.kind().equals("span") && part.text().equals(citation.quote());
    }

    private static boolean isQuoted(Answer.Part part, List<Cited> cited) {
        return part.source() == null
                && cited.stream()
                        .anyMatch(one ->
                                cites(part, one.citation()) && one.words().equals(part.text()));
    }

    private static boolean isField(Answer.Part part, List<Cited> cited) {
        String field = part.source();
        return field != null
                && cited.stream()
                        .filter(one -> cites(part, one.citation()))
                        .anyMatch(
                                one -> TypedFields.of(one, field).equals(Optional.of(part.text())));
    }

    /// @param before what stands before it
    private static boolean isInsertion(Answer.Part part, String before, List<Cited> cited) {
        String id = part.source();
        if (id == null || part.mark() != null) {
            return false;
        }
        if (id.equals("topic")) {
            return !cited.isEmpty()
                    && SourceTopic.holds(
                            part.text(),
                            cited.getFirst().source().title(),
                            cited.getFirst().passage().headings());
        }
        if (id.equals("expansion")) {
            return !cited.isEmpty()
                    && Expansions.holds(
                            part.text(),
                            cited.getFirst().citation().quote(),
                            cited.getFirst().passage().text());
        }
        if (!Connectives.holds(id, part.text())) {
            return false;
        }
        return switch (id) {
            case "stop" -> !STOPPED.matcher(before).matches();
            case "noMaximum" ->
                    cited.stream()
                            .anyMatch(one -> CompleteDose.lacksMaximum(one.citation().quote()));
            case "secondHand" ->
                    cited.stream()
                            .anyMatch(one ->
                                    one.source().textKind() == TextKind.SUMMARY_OF_SECONDARY);
            case "fromAdults", "onlyIndirect", "toSome" ->
                    cited.stream().anyMatch(one -> fits(one, "indirect"));
            case "unstated" -> cited.stream().anyMatch(one -> fits(one, "unstated"));
            default -> true;
        };
    }

    private static boolean fits(Cited one, String kind) {
        return one.citation().fit().kind().equals(kind);
    }

    /// Two stretches without a space or a sign between them make a word or a number nobody wrote.
    private static boolean runsInto(Answer.Part before, Answer.Part part) {
        return !before.text().isEmpty()
                && !part.text().isEmpty()
                && Character.isLetterOrDigit(before.text().codePointBefore(before.text().length()))
                && Character.isLetterOrDigit(part.text().codePointAt(0));
    }
}
