package oropos.question;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Concept;
import oropos.terminology.Concepts;
import oropos.terminology.Mention;
import oropos.terminology.Mention.Assertion;

/// Problems of a question that are told in the place of what is denied before them: "no rash, no fever, just
/// itching", "no cough today, chest pain instead", "no depression. anxiety since redundancy".
///
/// Only what was taken as denied is taken as there, never the other way round, and a list that is closed by
/// "or" stays denied.
final class ToldInstead {

    private static final Pattern STOP = Pattern.compile("[;?!\\n]|\\.(?=\\s)");

    private static final Pattern DENIAL =
            of(
                    "\\b(?:no|not|nil|without|never|none|neither|nor|den(?:y|ies|ied|ying)|absen(?:ce|t)|negative|free|lack(?:s|ing)?|rul(?:ed|es|e) out|excluded|\\p{L}+n['’]?t|un(?:likely|able))\\b");

    /// "..., just itching", "..., but today a headache", "..., has ankle swelling".
    private static final Pattern TURNS_BEFORE =
            of(
                    "[,:–-]\\s*(?:(?:just|only|simply|mainly|mostly|instead|rather|today|now|currently|yes|has|have|having|had|does have|complains? of|c/o|reports|presents? with|presenting with|positive for|there is|but|yet|however)\\s+)+(?:(?:an?|the|some|his|her|my|new|bad|severe|mild|bit of|worse|left|right|sided|sudden|dull|sharp|central)\\s+){0,3}$");

    /// "..., chest pain instead", "..., headache yes", "..., abdominal pain only".
    private static final Pattern TURNS_AFTER =
            of(
                    "^\\s+(?:instead|only|yes|present|persists?|remains?|continues|however|is (?:present|there|new|worse))\\b(?![^.;]*\\b(?:or|nor)\\b)|^:\\s*(?:yes|present|\\+)");

    private static final Pattern DENIED_AFTER =
            of(
                    "^[^.;?!,]{0,20}\\b(?:absent|denied|negative|excluded|ruled out|no|none|not|n't|nil)\\b");

    private ToldInstead() {}

    private static Pattern of(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static Concepts in(Concepts concepts) {
        return concepts.asserted(mention ->
                isDenied(mention) && isTold(concepts.text(), mention)
                        ? Assertion.PRESENT
                        : mention.assertion());
    }

    private static boolean isDenied(Mention mention) {
        return mention.concept().kind() == Concept.Kind.PROBLEM
                && mention.assertion() == Assertion.NEGATED;
    }

    private static boolean isTold(String text, Mention mention) {
        int start = mention.span().start();
        String before = text.substring(Math.max(0, start - 150), start);
        String after = text.substring(mention.span().end());
        Matcher stops = STOP.matcher(before);
        int from = 0;
        while (stops.find()) {
            from = stops.end();
        }
        String own = before.substring(from);
        if (DENIED_AFTER.matcher(after).find()) {
            return false;
        }
        if (from > 0 && !DENIAL.matcher(own).find()) {
            return true;
        }
        Matcher turn = TURNS_BEFORE.matcher(own);
        if (turn.find()) {
            return !DENIAL.matcher(turn.group()).find() && !listsOn(after);
        }
        int comma = own.lastIndexOf(',');
        return comma >= 0
                && !DENIAL.matcher(own.substring(comma)).find()
                && TURNS_AFTER.matcher(after).find();
    }

    /// "No pain, just cough or fever" may still deny.
    private static boolean listsOn(String after) {
        return of("^[^.;?!]{0,40}\\b(?:or|nor)\\b").matcher(after).find();
    }
}
