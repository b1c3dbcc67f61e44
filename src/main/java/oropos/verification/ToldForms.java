package oropos.verification;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import oropos.verification.StatementCheck.Finding;

/// Forms that plain words make with their neighbours and that say something else than was said: "is made
/// up of 60% of all cases" of what makes up 60% of them.
///
/// A telling may hold one only as often as its statement does. Each was found by reading what was told.
final class ToldForms {

    private record Form(Pattern pattern, String words) {}

    private static final List<Form> FORMS =
            RuleTable.read("told-amiss.tsv", "pattern", "why", "source").rows().stream()
                    .map(row ->
                            new Form(
                                    Pattern.compile(
                                            "\\b(?:" + row.getFirst() + ")",
                                            Pattern.CASE_INSENSITIVE),
                                    row.get(1)))
                    .toList();

    private ToldForms() {}

    /// The first form that a telling makes and its statement does not hold.
    static Optional<Finding> amiss(String told, String statement) {
        return FORMS.stream()
                .filter(form -> count(form, told) > count(form, statement))
                .map(form -> new Finding("words", form.words()))
                .findFirst();
    }

    private static long count(Form form, String text) {
        return form.pattern().matcher(text).results().count();
    }
}
