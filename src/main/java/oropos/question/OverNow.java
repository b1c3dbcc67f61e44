package oropos.question;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import oropos.terminology.Concept;
import oropos.terminology.Concepts;
import oropos.terminology.Mention;
import oropos.terminology.Mention.Assertion;

/// Problems of a question that are over by what is told behind them: "his diarrhoea settled but now he is
/// constipated", "bronchitis cleared up, sinusitis now", "appendicitis at 12, now 40", "had pneumonia in
/// January". Only of what passes: a heart attack of last year still decides which painkiller is safe.
///
/// For what is searched and shown only: urgent signs are heard of all that was told.
final class OverNow {

    private static final Pattern ENDED =
            of(
                    "^,?(?: (?:has|have|had|is|all|completely|now|finally|since|fully|then))* (?:resolved|settled|settled down|cleared(?: up)?|gone(?: away)?|went(?: away)?|stopped|got better|healed|subsided|passed|over)\\b"
                            + "(?! (?:for|by|with|on|when|if|before|until|after)\\b)"
                            + "(?![^.;?!]{0,60}\\b(?:again|back|returned|returns|recurred|recurs|comes? back|came back|worse)\\b)"
                            + "(?=[^.?!]{0,12}(?:[,;]|\\b(?:and|but)\\b)[^.?!]{0,25}\\b(?:now|today|instead|persists?|remains?|stays|still|is the)\\b|[^.?!]{0,6}[,;] [\\p{L} ]{3,30} (?:now|persists?|remains?|stays|since)\\b)");

    /// "Appendicitis at 12, now 40 with ..."
    private static final Pattern AT_AN_AGE =
            of(
                    "^(?: \\p{L}+)? (?:at|aged|at age|when (?:i|he|she) was) (?:age )?[1-9]\\d?,? (?:and |but )?(?:is |i'm |he's |she's )?now [1-9]\\d?\\b(?! (?:weeks?|months?|days?))");

    private static final Pattern HAD =
            of("\\b(?:had|has had|have had)(?: (?:a|an|bad|severe|mild|some|the|bout|of))* $");

    private static final Pattern IN_A_MONTH =
            of(
                    "^ (?:in (?:early |late |mid )?(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|winter|(?:19|20)\\d\\d)|last (?:year|month|spring|summer|autumn|winter|christmas)|as a (?:child|baby|teenager|student)|(?:two|three|four|five|six|\\d+) (?:months|years) ago)\\b(?=[^?!]{0,8}(?:[,;.]|\\b(?:and|but)\\b)[^?!]{0,20}\\b(?:now|today|currently|since)\\b)");

    private OverNow() {}

    private static Pattern of(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// @param ends whether an illness passes and leaves nothing that an answer must heed
    static Concepts in(Concepts concepts, Predicate<Concept> ends) {
        return concepts.asserted(mention ->
                mention.concept().kind() == Concept.Kind.PROBLEM
                                && mention.assertion() == Assertion.PRESENT
                                && isOver(concepts.text(), mention, ends)
                        ? Assertion.PAST
                        : mention.assertion());
    }

    private static boolean isOver(String text, Mention mention, Predicate<Concept> ends) {
        String after = text.substring(mention.span().end());
        String before =
                text.substring(Math.max(0, mention.span().start() - 40), mention.span().start());
        return ends.test(mention.concept())
                && (ENDED.matcher(after).find()
                        || AT_AN_AGE.matcher(after).find()
                        || HAD.matcher(before).find() && IN_A_MONTH.matcher(after).find());
    }
}
