package oropos.question;

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
record Spoken(
        List<Cue> talk,
        List<Cue> others,
        List<Cue> over,
        List<Cue> listed,
        List<Cue> owned,
        List<Cue> strangers,
        List<Cue> bygone) {

    static Spoken of(RuleFile.Row file) {
        return new Spoken(
                Cue.all(file.texts("talk")),
                Cue.all(file.texts("others")),
                Cue.all(file.texts("over")),
                Cue.all(file.texts("listed")),
                Cue.all(file.texts("owned")),
                Cue.all(file.texts("strangers")),
                Cue.all(file.texts("bygone")));
    }

    Stream<Cue> all() {
        return Stream.of(talk, others, over, listed, owned, strangers, bygone)
                .flatMap(List::stream);
    }

    /// Whether a phrase is told of whoever is asked for, as it is now.
    boolean isOfNow(Wording wording, int first, int last) {
        if (Assertions.isOver(wording, first, over) || isOfAStrangerOnce(wording, first)) {
            return false;
        }
        return isOwned(wording, last)
                || !Assertions.isTalk(wording, first, last, talk)
                        && !Assertions.isAnothers(wording, first, others)
                        && !Assertions.isListed(wording, first, listed);
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
