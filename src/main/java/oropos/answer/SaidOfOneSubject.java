package oropos.answer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Negations;

/// Two things said of one subject in one sentence, told as two: "X affects the skin and is passed down".
final class SaidOfOneSubject {

    private static final Pattern BOTH =
            Pattern.compile(
                    "^(?<subject>[^,;:]*?) is (?<left>[^,;:]+) (?=and (?:is (?:(?:usually|typically|often) )?(?:inherited|passed (?:down|on)|characteri[sz]ed|marked)|inherited (?:in|as))\\b)and (?<right>.+)$");

    private static final Pattern SEVERAL =
            Pattern.compile(
                    "^(?:Most|Some|Many|Few|About|Approximately|Nearly|All|Half|Several|Each|Every|One|Either|\\d)");

    static final String OF_ONE =
            "is|has|affects|causes|occurs|results in|leads to|makes|involves|begins|starts|develops|prevents|damages|destroys|increases|decreases|reduces|includes|helps|blocks|aims|tends|appears|requires|varies|depends|becomes|comes|goes|grows|lasts|contains|provides|gives|carries|protects|allows|takes|kills|worsens|interferes|impairs|produces";

    static final String OF_MANY =
            "are|have|affect|cause|occur|result in|lead to|make|involve|begin|start|develop|prevent|damage|destroy|increase|decrease|reduce|include|help|block|tend|appear|require|vary|depend|become|contain|provide|give|carry|protect|allow|interfere|impair";

    private static final Pattern TWO_VERBS =
            Pattern.compile(
                    "^(?<subject>[^,;:]*?) (?<left>(?:(?<one>"
                            + OF_ONE
                            + ")|"
                            + OF_MANY
                            + ") [^,;:]+?),? and (?<right>(?:(?:often|usually|typically|also) )?(?:(?<second>"
                            + OF_ONE
                            + ")|(?<seconds>"
                            + OF_MANY
                            + ")|can|may) [^;:]+)$");

    /// What may hold for both halves, from the second one.
    private static final Pattern REACHES_BACK =
            Pattern.compile(
                    "\\b(?:if|unless|when|whenever|whether|although|though|while|because|since|until|not|only|than|either|both|neither|nor|before|after|once|respectively|as well)\\b",
                    Pattern.CASE_INSENSITIVE);

    /// "They often have spread ... and are hard to cure": how often may be said of both.
    private static final Pattern HOW_OFTEN_BOTH =
            Pattern.compile(
                    "\\b(?:often|usually|typically|sometimes|rarely|commonly|generally|mostly|mainly|frequently|occasionally|always|probably|possibly|perhaps|likely|may|might|could|can|by the time|(?<!the )most|estimated|thought|believed|considered|reported|appears?|seems?|tends?)\\b",
                    Pattern.CASE_INSENSITIVE);

    /// "X affects the skin and is passed down": a verb of its own and the same subject, so "It is passed down".
    static String twoVerbs(String said) {
        Matcher one = TWO_VERBS.matcher(said);
        if (!one.matches()) {
            return said;
        }
        boolean single = one.group("one") != null;
        String subject = one.group("subject");
        String left = one.group("left");
        boolean agrees = single ? one.group("seconds") == null : one.group("second") == null;
        return agrees
                        && OwnSentences.words(subject) <= OwnSentences.MOST_BEFORE_IS
                        && OwnSentences.words(left) >= OwnSentences.FEWEST
                        && OwnSentences.words(one.group("right")) > OwnSentences.FEWEST
                        && !SEVERAL.matcher(said).find()
                        && !OwnSentences.NO_SUBJECT.matcher(said).find()
                        && !OwnSentences.COUNTED.matcher(said).find()
                        && !Character.isLowerCase(said.charAt(0))
                        && !subject.matches("(?:It|This|They|These|He|She|We|You|I)")
                        && !PartedSentences.hasVerb(OwnSentences.outsideBrackets(subject))
                        && !OwnSentences.REACHES.matcher(subject).find()
                        && !HOW_OFTEN_BOTH.matcher(subject + " " + left).find()
                        && !PartedSentences.namesPeople(left)
                        && OwnSentences.isPlain(OwnSentences.outsideBrackets(left))
                        && OwnSentences.outsideBrackets(left).indexOf(" or ") < 0
                        && !REACHES_BACK.matcher(one.group("right")).find()
                        && OwnSentences.isOpen(left)
                        && OwnSentences.isOpen(one.group("right"))
                        && Negations.in(said).isEmpty()
                ? said.substring(0, one.end("left"))
                        + (single ? ". It " : ". They ")
                        + one.group("right")
                : said;
    }

    /// "It is caused by this and is inherited so": two things said of one subject.
    static String both(String said) {
        Matcher one = BOTH.matcher(said);
        return one.matches()
                        && OwnSentences.words(one.group("subject")) <= OwnSentences.MOST_BEFORE_IS
                        && !SEVERAL.matcher(said).find()
                        && !OwnSentences.NO_SUBJECT.matcher(said).find()
                        && !PartedSentences.hasVerb(
                                OwnSentences.outsideBrackets(one.group("subject")))
                        && OwnSentences.isPlain(one.group("left"))
                        && OwnSentences.isOpen(one.group("left"))
                        && Negations.in(said).isEmpty()
                ? said.substring(0, one.end("left"))
                        + (one.group("right").startsWith("is ") ? ". It " : ". It is ")
                        + one.group("right")
                : said;
    }

    private SaidOfOneSubject() {}
}
