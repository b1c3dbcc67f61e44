package oropos.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import oropos.answer.Answer;
import oropos.terminology.Ages;
import oropos.terminology.Concept;
import oropos.terminology.Hedges;
import oropos.terminology.Negations;
import oropos.terminology.Quantities;
import oropos.terminology.Terminology;

/// Whether a statement put together from several stretches says no number, unit, drug, age, denial or
/// reservation that its stretches do not say.
///
/// A statement that is one stretch holds by being it. For the others the whole text is read again, as
/// a reader would: "1" beside "0 mg" is ten milligrams, although each part is exact.
final class WordingCheck implements StatementCheck {

    private final Terminology terminology;

    WordingCheck(Terminology terminology) {
        this.terminology = terminology;
    }

    @Override
    public List<Finding> of(Answer.Statement statement, List<Cited> cited) {
        List<String> stretches = statement.parts().stream().map(Answer.Part::text).toList();
        if (statement.parts().stream().filter(part -> !part.kind().equals("insertion")).count()
                <= 1) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        String text = statement.text();
        compare(findings, "number", numbers(text), all(stretches, WordingCheck::numbers));
        compare(findings, "drug", drugs(text), all(stretches, this::drugs));
        compare(findings, "age", ages(text), all(stretches, WordingCheck::ages));
        count(
                findings,
                "negation",
                Negations.in(text).size(),
                stretches.stream().mapToInt(one -> Negations.in(one).size()).sum());
        count(
                findings,
                "hedge",
                Hedges.in(text).size(),
                stretches.stream().mapToInt(one -> Hedges.in(one).size()).sum());
        return findings;
    }

    private interface Reading {
        Set<String> of(String text);
    }

    private static Set<String> all(List<String> stretches, Reading reading) {
        Set<String> all = new HashSet<>();
        stretches.forEach(one -> all.addAll(reading.of(one)));
        return all;
    }

    private static void compare(
            List<Finding> findings, String code, Set<String> said, Set<String> held) {
        said.stream()
                .filter(one -> !held.contains(one))
                .sorted()
                .forEach(one ->
                        findings.add(new Finding(code, "no cited words say \"" + one + "\"")));
    }

    private static void count(List<Finding> findings, String code, int said, int held) {
        if (said != held) {
            findings.add(
                    new Finding(
                            code,
                            "it has " + said + " words of " + code + ", its sources " + held));
        }
    }

    private static Set<String> numbers(String text) {
        return Quantities.in(text).stream()
                .map(one -> one.unit() == null ? one.value() : one.value() + " " + one.unit())
                .collect(Collectors.toSet());
    }

    private Set<String> drugs(String text) {
        return terminology
                .read(text)
                .of(Concept.Kind.DRUG)
                .map(mention -> mention.concept().name())
                .collect(Collectors.toSet());
    }

    private static Set<String> ages(String text) {
        return Ages.in(text).stream()
                .map(found -> found.words().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
