package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Words of a rule file by which a thing is only talked about, another's, over or listed, and by which
/// it is there after all.
///
/// @param talk what follows within a few words is talked about
/// @param others what follows in the clause is another's
/// @param over all of the sentence is past, unless it speaks of now
/// @param listed what follows is what may come, unless it is told of somebody
/// @param owned behind a sign: "and that is what I do"; it is there, whatever stands before it
/// @param strangers people who are not asked for
/// @param bygone with a stranger in one sentence: told of a time that is over
/// @param past times long gone: what a sentence tells of them is over, unless it speaks of the present
record Spoken(
        List<Cue> talk,
        List<Cue> others,
        List<Cue> over,
        List<Cue> listed,
        List<Cue> owned,
        List<Cue> strangers,
        List<Cue> bygone,
        List<Cue> past) {

    static Spoken of(RuleFile.Row file) {
        return new Spoken(
                Cue.all(file.texts("talk")),
                Cue.all(file.texts("others")),
                Cue.all(file.texts("over")),
                Cue.all(file.texts("listed")),
                Cue.all(file.texts("owned")),
                Cue.all(file.texts("strangers")),
                Cue.all(file.texts("bygone")),
                Cue.all(file.texts("past")));
    }

    /// The same where what stands behind these is only talked about, too.
    Spoken alsoTalk(List<Cue> more) {
        return new Spoken(
                Stream.concat(talk.stream(), more.stream()).toList(),
                others,
                over,
                listed,
                owned,
                strangers,
                bygone,
                past);
    }

    Stream<Cue> all() {
        return Stream.of(talk, others, over, listed, owned, strangers, bygone, past)
                .flatMap(List::stream);
    }

    /// Whether a phrase is told of whoever is asked for, as it is now; with `evenPast` also as it once was,
    /// with `evenTalk` also where it is only talked about.
    boolean isOfNow(Wording wording, int first, int last, boolean evenPast, boolean evenTalk) {
        if (Assertions.isOver(wording, first, over)
                || isOfAStrangerOnce(wording, first)
                || !evenPast && isOfThePast(wording, first)) {
            return false;
        }
        return isOwned(wording, last)
                || (evenTalk || !Assertions.isTalk(wording, first, last, talk))
                        && (evenPast || !Assertions.isPast(wording, first, last))
                        && !Assertions.isAnothers(wording, first, others)
                        && !Assertions.isListed(wording, first, listed);
    }

    /// "Four years ago my brother vomited blood": told in one clause with a time long gone, in a sentence with no
    /// word of the present. "Four years ago he had a stent, crushing chest pain" is heard.
    private boolean isOfThePast(Wording wording, int first) {
        List<Wording.Word> words = wording.words();
        int clause = words.get(first).clause();
        int sentence = words.get(first).sentence();
        return wording.heard(past).stream()
                        .anyMatch(heard -> words.get(heard.first()).clause() == clause)
                && words.stream()
                        .filter(word -> word.sentence() == sentence)
                        .noneMatch(word -> Assertions.OF_THE_PRESENT.contains(word.text()));
    }

    private static final Set<String> TURNS = Set.of("and", "but", "yet");
    private static final Set<String> AT_THE_TURN =
            Set.of("now", "today", "tonight", "yesterday", "since", "this", "again");
    private static final Set<String> IS =
            Set.of("is", "are", "am", "has", "have", "im", "ive", "hes", "shes");

    /// "In 2016 he had chest pain and now he has it again" parted at "and now", "... a stroke and is slurring" at "and is", so that what tells the first
    /// half to be past says nothing of the second.
    Wording parted(Wording wording) {
        List<Wording.Word> words = wording.words();
        List<Wording.Word> parted = new ArrayList<>();
        int more = 0;
        int turned = -1;
        for (int at = 0; at < words.size(); at++) {
            Wording.Word word = words.get(at);
            if (word.sentence() != turned
                    && isTurn(words, at)
                    && tellsOfAGoneTimeBefore(wording, at)) {
                more++;
                turned = word.sentence();
            }
            parted.add(
                    new Wording.Word(
                            word.text(),
                            word.span(),
                            word.sentence() + more,
                            word.clause() + more));
        }
        return more == 0 ? wording : new Wording(wording.text(), parted, Set.of());
    }

    private boolean tellsOfAGoneTimeBefore(Wording wording, int at) {
        int sentence = wording.words().get(at).sentence();
        return Stream.of(past, bygone, over)
                .flatMap(cues -> wording.heard(cues).stream())
                .anyMatch(heard ->
                        heard.last() < at
                                && wording.words().get(heard.first()).sentence() == sentence);
    }

    private static boolean isTurn(List<Wording.Word> words, int at) {
        Wording.Word word = words.get(at);
        boolean joins = TURNS.contains(word.text());
        boolean isNew =
                at > 0
                        && words.get(at - 1).sentence() == word.sentence()
                        && words.get(at - 1).clause() != word.clause();
        if (!joins) {
            return isNew && AT_THE_TURN.contains(word.text()) && !word.text().equals("since");
        }
        for (int next = at + 1;
                next < words.size() && words.get(next).sentence() == word.sentence();
                next++) {
            String text = words.get(next).text();
            if (next <= at + 2 && AT_THE_TURN.contains(text)
                    || next == at + 1 && IS.contains(text)) {
                return true;
            }
            if (text.equals("again")) {
                return words.subList(at + 1, next).stream()
                        .anyMatch(one -> IS.contains(one.text()));
            }
        }
        return false;
    }

    private static final Set<String> SUPPOSES =
            Set.of(
                    "if", "unless", "whether", "when", "suppose", "does", "do", "did", "is", "are",
                    "can", "could", "would", "should", "will", "might", "may", "until", "who");

    /// "It may cause vomiting blood, and that is what I do", in the same sentence or the next; not "and if
    /// that is what I have?".
    boolean isOwned(Wording wording, int last) {
        List<Wording.Word> words = wording.words();
        int sentence = words.get(last).sentence();
        return wording.heard(owned).stream()
                .filter(heard -> heard.first() > last)
                .filter(heard -> words.get(heard.first()).sentence() <= sentence + 1)
                .anyMatch(heard -> !isSupposed(words, heard.first()));
    }

    private static boolean isSupposed(List<Wording.Word> words, int first) {
        for (int at = first - 1; at >= 0 && first - at <= 3; at--) {
            if (words.get(at).sentence() != words.get(first).sentence()) {
                return false;
            }
            if (SUPPOSES.contains(words.get(at).text())) {
                return true;
            }
        }
        return false;
    }

    private static final Set<String> FIRST_PERSON =
            Set.of("i", "im", "ive", "id", "me", "we", "weve", "us");
    private static final Set<String> WHOSE = Set.of("my", "our");
    private static final Set<String> CLOSE =
            Set.of(
                    "son",
                    "daughter",
                    "baby",
                    "child",
                    "kid",
                    "kids",
                    "husband",
                    "wife",
                    "partner",
                    "mum",
                    "mom",
                    "mother",
                    "dad",
                    "father",
                    "boy",
                    "girl",
                    "twins");
    private static final Set<String> WHERE =
            Set.of("class", "school", "nursery", "team", "kindergarten", "friend", "friends");

    /// "A colleague collapsed at work last week", in a sentence that tells of nobody else and not of now.
    private boolean isOfAStrangerOnce(Wording wording, int first) {
        List<Wording.Word> words = wording.words();
        int sentence = words.get(first).sentence();
        return isIn(wording, sentence, strangers)
                && isIn(wording, sentence, bygone)
                && !Assertions.speaksOfNow(wording, sentence)
                && words.stream()
                        .filter(word -> word.sentence() == sentence)
                        .noneMatch(word -> FIRST_PERSON.contains(word.text()))
                && !tellsOfTheirOwn(words, sentence);
    }

    private static final Set<String> SOMEBODY =
            Set.of(
                    "i", "im", "ive", "my", "he", "hes", "she", "shes", "his", "her", "him", "we",
                    "our", "mum", "mom", "dad");

    /// Whether the clause of a word names a person, or says "my", from a place on.
    static boolean isOfAPerson(Wording wording, int at, int from) {
        List<Wording.Word> words = wording.words();
        int clause = words.get(at).clause();
        return words.subList(from, words.size()).stream()
                .anyMatch(word -> word.clause() == clause && SOMEBODY.contains(word.text()));
    }

    /// "My dad is grey": the clause tells how somebody is.
    static boolean isToldOfSomebody(Wording wording, int at) {
        int clause = wording.words().get(at).clause();
        List<String> words =
                wording.words().stream()
                        .filter(word -> word.clause() == clause)
                        .map(Wording.Word::text)
                        .toList();
        return words.stream().anyMatch(SOMEBODY::contains)
                && words.stream()
                        .anyMatch(word ->
                                IS.contains(word)
                                        || AT_THE_TURN.contains(word)
                                        || word.matches("just|ago|cant|cannot|wont|keeps"));
    }

    private static boolean tellsOfTheirOwn(List<Wording.Word> words, int sentence) {
        for (int at = 0; at + 1 < words.size(); at++) {
            if (words.get(at).sentence() == sentence
                    && WHOSE.contains(words.get(at).text())
                    && CLOSE.contains(words.get(at + 1).text())
                    && (at + 2 == words.size() || !WHERE.contains(words.get(at + 2).text()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(Wording wording, int sentence, List<Cue> cues) {
        return wording.heard(cues).stream()
                .anyMatch(heard -> wording.words().get(heard.first()).sentence() == sentence);
    }
}
