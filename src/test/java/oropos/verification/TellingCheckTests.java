package oropos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;
import oropos.answer.Glossary;
import oropos.answer.LayTellings;
import oropos.terminology.Hedges;
import oropos.terminology.Negations;
import oropos.terminology.Span;

/// What patients and carers read says what the statement says: real tellings hold, and each of them,
/// changed in one way at a time, is caught.
class TellingCheckTests {

    /// Of the words dropped from tellings those at every fifth place are tried; with `-Doropos.slow=true` each.
    private static final int EVERY = Boolean.getBoolean("oropos.slow") ? 1 : 5;

    private static final TellingCheck CHECK = new TellingCheck(AskedLibrary.TERMINOLOGY);
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    private static AskedLibrary library;
    private static List<Answer> answers;

    @BeforeAll
    static void ask() {
        library = AskedLibrary.shared();
        answers = new ArrayList<>(library.answersOnEverySource());
        Questions.FIRST.forEach(question -> answers.add(library.known(question)));
        Questions.DAY_ONE.forEach(question -> answers.add(library.known(question)));
    }

    private static OpenRecord record() {
        return new OpenRecord(library.library::version);
    }

    private static Answer.Statement statement(String text, @Nullable String strength) {
        return new Answer.Statement(
                "s1",
                "template",
                text,
                List.of(),
                strength,
                new Answer.CertaintyView("low", true, List.of()),
                List.of());
    }

    private static String offered(String text, String told) {
        return fault(statement(text, "grade B"), told);
    }

    private static String fault(String text, String told) {
        return fault(statement(text, null), told);
    }

    private static String fault(Answer.Statement statement, String told) {
        return CHECK.fault(statement, new Answer.Telling("s1", told))
                .map(StatementCheck.Finding::code)
                .orElse("");
    }

    /// Every statement of every answer with what a carer reads of it.
    private static Map<Answer.Telling, Answer.Statement> told() {
        Map<Answer.Telling, Answer.Statement> told =
                new TreeMap<>(
                        java.util.Comparator.comparing(Answer.Telling::id)
                                .thenComparing(Answer.Telling::text));
        for (Answer answer : answers) {
            if (answer.tellings() == null) {
                continue;
            }
            Map<String, Answer.Statement> statements = new TreeMap<>();
            Statements.of(answer)
                    .forEach(one -> statements.put(one.statement().id(), one.statement()));
            Objects.requireNonNull(answer.tellings().get("carer"))
                    .forEach(
                            one -> told.put(one, Objects.requireNonNull(statements.get(one.id()))));
        }
        return told;
    }

    @Test
    @DisplayName("P9 every statement is told to every lay reader, and every telling holds")
    void everyTellingHolds() {
        for (Answer answer : answers) {
            assertThat(CHECK.faults(answer, record())).as(answer.asked()).isEmpty();
            if (!Statements.of(answer).isEmpty()) {
                assertThat(answer.tellings()).containsOnlyKeys("patient", "carer");
            }
        }
        assertThat(told().size()).isGreaterThan(300);
    }

    @Test
    @DisplayName("P9 a word that is dropped from a telling is always seen")
    void aDroppedWordIsSeen() {
        int tried = 0;
        for (var one : told().entrySet()) {
            String head = one.getKey().text().split("\n")[0];
            String said =
                    head.startsWith(LayTellings.frame())
                            ? head.substring(LayTellings.frame().length())
                            : head;
            Matcher word =
                    Pattern.compile("[\\p{L}\\p{N}]+")
                            .matcher(said.replaceAll(" \\(\\d+ in 1?,?[01]+\\)", ""));
            while (word.find()) {
                String less =
                        new StringBuilder(said.replaceAll(" \\(\\d+ in 1?,?[01]+\\)", ""))
                                .delete(word.start(), word.end())
                                .toString();
                if (word.group().equals("s") || word.start() % EVERY != 0) {
                    continue; // the possessive is no word to a reader of words
                }
                assertThat(fault(one.getValue(), one.getKey().id(), less)).as(less).isNotEmpty();
                tried++;
            }
        }
        System.out.println("dropped words tried: " + tried);
        assertThat(tried).isGreaterThan(3_000);
    }

    @Test
    @DisplayName("P9 a number that is changed in a telling is always seen")
    void aChangedNumberIsSeen() {
        int tried = 0;
        for (var one : told().entrySet()) {
            String head = one.getKey().text().split("\n")[0];
            Matcher number = NUMBER.matcher(head);
            while (number.find()) {
                String other =
                        head.substring(0, number.start())
                                + number.group()
                                + "7"
                                + head.substring(number.end());
                assertThat(fault(one.getValue(), one.getKey().id(), other)).as(other).isNotEmpty();
                tried++;
            }
        }
        System.out.println("changed numbers tried: " + tried);
        assertThat(tried).isGreaterThan(500);
    }

    @Test
    @DisplayName("P9 a denial or a reservation that is dropped is seen as such")
    void aDroppedDenialOrReservationIsNamed() {
        int tried = 0;
        for (var one : told().entrySet()) {
            String text = one.getValue().text();
            for (Span span : Negations.in(text)) {
                assertThat(fault(one.getValue(), one.getKey().id(), without(text, span)))
                        .as(without(text, span))
                        .isIn("negation", "number", "dose");
                tried++;
            }
            for (Span span : Hedges.in(text)) {
                assertThat(fault(one.getValue(), one.getKey().id(), without(text, span)))
                        .as(without(text, span))
                        .isIn("hedge", "negation", "number", "dose");
                tried++;
            }
        }
        System.out.println("dropped denials and reservations tried: " + tried);
        assertThat(tried).isGreaterThan(100);
    }

    private static String without(String text, Span span) {
        return text.substring(0, span.start()) + text.substring(span.end());
    }

    private static String fault(Answer.Statement statement, String id, String told) {
        return CHECK.fault(statement, new Answer.Telling(id, told))
                .map(StatementCheck.Finding::code)
                .orElse("");
    }

    @Test
    void whatIsWrongIsNamed() {
        String text =
                "Alendronate should not be given to children under 5 years before 2 blood tests.";
        assertThat(fault(text, text)).isEmpty();
        assertThat(fault(text, text.replace("not ", ""))).isEqualTo("negation");
        assertThat(fault(text, text.replace("2", "3"))).isEqualTo("number");
        assertThat(fault(text, text.replace("Alendronate", "Ibuprofen"))).isEqualTo("drug");
        assertThat(fault(text, text.replace("should", "must"))).isEqualTo("strength");
        assertThat(fault(text, text.replace("children", "adults"))).isNotEmpty();
        assertThat(fault(text, text + " It is safe.")).isNotEmpty();
        assertThat(fault("It may help.", "It helps.")).isEqualTo("hedge");
        assertThat(fault("A is better than B.", "B is better than A.")).isEqualTo("words");
        assertThat(fault("Not A, and B.", "Not A. And B.")).isEqualTo("words");
    }

    @Test
    void plainWordsAndCountsMayStandAndOnlyTheRightOnes() {
        assertThat(fault("Hypertension was seen.", "High blood pressure was seen.")).isEmpty();
        assertThat(fault("Hypertension was seen.", "Low blood pressure was seen.")).isNotEmpty();
        assertThat(fault("In 50 children it was 32%.", "In 50 children it was 32% (32 in 100)."))
                .isEmpty();
        assertThat(fault("In 50 children it was 32%.", "In 50 children it was 32% (23 in 100)."))
                .isNotEmpty();
        assertThat(fault("In 50 children it was 32%.", "In 50 children it was 32% (32 in 1,000)."))
                .isNotEmpty();
    }

    @Test
    @DisplayName("P9 a clause stands alone only where it says no more and no less so")
    void aClauseStandsAloneOnlyWhereItSaysTheSame() {
        String text =
                "Gout is a rare disease that affects the joints of the feet and of the hands.";
        String told = "Gout is a rare disease. It affects the joints of the feet and of the hands.";
        assertThat(fault(text, told)).isEmpty();
        assertThat(fault(text, told.replace("is a", "is not a"))).isEqualTo("negation");
        assertThat(fault(text, told.replace("It affects", "It may affect"))).isEqualTo("hedge");
        assertThat(fault(text, told.replace("It affects", "They affect"))).isEqualTo("words");
        assertThat(fault(text, told.replace(" rare", ""))).isEqualTo("words");
        assertThat(
                        fault(
                                text.replace("a rare", "the most common"),
                                told.replace("a rare", "the most common")))
                .isEqualTo("words");
        assertThat(
                        fault(
                                "If both copies are changed the child is ill, which means the gene is recessive.",
                                "If both copies are changed the child is ill. This means the gene is recessive."))
                .isEqualTo("words");
        assertThat(fault("Population not stated: " + text, "Population not stated: " + told))
                .isEqualTo("words");
        assertThat(fault("Population not stated: " + text, "Population not stated. " + told))
                .isEmpty();
        assertThat(fault("Only indirect evidence: " + text, "Only indirect evidence. " + told))
                .isNotEmpty();
        assertThat(fault("Population not stated: " + text, "Population stated. " + told))
                .isNotEmpty();
    }

    @Test
    void aReservationStandsBeforeTheFrameAsASentenceOfItsOwn() {
        String frame = LayTellings.frame();
        String text = "Alendronate is recommended for women with broken bones.";
        for (String held :
                List.of("Only indirect evidence", "Only for the people it names", "From adults")) {
            assertThat(offered(held + ": " + text, held + ". " + frame + text)).as(held).isEmpty();
            assertThat(offered(held + ": " + text, frame + held + ": " + text)).as(held).isEmpty();
            assertThat(offered(held + ": " + text, frame + text)).as(held).isNotEmpty();
            assertThat(offered(text, held + ". " + frame + text)).as(held).isNotEmpty();
        }
    }

    @Test
    void onlyAnActionIsFramed() {
        String frame = LayTellings.frame();
        Answer.Statement action = statement("Screening is recommended for women.", "grade B");
        assertThat(fault(action, frame + action.text())).isEmpty();
        for (String text :
                List.of(
                        "Screening is not recommended for men.",
                        "They made a strong recommendation against it.",
                        "Evidence is insufficient to recommend it.")) {
            assertThat(fault(statement(text, "grade"), frame + text))
                    .as(text)
                    .isEqualTo("strength");
        }
        assertThat(fault(statement("It was seen.", null), frame + "It was seen."))
                .isEqualTo("strength");
    }

    @Test
    void anExplanationStandsInTheGlossaryAndSpeaksOfTheStatement() {
        String line = Glossary.shipped().in("osteoporosis").getFirst().term().line("osteoporosis");
        assertThat(fault("It was osteoporosis.", "It was osteoporosis.\n" + line)).isEmpty();
        assertThat(fault("It was cancer.", "It was cancer.\n" + line)).isEqualTo("explanation");
        assertThat(fault("It was osteoporosis.", "It was osteoporosis.\n" + line + "\n" + line))
                .isEqualTo("explanation");
        assertThat(fault("It was osteoporosis.", "It was osteoporosis.\nOsteoporosis: harmless."))
                .isEqualTo("explanation");
    }

    @Test
    void aDoseStandsAsItIs() {
        String text = "Zoledronic acid 0.05 mg/kg intravenously every 6 months was the dose.";
        assertThat(fault(text, text)).isEmpty();
        assertThat(fault(text, text.replace("intravenously", "into a vein"))).isEqualTo("dose");
    }

    @Test
    @DisplayName("P9 a telling that was changed, or left out, in a finished answer is refused")
    void aForgedTellingIsRefused() {
        Answer answer =
                answers.stream().filter(one -> one.tellings() != null).findFirst().orElseThrow();
        Map<String, List<Answer.Telling>> tellings =
                new TreeMap<>(Objects.requireNonNull(answer.tellings()));
        List<Answer.Telling> carer = new ArrayList<>(Objects.requireNonNull(tellings.get("carer")));
        Answer.Telling first = carer.getFirst();
        carer.set(0, new Answer.Telling(first.id(), "It is not so. " + first.text()));
        tellings.put("carer", carer);
        assertThat(CHECK.faults(answer.withTellings(tellings), record())).isNotEmpty();
        tellings.put("carer", carer.subList(1, carer.size()));
        assertThat(CHECK.faults(answer.withTellings(tellings), record())).isNotEmpty();
        tellings.remove("carer");
        assertThat(CHECK.faults(answer.withTellings(tellings), record())).isNotEmpty();
    }

    @Test
    @DisplayName(
            "P9 a row of plain words that would change what is said is seen by the second reading")
    void factsAreReadAgainAsTheyStand() {
        ToldFacts facts = new ToldFacts(AskedLibrary.TERMINOLOGY);
        for (String[] pair :
                new String[][] {
                    {"It usually lasts a week.", "It lasts a week."},
                    {"It may cause harm.", "It causes harm."},
                    {"It is not passed on.", "It is passed on."},
                    {"It affects 3 of 10.", "It affects 3 of 100."},
                    {"Hypomagnesemia is rare.", "A lack of magnesium sulfate is rare."}
                }) {
            assertThat(facts.differPlainly(pair[1], pair[0])).as(pair[1]).isPresent();
        }
        for (String[] pair :
                new String[][] {
                    {"It typically begins early.", "It most often begins early."},
                    {"It is estimated to affect few.", "It is thought to affect few."},
                    {"Hypokalemia is rare.", "Low potassium in the blood is rare."}
                }) {
            assertThat(facts.differPlainly(pair[1], pair[0])).as(pair[1]).isEmpty();
        }
    }

    @Test
    void formsThatSaySomethingElseAreSeen() {
        assertThat(ToldForms.amiss("It is made up of 60% of cases.", "comprising 60% of cases"))
                .isPresent();
        assertThat(ToldForms.amiss("at once before eating", "immediately before eating"))
                .isPresent();
        assertThat(
                        ToldForms.amiss(
                                "Treatment may include. Stents", "Treatment may include: Stents"))
                .isPresent();
        assertThat(ToldForms.amiss("familial high cholesterol", "familial hypercholesterolemia"))
                .isPresent();
        assertThat(ToldForms.amiss("It is made up of 3 layers.", "It is made up of 3 layers."))
                .isEmpty();
    }
}
