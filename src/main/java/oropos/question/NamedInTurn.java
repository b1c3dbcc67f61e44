package oropos.question;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Sentences;

/// How a turn names what it names: something new, something told, what was asked about, what it may lead to.
final class NamedInTurn {

    private static final Pattern ON_IT =
            Pattern.compile("(?i)\\b(?:is|been|was|he['\u2019]?s|she['\u2019]?s) on it\\b");

    private static final Pattern ONE_IT = Pattern.compile("(?i)\\bit\\b(?!['\u2019])");

    private NamedInTurn() {}

    /// Told in a sentence that asks nothing: not in "can I breastfeed while taking sertraline?".
    static boolean isInTheStory(Finding drug, String text) {
        return Sentences.of(text).stream()
                .map(span -> span.of(text).strip())
                .anyMatch(one ->
                        !one.endsWith("?")
                                && (one.contains(drug.words()) || ON_IT.matcher(one).find()));
    }

    /// "Raloxifene, does it raise the risk?": "it" is the drug named before it in the sentence, not one of the
    /// question before.
    static boolean isItself(List<Finding> drugs, String text) {
        return drugs.size() == 1
                && Pattern.compile(
                                "(?i)\\b"
                                        + Pattern.quote(drugs.getFirst().words())
                                        + ", (?:does|is|can|will|would|has|could|should|may|did) it\\b")
                        .matcher(text)
                        .find();
    }

    /// "How often is the flu one repeated?": one of what was asked about.
    static boolean isOne(Finding problem, String text) {
        return Pattern.compile("(?i)\\bthe " + Pattern.quote(problem.words()) + " ones?\\b")
                .matcher(text)
                .find();
    }

    static boolean isNew(Finding problem, Said then) {
        return then.problems().stream().noneMatch(one -> one.id().equals(problem.id()));
    }

    /// "This cancer": what was asked about.
    static boolean isPointedAt(Finding problem, String text) {
        return Pattern.compile(
                        "(?i)\\b(?:this|that|these|the same) " + Pattern.quote(problem.words()))
                .matcher(text)
                .find();
    }

    /// "She has asthma." tells more of the case; "Is it asthma?" asks something else.
    static boolean isTold(Finding problem, String text, Said now) {
        List<String> sentences =
                Sentences.of(text).stream().map(span -> span.of(text).strip()).toList();
        List<String> naming =
                sentences.stream().filter(one -> one.contains(problem.words())).toList();
        return (naming.isEmpty() ? sentences : naming)
                        .stream().allMatch(one -> one.endsWith(".") && !TurnCue.OPENS.isIn(one))
                && !now.text().endsWith(problem.words());
    }

    /// "And the flu shot?" names what is given.
    static boolean isVaccine(Finding problem, String text) {
        return Pattern.compile(
                        "(?i)\\b"
                                + Pattern.quote(problem.words())
                                + " (?:shots?|jabs?|vaccin\\w+|immuni[sz]ations?)\\b")
                .matcher(text)
                .find();
    }

    static boolean isOutcome(Finding problem, String text) {
        int at = text.indexOf(problem.words());
        return at > 0 && TurnCue.LEADS_TO.isIn(text.substring(0, at));
    }

    /// "Is it inherited?" with the one thing that was asked about in place of the word for it, so that
    /// the question is read and answered as it would be alone.
    static String inPlaceOfIt(String text, List<Finding> carried) {
        List<String> names =
                carried.stream()
                        .filter(Finding::isSearched)
                        .map(Finding::words)
                        .distinct()
                        .toList();
        Matcher it = ONE_IT.matcher(text);
        if (names.size() != 1
                || TurnCue.EMPTY_IT.isIn(text)
                || !TurnCue.ASKED_OF_IT.isIn(text)
                || !it.find()) {
            return text;
        }
        int start = it.start();
        int end = it.end();
        return it.find() ? text : text.substring(0, start) + names.getFirst() + text.substring(end);
    }
}
