package oropos.question;

import java.util.List;
import java.util.Set;
import oropos.terminology.Span;

/// Whether a phrase heard in a text is said of this patient now, or denied, or only talked about.
///
/// A small form of the ConText algorithm (Harkema et al., J Biomed Inform 2009;42(5):839-851) made
/// for urgent signs, where missing one costs more than a false alarm: a denial reaches forward only
/// within its clause and ends at a word such as "but" or "now"; it runs through a list only where the
/// list is closed by "or" or "nor", or was opened by "denies". Whatever is unclear counts as said.
final class Assertions {

    private static final Set<String> DENIAL =
            words(
                    "no without denies denied denying nor absent never neither "
                            + "excluded negative absence free");
    private static final Set<String> DENIAL_OF_VERB =
            Set.of(
                    "not", "isnt", "arent", "wasnt", "werent", "doesnt", "dont", "didnt", "hasnt",
                    "havent", "hadnt", "aint", "wont", "cant", "cannot", "couldnt");
    private static final Set<String> LONG_DENIAL =
            Set.of("denies", "denied", "denying", "negative", "without", "neither");
    private static final Set<String> END =
            words(
                    "but however although though except now yet then because "
                            + "since until still while whereas despite only due after today "
                            + "unless and");
    private static final Set<String> VERB =
            words(
                    "is are has have was were can cannot cant he she i they we my "
                            + "feels feel got gets started developed needs");
    private static final Set<String> PAST_CUE =
            Set.of("previous", "previously", "prior", "resolved", "former", "past");

    /// How far back a denial is looked for, in words.
    static final int REACH = 8;

    /// How far a "not" reaches: "not able to walk" yes, "not slept because of the pain" no.
    static final int REACH_OF_NOT = 4;

    /// How far a denied "have" reaches over a list.
    static final int REACH_OF_HAVING = 8;

    private static final Set<String> HAVING = Set.of("have", "had");

    private static final Set<String> NOT_HAVING =
            Set.of("not", "doesnt", "dont", "didnt", "hasnt", "havent", "hadnt");

    /// What may stand between "not have" and the thing that is not had; any other word may be another
    /// thing that is not had, and what follows it may be there: "dont have a car chest pain".
    private static final Set<String> BEFORE_A_NAME =
            Set.of(
                    "a", "an", "any", "the", "his", "her", "my", "severe", "new", "current",
                    "known");

    /// After these something else is told than what is had.
    private static final Set<String> TURNS = Set.of("to", "about", "that", "which", "who", "for");

    /// After these what was not had begins.
    private static final Set<String> BEGINS = Set.of("until", "till", "before");

    /// What is not ended is there: "won't stop crying".
    private static final Set<String> ENDING =
            words("stop stopping stopped settle settling cease shift end ease");

    private Assertions() {}

    /// Whether the phrase is denied.
    static boolean isDenied(Wording wording, Cue.Heard heard) {
        List<Wording.Word> words = wording.words();
        Wording.Word first = words.get(heard.first());
        int commas = 0;
        int clause = first.clause();
        boolean told = isToldByItself(words, heard);
        for (int at = heard.first() - 1; at >= 0 && heard.first() - at <= REACH * 3; at--) {
            Wording.Word word = words.get(at);
            if (word.sentence() != first.sentence()) {
                return false;
            }
            if (told && (word.clause() != clause || word.text().equals("and"))) {
                return isDeniedAfter(wording, heard);
            }
            if (word.clause() != clause) {
                commas++;
                clause = word.clause();
            }
            if (DENIAL.contains(word.text())) {
                return reaches(wording, at, heard, commas);
            }
            if (DENIAL_OF_VERB.contains(word.text())
                    && heard.first() - at <= REACH_OF_NOT
                    && commas == 0
                    && !ENDING.contains(words.get(at + 1).text())) {
                return true;
            }
            if (HAVING.contains(word.text())
                    && at > 0
                    && isDeniedHaving(wording, at, heard, commas)) {
                return true;
            }
            if (isNoLongerHad(words, at) && commas == 0 && heard.first() - at <= REACH_OF_HAVING) {
                return true;
            }
            if (END.contains(word.text()) && !joinsList(wording, at, heard)
                    || VERB.contains(word.text())) {
                return false;
            }
        }
        return isDeniedAfter(wording, heard);
    }

    /// "Denies pain, blood is spurting": a clause with its own verb of being tells, whatever was denied before it.
    private static boolean isToldByItself(List<Wording.Word> words, Cue.Heard heard) {
        int end = Math.min(heard.last() + 2, words.size());
        return words.subList(heard.first() + 1, end).stream()
                .filter(word -> word.clause() == words.get(heard.first()).clause())
                .anyMatch(word -> BEING.contains(word.text()));
    }

    private static final Set<String> BEING = Set.of("is", "are", "has", "have", "keeps");

    /// "no longer has black stools"; "can no longer walk" is another matter.
    private static boolean isNoLongerHad(List<Wording.Word> words, int at) {
        return at > 1
                && Set.of("has", "have", "had", "having", "gets").contains(words.get(at).text())
                && words.get(at - 1).text().equals("longer")
                && words.get(at - 2).text().equals("no");
    }

    /// "does not have chest pain or sweating": what is had is denied with the having; but not in "does not
    /// have time to ask about the chest pain" nor in "did not have chest pain until today".
    private static boolean isDeniedHaving(Wording wording, int at, Cue.Heard heard, int commas) {
        List<Wording.Word> words = wording.words();
        if (!NOT_HAVING.contains(words.get(at - 1).text())
                || heard.first() - at > REACH_OF_HAVING
                || commas > 0 && !closesWithOr(wording, at, heard.last())) {
            return false;
        }
        boolean joined = false;
        boolean named = true;
        for (int between = at + 1; between < heard.first(); between++) {
            String word = words.get(between).text();
            if (TURNS.contains(word)) {
                return false;
            }
            joined |= word.equals("or") || word.equals("nor");
            named &= BEFORE_A_NAME.contains(word);
        }
        if (!joined && !named) {
            return false;
        }
        int next = heard.last() + 1;
        return next >= words.size() || !BEGINS.contains(words.get(next).text());
    }

    /// "and" inside "no fever and no weakness" or "denies fever and weakness" does not end a denial.
    private static boolean joinsList(Wording wording, int at, Cue.Heard heard) {
        if (!wording.words().get(at).text().equals("and")) {
            return false;
        }
        Set<String> between = Set.of("no", "denies", "denied", "without", "neither", "denying");
        for (int before = at - 1; before >= 0 && at - before <= REACH; before--) {
            Wording.Word word = wording.words().get(before);
            if (word.sentence() != wording.words().get(heard.first()).sentence()
                    || VERB.contains(word.text())) {
                return false;
            }
            if (between.contains(word.text())) {
                return at - before <= 4 || LONG_DENIAL.contains(word.text());
            }
        }
        return false;
    }

    private static boolean reaches(Wording wording, int cue, Cue.Heard heard, int commas) {
        String word = wording.words().get(cue).text();
        boolean isLong = LONG_DENIAL.contains(word);
        if (word.equals("negative") || word.equals("free") || word.equals("absence")) {
            String next = wording.words().get(cue + 1).text();
            if (!Set.of("for", "of", "from").contains(next)) {
                return false;
            }
        }
        if (commas == 0) {
            return heard.first() - cue <= REACH;
        }
        if (isLong) {
            return true;
        }
        return closesWithOr(wording, cue, heard.last());
    }

    /// "no fever, weight loss or weakness": the list after the denial is closed by "or" or "nor".
    private static boolean closesWithOr(Wording wording, int cue, int last) {
        int sentence = wording.words().get(cue).sentence();
        for (int at = cue + 1; at < wording.words().size() && at <= last + 6; at++) {
            Wording.Word word = wording.words().get(at);
            if (word.sentence() != sentence || VERB.contains(word.text())) {
                return false;
            }
            if (word.text().equals("or") || word.text().equals("nor")) {
                return true;
            }
        }
        return false;
    }

    /// "chest pain: no", "fever absent", "weakness is denied", "leukaemia was ruled out".
    private static boolean isDeniedAfter(Wording wording, Cue.Heard heard) {
        List<Wording.Word> words = wording.words();
        int next = heard.last() + 1;
        if (next >= words.size()
                || words.get(next).sentence() != words.get(heard.last()).sentence()) {
            return false;
        }
        String word = words.get(next).text();
        String after = next + 1 < words.size() ? words.get(next + 1).text() : "";
        boolean answer =
                word.equals("no")
                        && (next + 1 >= words.size()
                                || words.get(next + 1).clause() != words.get(next).clause());
        return answer
                || Set.of("absent", "denied", "negative", "excluded").contains(word)
                || Set.of("is", "was", "were", "are", "has", "been").contains(word)
                        && Set.of("absent", "denied", "negative", "excluded", "ruled")
                                .contains(after);
    }

    /// "stroke two years ago", "in 2016", "last year", "at age 9": told of the past, within a few words
    /// and before anything else begins.
    private static boolean isPastAfter(Wording wording, int last) {
        List<Wording.Word> words = wording.words();
        int sentence = words.get(last).sentence();
        for (int at = last + 1; at < words.size() && at <= last + PAST_REACH; at++) {
            Wording.Word word = words.get(at);
            if (word.sentence() != sentence
                    || END.contains(word.text())
                    || word.clause() != words.get(last).clause()
                            && isOfThePresent(wording, words.get(last).clause())) {
                return false;
            }
            String before = words.get(at - 1).text();
            if (at > last + 1
                    && at > 1
                    && (word.text().equals("ago") && before.matches("years?|decades?")
                            || word.text().equals("year") && before.equals("last")
                            || word.text().equals("childhood") && before.equals("in")
                            || word.text().matches("baby|child|toddler|teenager|infant")
                                    && before.equals("a")
                                    && words.get(at - 2).text().equals("as")
                            || word.text().equals("was")
                                    && before.matches("i|he|she|we")
                                    && words.get(at - 2).text().equals("when")
                            || word.text().matches("(?:19|20)\\d\\d") && before.equals("in")
                            || word.text().matches("\\d{1,2}")
                                    && before.matches("age|aged")
                                    && words.get(at - 2).text().matches("at|diagnosed|when"))) {
                return true;
            }
        }
        return false;
    }

    /// "My 8-year-old is well but I wake at night": of a child under 13 nobody says "I".
    static boolean isAskersOwn(Wording wording, int first, Patient patient) {
        int before = first - 1;
        return patient.isBelowAdultEvidence()
                && before >= 0
                && wording.words().get(before).clause() == wording.words().get(first).clause()
                && wording.words().get(before).text().equals("i");
    }

    /// "My neighbour had a stroke with a crooked smile": the rest of the clause tells of the neighbour.
    static boolean isAnothers(Wording wording, int first, List<Cue> others) {
        return isAfterAnother(wording, first, heard(wording, others));
    }

    /// The same, where it is known already where the others are spoken of.
    static boolean isAfterAnother(Wording wording, int first, List<Cue.Heard> others) {
        int clause = wording.words().get(first).clause();
        return others.stream()
                .anyMatch(heard ->
                        heard.last() < first
                                && wording.words().get(heard.last()).clause() == clause
                                && !isAskersTurn(wording, heard, first)
                                && !isHappening(wording, first));
    }

    private static final Set<String> HAPPENING =
            words(
                    "minute minutes min mins hour hours today tonight now still morning "
                            + "evening afternoon just is are cant cannot wont keeps");

    /// "My dad had a fit ten minutes ago and is blue": whoever it is, it is happening.
    private static boolean isHappening(Wording wording, int first) {
        int clause = wording.words().get(first).clause();
        return wording.words().stream()
                .filter(word -> word.clause() == clause)
                .anyMatch(word -> HAPPENING.contains(word.text()));
    }

    private static final Set<String> RELATIVES =
            words(
                    "mother father mum mom dad sister brother aunt uncle grandmother grandfather "
                            + "cousin niece nephew parents gran grandad");

    private static boolean isOfARelative(Wording wording, Cue.Heard talk) {
        return wording.words().subList(talk.first(), talk.last() + 1).stream()
                .anyMatch(word -> RELATIVES.contains(word.text()));
    }

    /// "My neighbour died and I want to die": of the asker again.
    private static boolean isAskersTurn(Wording wording, Cue.Heard other, int to) {
        boolean isMachine =
                wording.words().subList(other.first(), other.last() + 1).stream()
                        .anyMatch(word -> MACHINES.contains(word.text()));
        return isMachine && Spoken.isOfAPerson(wording, to, other.last() + 1)
                || wording.words().subList(other.last() + 1, to).stream()
                        .anyMatch(word -> word.text().matches("i|im|ive"));
    }

    /// "My laptop has died and she has taken 40": where a person is told of, it is not the machine's.
    private static final Set<String> MACHINES =
            words(
                    "computer laptop printer router website server browser software "
                            + "console playstation tv television");

    private static final Set<String> OF_NOW =
            words("now today tonight yesterday again currently morning back but " + "still");

    /// "The swelling settled months ago", "when I was small": told in one sentence with words by which it
    /// is over, and with none that speak of now.
    static boolean isOver(Wording wording, int first, List<Cue> over) {
        Wording.Word sign = wording.words().get(first);
        return heard(wording, over).stream()
                        .map(heard -> wording.words().get(heard.first()))
                        .filter(word -> word.sentence() == sign.sentence())
                        .anyMatch(word ->
                                word.clause() == sign.clause()
                                        || !isOfThePresent(wording, sign.clause()))
                && !speaksOfNow(wording, sign.sentence());
    }

    /// With one of these a sentence or clause tells of the present, too.
    static final Set<String> OF_THE_PRESENT =
            words(
                    "is are am im hes shes theyre isnt arent has have ive hasnt "
                            + "havent cant cannot wont does do doesnt dont want wants wish "
                            + "wishes need needs keeps keep still since started starts "
                            + "began feels feel hurts looks gets again today tonight "
                            + "yesterday now currently morning just");

    private static Set<String> words(String listed) {
        return Set.of(listed.split(" "));
    }

    /// "When she was small she had fits, she is fitting": the second half is not over.
    private static boolean isOfThePresent(Wording wording, int clause) {
        return wording.words().stream()
                .filter(word -> word.clause() == clause)
                .anyMatch(word -> OF_THE_PRESENT.contains(word.text()));
    }

    /// Whether a sentence has a word of now.
    static boolean speaksOfNow(Wording wording, int sentence) {
        return wording.words().stream()
                .filter(word -> word.sentence() == sentence)
                .anyMatch(word -> OF_NOW.contains(word.text()));
    }

    /// With one of these it is told of somebody, or of what happens now, whatever a leaflet lists before.
    private static final Set<String> OF_SOMEBODY =
            words(
                    "i im ive id my me he hes his she shes her we our now today "
                            + "just since cant cannot couldnt does having started morning "
                            + "tonight yesterday hour hours minutes feels feeling");

    /// "Should I worry?" asks, and tells of nobody.
    private static final Set<String> ASKS_BEFORE_I =
            Set.of("should", "can", "could", "do", "must", "may", "would", "will", "if");

    /// "The leaflet lists chest pain and fainting", "it may cause seizures": told in one sentence after words
    /// by which it is what may come, and nothing behind them, to its end, is of somebody. "It can cause
    /// bleeding, vomiting blood since this morning" is.
    static boolean isListed(Wording wording, int first, List<Cue> listed) {
        int sentence = wording.words().get(first).sentence();
        return heard(wording, listed).stream()
                .filter(heard -> heard.last() < first)
                .filter(heard -> wording.words().get(heard.first()).sentence() == sentence)
                .anyMatch(heard -> isOfNobody(wording, heard));
    }

    /// Whether the words of a span only list what may come.
    static boolean listsOnly(Wording wording, Span span, Spoken spoken) {
        int start = Wording.wordAt(wording.words(), span.start());
        int end = Wording.wordAt(wording.words(), Math.max(span.start(), span.end() - 1));
        return heard(wording, spoken.listed()).stream()
                .filter(heard -> !spoken.isOwned(wording, heard.last()))
                .filter(heard -> heard.first() >= start && heard.last() <= end)
                .anyMatch(heard -> isOfNobody(wording, heard));
    }

    private static boolean isOfNobody(Wording wording, Cue.Heard heard) {
        List<Wording.Word> words = wording.words();
        int sentence = words.get(heard.last()).sentence();
        for (int at = heard.last() + 1;
                at < words.size() && words.get(at).sentence() == sentence;
                at++) {
            String word = words.get(at).text();
            boolean asks = word.equals("i") && ASKS_BEFORE_I.contains(words.get(at - 1).text());
            if (OF_SOMEBODY.contains(word) && !asks) {
                return false;
            }
        }
        return true;
    }

    static List<Cue.Heard> heard(Wording wording, List<Cue> cues) {
        return wording.heard(cues);
    }

    /// How far after a phrase a word of the past is looked for, in words.
    private static final int PAST_REACH = 7;

    /// Whether the phrase is only talked about: "symptoms of stroke", "her mother had", "in case of",
    /// "history of".
    static boolean isTalk(Wording wording, int first, int last, List<Cue> talk) {
        return isAfterTalk(wording, first, last, heard(wording, talk));
    }

    /// The same, where it is known already where such words stand.
    static boolean isAfterTalk(Wording wording, int first, int last, List<Cue.Heard> talk) {
        if (isSinceToday(wording, last)) {
            return false;
        }
        for (Cue.Heard before : talk) {
            if (before.last() < first
                    && first - before.last() <= 3
                    && !(isOfARelative(wording, before) && isHappening(wording, first))
                    && !beginsAnew(wording, before.last(), first)
                    && wording.words().get(before.last()).sentence()
                            == wording.words().get(first).sentence()) {
                return true;
            }
        }
        return false;
    }

    /// Whether the phrase is told of the past by the words beside it: "previous stroke", "stroke in 2016".
    static boolean isPast(Wording wording, int first, int last) {
        if (isSinceToday(wording, last)) {
            return false;
        }
        int at = first - 1;
        return isPastAfter(wording, last)
                || at >= 0
                        && wording.words().get(at).sentence()
                                == wording.words().get(first).sentence()
                        && PAST_CUE.contains(wording.words().get(at).text());
    }

    /// Behind a comma these tell how somebody is; a list of what may come goes on with names.
    private static final Set<String> STATES =
            words(
                    "numb cannot cant couldnt unable blue floppy unconscious "
                            + "unresponsive collapsed fainted vomited hurts swollen lost");

    private static boolean beginsAnew(Wording wording, int talk, int first) {
        List<Wording.Word> words = wording.words();
        int clause = words.get(first).clause();
        return words.get(talk).clause() != clause
                && (STATES.contains(words.get(first).text())
                        || Spoken.isOfAPerson(wording, first, 0)
                        || words.subList(first, Math.min(first + 3, words.size())).stream()
                                .filter(word -> word.clause() == clause)
                                .anyMatch(word -> BEING.contains(word.text())));
    }

    private static final Set<String> TODAY =
            words("morning afternoon evening today tonight breakfast lunch noon");

    /// "Vomiting blood since this morning" is not talked about only, whatever stands before it.
    private static boolean isSinceToday(Wording wording, int last) {
        List<Wording.Word> words = wording.words();
        for (int at = last + 1; at < words.size() && at <= last + 3; at++) {
            if (words.get(at).sentence() != words.get(last).sentence()) {
                return false;
            }
            if (words.get(at).text().equals("since")) {
                return words.subList(at + 1, Math.min(at + 3, words.size())).stream()
                        .anyMatch(word -> TODAY.contains(word.text()));
            }
        }
        return false;
    }
}
