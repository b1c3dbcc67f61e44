package oropos.question;

import java.util.Set;
import java.util.regex.Pattern;
import oropos.terminology.Ages;

/// An age somebody had when something happened, and has no more: "I had chickenpox as a child", "the
/// operation when she was 6", "diagnosed at 12, now 30".
final class AgeThen {

    private static final Set<String> ARTICLES = Set.of("a", "an", "only", "just", "about", "small");
    private static final Set<String> WHEN = Set.of("when", "since", "until", "before", "while");

    private static final Set<String> PEOPLE = Set.of("i", "he", "she", "they", "we", "you");

    /// Before an age these tell of then, where another, later age is told.
    private static final Pattern SINCE =
            Pattern.compile(
                    "(?i)\\b(?:at|from|since|until|till|by|before|after)(?: (?:the|her|his|my))?(?: age)?(?: of)?(?: about| around)?\\s*$"
                            + "|\\b(?:diagnosed|first \\p{L}+|onset|began|started|found|removed|out|operated|menarche|menopause|polio|pregnan\\p{L}+),? aged?\\s*$");

    private static final Pattern SINCE_WITHIN =
            Pattern.compile("(?i)^(?:at|from|since)\\b.*|^ages?(?: of)? .*");
    private static final Pattern SINCE_BEFORE_AGE =
            Pattern.compile("(?i)\\b(?:at|from|since|until|till|by|before|after)(?: the)?\\s*$");

    private AgeThen() {}

    static boolean is(Wording wording, Ages.Found found) {
        int at = PatientReader.wordAt(wording, found.span().start());
        int before = at - 1;
        while (before >= 0 && ARTICLES.contains(word(wording, before))) {
            before--;
        }
        boolean isGroup = found.exact() == null;
        if (isGroup && before == at - 2 && word(wording, before).equals("as")) {
            return before > 0 && !word(wording, before - 1).matches("same|well|such|is|be");
        }
        if (word(wording, before).matches("was|were")
                && PEOPLE.contains(word(wording, before - 1))
                && WHEN.contains(word(wording, before - 2))) {
            return true;
        }
        return !isGroup
                && isSince(wording, found)
                && wording.ages().stream().anyMatch(now -> isLater(wording, now, found));
    }

    /// "Since age 5", "from the age of 7", "at 12".
    private static boolean isSince(Wording wording, Ages.Found found) {
        String before =
                wording.text()
                        .substring(Math.max(0, found.span().start() - 30), found.span().start());
        return SINCE.matcher(before).find()
                || SINCE_WITHIN.matcher(found.words()).matches()
                        && (found.words().matches("(?i)(?:at|from|since)\\b.*")
                                || SINCE_BEFORE_AGE.matcher(before).find());
    }

    /// A later age of the same person, told as one that somebody has.
    private static boolean isLater(Wording wording, Ages.Found now, Ages.Found then) {
        if (now.exact() == null
                || then.exact() == null
                || now.exact().inYears() <= then.exact().inYears()
                || isSince(wording, now)) {
            return false;
        }
        int at = PatientReader.wordAt(wording, now.span().start());
        for (int before = at - 1; before >= Math.max(0, at - 4); before--) {
            Kin kin = Kin.of(word(wording, before));
            if (kin != null
                    && kin.relation() != Kin.Relation.PATIENT
                    && wording.words().get(before).sentence()
                            == wording.words().get(at).sentence()) {
                return false;
            }
        }
        return true;
    }

    private static String word(Wording wording, int at) {
        return at < 0 ? "" : wording.words().get(at).text();
    }
}
