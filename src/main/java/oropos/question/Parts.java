package oropos.question;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oropos.terminology.Ages;
import oropos.terminology.Concept;
import oropos.terminology.Span;
import oropos.terminology.Terminology;

/// Parts a question about two patients: "Should a 67-year-old woman be screened for osteoporosis? and a
/// 45-year-old man?" is two questions with two answers.
///
/// It parts only where the second piece names its own patient and nothing of its own to ask about; the
/// second question is then the first with the other patient in it. Everything else stays one.
final class Parts {

    private static final Pattern SECOND =
            Pattern.compile(
                    "\\?\\s{1,4}(?:[Aa]nd |[Oo]r |[Ww]hat about |[Hh]ow about |[Aa]nd what about ){1,2}(?:in |for )?((?:an? |the |my )?[^?]{3,80})\\?\\s*$");

    private Parts() {}

    static List<String> of(String text, Terminology terminology) {
        Matcher second = SECOND.matcher(text);
        if (text.length() > Asked.LONGEST || !second.find()) {
            return List.of(text);
        }
        String other = second.group(1).strip();
        String first = text.substring(0, second.start() + 1);
        List<Ages.Found> ages = exact(first);
        List<Ages.Found> others = exact(other);
        boolean ownTopic =
                terminology.read(other).mentions().stream()
                        .anyMatch(mention ->
                                mention.concept().kind() != Concept.Kind.GROUP
                                        && mention.concept().kind() != Concept.Kind.OTHER);
        if (ownTopic || ages.size() != 1 || others.size() != 1) {
            return List.of(text);
        }
        return patient(first, ages.getFirst())
                .map(span ->
                        List.of(
                                first,
                                first.substring(0, span.start())
                                        + other
                                        + first.substring(span.end())))
                .orElse(List.of(text));
    }

    private static List<Ages.Found> exact(String text) {
        return Ages.in(text).stream().filter(age -> age.exact() != null).toList();
    }

    /// The words for the patient around an age: "a 67-year-old woman", "my 81-year-old".
    private static Optional<Span> patient(String text, Ages.Found age) {
        if (age.exact() == null) {
            return Optional.empty();
        }
        Matcher before =
                Pattern.compile("(?i)\\b(an?|the|my) $")
                        .matcher(text.substring(0, age.span().start()));
        Matcher after =
                Pattern.compile(
                                "(?i)^[ -]?(?:old)?(?: (?:healthy|asymptomatic|postmenopausal))? ?(?:woman|man|girl|boy|female|male|lady|gentleman|patient|child|person|adult|infant|mother|father)?")
                        .matcher(text.substring(age.span().end()));
        int start = before.find() ? before.start() : age.span().start();
        int end = after.find() ? age.span().end() + after.end() : age.span().end();
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        return Optional.of(new Span(start, end));
    }

    /// What a question is about, as far as it tells two parts apart.
    static String subject(ClinicalQuestion question) {
        String findings =
                question.findings()
                        .filter(Finding::isSearched)
                        .map(Finding::id)
                        .sorted()
                        .collect(Collectors.joining(" "));
        return question.kind() + " " + question.patient().ages() + " " + findings;
    }
}
