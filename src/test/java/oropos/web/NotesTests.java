package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import oropos.question.Reader;

class NotesTests {

    private final SmallRoom room = new SmallRoom();
    private final SmallAnswer small = new SmallAnswer(room);
    private final Notes notes = Notes.of(small.about("B?", Reader.NURSE), room);

    @Test
    void lettersGoOnAfterZ() {
        assertThat(Notes.letters(0)).isEqualTo("a");
        assertThat(Notes.letters(25)).isEqualTo("z");
        assertThat(Notes.letters(26)).isEqualTo("aa");
        assertThat(Notes.letters(53)).isEqualTo("bb");
    }

    @Test
    void aWorkWithOnePassageHasNoLetter() {
        assertThat(notes.all()).extracting(Note::label).contains("1a", "1b", "2a", "3");
    }

    @Test
    void everyPassageStandsOnce() {
        assertThat(notes.all()).extracting(Note::citation).doesNotHaveDuplicates();
        assertThat(notes.all()).extracting(Note::id).doesNotHaveDuplicates();
    }

    @Test
    void aPassageTheAnswerDoesNotCiteHasNoNote() {
        var other = small.cite(1, "pmid:10000001", "We compared what is known");
        assertThatThrownBy(() -> notes.of(other)).isInstanceOf(IllegalArgumentException.class);
    }
}
