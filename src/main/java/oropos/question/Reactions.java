package oropos.question;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Concept;
import oropos.terminology.Concepts;
import oropos.terminology.Mention;
import oropos.terminology.Span;

/// An allergy told by what happened: "amoxicillin gave her a rash", "came out in hives with penicillin",
/// "swelled up after ibuprofen". Sickness and an upset stomach are none, and neither is what a drug is only
/// asked or said to do.
final class Reactions {

    private static final String ALLERGIC =
            "(?:rash|hives|urticaria|anaphyla\\p{L}+|angio-?o?edema|welts|wheals|blisters|wheez\\p{L}*|swelling|swollen (?:face|lips?|tongue|throat|eyes))";

    private static final String ANY =
            "(?:(?:an?|some|the|bad|severe|nasty|terrible|awful|big|red|itchy|widespread|bumpy|mild|massive|horrible|facial|lip|tongue|face|body|skin|allergic|whole|all-over|full) ){0,4}";

    private static final String PERSON =
            "(?:me|him|her|(?:my|our|the) (?:son|daughter|child|baby|boy|girl|patient|toddler))";

    /// Behind the drug.
    private static final Pattern GAVE =
            of(
                    "^(?: \\p{L}+)?(?: (?:once|has|had|always|also|previously|last year|before))* (?:gave|gives?|given|causes?|caused|brings|brought) "
                            + PERSON
                            + "(?: out in)? "
                            + ANY
                            + ALLERGIC
                            + "\\b");

    private static final Pattern MADE =
            of(
                    "^(?: \\p{L}+)?(?: (?:once|has|had|always|also|previously))* (?:made|makes|make) "
                            + PERSON
                            + " (?:(?:come|came|break|broke) out in "
                            + ANY
                            + "(?:rash|hives|urticaria|spots|welts|lumps)|swell|wheeze|covered in (?:hives|a rash))\\b");
    private static final Pattern MADE_SWELL =
            of(
                    "^(?: \\p{L}+)? (?:made|makes) (?:my|his|her|their) (?:face|lips?|tongue|throat|eyes|mouth)(?: and \\p{L}+)? (?:swell|swollen|puff)\\b");
    private static final Pattern NOTED =
            of(
                    "^ ?(?:[:(=]|->|\u2192|-(?= )) ?"
                            + ANY
                            + ALLERGIC
                            + "(?: in (?:childhood|\\d{4}))?\\s?(?:[.,;)]|$)");

    /// Before the drug.
    private static final String WITH =
            " (?:with|from|after|on|to)(?: (?:taking|a course of|a dose of|having|oral|iv|the|some))* ";

    private static final Pattern CAME_OUT =
            of(
                    "\\b(?:(?:came|comes|come|coming|broke|breaks|broken|break)(?: right)? out(?: all over)? (?:in|with) "
                            + ANY
                            + "(?:hives|rash|urticaria|spots|welts|lumps)|(?:swelled|swells|swell|swollen|puffed|puffs) up|(?:my|his|her) (?:face|lips?|tongue|throat|eyes)(?: and \\p{L}+)? (?:swelled|swells|swelled up|swells up|swell up|went up))(?: all over| badly)?"
                            + WITH
                            + "$");
    private static final Pattern HAD =
            of(
                    "\\b(?:i|he|she|they|who|patient|pt|son|daughter|child|husband|wife|mum|dad|baby)(?: (?:always|once|also|previously|has|have|had))*"
                            + "(?: (?:get|gets|got|developed|develops)(?: previously| once)? "
                            + ANY
                            + ALLERGIC
                            + WITH
                            + "| had(?: previously| once)? "
                            + ANY
                            + ALLERGIC
                            + " (?:from|after|to)(?: (?:taking|a course of|a dose of|having|oral|iv|the|some))* )$");
    private static final Pattern STRONG =
            of(
                    "\\b(?:hives|urticaria|anaphyla\\p{L}+|angio-?o?edema)"
                            + " to(?: (?:taking|oral|iv|the))* $");

    private static final String NO_ALLERGIES =
            "\\b(?:nkda|nka|nkdas|no (?:known |drug |other |other known )*(?:allergies|allergy)|not allergic to anything|denies (?:any )?(?:drug )?allergies),? ";

    private static final String OF_WHAT =
            "(?:(?:for|to|a|an|some|mild|severe|bad|possible|previous|known|rash|hives|reaction|intolerance|allergy|swelling|with|from|after|oral|iv|maybe|perhaps|childhood) ){0,5}$";

    /// "NKDA apart from septrin", "no known allergies except a rash with amoxicillin".
    private static final Pattern EXCEPT =
            of(
                    NO_ALLERGIES
                            + "(?:apart from|except(?:ing)?|aside from|other than|besides|bar|barring|save for|only to|only) "
                            + OF_WHAT);

    /// "No drug allergies except none" tells of none.
    private static final Pattern EXCEPT_NONE =
            of(
                    NO_ALLERGIES
                            + "(?:apart from|except(?:ing)?(?: for)?|aside from|other than|besides|bar|barring) (?:none|nil|nothing|n/?a|no (?:known )?(?:drugs?|allergies))(?: (?:known|noted|told|recorded))?(?= *(?:[.,;)?]|$|\\n))");

    /// "NKDA but penicillin": where nothing else is said of the drug.
    private static final Pattern BUT = of(NO_ALLERGIES + "(?:but|though) " + OF_WHAT);

    private static final Pattern ALONE =
            of(
                    "^(?: (?:allergy|rash|hives|reaction|intolerance|anaphylaxis)\\b|\\s*[,.;()]|\\s*$)");

    /// In what is asked or supposed nothing is told, and after a denial nothing happened.
    private static final Pattern NOT_TOLD =
            of(
                    "\\b(?:if|does|do|did|can|could|may|might|will|would|is it|whether|why|what|which|never|no|not|without|denies|risk of|rate of|incidence|chance|treat\\p{L}*|caused? by|associated|n't|suspected|\\?)\\b[^.;!]*$");

    private static final Pattern RELATIVE =
            of(
                    "\\b(?:his|her|their|my) (?:\\p{L}+ )?(?:mother|father|sister|brother|aunt|uncle|cousin|grandmother|grandfather|parents?|siblings?|mum|mom|dad)\\b[^.;?!]*$");

    /// "Not allergic to penicillin, but amoxicillin gave me a rash": the denial is over.
    private static final Pattern AFTER_BUT =
            of(
                    "^.*\\b(?:but|however|although|though|yet)\\b(?!.*\\b(?:but|however|although|though|yet)\\b)");

    /// "No allergies known, amoxicillin gave me a rash": what is told behind it tells of one after all.
    private static final Pattern AFTER_DENIAL =
            of(
                    "^.*\\b(?:nkda|nka|nkdas|no (?:known |drug |medicine |other |real )*(?:allergies|allergy)|not allergic to anything|denies (?:any )?(?:known |drug )*allergies)"
                            + "(?: (?:known|recorded|documented|noted|that (?:i|we) know(?: of)?|(?:i|we) know of|to (?:my|our) knowledge|as far as (?:i|we) know|so far|to date|at all|on file))*\\s*(?:[,:(]|[-\u2013\u2014](?= )|\\band\\b)");

    private static final Pattern NEVER = of("\\b(?:never|not|n't)\\b");

    private Reactions() {}

    private static Pattern of(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// The first drug told to have done so, in the words of the text.
    static Optional<String> in(Concepts concepts, Predicate<Span> isOfPatient) {
        String text = concepts.text();
        return concepts.of(Concept.Kind.DRUG)
                .filter(drug -> drug.assertion() != Mention.Assertion.FAMILY)
                .filter(drug -> isTold(text, drug.span()))
                .filter(drug -> isOfPatient.test(drug.span()))
                .map(drug -> drug.words().toLowerCase(java.util.Locale.ROOT))
                .findFirst();
    }

    /// The words that except nothing from a denial of allergies.
    static Optional<Span> exceptNone(String text) {
        Matcher none = EXCEPT_NONE.matcher(text);
        return none.find() ? Optional.of(new Span(none.start(), none.end())) : Optional.empty();
    }

    private static boolean isTold(String text, Span drug) {
        String before =
                AFTER_DENIAL
                        .matcher(
                                AFTER_BUT
                                        .matcher(
                                                sentence(
                                                        text.substring(
                                                                Math.max(0, drug.start() - 120),
                                                                drug.start())))
                                        .replaceFirst(""))
                        .replaceFirst("");
        String after = text.substring(drug.end(), Math.min(text.length(), drug.end() + 90));
        for (Pattern pattern : new Pattern[] {GAVE, MADE, MADE_SWELL, NOTED}) {
            Matcher told = pattern.matcher(after);
            if (told.find()
                    && !NEVER.matcher(told.group()).find()
                    && !NOT_TOLD.matcher(before).find()
                    && !RELATIVE.matcher(before).find()) {
                return pattern != NOTED || !asks(after.substring(told.end() - 1));
            }
        }
        String whole = sentence(text.substring(Math.max(0, drug.start() - 120), drug.start()));
        if (EXCEPT.matcher(whole).find()
                || BUT.matcher(whole).find() && ALONE.matcher(after).find()) {
            return true;
        }
        for (Pattern pattern : new Pattern[] {CAME_OUT, HAD, STRONG}) {
            Matcher told = pattern.matcher(before);
            if (told.find()
                    && !NOT_TOLD.matcher(before.substring(0, told.start())).find()
                    && !RELATIVE.matcher(before.substring(0, told.start())).find()) {
                return pattern != STRONG || !asks(after);
            }
        }
        return false;
    }

    /// "Hives with penicillin?" only asks.
    private static boolean asks(String after) {
        return after.strip().startsWith("?");
    }

    private static String sentence(String before) {
        int end = before.length();
        while (end > 0
                && ";?!\n".indexOf(before.charAt(end - 1)) < 0
                && !(before.charAt(end - 1) == '.'
                        && (end == before.length() || before.charAt(end) == ' '))) {
            end--;
        }
        return before.substring(end);
    }
}
