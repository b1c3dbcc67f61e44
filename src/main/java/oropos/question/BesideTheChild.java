package oropos.question;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A child that is named and is not the patient: the unborn one of who is pregnant ("I have epilepsy and am
/// pregnant, will my baby be harmed by valproate?"), and the one that somebody ill wants to hold ("My
/// grandmother has shingles, can she hold the baby?").
///
/// Its words are blanked before the patient is read, so that the mother's epilepsy is not read of a baby. A
/// child of whom anything is told (an age, "has", "is") stays who it is.
final class BesideTheChild {

    private static final String CHILD =
            "(?:bab(?:y|ies)|child(?:ren)?|infants?|newborns?|f(?:o)?etus|twins|little one)";

    private static final Pattern PREGNANT =
            Pattern.compile("(?i)\\bpregnant\\b|\\b(?:in|during) (?:my |the |her )?pregnancy\\b");

    /// The baby is there, or another pregnancy is over or only wished for.
    private static final Pattern BORN =
            Pattern.compile(
                    "(?i)\\b(?:born|birth|newborn|old|aged?|year|years|month|months|days|breast-?feed\\w*|nursing|toddler|son|daughter|boy|girl|exposed|was pregnant|were pregnant|had been pregnant|not pregnant|get pregnant|become pregnant|getting pregnant|if)\\b"
                            + "|\\b(?:my|our|the|her|his) (?:bab(?:y|ies)|child(?:ren)?|infant)(?:['\u2019]s)? (?:has|have|had|is|was|are|keeps|got|feels|looks|cries|does|did|won['\u2019]?t|sleeps|feeds|moves|kicks)\\b");

    /// Asked of what may happen to it.
    private static final Pattern ASKED_OF_UNBORN =
            Pattern.compile(
                    "(?i)\\b(?:unborn "
                            + CHILD
                            + "|(?:my|our|the|her|his) (?:unborn )?"
                            + CHILD
                            + ")(?=\\W*$|[?,.;]| (?:be|get|gets|catch|have|inherit|develop|from|if|when|by|with|during|and|or|in|at|while|safe|healthy|normal|too|also)\\b)");

    private static final Pattern UNBORN =
            Pattern.compile(
                    "(?i)\\b(?:my |our |the |her |his |an |their )?unborn " + CHILD + "\\b");

    private static final String VISITS =
            "(?:hold(?:ing)?|kiss(?:ing)?|cuddl(?:e|ing)|visit(?:ing)?|touch(?:ing)?|carry(?:ing)?|be (?:near|around|close to|with)|stay away from|keep away from|come near|go near|look(?:ing)? after|babysit(?:ting)?|mind(?:ing)?|care for|caring for|stay with|sleep (?:in the same (?:room|bed) (?:as|with)|with|next to|beside))";

    /// The ill visitor, who is told of first and asked about then.
    private static final Pattern VISITOR =
            Pattern.compile(
                    "(?i)^(?:my|our|her|his|the)? ?(?:\\p{L}+[ -]){0,3}?(?:mother|mum|mom|father|dad|husband|wife|partner|girlfriend|boyfriend|sister|brother|grandmother|gran|grandma|granny|nan|grandfather|grandpa|grandad|granddad|aunt|uncle|cousin|friend|neighbou?r|nanny|babysitter|childminder|in-law)\\b[^.;!?]{0,12}\\b(?:has|have|had|got|caught|is)\\b[^?!]*\\b(?:she|he|they|him|her|them)\\b[^?!]{0,20}\\b"
                            + VISITS
                            + " (?<baby>(?:my|our|the|her|his|their|a) (?:new |little )?(?:"
                            + CHILD
                            + "|grandchild(?:ren)?|grandson|granddaughter|toddler|kids?|niece|nephew|son|daughter))\\b\\s*\\?*\\s*$");

    private BesideTheChild() {}

    /// The same words where no such child is named.
    static Wording without(Wording words) {
        String left = without(words.text());
        return left.equals(words.text()) ? words : Wording.of(left);
    }

    /// The text with such a child blanked, each letter where it stood.
    static String without(String text) {
        Matcher visitor = VISITOR.matcher(text.strip());
        if (visitor.find()) {
            int from = text.indexOf(text.strip());
            return blank(text, from + visitor.start("baby"), from + visitor.end("baby"));
        }
        if (BORN.matcher(text).find()) {
            return text;
        }
        if (PREGNANT.matcher(text).find()) {
            return ASKED_OF_UNBORN
                    .matcher(text)
                    .replaceAll(found -> " ".repeat(found.group().length()));
        }
        return UNBORN.matcher(text)
                .replaceAll(found ->
                        "pregnancy" + " ".repeat(found.group().length() - "pregnancy".length()));
    }

    private static String blank(String text, int from, int to) {
        return text.substring(0, from) + " ".repeat(to - from) + text.substring(to);
    }
}
