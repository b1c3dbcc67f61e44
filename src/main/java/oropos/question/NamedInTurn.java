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

    private static final Pattern LEAD =
            Pattern.compile(
                    "(?i)^(?:(?:and|or|but|so|then|what about|how about|and what about|what of|maybe|perhaps) ){0,3}(?:(?:an?|the|some) )?");

    private static final int FEW_WORDS = 3;

    /// "And flucloxacillin?", "mmr?": a thing the vocabulary does not know, in the place of the one asked about.
    static boolean isUnknownThing(String text, Said now) {
        String name = LEAD.matcher(text).replaceFirst("").replaceAll("[?.!\\s]+$", "");
        return (text.endsWith("?") || TurnCue.ELLIPTIC.isIn(text))
                && now.findings().findAny().isEmpty()
                && !now.tellsOfAPatient()
                && name.matches("\\p{L}[\\p{L}' -]{2,}")
                && !name.matches(
                        "(?i)(?:after|before|during|in|on|at|for|with|without|by|from|to|since|until|against|while|under|over)\\b.*")
                && name.split("\\s+").length <= FEW_WORDS
                && !TurnCue.ASPECT.isIn(name)
                && !TurnCue.POINTS.isIn(text)
                && !TurnCue.OPENS.isIn(name)
                && !TurnCue.ELLIPTIC.isIn(name);
    }

    private static final Pattern TAKES =
            Pattern.compile(
                    "(?i)(?<!\\b(?:used to|never|not|n['\u2019]t|no longer|stopped|cannot|to|if|would|should|could|may|might) )\\b(?:takes?|taking|is on|uses|using|prescribed)\\b[^.?!]*$");

    private static final Pattern OF_THE_ASKER =
            Pattern.compile("(?i)\\b(?:i|i['\u2019]?m|i['\u2019]?ve|me|myself)\\b");

    /// Named in what is told of the patient before a sentence that asks: "55F breast cancer tamoxifen. Paroxetine?",
    /// "My father takes furosemide. Is ibuprofen safe?". Not where whoever asks asks for himself.
    static boolean isInTheCase(Finding drug, String text) {
        String[] sentences = Corrections.in(text).main().strip().split("(?<=[.?!])\\s+");
        String asking = sentences[sentences.length - 1];
        String first = sentences[0];
        int at = first.indexOf(drug.words());
        return sentences.length > 1
                && at >= 0
                && first.endsWith(".")
                && !TurnCue.OPENS.isIn(first)
                && !TurnCue.ASKS_ITSELF.isIn(first)
                && !OF_THE_ASKER.matcher(asking).find()
                && (ChangedFacts.isNote(first) && asking.endsWith("?")
                        || TAKES.matcher(first.substring(0, at)).find()
                                && (asking.endsWith("?") || TurnCue.OPENS.isIn(asking)));
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

    private static final Pattern AND_OUTCOME =
            Pattern.compile("(?i)^(?:(?:and|or|what about|how about) ){1,3}[^,.;?!]{3,40}\\W*$");

    /// "Does vitamin D prevent falls?", "and fractures?": the same treatment, of another outcome. Empty where the
    /// question before asked of no outcome.
    static List<Finding> withoutOutcome(Said then, String last, String text) {
        String main = Corrections.in(last).main();
        List<Finding> outcomes =
                then.problems().stream().filter(one -> isOutcome(one, main)).toList();
        return outcomes.isEmpty()
                        || then.treatments().findAny().isEmpty()
                        || !AND_OUTCOME.matcher(text).matches()
                ? List.of()
                : then.findings().filter(one -> !outcomes.contains(one)).toList();
    }

    private static final Pattern BESIDE =
            Pattern.compile(
                    "(?i)^(?:(?:and|but|or|also|what about|how about|ok) ){0,3}(?:taken |given |used )?(?:together |combined |along )?with\\b");

    /// "And with ramipril?": beside what was asked about.
    static boolean isBeside(String text) {
        return BESIDE.matcher(text).find();
    }

    /// "Is it safe?" where only an illness was read: what is meant has a name that nothing knows.
    private static final Pattern OF_A_TREATMENT =
            Pattern.compile(
                    "(?i)\\bit (?:really |still |also )?(?:safe|ok|okay|allowed|work|works|help|helps|enough|necessary|needed)\\b");

    /// "Is it inherited?" with the one thing that was asked about in place of the word for it, so that
    /// the question is read and answered as it would be alone.
    static String inPlaceOfIt(String text, List<Finding> carried, Said then) {
        if (then.treatments().findAny().isEmpty() && OF_A_TREATMENT.matcher(text).find()) {
            return text;
        }
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
