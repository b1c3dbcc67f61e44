package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Holds the urgent signs against questions that were labelled before the rules read them, each with a
/// twin that must stay quiet. Half A of a set was used to mend the rules; half B and the third set judged
/// them first and were read afterwards (the first figures stand in docs/measured.md).
class UrgentLabelledTests {

    private record Row(String half, String kind, String severity, String question) {
        boolean isUrgent() {
            return !severity.equals("none");
        }

        boolean isHeard() {
            return !Asking.urgent(question).isEmpty();
        }

        /// Whether the gravest sign heard is at least as grave as the label.
        boolean isGraveEnough() {
            return Asking.urgent(question).stream()
                    .anyMatch(urgent ->
                            GRAVEST_FIRST.indexOf(urgent.severity().code())
                                    <= GRAVEST_FIRST.indexOf(severity));
        }
    }

    private static final List<String> GRAVEST_FIRST = List.of("now", "sameDay", "urgent");

    private static List<Row> rows(String file) throws IOException {
        return Labelled.rows(file).stream()
                .map(cell -> new Row(cell.get(0), cell.get(1), cell.get(2), cell.getLast()))
                .toList();
    }

    private static List<String> wrong(String file, String half) throws IOException {
        List<Row> rows = rows(file).stream().filter(row -> row.half().equals(half)).toList();
        List<String> wrong = new ArrayList<>();
        Map<String, int[]> kinds = new TreeMap<>();
        for (Row row : rows) {
            int[] count = kinds.computeIfAbsent(row.kind(), kind -> new int[2]);
            boolean right = row.isUrgent() ? row.isGraveEnough() : !row.isHeard();
            if (row.isUrgent()) {
                count[0] += right ? 1 : 0;
                count[1]++;
            }
            if (!right) {
                wrong.add(
                        row.severity()
                                + " | "
                                + row.question()
                                + " | "
                                + Asking.urgent(row.question()).stream()
                                        .map(urgent -> urgent.rule() + ": " + urgent.quote())
                                        .toList());
            }
        }
        System.out.printf(
                "urgent signs, %s, half %s: heard %d of %d, false alarms %d of %d; %s%n",
                file,
                half,
                rows.stream().filter(row -> row.isUrgent() && row.isGraveEnough()).count(),
                rows.stream().filter(Row::isUrgent).count(),
                rows.stream().filter(row -> !row.isUrgent() && row.isHeard()).count(),
                rows.stream().filter(row -> !row.isUrgent()).count(),
                kinds.entrySet().stream()
                        .filter(kind -> kind.getValue()[1] > 0)
                        .map(kind ->
                                kind.getKey() + " " + kind.getValue()[0] + "/" + kind.getValue()[1])
                        .collect(Collectors.joining(", ")));
        Labelled.write("urgent-" + file + "-" + half, wrong);
        return wrong;
    }

    @Test
    void everySignOfTheFirstHalfIsHeardAndNoTwin() throws IOException {
        assertThat(wrong("urgent-labelled.tsv", "A")).isEmpty();
    }

    @Test
    void mostSignsOfTheOtherHalfAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled.tsv", "B")).isEmpty();
    }

    @Test
    void everySignOfTheFirstHalfOfTheSecondSetIsHeardAndNoTwin() throws IOException {
        assertThat(wrong("urgent-labelled-2.tsv", "A")).isEmpty();
    }

    /// "Her father has spinal cord compression" is heard, since what a relative has now is an emergency.
    @Test
    void mostSignsOfTheOtherHalfOfTheSecondSetAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled-2.tsv", "B")).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void mostSignsOfTheThirdSetAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled-3.tsv", "C")).isEmpty();
    }

    @Test
    void mostSignsOfTheFourthSetAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled-4.tsv", "D")).isEmpty();
    }

    @Test
    void mostSignsOfTheFifthSetAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled-5.tsv", "E")).isEmpty();
    }

    @Test
    void mostSignsOfTheSixthSetAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled-6.tsv", "F")).isEmpty();
    }

    @Test
    void mostSignsInTheWordsOfLeafletsAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled-7.tsv", "G")).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void mostSignsOfTheHalfOfTheEighthSetThatTeachesAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled-8.tsv", "H")).hasSizeLessThanOrEqualTo(1);
    }

    /// 49 signs and 24 twins that nobody has read since they were written: first 19 and 2 wrong.
    @Test
    void mostSignsOfTheHalfNobodyReadsAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled-8.tsv", "J")).hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void mostTellingsOfSelfHarmAndAbuseOfTheHalfThatTeachesAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled-9.tsv", "K")).hasSizeLessThanOrEqualTo(1);
    }

    /// 30 tellings and 30 look-alikes that nobody has read since they were written: first 15 and 5 wrong, now
    /// one is not heard and six look-alikes raise a sign.
    @Test
    void mostTellingsOfSelfHarmAndAbuseOfTheHalfNobodyReadsAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled-9.tsv", "L")).hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void mostSignsOfTheHalfOfTheTenthSetThatIsReadAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled-10.tsv", "M")).hasSizeLessThanOrEqualTo(1);
    }

    /// 20 signs and 20 twins; the first judgement was 16 heard and 6 false alarms.
    @Test
    void mostSignsOfTheHalfOfTheTenthSetThatIsCountedAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled-10.tsv", "N")).hasSizeLessThanOrEqualTo(9);
    }

    @Test
    void mostSignsOfTheHalfOfTheEleventhSetThatIsReadAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled-11.tsv", "P")).hasSizeLessThanOrEqualTo(1);
    }

    /// 29 signs and 31 look-alikes; the first judgement was 27 heard and 3 false alarms. Only the number is
    /// said where it fails, so that nobody reads them.
    @Test
    void mostSignsOfTheHalfOfTheEleventhSetThatIsCountedAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled-11.tsv", "Q").size()).isLessThanOrEqualTo(6);
    }

    @Test
    void mostSignsInTheWordsOfPeoplesAccountsThatAreReadAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled-12.tsv", "R")).hasSizeLessThanOrEqualTo(1);
    }

    /// 14 signs and 5 questions; the first judgement was 11 heard and no false alarm.
    @Test
    void mostSignsInTheWordsOfPeoplesAccountsThatAreCountedAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled-12.tsv", "S").size()).isLessThanOrEqualTo(2);
    }

    @Test
    void mostSignsOfPregnancyBirthAndInfancyThatAreReadAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled-13.tsv", "T")).hasSizeLessThanOrEqualTo(2);
    }

    /// 53 signs and 68 look-alikes; the first judgement was 53 heard and 3 false alarms (38 and 2 by the rules
    /// before). Only the number is said where it fails, so that nobody reads them.
    @Test
    void mostSignsOfPregnancyBirthAndInfancyThatAreCountedAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled-13.tsv", "U").size()).isLessThanOrEqualTo(6);
    }

    @Test
    void mostSignsInMothersAndFathersAccountsThatAreReadAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled-14.tsv", "V")).hasSizeLessThanOrEqualTo(2);
    }

    /// 16 signs and 7 questions; the first judgement was 12 heard and no false alarm (11 and 1 by the rules
    /// before).
    @Test
    void mostSignsInMothersAndFathersAccountsThatAreCountedAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled-14.tsv", "W").size()).isLessThanOrEqualTo(4);
    }

    @Test
    void mostSignsOfAdultsThatAreReadAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled-15.tsv", "X")).hasSizeLessThanOrEqualTo(1);
    }

    /// 49 signs and 30 look-alikes, 36 and 6 by the rules before; only the number is said where it fails, so that
    /// nobody reads them.
    @Test
    void mostSignsOfAdultsThatAreCountedAreHeard() throws IOException {
        assertThat(wrong("urgent-labelled-15.tsv", "Y").size()).isLessThanOrEqualTo(7);
    }

    @Test
    void whatALeafletListsIsNoSignAndWhatIsToldOfSomebodyIs() {
        assertThat(
                        Asking.urgent(
                                "The leaflet lists vomiting blood and chest pain as side effects. May I take it with food?"))
                .isEmpty();
        assertThat(
                        Asking.urgent(
                                "The leaflet lists vomiting blood as a side effect and I have just vomited blood. Stop it?"))
                .isNotEmpty();
        assertThat(Asking.urgent("In the film she slits her wrists. May my son see that?"))
                .isEmpty();
        assertThat(Asking.urgent("She slit her wrists after the film. What do I do?")).isNotEmpty();
    }

    @Test
    void dangersInPublicWordsAreHeardInTheHalfRead() throws IOException {
        assertThat(wrong("urgent-labelled-16.tsv", "ZA").size()).isLessThanOrEqualTo(2);
    }

    @Test
    void dangersInPublicWordsAreHeardInTheHalfOnlyCounted() throws IOException {
        assertThat(wrong("urgent-labelled-16.tsv", "ZB").size()).isLessThanOrEqualTo(10);
    }

    @Test
    void signsToldBesideTalkOfThemAreHeardInTheHalfRead() throws IOException {
        assertThat(wrong("urgent-labelled-17.tsv", "ZC").size()).isLessThanOrEqualTo(2);
    }

    /// 56 signs and 29 look-alikes, 46 and 6 by the rules before; only the number is said where it fails, so that nobody reads them.
    @Test
    void signsToldBesideTalkOfThemAreHeardInTheHalfOnlyCounted() throws IOException {
        assertThat(wrong("urgent-labelled-17.tsv", "ZD").size()).isLessThanOrEqualTo(13);
    }

    @Test
    void signsInThePlainWordsOfAnyoneAreHeardInTheHalfRead() throws IOException {
        assertThat(wrong("urgent-labelled-18.tsv", "ZE").size()).isLessThanOrEqualTo(5);
    }

    /// 16 signs and 19 look-alikes, 15 and 2 by the rules before; only the number is said where it fails, so that nobody reads them.
    @Test
    void signsInThePlainWordsOfAnyoneAreHeardInTheHalfOnlyCounted() throws IOException {
        assertThat(wrong("urgent-labelled-18.tsv", "ZF").size()).isLessThanOrEqualTo(4);
    }

    @Test
    void signsNoRuleKnewAreHeardInTheHalfRead() throws IOException {
        assertThat(wrong("urgent-labelled-19.tsv", "ZG").size()).isLessThanOrEqualTo(5);
    }

    @Test
    void signsNoRuleKnewAreHeardInTheHalfOnlyCounted() throws IOException {
        assertThat(wrong("urgent-labelled-19.tsv", "ZH").size()).isLessThanOrEqualTo(14);
    }

    @Test
    void signsOfTheStatedKindsInTheWordsOfWardsAndCallsAreHeardInTheHalfRead() throws IOException {
        assertThat(wrong("urgent-labelled-20.tsv", "ZI").size()).isLessThanOrEqualTo(5);
    }

    /// Only the number is said where it fails, so that nobody reads them.
    @Test
    void signsOfTheStatedKindsInTheWordsOfWardsAndCallsAreHeardInTheHalfOnlyCounted()
            throws IOException {
        assertThat(wrong("urgent-labelled-20.tsv", "ZJ").size()).isLessThanOrEqualTo(7);
    }

    @Test
    void emergenciesOfSomebodyElseToldAloneAreHeardInTheHalfRead() throws IOException {
        assertThat(wrong("urgent-labelled-21.tsv", "ZK").size()).isLessThanOrEqualTo(2);
    }

    /// Only the number is said where it fails, so that nobody reads them.
    @Test
    void emergenciesOfSomebodyElseToldAloneAreHeardInTheHalfOnlyCounted() throws IOException {
        assertThat(wrong("urgent-labelled-21.tsv", "ZL").size()).isLessThanOrEqualTo(4);
    }

    @Test
    void whatLooksLikeASignRaisesFewCardsInTheHalfRead() throws IOException {
        assertThat(wrong("urgent-labelled-22.tsv", "ZM").size()).isLessThanOrEqualTo(8);
    }

    /// Only the number is said where it fails, so that nobody reads them.
    @Test
    void whatLooksLikeASignRaisesFewCardsInTheHalfOnlyCounted() throws IOException {
        assertThat(wrong("urgent-labelled-22.tsv", "ZN").size()).isLessThanOrEqualTo(11);
    }

    @Test
    void vomitingInTypeOneDiabetesIsHeardInTheHalfRead() throws IOException {
        assertThat(wrong("urgent-labelled-23.tsv", "ZO").size()).isLessThanOrEqualTo(1);
    }

    /// Only the number is said where it fails, so that nobody reads them.
    @Test
    void vomitingInTypeOneDiabetesIsHeardInTheHalfOnlyCounted() throws IOException {
        assertThat(wrong("urgent-labelled-23.tsv", "ZP").size()).isZero();
    }

    @Test
    void signsInFrightenedWordsShorthandAndLettersAreHeardInTheHalfRead() throws IOException {
        assertThat(wrong("urgent-labelled-24.tsv", "ZQ").size()).isLessThanOrEqualTo(10);
    }

    /// Only the number is said where it fails, so that nobody reads them.
    @Test
    void signsInFrightenedWordsShorthandAndLettersAreHeardInTheHalfOnlyCounted()
            throws IOException {
        assertThat(wrong("urgent-labelled-24.tsv", "ZR").size()).isLessThanOrEqualTo(18);
    }

    @Test
    void whatIsSwallowedIsHeardWhateverIsDeniedBesideItInTheHalfRead() throws IOException {
        assertThat(wrong("urgent-labelled-swallowed.tsv", "SA")).hasSizeLessThanOrEqualTo(3);
    }

    /// 10 signs and 8 look-alikes, 6 and 0 by the rules before; only the number is said where it fails, so that nobody reads them.
    @Test
    void whatIsSwallowedIsHeardWhateverIsDeniedBesideItInTheHalfOnlyCounted() throws IOException {
        assertThat(wrong("urgent-labelled-swallowed.tsv", "SB").size()).isLessThanOrEqualTo(1);
    }

    @Test
    void whatIsTalkedOfFirstAndThenThereIsHeard() {
        for (String told :
                List.of(
                        "It may cause vomiting blood, and that is what I do.",
                        "He said it can cause cauda equina, numb between the legs, cannot pee.",
                        "The leaflet lists vomiting blood. I have that today.",
                        "My neighbour died and I want to kill myself.",
                        "A girl in my class ate a nut and she cannot breathe.")) {
            assertThat(Asking.urgent(told)).as(told).isNotEmpty();
        }
        for (String talk :
                List.of(
                        "The leaflet lists chest pain and fainting. If that is what I have, what then?",
                        "It may cause vomiting blood. Is that what I should watch for?",
                        "A colleague collapsed with chest pain at work last year. Is stress to blame?",
                        "If my baby ever stops breathing, how do I start CPR?")) {
            assertThat(Asking.urgent(talk)).as(talk).isEmpty();
        }
    }

    /// A letter tells of other things before and behind the sign; they drown no words that sound like one.
    @Test
    void wordsThatSoundLikeAnEmergencyAreHeardInALetter() {
        String sign =
                "My baby of 8 months has been throwing up since the morning, green like spinach.";

        assertThat(
                        Asking.urgent(
                                "Hello, I write as I have read your pages with interest. We live in a small town, work"
                                        + " from home and are well. My family said that I should ask here. "
                                        + sign
                                        + " Thank you very much for your help."))
                .isNotEmpty();
    }
}
