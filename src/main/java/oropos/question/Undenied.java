package oropos.question;

import java.util.regex.Pattern;
import oropos.terminology.Concept;
import oropos.terminology.Concepts;
import oropos.terminology.Mention;
import oropos.terminology.Mention.Assertion;

/// Drugs that a denial before them does not deny: in "no bleeding on warfarin" and "no side effects from
/// metformin" the drug is taken, and what it might do is denied.
final class Undenied {

    /// What is denied stands between the denial and the drug; "no longer on", "no data on" and "no need for"
    /// tell of nobody who takes it.
    private static final Pattern DENIED_UNDER =
            Pattern.compile(
                    "(?i)\\b(?:no|without|denies(?: any)?|(?:not|never|n't) (?:had|have|has)(?: any)?|not \\p{L}{3,12}ing)"
                            + "(?: (?!(?:longer|evidence|data|information|info|advice|stud(?:y|ies)|trials?|guidance|guidelines?|one|patients?|people|women|men|children|adults|research|is|are|was|were|not|plans?|intention|need|indication|reason|point|record|history"
                            + "|currently|now|started?|stopped|contraindications?|allerg\\p{L}+|experience|papers?|articles?|being|going|relying|depending|planning|insisting|focusing)\\b)[\\p{L}-]+){0,4}?"
                            + " (?:(?:while |whilst |when )?(?:on|taking|using)|(?:since|after) (?:starting|being on)|from)(?: (?:the|her|his|my|a|long-term|oral|regular|daily))*(?: \\d[\\d.]* ?(?:mg|mcg|g|units)?(?: of)?)? $");

    private Undenied() {}

    static Concepts in(Concepts concepts) {
        return concepts.asserted(mention ->
                isDeniedDrug(mention) && isTaken(concepts, mention)
                        ? Assertion.PRESENT
                        : mention.assertion());
    }

    private static boolean isDeniedDrug(Mention mention) {
        return mention.concept().kind() == Concept.Kind.DRUG
                && mention.assertion() == Assertion.NEGATED;
    }

    /// Where another drug is denied too ("no aspirin or clopidogrel on warfarin"), nothing is sure.
    private static boolean isTaken(Concepts concepts, Mention drug) {
        int end = drug.span().start();
        String before = clause(concepts.text(), end);
        var under = DENIED_UNDER.matcher(before);
        if (!under.find()) {
            return false;
        }
        int start = end - before.length() + under.start();
        return concepts.mentions().stream()
                .filter(Undenied::isDeniedDrug)
                .noneMatch(other -> other.span().start() >= start && other.span().end() <= end);
    }

    /// What stands before a place in its clause.
    private static String clause(String text, int at) {
        int start = at;
        while (start > 0 && at - start < 90 && ".,;:?!\n(".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return text.substring(start, at);
    }
}
