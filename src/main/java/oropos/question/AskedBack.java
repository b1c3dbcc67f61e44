package oropos.question;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.question.FollowUp.Question;
import oropos.question.FollowUp.Unclear;

/// Reads what is typed after it was asked back who is meant: "ok for my brother?", whom?, "he is 45". It is not
/// read on the patient before unless it says so.
public final class AskedBack {

    private static final List<String> ALL_OF_IT = List.of("all of the question before");

    /// "Stop?": what is to be stopped was told of the one before.
    private static final Pattern OF_A_DRUG =
            Pattern.compile(
                    "(?i)\\W*(?:and |should (?:i|we|he|she) )?(?:stop|continue)(?: it)?\\W*");

    private static final Pattern TOLD_AND_ASKED =
            Pattern.compile(
                    "(?i)([^?,;.]{8,60})[,;.] ((?:and |but |so )?(?:am|is|are|can|could|should|will|would|must|what|how) [^?]{3,60}\\?)");

    private final FollowUps followUps;

    public AskedBack(FollowUps followUps) {
        this.followUps = followUps;
    }

    /// @param before the texts asked in the thread as they were answered
    /// @param open the words it was asked back of whom they are; empty where nothing is open
    /// @param words what was typed next
    public FollowUp read(List<String> before, String open, String words) {
        FollowUps once = followUps.once();
        return once.standing(before, words, new AskedBack(once).taken(before, open, words));
    }

    private FollowUp taken(List<String> before, String open, String words) {
        FollowUp alone = followUps.taken(before, words);
        if (before.isEmpty()) {
            return alone;
        }
        if (open.isBlank()) {
            return inOneTurn(before, words, alone);
        }
        String told = Corrections.typed(open).strip();
        String last = before.getLast();
        if (Contact.isAskedOfTheFirst(Corrections.in(last).main(), told, words)) {
            return ofTheFirst(last, told, words);
        }
        if (isOfItsOwn(before, open, words, alone)) {
            return alone;
        }
        FollowUp both = followUps.taken(before, FollowUps.closed(told) + " " + words.strip());
        if (both instanceof Question question) {
            boolean ofADrug = question.carried().isEmpty() && OF_A_DRUG.matcher(words).matches();
            return ofADrug ? new Unclear(Unclear.What.PERSON) : both;
        }
        return alone instanceof FollowUp.OfReference || alone instanceof FollowUp.OfStatement
                ? alone
                : new Unclear(Unclear.What.PERSON);
    }

    private static Question ofTheFirst(String last, String told, String words) {
        return new Question(
                FollowUps.with(
                        FollowUps.with(last, told), CarriedCase.capital(Contact.unborn(words))),
                ALL_OF_IT,
                true);
    }

    /// "My toddler has chickenpox, am I at risk?"
    private FollowUp inOneTurn(List<String> before, String words, FollowUp alone) {
        String typed = Corrections.typed(words).strip();
        Matcher turn = TOLD_AND_ASKED.matcher(typed);
        if (!turn.matches()) {
            return alone;
        }
        String telling = turn.group(1);
        String asking = turn.group(2);
        boolean own = alone instanceof Question question && question.carried().isEmpty();
        return own
                        && Contact.isAskedOfTheFirst(
                                Corrections.in(before.getLast()).main(), telling, asking)
                        && followUps.taken(before, telling) instanceof Unclear
                ? ofTheFirst(before.getLast(), telling, asking)
                : alone;
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
