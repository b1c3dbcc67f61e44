package oropos.question;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Concept;
import oropos.terminology.Concepts;
import oropos.terminology.Mention;
import oropos.terminology.Mention.Assertion;
import oropos.terminology.Terminology;

/// Tells which problems of a patient's history still hold.
///
/// "History of" makes a problem past for whoever reads a sentence by itself; of a patient, hypertension
/// with a history is hypertension. So a disease that lasts counts as present unless the words say that
/// it is over ("previous", "resolved", "as a child"), and so does what stands behind the verb a case
/// begins with ("with a history of asthma presents with fever"). Which diseases last is a list editors
/// own, `histories.yaml`.
final class Histories {

    static final String FILE = "histories.yaml";

    private static final Pattern PAST =
            Pattern.compile(
                    "(?i)\\b(?:(history of|histories of|hx of|h/o|hx|pmh|pmhx|history (?:is )?(?:significant|remarkable|notable|positive) for|history includes)"
                            + "|(previous|previously|prior|former|formerly|remote|resolved|s/p|status post|used to|childhood|survivors? of|treated for|after))\\b");

    /// Verbs with which a case comes to what is now.
    private static final Pattern NOW =
            Pattern.compile(
                    "(?i)\\b(?:presents?|presented|presenting|complain(?:s|ed|ing)|comes|came|reports?|reported|admitted|is seen|was seen|brought|states|describes|develops|developed|now|currently|who has|is found|was found)\\b");

    private static final Pattern DIAGNOSED_AGO =
            Pattern.compile("(?i)^[^.;]{0,20}\\bdiagnosed\\b[^.;]{0,30}\\bago\\b");

    /// "Inguinal hernia surgery" in a history: what was operated on is not there now.
    private static final Pattern OPERATED =
            Pattern.compile("(?i)^[ -](?:surgery|repair|operation|resection|removal|excision)\\b");

    private static final Pattern OVER_AFTER =
            Pattern.compile(
                    "(?i)^[^.;,]{0,40}\\b(?:resolved|as a child|in childhood|in infancy|in remission|years? ago|months? ago|in the past)\\b");

    /// How far before a problem its sentence is read, in characters.
    private static final int REACH = 200;

    private final Set<String> over = new HashSet<>();
    private final Set<String> lasting = new HashSet<>();
    private final Set<String> passing = new HashSet<>();
    private final Terminology terminology;

    Histories(RuleFile file, Terminology terminology) {
        this.terminology = terminology;
        file.content().knows(Set.of("version", "over", "lasting", "passing"));
        read(file, "passing", passing);
        read(file, "over", over);
        read(file, "lasting", lasting);
    }

    private void read(RuleFile file, String key, Set<String> ids) {
        for (RuleFile.Row row : file.content().rows(key)) {
            row.knows(Set.of("concepts", "source"));
            row.text("source");
            for (String id : row.texts("concepts")) {
                if (terminology.concept(id).isEmpty()) {
                    throw new IllegalStateException(row.place() + ": no vocabulary has " + id);
                }
                ids.add(id);
            }
        }
    }

    /// "Had gestational diabetes in my last pregnancy": over with it.
    private static final Pattern IN_A_PAST_PREGNANCY =
            Pattern.compile(
                    "(?i)^[^.;,?]{0,20}\\b(?:in|during|with|after|since|following) (?:my|her|the|a) (?:last|previous|first|second|third|earlier|other|older) (?:pregnancy|baby|child|son|daughter)\\b");

    private boolean isOverWithAPregnancy(String text, Mention mention) {
        return mention.assertion() == Assertion.PRESENT
                && mention.concept().kind() == Concept.Kind.PROBLEM
                && IN_A_PAST_PREGNANCY
                        .matcher(
                                text.substring(
                                        mention.span().end(),
                                        Math.min(text.length(), mention.span().end() + 60)))
                        .find()
                && isAny(mention.concept(), Set.of(COMPLICATION_OF_PREGNANCY));
    }

    private static final String COMPLICATION_OF_PREGNANCY = "mesh:D011248";

    /// The same concepts, those of the past that still hold made present, and those that ended with a
    /// pregnancy of the past.
    Concepts heldNow(Concepts concepts) {
        return concepts.asserted(mention -> {
            if (isOverWithAPregnancy(concepts.text(), mention)) {
                return Assertion.PAST;
            }
            boolean still =
                    mention.assertion() == Assertion.PAST
                            && mention.concept().kind() == Concept.Kind.PROBLEM
                            && holds(concepts.text(), mention);
            return still ? Assertion.PRESENT : mention.assertion();
        });
    }

    private boolean holds(String text, Mention mention) {
        String before = sentenceBefore(text, mention.span().start());
        String after =
                text.substring(
                        mention.span().end(), Math.min(text.length(), mention.span().end() + 80));
        Matcher cues = PAST.matcher(before);
        int end = -1;
        boolean isHistory = false;
        while (cues.find()) {
            end = cues.end();
            isHistory = cues.group(1) != null;
        }
        if (end < 0) {
            return DIAGNOSED_AGO.matcher(after).find() && !isEvent(mention.concept());
        }
        if (OPERATED.matcher(after).find()) {
            return false;
        }
        String between = before.substring(end);
        if (NOW.matcher(between).find()) {
            return true;
        }
        if (isEvent(mention.concept()) || OVER_AFTER.matcher(after).find()) {
            return false;
        }
        return isHistory || between.indexOf(',') >= 0;
    }

    /// Whether an illness ends, as infections, injuries and events do.
    boolean isEvent(Concept concept) {
        return isAny(concept, over) && !isAny(concept, lasting);
    }

    /// Whether an illness passes and leaves nothing, as a cold does; only the concepts named, not
    /// narrower ones.
    boolean isPassing(Concept concept) {
        return passing.contains(concept.id());
    }

    private boolean isAny(Concept concept, Set<String> ids) {
        return ids.stream().flatMap(id -> terminology.concept(id).stream()).anyMatch(concept::isA);
    }

    private static String sentenceBefore(String text, int start) {
        int from = start;
        while (from > 0 && start - from < REACH) {
            char c = text.charAt(from - 1);
            boolean stop =
                    c == '?'
                            || c == '!'
                            || c == '\n'
                            || c == '.'
                                    && from < text.length()
                                    && Character.isWhitespace(text.charAt(from));
            if (stop) {
                break;
            }
            from--;
        }
        return text.substring(from, start);
    }
}
