package oropos.question;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A child that is named and is not the patient: the unborn one of who is pregnant ("I have epilepsy and am
/// pregnant, will my baby be harmed by valproate?"), and the one that somebody ill wants to hold ("My
/// grandmother has shingles, can she hold the baby?"). Only a "baby" that her own drug, illness or exposure
/// may harm is taken for unborn: a child that is given a dose, or is called a child, is born.
///
/// Its words are blanked before the patient is read, so that the mother's epilepsy is not read of a baby. A
/// child of whom anything is told (an age, "has", "is") stays who it is.
final class BesideTheChild {

    private static final String CHILD =
            "(?:bab(?:y|ies)|child(?:ren)?|infants?|newborns?|f(?:o)?etus|twins|little one)";

    private static final Pattern PREGNANT = Pattern.compile("(?i)\\bpregnan(?:t|cy)\\b");

    /// She is with child now: "I took iron during my pregnancy" is told of one that is born.
    private static final Pattern PREGNANT_NOW =
            Pattern.compile(
                    "(?i)\\b(?:am|i['\u2019]m|im|is|she['\u2019]s|weeks|wks|currently)(?: [\\p{L}\\d]+){0,3} pregnant\\b"
                            + "|\\bpregnant (?:wife|partner|girlfriend|sister|daughter|woman|patient)\\b"
                            + "|^(?![^?]*\\b(?:took|had|used|got|drank|smoked|was|were|did|have|has)\\b).*\\b(?:in|during) pregnancy\\b");

    private static final Pattern PREGNANT_ONCE =
            Pattern.compile("(?i)\\b(?:was|were|been|became)(?: [\\p{L}\\d]+){1,3} pregnant\\b");

    /// Somebody else's pregnancy is no child of who asks.
    private static final Pattern ANOTHER_IS =
            Pattern.compile(
                    "(?i)\\b(?:sister|sister-in-law|daughter|friend|mother|mum|mom|aunt|cousin|niece|neighbou?r|colleague|teacher|nanny|babysitter|childminder|nurse|boss|patient|woman|she)\\b[^.;?!]{0,40}\\bpregnant\\b|\\bpregnant (?:sister|daughter|woman|patient|friend|cousin|niece|nanny|teacher|colleague)\\b");

    /// The baby is there, or another pregnancy is over or only wished for.
    private static final Pattern BORN =
            Pattern.compile(
                    "(?i)\\b(?:born|birth|newborn|old|aged?|year|years|month|months|days|breast-?feed\\w*|nursing|toddler|son|daughter|boy|girl|exposed|was pregnant|were pregnant|had been pregnant|not pregnant|get pregnant|become pregnant|getting pregnant|if)\\b"
                            + "|\\b(?:my|our|the|her|his) (?:bab(?:y|ies)|child(?:ren)?|infant)(?:['\u2019]s)? (?:has|have|had|is|was|are|keeps|got|feels|looks|cries|does|did|won['\u2019]?t|sleeps|feeds|moves|kicks)\\b");

    /// What is given to a child is given to one that is born.
    private static final Pattern GIVEN =
            Pattern.compile(
                    "(?i)\\b(?:he|him|how (?:much|many|often)|dos(?:e|es|age|ing)|give|gives|giving|gave|given to|mg|ml|kg|kilos?|lbs?|weigh\\w*|vaccin\\w*|jabs?|immuni[sz]\\w*|drops|formula|syrup|swallow\\w*|child(?:ren)?|kids?|infants?)\\b|(?<!\\brisks? |\\bmean |\\bmeans )\\bfor (?:my|our)\\b");

    private static final String BABY = "(?<baby>(?<whose>my|our|the|her|their) bab(?:y|ies))\\b";

    /// Whether the mother's drug, illness or exposure harms the baby she is pregnant with. A child of hers,
    /// or one with an illness of its own, is another.
    private static final List<Pattern> HARMED =
            Stream.of(
                            BABY
                                    + " (?:also )?be (?:harmed|hurt|affected|damaged|injured|infected|in danger|at risk)",
                            BABY + " (?:get|catch|have) (?:it|this|that)(?: too)?\\s*(?:[?!.]|$)",
                            "(?:harm|hurt|affect|damage|endanger|injure|protect)(?:s|ing)? " + BABY,
                            "(?:harmful|dangerous|bad|safe|unsafe|risky|risks?|danger|toxic|means?) (?:to|for) "
                                    + BABY,
                            "effects? on " + BABY)
                    .map(one -> Pattern.compile("(?i)\\b" + one))
                    .toList();

    private static final Pattern UNBORN =
            Pattern.compile(
                    "(?i)\\b(?:my |our |the |her |his |an |their )?unborn "
                            + CHILD
                            + "\\b|\\b(?:my|our|the|her|his|their) f(?:o)?etus\\b");

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
        boolean pregnant = PREGNANT.matcher(text).find();
        String left =
                UNBORN.matcher(text).replaceAll(found -> unborn(found.group().length(), pregnant));
        return isPregnantNow(text) && !GIVEN.matcher(left).find()
                ? withoutHarmed(left, ANOTHER_IS.matcher(text).find())
                : left;
    }

    private static String unborn(int length, boolean pregnant) {
        String word = pregnant ? "" : "pregnancy";
        return word.length() > length
                ? " ".repeat(length)
                : word + " ".repeat(length - word.length());
    }

    private static boolean isPregnantNow(String text) {
        return PREGNANT_NOW.matcher(text).find() && !PREGNANT_ONCE.matcher(text).find();
    }

    private static String withoutHarmed(String text, boolean another) {
        String left = text;
        for (Pattern each : HARMED) {
            Matcher harmed = each.matcher(text);
            while (harmed.find()) {
                boolean hers = harmed.group("whose").equalsIgnoreCase("her");
                boolean ours = harmed.group("whose").toLowerCase(Locale.ROOT).matches("my|our");
                if (another ? !ours : !hers) {
                    left = blank(left, harmed.start("baby"), harmed.end("baby"));
                }
            }
        }
        return left;
    }

    private static String blank(String text, int from, int to) {
        return text.substring(0, from) + " ".repeat(to - from) + text.substring(to);
    }
}
