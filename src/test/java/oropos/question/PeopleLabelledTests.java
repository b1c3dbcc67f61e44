package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import oropos.terminology.Mention.Assertion;

/// Holds what is told of each of several people against labels written before.
class PeopleLabelledTests {

    /// Stands where a question does not tell whom it is for.
    private static final String ASKED_BACK = "?";

    @Test
    void factsBelongToWhomTheyAreOfInQuestionsReadToMendTheCode() throws IOException {
        assertThat(right("people", "A")).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void factsBelongToWhomTheyAreOfInQuestionsOnlyCounted() throws IOException {
        assertThat(right("people", "B")).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void relativesAndWordsThatImplyAFactAreReadInQuestionsReadToMendTheCode() throws IOException {
        assertThat(right("people-2", "A")).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void relativesAndWordsThatImplyAFactAreReadInQuestionsOnlyCounted() throws IOException {
        assertThat(right("people-2", "B")).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void peopleOfTheThirdSetAreToldApartInQuestionsReadToMendTheCode() throws IOException {
        assertThat(right("people-3", "A")).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void peopleOfTheThirdSetAreToldApartInQuestionsOnlyCounted() throws IOException {
        assertThat(right("people-3", "B")).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void peopleOfTheFourthSetAreToldApartInQuestionsReadToMendTheCode() throws IOException {
        assertThat(right("people-4", "A")).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void peopleOfTheFourthSetAreToldApartInQuestionsOnlyCounted() throws IOException {
        assertThat(right("people-4", "B")).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void peopleOfTheFifthSetAreToldApartInQuestionsReadToMendTheCode() throws IOException {
        assertThat(right("people-5", "A")).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void peopleOfTheFifthSetAreToldApartInQuestionsOnlyCounted() throws IOException {
        assertThat(right("people-5", "B")).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void peopleOfTheSixthSetAreToldApartInQuestionsReadToMendTheCode() throws IOException {
        assertThat(right("people-6", "A")).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void peopleOfTheSixthSetAreToldApartInQuestionsOnlyCounted() throws IOException {
        assertThat(right("people-6", "B")).isGreaterThanOrEqualTo(0.7);
    }

    @Test
    void peopleOfTheSeventhSetAreToldApartInQuestionsReadToMendTheCode() throws IOException {
        assertThat(right("people-7", "A")).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void peopleOfTheSeventhSetAreToldApartInQuestionsOnlyCounted() throws IOException {
        assertThat(right("people-7", "B")).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void peopleOfTheEighthSetAreToldApartInQuestionsReadToMendTheCode() throws IOException {
        assertThat(right("people-8", "A")).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void peopleOfTheEighthSetAreToldApartInQuestionsOnlyCounted() throws IOException {
        assertThat(right("people-8", "B")).isGreaterThanOrEqualTo(0.7);
    }

    @Test
    void whoIsToldOfForTheFamilyIsNotAskedFor() {
        for (String question :
                List.of(
                        "My son is 12 and limps. His cousin had leukaemia. Does he need a blood test?",
                        "My mum is 66. Her aunt died of bowel cancer. When does she need a colonoscopy?",
                        "My wife is 40. Her sister was diagnosed with MS. Does she need a scan?")) {
            ClinicalQuestion read = Asking.question(question);
            assertThat(read.patient().age()).as(question).isNotNull();
            assertThat(read.problems()).as(question).noneMatch(Finding::isSearched);
        }
        assertThat(
                        Asking.question(
                                        "My husband is 60. His mother had a stroke at 70, she is now 85. Should she take aspirin?")
                                .company()
                                .askedFor())
                .isEqualTo("His mother");
    }

    @Test
    void howLongTheyHaveBeenTogetherIsNoAge() {
        assertThat(Asking.question("My husband of 20 years has cancer.").patient().age()).isNull();
        assertThat(Asking.question("My husband of 44 has cancer.").patient().age()).isNotNull();
        assertThat(Asking.asked("Mum is 90. Should mum be treated with permethrin?"))
                .startsWith("Mum is 90 or older.");
    }

    @Test
    void aNephewIsNoSonAndAnotherTakesWhatHeTakes() {
        ClinicalQuestion nephew =
                Asking.question("My nephew has measles. My son is 2. Does my son need a vaccine?");
        assertThat(nephew.company().others()).hasSize(1);
        assertThat(nephew.problems()).noneMatch(Finding::isSearched);
        ClinicalQuestion switched =
                Asking.question(
                        "His mother was switched to apixaban. He is 45 and takes warfarin for AF. Should he switch too?");
        assertThat(Asking.UNDERSTANDING.particulars(switched).drugs())
                .filteredOn(drug -> drug.use() != null)
                .extracting(Particulars.Drug::name)
                .containsExactly("Warfarin");
    }

    private static double right(String file, String half) throws IOException {
        List<String> wrong = new ArrayList<>();
        int[] asked = new int[2];
        int[] facts = new int[2];
        int[] others = new int[2];
        int whole = 0;
        int rows = 0;
        for (String[] row : rows(file + ".tsv")) {
            if (!row[0].equals(half)) {
                continue;
            }
            rows++;
            int before = wrong.size();
            List<ClinicalQuestion> questions = questions(row[1]);
            List<String> whom = List.of(row[2].replace('|', '/').split("\\+"));
            boolean isRight =
                    whom.stream()
                            .sorted()
                            .toList()
                            .equals(
                                    questions.stream()
                                            .map(PeopleLabelledTests::whom)
                                            .map(said -> right(said, whom))
                                            .sorted()
                                            .toList());
            count(
                    asked,
                    isRight,
                    "asked for "
                            + questions.stream().map(PeopleLabelledTests::whom).toList()
                            + " not "
                            + row[2],
                    row[1],
                    wrong);
            String[] told = row[3].split("\\|\\|");
            for (int at = 0; at < told.length; at++) {
                for (String fact : told[at].split(";")) {
                    String one = fact.strip();
                    boolean absent = one.startsWith("!");
                    int nth = at;
                    boolean holds =
                            isRight
                                    && !questions.isEmpty()
                                    && at < questions.size()
                                    && holds(
                                                    matching(questions, whom, nth),
                                                    absent ? one.substring(1) : one)
                                            != absent;
                    count(facts, holds, one, row[1], wrong);
                }
            }
            if (!row[4].equals("-")) {
                for (String other : row[4].split("\\|")) {
                    String relation = other.split(":", 2)[0].strip();
                    for (String fact : other.split(":", 2)[1].split(";")) {
                        boolean holds =
                                questions.stream()
                                        .flatMap(one -> one.company().others().stream())
                                        .filter(one -> is(one.relation(), relation))
                                        .anyMatch(one ->
                                                holds(one.patient(), one.findings(), fact.strip()));
                        count(others, holds, relation + ": " + fact.strip(), row[1], wrong);
                    }
                }
            }
            whole += wrong.size() == before ? 1 : 0;
        }
        System.out.printf(
                file
                        + " %s: %d of %d questions right in all; asked for %d/%d, facts %d/%d, of others %d/%d%n",
                half,
                whole,
                rows,
                asked[0],
                asked[1],
                facts[0],
                facts[1],
                others[0],
                others[1]);
        Path folder = Path.of("target/question-measured");
        Files.createDirectories(folder);
        Files.write(folder.resolve(file + "-" + half + ".txt"), wrong);
        return (asked[0] + facts[0] + others[0]) / (double) (asked[1] + facts[1] + others[1]);
    }

    /// Whom it is asked for, where that is right: nobody told apart is whoever the label names.
    private static String right(@Nullable String said, List<String> whom) {
        if (whom.size() > 1) {
            return said == null ? "" : said;
        }
        List<String> names = List.of(whom.getFirst().split("/"));
        boolean isAsRead = said == null && !names.contains(ASKED_BACK);
        return isAsRead || names.contains(String.valueOf(said))
                ? whom.getFirst()
                : String.valueOf(said);
    }

    private static void count(
            int[] count, boolean holds, String what, String question, List<String> wrong) {
        count[0] += holds ? 1 : 0;
        count[1]++;
        if (!holds) {
            wrong.add(what + "\t" + question);
        }
    }

    /// The parts of a question, each understood; the question itself where it has none.
    private static List<ClinicalQuestion> questions(String text) {
        return Asking.UNDERSTANDING.parts(text).stream()
                .map(Asking::understood)
                .flatMap(PeopleLabelledTests::read)
                .toList();
    }

    /// Of a question that is refused nothing is read.
    private static Stream<ClinicalQuestion> read(Understood understood) {
        return switch (understood) {
            case Understood.Clear clear -> Stream.of(clear.question());
            case Understood.NeedsDetail needs -> Stream.of(needs.question());
            case Understood.Refused _ -> Stream.empty();
        };
    }

    /// Of several the one that is a label's: by what only one of them says first, else by order.
    private static ClinicalQuestion matching(
            List<ClinicalQuestion> questions, List<String> whom, int nth) {
        if (whom.size() == 1) {
            return questions.getFirst();
        }
        List<ClinicalQuestion> same =
                questions.stream().filter(one -> whom.get(nth).equals(whom(one))).toList();
        int before = (int) whom.subList(0, nth).stream().filter(whom.get(nth)::equals).count();
        return before < same.size() ? same.get(before) : questions.get(nth);
    }

    private static @Nullable String whom(ClinicalQuestion question) {
        if (isAskedBack(question)) {
            return ASKED_BACK;
        }
        String words = question.company().askedFor();
        if (words == null) {
            return question.company().others().isEmpty() ? null : "several";
        }
        if (words.equals("me")) {
            return "self";
        }
        return Arrays.stream(words.toLowerCase(Locale.ROOT).replace("'s", "").split("[^a-z]+"))
                .map(Kin::of)
                .filter(Objects::nonNull)
                .reduce((first, second) -> second)
                .map(kin -> kin.relation().code())
                .orElse("child");
    }

    /// What the words do not tell is asked: whom the question is for.
    private static boolean isAskedBack(ClinicalQuestion question) {
        return question.unknownFacts().stream().anyMatch(fact -> fact.key().equals("whom"));
    }

    /// A woman with a child is told of as a patient or as the mother.
    private static boolean is(String said, String label) {
        return List.of(label.split("/")).contains(said)
                || label.equals("mother") && said.equals("patient");
    }

    private static boolean holds(ClinicalQuestion question, String fact) {
        List<Finding> findings = question.findings().toList();
        if (fact.startsWith("title=")) {
            return question.title().toLowerCase(Locale.ROOT).contains(fact.substring(6));
        }
        if (fact.startsWith("family=")) {
            LabelledName name = LabelledName.of(fact.substring(7));
            return findings.stream()
                            .filter(name::is)
                            .anyMatch(one -> one.assertion() == Assertion.FAMILY)
                    || question.company().others().stream()
                            .flatMap(one -> one.findings().stream())
                            .anyMatch(name::is);
        }
        return holds(question.patient(), findings, fact);
    }

    private static boolean holds(Patient patient, List<Finding> findings, String fact) {
        String key = fact.split("=")[0];
        String value = fact.contains("=") ? fact.split("=")[1] : "";
        return switch (key) {
            case "age" ->
                    patient.age() != null
                            && (value.isEmpty()
                                    || value.equals(
                                            patient.age()
                                                            .value()
                                                            .stripTrailingZeros()
                                                            .toPlainString()
                                                    + " "
                                                    + patient.age().unit().ucum()));
            case "child" -> patient.isChild();
            case "adult" -> patient.isAdult();
            case "sex" ->
                    patient.sex() != null
                            && (value.isEmpty()
                                    || patient.sex().name().toLowerCase(Locale.ROOT).equals(value));
            case "pregnant" -> value.equals(String.valueOf(patient.pregnant()));
            case "lactating" -> value.equals(String.valueOf(patient.lactating()));
            case "gestation" ->
                    patient.facts()
                            .getOrDefault("gestation", "")
                            .startsWith(value.split(" ")[0] + " ");
            case "problem", "drug", "has.problem", "has.drug", "possible.problem" -> {
                LabelledName name = LabelledName.of(value);
                yield findings.stream()
                        .filter(name::is)
                        .anyMatch(one ->
                                key.startsWith("has.")
                                        ? one.assertion() == Assertion.PRESENT
                                        : key.startsWith("possible.")
                                                ? one.assertion() == Assertion.POSSIBLE
                                                : one.isSearched());
            }
            default ->
                    patient.facts().containsKey(key)
                            && (value.isEmpty() || patient.facts().get(key).equals(value));
        };
    }

    private static List<String[]> rows(String file) throws IOException {
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        PeopleLabelledTests.class.getResourceAsStream(file)),
                                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> line.startsWith("A\t") || line.startsWith("B\t"))
                    .map(line -> line.split("\t"))
                    .toList();
        }
    }
}
