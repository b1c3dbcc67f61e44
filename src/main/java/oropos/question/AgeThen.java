package oropos.question;

import java.util.Set;
import oropos.terminology.Ages;

/// An age somebody had when something happened, and has no more: "I had chickenpox as a child", "the
/// operation when she was 6".
final class AgeThen {

    private static final Set<String> ARTICLES = Set.of("a", "an", "only", "just", "about", "small");
    private static final Set<String> WHEN = Set.of("when", "since", "until", "before", "while");

    private static final Set<String> PEOPLE = Set.of("i", "he", "she", "they", "we", "you");

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
        return word(wording, before).matches("was|were")
                && PEOPLE.contains(word(wording, before - 1))
                && WHEN.contains(word(wording, before - 2));
    }

    private static String word(Wording wording, int at) {
        return at < 0 ? "" : wording.words().get(at).text();
    }
}
