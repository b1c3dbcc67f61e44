package oropos.question;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What words that follow an answer point at, where they ask nothing of the case: a reference, a
/// statement, or a source that is not named.
///
/// @param number of the reference or statement, 0 where none is said
/// @param start where the words that name it begin
/// @param end where they end
record PointedAt(What what, int number, int start, int end) {

    enum What {
        REFERENCE,
        STATEMENT,
        SOME_SOURCE
    }

    private static final String SOURCE =
            "(?:reference|ref|source|citation|study|paper|trial|article)";

    private static final Pattern REFERENCE =
            Pattern.compile(
                    "(?i)(?:\\b(?:reference|ref\\.?|source|citation|study|paper|trial|article)s? (?:no\\.? |number |#)?\\[?(\\d{1,3})\\]?\\b|\\[(\\d{1,3})\\])");

    private static final List<String> ORDINALS =
            List.of(
                    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
                    "ninth", "tenth");

    /// "The second reference": by its number in the list.
    private static final Pattern NTH_REFERENCE =
            Pattern.compile("(?i)\\bthe (" + String.join("|", ORDINALS) + ") " + SOURCE + "\\b");

    private static final String NUMBERED =
            "(?:statement|sentence|point|line|item|number|nr\\.?|no\\.?|#) ?(\\d{1,3})\\b";

    /// "I don't get no. 2", never "I can't get 2 tablets down".
    private static final Pattern STATEMENT =
            Pattern.compile(
                    "(?i)\\b(?:explain|clarify|elaborate on|simplify|what is meant by|tell me more about)(?: to me)? (?:(?:statement|sentence|point|line|number|no\\.?) )?(\\d{1,3})\\b"
                            + "|\\b(?:statement|sentence|point) (\\d{1,3})\\b"
                            + "|\\b(?:(?:don['\u2019]?t|do not|didn['\u2019]?t|did not|can['\u2019]?t|cannot|not sure i) (?:quite |really )?(?:get|understand|follow)|lost me at|confused (?:by|about)|expand on|re(?:phrase|word)"
                            + "|break down|go over|(?:what|how) (?:do|did) you mean (?:by|with|in)|what does) "
                            + NUMBERED
                            + "|\\b"
                            + NUMBERED
                            + "(?:,|:)? (?:in (?:plain|simple|easy|other|normal) (?:english|words|language|terms)|makes no sense)\\b");

    private static final String THAT =
            "(?:that|this|it|those|these|the (?:last |first )?(?:number|figure|claim|statement|sentence|advice|recommendation))\\b";

    private static final Pattern SOME_SOURCE =
            Pattern.compile(
                    "(?i)^(?:and )?(?:which|what) (?:study|source|paper|trial|article|guideline|reference)s? (?:was|is|are|were|says?|said) (?:that|this|it|those)\\b|\\bwh(?:at|o) did (?:they|the (?:study|authors?|paper|guideline)) (?:find|found|recommend|say|conclude|advise)\\b|^who (?:says|said) (?:that|so|this)\\b|^where (?:do(?:es)?|did) (?:that|this|it|(?:number|statement|sentence|point) \\d{1,3}) come from\\b|^(?:and )?(?:which|what) (?:study|source|paper|trial|article|guideline|reference)s? (?:was|is|are|were|has|had) (?:the )?(?:most|least|(?:bigg|larg|new|lat|old|strong|weak|small)est|best|worst)\\b"
                            + "|^(?:and |so )?(?:which|what) (?:guideline|"
                            + SOURCE
                            + ")s? (?:show(?:s|ed)|finds?|found|prove[sd]|report(?:s|ed)|supports?|supported|backs?|backed|is behind) "
                            + THAT
                            + "|^(?:and |so )?(?:what(?:['\u2019]?s| is| was| are)|where(?:['\u2019]?s| is| are)|who(?:['\u2019]?s| is)) (?:the |your )?"
                            + SOURCE
                            + "s? (?:for|behind) "
                            + THAT
                            + "|^(?:and |so )?where (?:does|did|do|is) (?:it|that|this|they|you) (?:say|write|stand|written|mentioned)"
                            + "|^(?:and |so )?(?:which|what) (?:guideline|"
                            + SOURCE
                            + ")s? (?:says?|said|tells?|states?|stated|recommends?|recommended|advises?|advised) (?:so\\b|"
                            + THAT
                            + ")"
                            + "|^(?:and )?who (?:wrote|found|showed|claims?|claimed|published|reported) "
                            + THAT
                            + "|^says who\\b|^where (?:did|do) (?:you|they) (?:get|find|read|take|have) (?:that|this|it) ?(?:from)?\\W*$"
                            + "|^(?:the |your )?(?:source|reference|ref|citation)s?(?: for (?:that|this))?(?:,? (?:please|pls|plz))?\\W*$");

    /// Words that thank, greet or nod, and no other; a farewell only behind thanks, since alone it may be meant in earnest.
    private static final Pattern COURTESY =
            Pattern.compile(
                    "(?i)(?:(?:(?:many |ok |no )?(?:thanks?(?: you)?|thank ?u|thx|cheers|ta|much appreciated)(?: (?:so|very|ever so) much| a (?:lot|million|bunch)| again| indeed)?"
                            + "(?: for (?:that|this|(?:your|the|all your|all the) (?:help|info|information|answer|explanation|time|advice)|(?:explaining|helping|clarifying)(?: that| this)?))?"
                            + "|(?:(?:very|really|so|most) )?(?:reassuring|helpful|useful|clear|kind|interesting)|ok(?:ay)?|alright|all right|great|perfect|brilliant|lovely|excellent|wonderful|awesome|nice|good|fine|right|got it|i see|understood|noted|sure|phew|hello|hi|hey|sorry"
                            + "|(?:that|this|it|you)(?:['\u2019]?s| is| was|['\u2019]?ve been| have been| are|['\u2019]?re)? (?:all |so |very |really |most |quite |extremely |super )*"
                            + "(?:helpful|useful|helps|helped|great|clear(?:er)?(?: now)?|kind|reassuring|a (?:big |great )?(?:relief|help)|interesting|perfect|fine|good(?: to (?:know|hear))?|makes sense|what i (?:needed|wanted)(?: to know)?|all(?: i (?:needed|wanted)(?: to know)?)?(?: for (?:now|today))?)"
                            + "|(?:that|it) makes sense|makes sense|good to know|(?:you(?:['\u2019]?ve| have) )?put my mind at (?:rest|ease)|(?:i )?appreciate (?:it|that|your help)|no (?:more|further|other) questions?"
                            + "|doc(?:tor)?|nurse|team|everyone|all|mate|have a (?:nice|good|lovely) (?:day|evening|weekend)|(?<=(?:thanks|thank you|thx|cheers),? )bye(?: bye)?)(?:[\\s,.!;:)-]+(?:and |but )?|$)){1,12}+");

    /// What a turn points at, empty where it asks or tells something of the case.
    static Optional<PointedAt> in(String text) {
        Matcher reference = REFERENCE.matcher(text);
        if (reference.find()) {
            return Optional.of(at(What.REFERENCE, reference));
        }
        Matcher nth = NTH_REFERENCE.matcher(text);
        if (nth.find()) {
            int number = ORDINALS.indexOf(nth.group(1).toLowerCase(Locale.ROOT)) + 1;
            return Optional.of(new PointedAt(What.REFERENCE, number, nth.start(), nth.end()));
        }
        Matcher statement = STATEMENT.matcher(text);
        if (statement.find()) {
            return Optional.of(at(What.STATEMENT, statement));
        }
        return SOME_SOURCE.matcher(text).find()
                ? Optional.of(new PointedAt(What.SOME_SOURCE, 0, 0, text.length()))
                : Optional.empty();
    }

    /// Whether a turn asks and tells nothing: "Thanks, that helps."
    static boolean isCourtesy(String text) {
        return COURTESY.matcher(text).matches();
    }

    private static PointedAt at(What what, Matcher found) {
        int number =
                IntStream.rangeClosed(1, found.groupCount())
                        .filter(group -> found.group(group) != null)
                        .map(group -> Integer.parseInt(found.group(group)))
                        .findFirst()
                        .orElseThrow();
        return new PointedAt(what, number, found.start(), found.end());
    }
}
