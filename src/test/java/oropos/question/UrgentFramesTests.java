package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same signs in frames that tell of the past, of others, of what might be or of people in general, and
/// in frames that tell of now. A part of all pairs is tried in every build, all with `-Doropos.slow=true`.
class UrgentFramesTests {

    private static final int PART = Boolean.getBoolean("oropos.slow") ? 1 : 6;

    private record Counted(int heard, int all) {}

    private static List<List<String>> rows(String place) throws IOException {
        return Labelled.rows("urgent-frames.tsv").stream()
                .filter(row -> row.getFirst().equals(place))
                .toList();
    }

    private static Counted counted(String place) throws IOException {
        int heard = 0;
        int all = 0;
        List<List<String>> frames = rows(place);
        List<List<String>> signs = rows("sign");
        for (int frame = 0; frame < frames.size(); frame++) {
            for (int sign = 0; sign < signs.size(); sign++) {
                if ((frame + sign) % PART == 0) {
                    List<String> row = signs.get(sign);
                    String question =
                            frames.get(frame)
                                    .get(2)
                                    .replace("{N}", row.get(2))
                                    .replace("{P}", row.get(3))
                                    .replace("{R}", row.get(4));
                    heard += Asking.urgent(question).isEmpty() ? 0 : 1;
                    all++;
                }
            }
        }
        System.out.printf("urgent signs in frames, %s: heard %d of %d%n", place, heard, all);
        return new Counted(heard, all);
    }

    @Test
    void fewSignsAreHeardThatArePastSupposedOrAskedInGeneral() throws IOException {
        Counted counted = counted("frame");
        assertThat(counted.heard()).isLessThan(counted.all() * 25 / 100);
    }

    @Test
    void nearlyAllAreHeardThatAreThereAfterAll() throws IOException {
        Counted counted = counted("twin");
        assertThat(counted.heard()).isGreaterThan(counted.all() * 86 / 100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My brother had crushing chest pain in 2016 and now he has crushing chest pain again.",
                "Two years ago my father had a stent, crushing chest pain sweating",
                "I don't know if I will ever be happy, I took all my pills",
                "I avoid people and want to die",
                "The scan ruled out a bleed but his face droops and his speech is slurred",
                "fear of dying, crushing chest pain, sweating",
                "He no longer has feeling in his legs and cannot pee",
                "My daughter no longer wakes up when I shake her",
                "In my youth I tried it, I want to kill myself",
                "When she was small she had fits, she is fitting for ten minutes",
                "What should you do when somebody swallowed a button battery? It is my son.",
                "My sister's fit has gone on for 8 minutes now."
            })
    void wordsOfThePastOrOfFearHideNothingThatIsThere(String told) {
        assertThat(Asking.urgent(told)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Four years ago my brother vomited blood. Does he still need check-ups?",
                "My brother no longer has black tarry stools. Can he stop the tablets?",
                "How do doctors treat an overdose of paracetamol?",
                "My newborn's head measures 38.4 cm at six weeks. Is that big?",
                "A man on the train had a stroke last week."
            })
    void whatIsOverOrOfNobodyStaysSilent(String talk) {
        assertThat(Asking.urgent(talk)).isEmpty();
    }

    @Test
    void aLengthIsNoFeverAndATemperatureIs() {
        assertThat(Asking.signs("My six week old is 38.4, feeding less")).contains("newborn-fever");
        assertThat(Asking.signs("My six week old has 38.4cm round the head"))
                .doesNotContain("newborn-fever");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How can I avoid hurting myself tonight?",
                "How could I prevent harming my baby? I keep thinking of it",
                "I'm afraid of getting worse, I took 40 paracetamol",
                "I'm scared of having a heart attack, crushing chest pain and sweating",
                "Scared of developing sepsis: fever 39.5, confused, mottled skin",
                "In 2024 I tried to kill myself",
                "Two years ago I tried to kill myself and I think about it",
                "He tried to hang himself last year",
                "In 2016 he had a stroke and is slurring his words",
                "She is no longer breathing",
                "My baby is no longer breathing",
                "My baby is blue",
                "He turns blue when he feeds",
                "I was in a house fire, my voice is hoarse and there is soot in my nose",
                "Burnt his face with steam, small burn, and his voice is hoarse",
                "I have chest pain right now, what should I do?",
                "I have chest pain right now, is aspirin better than ibuprofen for pain?",
                "He has chest pain that won't go away",
                "chest pain started an hour ago",
                "I am bleeding heavily right now, what should I do?",
                "she delivered. Now she has heavy bleeding",
                "I have heavy bleeding now",
                "blood is spurting from his leg",
                "my dad had a fit ten minutes ago and is blue",
                "my dad had crushing chest pain for two hours",
                "my gran had a fall and is vomiting blood",
                "i'm having crushing chest pain, i had a stent last year",
                "i'm vomiting blood, i had an ulcer in 2020",
                "she has taken 40 paracetamol tonight, she was depressed last year",
                "she is vomiting blood, the tests last year were normal",
                "she is vomiting blood, we survived covid",
                "denies pain, blood is spurting from my arm",
                "no diarrhoea and blood is spurting from my arm",
                "no history of anything, blood is spurting from my arm",
                "28F, my baby is 3 weeks old with a temp of 38.5",
                "I have chest pain right now, I had a stent 2 years ago, can I wait till monday?",
                "his nose won't stop bleeding for 40 minutes, he had an operation last year"
            })
    void neitherFearNorAPastNorASmallnessHidesWhatIsThere(String told) {
        assertThat(Asking.urgent(told)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He is no longer breathing fast and is playing",
                "My chest hurts when I cough right now",
                "my dad had a heart attack at 50, what is my risk?",
                "My mother had a stroke last year. Should I be screened?",
                "He denies chest pain and vomiting blood",
                "I have chest pain for 3 months, what could it be?",
                "No chest pain right now, only tired",
                "What is the treatment for chest pain?",
                "Is my period bleeding heavily normal?",
                "She is blue eyed and sweet",
                "How do I clean the kitchen after a kitchen fire?",
                "I burned my face with retinol cream",
                "He has a mild burn on his hand",
                "In 2012 my grandmother had a stroke with a droopy face",
                "My grandad shot himself in 1990",
                "He swallowed bleach when he was two, he is 9 and has reflux"
            })
    void whatIsNotThereRaisesNoCard(String told) {
        assertThat(Asking.urgent(told)).isEmpty();
    }
}
