package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import oropos.answer.Answer.Citation;

class SurroundingsTests {

    private final SmallRoom room = new SmallRoom();
    private final SmallAnswer answer = new SmallAnswer(room);

    @Test
    void theWordsBeforeAndAfterAreShown() {
        Surroundings place =
                Surroundings.of(answer.cite(2, "starter:TRIAL7", "Reaction E followed"), room);
        assertThat(place.before()).endsWith("given placebo after a year. ");
        assertThat(place.quote()).isEqualTo("Reaction E followed");
        assertThat(place.after()).isEqualTo(" 5 of 60 doses.");
        assertThat(place.held()).isTrue();
    }

    @Test
    void theTitleIsNoSurrounding() {
        Citation citation = answer.cite(1, "pmid:10000001", "Treatment A may be considered");
        assertThat(Surroundings.of(citation, room).before())
                .isEqualTo("We compared what is known. ");
    }

    @Test
    void aTitleItselfCanBeCited() {
        Citation citation = answer.cite(1, "pmid:10000001", "Guidance on treatment A");
        assertThat(Surroundings.of(citation, room).quote()).isEqualTo("Guidance on treatment A");
        assertThat(Surroundings.of(citation, room).held()).isTrue();
    }

    @Test
    void farWordsAreCutBetweenWords() {
        String title = SmallRoom.HOSTILE_TITLE;
        Citation citation = answer.cite(1, "guideline:place/removed", "These words were");
        Surroundings place = Surroundings.of(citation, room);
        assertThat(place.before()).hasSizeLessThanOrEqualTo(Surroundings.REACH + 2);
        assertThat(title).isNotEmpty();
    }

    @Test
    void aQuoteThatIsNotThereIsNotSetIntoOtherWords() {
        Citation cited = answer.cite(2, "starter:TRIAL7", "Reaction E followed");
        Citation moved =
                new Citation(
                        2,
                        cited.work(),
                        cited.source(),
                        cited.version(),
                        cited.start() + 1,
                        cited.end() + 1,
                        cited.quote(),
                        cited.hash(),
                        cited.textKind(),
                        cited.label(),
                        cited.fit());
        assertThat(Surroundings.of(moved, room))
                .isEqualTo(new Surroundings("", "Reaction E followed", "", false));
    }

    @Test
    void aVersionNoLongerHeldLeavesTheQuoteAlone() {
        Citation cited = answer.cite(2, "starter:TRIAL7", "Reaction E followed");
        Citation gone =
                new Citation(
                        2,
                        cited.work(),
                        cited.source(),
                        "0".repeat(64),
                        cited.start(),
                        cited.end(),
                        cited.quote(),
                        cited.hash(),
                        cited.textKind(),
                        cited.label(),
                        cited.fit());
        assertThat(Surroundings.of(gone, room).held()).isFalse();
    }
}
