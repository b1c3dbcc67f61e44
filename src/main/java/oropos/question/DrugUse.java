package oropos.question;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Mention;

/// What is said of taking a drug, from the words beside its name: "takes", "ramipril stopped", "switched
/// from citalopram to sertraline", "should we start".
///
/// Nothing is read where the words only ask or suppose ("should I switch from ...", "can amlodipine be
/// stopped").
final class DrugUse {

    private static final Pattern PAST =
            of(
                    "\\b(?:(?<!\\bnever )(?<!\\bnot )(?<!n['’]t )stopped(?! (?:smoking|drinking|on|with|after|for)\\b)|came off|gave up|finished|discontinued|previously (?:on|took|had)|used to take|was on|were on|weaned off|taken off|(?<!\\b(?:come|coming|get|getting|go|going|wean|weaning|day|time|week|stay|take|taking|put|left) )off(?= (?:\\p{L}+ ){0,2}$)|switched from|changed from|swapped from|converted from|moved from|went from)\\b(?: +(?!to\\b)[\\w.-]+){0,3}[^\\w,;]*$");
    private static final Pattern PROPOSED =
            of(
                    "\\b(?:start(?:ing)?|begin(?:ning)?|add(?:ing)?|try(?:ing)?(?! to\\b)|switch(?:ing)? to|chang(?:e|ing) to|prescrib(?:e|ing)|consider(?:ing)?|give|giving"
                            + "|(?:may|can|could|should|shall|must|would)(?: \\w+){1,2} (?:take|have|use|get|receive|be given|be started on))\\b(?:\\W+[\\w.-]+){0,3}\\W*$");
    private static final Pattern CURRENT =
            of(
                    "(?:\\b(?:takes?|taking|takes in|uses|using|receives|receiving|treated with|prescribed|already (?:on|takes?)|currently (?:on|takes?|taking)|is on|am on|are on|i'm on|he's on|she's on)"
                            + "|(?<!\\beffects? )(?<!evidence )(?<!information )(?<!data )(?<!guidelines? )(?<!advice )(?<!stud(?:y|ies) )(?<!trials? )(?<!questions? )(?<!articles? )(?<!based )(?<!experience )\\bon)\\b(?:\\W+\\d[\\w./]*){0,2}(?:\\W+(?:mg|g|mcg|units|ml))?(?:\\W+(?:of|a|an|the|his|her|my|daily|long-term|oral|low-dose|high-dose))*\\W*$");

    private static final String AMOUNT =
            "(?:\\W+(?:\\d[\\w./]*|mg|g|mcg|units|oral|low-dose|a|an|the))*";

    /// "started candesartan", "now duloxetine" behind a drug that was.
    private static final Pattern STARTED =
            of(
                    "\\b(?:back on|(?<!\\bbe )(?<!\\bnot )(?<!\\bnever )(?:re)?started(?: on| taking)?|(?<!\\bbe )commenced(?: on)?|(?<!\\bbe )put on|(?<!\\bbe )initiated on|now on|now takes|now taking|still on|still takes|(?:switched|changed|swapped|converted|moved) to)"
                            + AMOUNT
                            + "\\W*$");

    private static final Pattern NOW_INSTEAD =
            of("(?:,|;|\\band|\\bbut) now(?: on| taking| takes)?" + AMOUNT + "\\W*$");
    private static final Pattern WAS_BEFORE =
            of(
                    "\\b(?:used to|stopped|previously|came off|was on|were on|until|switched|changed)\\b");

    /// "switched from citalopram to sertraline": both in one clause.
    private static final Pattern FROM_TO =
            of(
                    "\\b(?:switched|changed|swapped|converted|moved|went)(?: \\w+){0,2}? from [^.;?!]{2,60}? to"
                            + AMOUNT
                            + "\\W*$");

    /// "now on empagliflozin instead of gliclazide".
    private static final Pattern INSTEAD_OF =
            of(
                    "\\b(?:now (?:on|takes|taking)|started(?: on)?|switched to|changed to) [^.;?!]{3,40} (?:instead of|in place of|rather than)\\W*$");

    private static final Pattern STOPPED_AFTER =
            of(
                    "^(?: \\d[\\w./]* ?(?:mg|mcg|g|units)?)?(?: (?:was|were|has been|had been|is now|got|now))?(?: (?:then|recently|just|already))? (?:stopped|discontinued|withdrawn|ceased)\\b(?!\\?| (?:and restarted|for|working|helping|my|the|his|her|me|him|it|acting|bleeding|them))"
                            + "|^(?: \\d[\\w./]* ?(?:mg|mcg|g|units)?)? until (?:\\p{L}+ )?(?:19|20)\\d\\d(?=[,;] *\\p{L})");
    private static final Pattern STARTED_AFTER =
            of(
                    "^(?: \\d[\\w./]* ?(?:mg|mcg|g|units)?)?(?: (?:was|were|has been|had been|is now|now))?(?: (?:then|recently|just))? (?:started|commenced|initiated|begun|restarted)\\b(?! to\\b)"
                            + "|^(?: \\d[\\w./]* ?(?:mg|mcg|g|units)?)? (?:now|currently|since (?:(?:19|20)\\d\\d|jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|last \\p{L}+))(?=\\s*[,;.])");

    /// What is only asked or supposed.
    private static final Pattern SUPPOSED =
            of(
                    "\\b(?:if|whether|should|shall|can|could|may|might|must|would|when|before|unless|why|how|is it safe|wants?|wish(?:es)?|plans?|planning|going to|about to|to be|hope)\\b");

    /// "He could not stop valproate", "stop valproate?": whoever may stop it takes it.
    private static final Pattern TO_STOP =
            of(
                    "\\b(?:i|he|she|we|they|patient|pt|her|his|my \\p{L}+)(?: (?:safely|now|ever|just))? (?:stop|come off|stop taking|reduce|wean off|cut down|get off)(?: (?:my|his|her|the|their|taking))?\\W*$");

    private DrugUse() {}

    private static Pattern of(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// @param before what stands before the drug in its sentence, short of the drug before
    /// @param sentence all that stands before it in its sentence
    /// @param after what stands behind it in its sentence, short of the next drug
    static @Nullable String of(Mention drug, String before, String sentence, String after) {
        return of(
                drug,
                before.length() < sentence.length()
                        ? OF_THE_DRUG_BEFORE.matcher(before).replaceFirst("")
                        : before,
                sentence,
                after,
                SUPPOSED.matcher(sentence).find());
    }

    /// "Methotrexate stopped, adalimumab ...": what stands right behind a drug is said of it.
    private static final Pattern OF_THE_DRUG_BEFORE =
            of(
                    "^(?: \\d[\\w./]* ?(?:mg|mcg|g|units)?)?(?: (?:was|were|is|has been|had been|be|being|got))?(?: (?:then|recently|just|already))? (?:stopped|discontinued|finished|weaned off)(?=[,;]| and| then| but)");

    private static @Nullable String of(
            Mention drug, String before, String sentence, String after, boolean isSupposed) {
        if (drug.assertion() == Mention.Assertion.PAST
                || PAST.matcher(before).find()
                || !isSupposed
                        && (STOPPED_AFTER.matcher(after).find()
                                || INSTEAD_OF.matcher(sentence).find())) {
            return isSupposed && PAST_OF_CHANGE.matcher(before).find()
                            || ANOTHER_AMOUNT.matcher(after).find()
                    ? null
                    : "past";
        }
        if (drug.assertion() == Mention.Assertion.NEGATED
                || drug.assertion() == Mention.Assertion.FAMILY) {
            return null;
        }
        if (OF_ANOTHER.matcher(sentence).find()) {
            return null;
        }
        if (!isSupposed
                && (FROM_TO.matcher(sentence).find()
                        || STARTED.matcher(before).find()
                        || STARTED_AFTER.matcher(after).find()
                        || NOW_INSTEAD.matcher(before).find()
                                && WAS_BEFORE.matcher(sentence).find())) {
            return PARENT.matcher(sentence).find() ? "parent" : "current";
        }
        if (TO_STOP.matcher(before).find()) {
            return "current";
        }
        if (PROPOSED.matcher(before).find()) {
            return "proposed";
        }
        if (!CURRENT.matcher(before).find()) {
            return null;
        }
        return PARENT.matcher(before).find() ? "parent" : "current";
    }

    /// "Went from warfarin 3 mg to 5 mg": it is taken on.
    private static final Pattern ANOTHER_AMOUNT =
            of(
                    "^(?: \\d[\\w./]* ?(?:mg|mcg|g|units)?)? to \\d|^,? (?:and |but )?now (?:on |at |just |only )?\\d");

    private static final Pattern PAST_OF_CHANGE =
            of("\\b(?:switched|changed|swapped|converted|moved|went) from\\b");

    /// "I'm pregnant and my husband started ...": his.
    private static final Pattern OF_ANOTHER =
            of(
                    "\\b(?:i|i'm|i've)\\b.*\\bmy (?:husband|wife|partner|boyfriend|girlfriend|mum|mom|mother|dad|father|sister|brother|friend)(?: has| was| is| had| just| recently){0,2} (?:(?:re)?started|commenced|put|switched|changed|now|still)\\b[^.;?!,]{0,40}$");

    /// "His mother takes lithium": nothing the child is given.
    private static final Pattern PARENT =
            of(
                    "\\b(?:his|her|its|their|whose|the|baby's|infant's|child's|newborn's) (?:birth )?(?:mother|mum|mom|father|dad|parent|carer)"
                            + "(?: who)? (?:takes?|took|is (?:on|taking|treated)|uses?|receives?|was (?:on|given))\\b[^.?!;]*$");
}
