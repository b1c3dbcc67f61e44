package oropos.question;

import java.util.List;
import oropos.terminology.Ages;

/// Children a question speaks of who are not there yet, or are not the patient: "before trying for a
/// baby", "can we still have a healthy baby?", "I had a baby six weeks ago".
final class WishedFor {

    private static final List<Cue> CUES =
            Cue.all(
                    List.of(
                            "try|trying|tried|hope|hoping|want|wants|wanting|wish|plan|plans|planning|think|thinking|ready|chance|chances [of|about|on] [having|to] for|a|another|our|more [a|another|our] [healthy|normal|second|third|first] baby|child|children|babies|kids",
                            "want|wants|wanted|hope|hoping|plan|plans|planning|like|able|wish|decided to have|conceive [a|another|more] [healthy|normal] baby|child|children|kids",
                            "want|wants|having|have children|kids [one|some] day",
                            "before|after|since|following|without having|conceiving|delivering [a|another] [healthy] baby|child|children|kids|babies",
                            "i|ive|she|who had a|another [healthy] baby|child",
                            "can|could|still|ever [i|we|she|they] [still|ever] have a|another [healthy|normal] baby|child",
                            "to have|conceive a|another [healthy|normal] baby|child",
                            "another|tube baby|child"));

    private WishedFor() {}

    /// Whether such a child is spoken of: then the patient is who wishes for it.
    static boolean isSaid(Wording wording) {
        return CUES.stream().anyMatch(cue -> cue.isIn(wording));
    }

    /// Whether an age is told of such a child only.
    static boolean is(Wording wording, Ages.Found found) {
        if (found.exact() == null
                && found.words().matches("(?i)bab(?:y|ies)|child|infant|newborn")
                && AnothersPregnancy.is(wording.text())) {
            return true;
        }
        return found.exact() == null
                && CUES.stream()
                        .flatMap(cue -> cue.heard(wording).stream())
                        .anyMatch(heard ->
                                heard.span().start() <= found.span().start()
                                        && found.span().end() <= heard.span().end());
    }
}
