package oropos.verification;

import java.util.ArrayList;
import java.util.List;
import oropos.answer.Answer;
import oropos.answer.Labels;
import oropos.library.TextKind;

/// Whether a text is called what it is: a summary made here is never set as a quotation, says that it
/// is one, and belongs to the work it is counted under (promise P1).
final class NamingCheck implements StatementCheck {

    @Override
    public List<Finding> of(Answer.Statement statement, List<Cited> cited) {
        List<Finding> findings = new ArrayList<>();
        cited.forEach(one -> findings.addAll(of(one)));
        boolean quotedOnly =
                cited.stream().noneMatch(one -> one.source().textKind().isSummary())
                        && statement.parts().stream()
                                .noneMatch(part -> part.kind().equals("field"));
        String expected = quotedOnly ? "quote" : "template";
        if (!statement.kind().equals(expected)) {
            findings.add(
                    new Finding(
                            "statementKind",
                            "it is a "
                                    + expected
                                    + ", but is called \""
                                    + statement.kind()
                                    + "\""));
        }
        return findings;
    }

    static List<Finding> of(Cited one) {
        List<Finding> findings = new ArrayList<>();
        Answer.Citation citation = one.citation();
        TextKind kind = one.source().textKind();
        compare(findings, "textKind", "the text", kind.code(), citation.textKind());
        compare(findings, "label", "the label", Labels.of(one.source()), citation.label());
        compare(findings, "work", "the work", one.source().work().value(), citation.work());
        return findings;
    }

    private static void compare(
            List<Finding> findings, String code, String what, String held, String stated) {
        if (!held.equals(stated)) {
            findings.add(
                    new Finding(
                            code,
                            what + " is \"" + held + "\", the citation says \"" + stated + "\""));
        }
    }
}
