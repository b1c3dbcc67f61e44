package oropos.question;

import java.util.List;
import oropos.question.FollowUp.Question;
import oropos.question.FollowUp.Unclear;

/// Reads what is typed after it was asked back who is meant: "ok for my brother?", whom?, "he is 45". It is not
/// read on the patient before unless it says so.
public final class AskedBack {

    private final FollowUps followUps;

    public AskedBack(FollowUps followUps) {
        this.followUps = followUps;
    }

    /// @param before the texts asked in the thread as they were answered
    /// @param open the words it was asked back of whom they are; empty where nothing is open
    /// @param words what was typed next
    public FollowUp read(List<String> before, String open, String words) {
        FollowUp alone = followUps.read(before, words);
        if (open.isBlank() || before.isEmpty()) {
            return alone;
        }
        if (isOfItsOwn(before, open, words, alone)) {
            return alone;
        }
        String typed = Corrections.typed(open).strip();
        FollowUp both = followUps.read(before, FollowUps.closed(typed) + " " + words.strip());
        if (both instanceof Question) {
            return both;
        }
        return alone instanceof FollowUp.OfReference || alone instanceof FollowUp.OfStatement
                ? alone
                : new Unclear(Unclear.What.PERSON);
    }

    /// Whether the words say themselves whom they are about: somebody new, who was told of before, whoever asks; or
    /// need nobody.
    private static boolean isOfItsOwn(
            List<String> before, String open, String words, FollowUp alone) {
        if (alone instanceof Question(var text, var carried, var _, var again)
                && !again
                && carried.isEmpty()
                && !TurnPerson.isElliptic(words)) {
            return true;
        }
        String named = TurnPerson.named(words);
        boolean told =
                !named.isEmpty()
                        && !TurnPerson.holds(open, named)
                        && before.stream().anyMatch(text -> TurnPerson.holds(text, named));
        return told
                || TurnCue.FORGET_THAT.isIn(words)
                || TurnCue.BACK_TO.isIn(words)
                || TurnCue.ABOUT_ME.isIn(words) && !TurnPerson.isAsker(open);
    }
}
