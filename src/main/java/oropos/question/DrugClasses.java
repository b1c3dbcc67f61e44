package oropos.question;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Concept;
import oropos.terminology.Mention;
import oropos.terminology.Span;

/// Hears a drug called by the name of a class it is not of: "the antibiotic ibuprofen", "amoxicillin a good
/// painkiller" (`drug-classes.tsv`, a source per row).
///
/// Only a word for a class right before the drug, behind "the", "my" and the like, or one a drug is praised
/// as; where two things may stand side by side ("an antibiotic, ibuprofen") nothing is said. Asking
/// ("is ibuprofen an antibiotic?") takes nothing for granted.
final class DrugClasses {

    static final String FILE = "drug-classes.tsv";

    private record Row(String what, Set<String> called, String source) {}

    private final Map<String, Row> rows = new HashMap<>();
    private final Pattern before;
    private final Pattern after;

    /// Behind a drug of two parts or beside another nothing is sure.
    private static final Pattern GOES_ON =
            Pattern.compile(
                    "(?i)^(?:s?[/+-]| ?(?:and|or|with|combination|combo|eye|ear|nose|drops|cream|ointment|gel|interacts?|users?|patients?|should|must|cannot|can't|goes|takers?)\\b)");

    DrugClasses(RuleFile.Table table) {
        Set<String> classes = new TreeSet<>((one, other) -> other.compareTo(one));
        for (List<String> row : table.rows()) {
            if (row.getLast().isBlank()) {
                throw new IllegalStateException(
                        table.name() + ": the class of " + row.get(1) + " names no source");
            }
            Set<String> called = Set.of(row.get(3).split("\\|"));
            rows.put(row.getFirst(), new Row(row.get(2), called, row.getLast()));
            classes.addAll(called);
        }
        String any =
                "(?<class>"
                        + classes.stream()
                                .map(word -> Pattern.quote(word).replace(" ", "\\E[ -]\\Q"))
                                .collect(Collectors.joining("|"))
                        + ")s?";
        before =
                Pattern.compile(
                        "(?i)(?<!\\b(?:what is|what's|which is|what are) )\\b(?:the|this|that|my|your|his|her|our)(?: (?:strong|new|oral|common|usual|old|prescribed|over-the-counter))? "
                                + any
                                + " (?:called |named )?$");
        after =
                Pattern.compile(
                        "(?i)^,? (?:is |as |be |would be )?(?:an?|the) (?:good|strong|safe|better|effective|suitable|useful|best|powerful|strongest) "
                                + any
                                + "\\b");
    }

    /// @param premise the row of the rule file; its correction names `{drug}`, `{what}`, `{class}`, `{source}`
    Optional<Premise> in(Reading reading, Premise premise, Redaction redaction) {
        String text = reading.concepts().text();
        for (Mention drug : reading.concepts().mentions()) {
            Row row = rows.get(drug.concept().id());
            if (row == null || drug.concept().kind() != Concept.Kind.DRUG) {
                continue;
            }
            Span span = drug.span();
            String head = text.substring(Math.max(0, span.start() - 60), span.start());
            String tail = text.substring(span.end(), Math.min(text.length(), span.end() + 60));
            Matcher told = before.matcher(head);
            Matcher praised = after.matcher(tail);
            String wrong = null;
            Span quote = span;
            if (told.find() && !GOES_ON.matcher(tail).find()) {
                wrong = wrong(row, told.group("class"));
                quote = new Span(span.start() - (head.length() - told.start()), span.end());
            } else if (praised.find()) {
                wrong = wrong(row, praised.group("class"));
                quote = new Span(span.start(), span.end() + praised.end());
            }
            if (wrong != null) {
                return Optional.of(
                        new Premise(
                                premise.rule(),
                                premise.kind(),
                                redaction.of(quote),
                                premise.correction()
                                        .replace("{drug}", drug.words())
                                        .replace("{what}", row.what())
                                        .replace("{class}", wrong)
                                        .replace("{source}", row.source()),
                                premise.evidence()));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String wrong(Row row, String called) {
        String plain = called.toLowerCase(Locale.ROOT).replace('-', ' ');
        return row.called().stream().anyMatch(own -> own.replace('-', ' ').equals(plain))
                ? null
                : called.toLowerCase(Locale.ROOT);
    }
}
