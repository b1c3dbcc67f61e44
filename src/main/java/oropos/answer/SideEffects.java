package oropos.answer;

import java.util.Locale;
import java.util.regex.Pattern;
import oropos.question.ClinicalQuestion;
import oropos.question.Finding;

/// What the side effects of a drug are asked of: they are told of all who take it, whatever they take it for.
///
/// Only what it is given for is left out ("a drip for her back fractures"). The effect asked about and what
/// else the patient has ("with kidney failure") may be the matter.
final class SideEffects {

    private static final Pattern ASKED =
            Pattern.compile(
                    "\\bside[- ]?effects?\\b|\\badverse (?:effect|event|reaction)s?\\b|\\brisks of\\b|\\bgo(?:es)? wrong (?:with|on|after)\\b");

    private static final String GIVEN_FOR =
            "\\b(?:for (?:her|his|my|our|their)|to treat|(?:given|prescribed|used|taken) for)(?: (?!with|in|who|and|or)[\\p{L}\\d-]+){0,2} ";

    /// "For patients with it" tells who they are.
    private static final String ENDS = "(?![\\p{L}\\p{N}]| [a-z]*(?:patient|child|people))";

    /// Which dose it is that is due, told before the question.
    private static final Pattern GETS_HER_FIRST =
            Pattern.compile(
                    "\\b(?:gets?|getting|will get|is to get|has|having|starts?|starting) (?:her|his|my|their|the|a) (?:first|second|third|next)\\b");

    private SideEffects() {}

    /// Whether a text of low letters asks for the side effects of a drug.
    static boolean areAsked(ClinicalQuestion question, String asking) {
        return !question.drugs().isEmpty() && ASKED.matcher(asking).find();
    }

    /// The text in low letters without what the drug is given for.
    static String withoutWhatItIsGivenFor(ClinicalQuestion question, String text) {
        String rest = GETS_HER_FIRST.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
        for (Finding problem : question.problems()) {
            String name = Pattern.quote(problem.words().toLowerCase(Locale.ROOT));
            rest = Pattern.compile(GIVEN_FOR + name + ENDS).matcher(rest).replaceAll(" x ");
        }
        return rest;
    }
}
