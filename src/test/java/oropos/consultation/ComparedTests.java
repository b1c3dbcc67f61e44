package oropos.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.answer.Answer;
import oropos.answer.DirectionWords;
import oropos.library.Library;
import oropos.library.Progress;
import oropos.question.Asked;
import oropos.question.Reader;
import oropos.retrieval.Retrieval;
import oropos.terminology.Terminology;
import oropos.verification.ServerKey;

/// Which way an answer says that a comparison goes. The records are invented.
class ComparedTests {

    private static final String TRIAL = "Randomized Controlled Trial";
    private static final String COHORT = "Observational Study";
    private static final String LOWER = "Itching was lower with ivermectin than with permethrin.";
    private static final String HIGHER = "Itching was higher with ivermectin than with permethrin.";
    private static final String SAME = "Itching did not differ between ivermectin and permethrin.";
    private static final String QUESTION =
            "Does ivermectin reduce itching compared with permethrin in scabies?";

    @TempDir Path folder;

    private record Made(String type, String said) {}

    private static String record(int number, Made made) {
        String design =
                made.type().equals(TRIAL)
                        ? "In this randomised controlled trial 400 adults with scabies were randomly assigned to ivermectin or permethrin."
                        : "In this prospective cohort study 400 adults with scabies received ivermectin or permethrin.";
        return "PMID- 9300000"
                + number
                + "\nDP  - 20"
                + (10 + number)
                + " Jan\nTI  - Ivermectin and permethrin in scabies, study "
                + number
                + ".\nAB  - METHODS: "
                + design
                + " RESULTS: "
                + made.said()
                + "\nAU  - Made "
                + (char) ('A' + number)
                + "\nPT  - "
                + made.type()
                + "\nMH  - Adult\nMH  - Humans\nTA  - J Made-up "
                + number
                + "\n";
    }

    private Answer ask(String question, Made... records) throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("records.txt"),
                        IntStream.range(0, records.length)
                                .mapToObj(at -> record(at + 1, records[at]))
                                .collect(Collectors.joining("\n")));
        Path data = folder.resolve("data");
        try (Library library = Library.open(data, Library.Access.WRITE)) {
            library.add(List.of(file), Progress.none());
            Terminology terminology = Terminology.builtIn();
            Retrieval retrieval = Retrieval.open(data, library, terminology, null);
            try {
                retrieval.refresh(Progress.none());
                return new Consultation(library, terminology, retrieval, ServerKey.passing())
                        .ask(Asked.by(Reader.PHYSICIAN, question), stage -> {});
            } finally {
                retrieval.close();
            }
        }
    }

    private static List<String> grounds(Answer answer) {
        return answer.sections().stream()
                .filter(section -> section.key().equals("compared"))
                .flatMap(section -> section.statements().stream())
                .map(Answer.Statement::text)
                .toList();
    }

    @Test
    void theDirectionIsToldWithTheSentenceThatSaysIt() throws Exception {
        Answer answer = ask(QUESTION, new Made(TRIAL, LOWER));
        assertThat(answer.direction()).isEqualTo("lower");
        assertThat(grounds(answer)).containsExactly(LOWER);
        assertThat(Objects.requireNonNull(DirectionWords.of(answer)))
                .startsWith("Itching: lower or less with ivermectin than with permethrin");
        assertThat(answer.outcome().kind()).isEqualTo("partly");
    }

    @Test
    void theArmsMayBeAskedForTheOtherWayRound() throws Exception {
        Answer answer =
                ask(
                        "Is itching lower with permethrin than with ivermectin in scabies?",
                        new Made(TRIAL, LOWER));
        assertThat(answer.direction()).isEqualTo("higher");
    }

    @Test
    void theStrongestStudyDecidesHoweverManyWeakerOnesSayOtherwise() throws Exception {
        Answer answer =
                ask(
                        QUESTION,
                        new Made(COHORT, LOWER),
                        new Made(COHORT, LOWER),
                        new Made(COHORT, LOWER),
                        new Made(TRIAL, SAME));
        assertThat(answer.direction()).isEqualTo("noDifference");
        assertThat(grounds(answer)).containsExactly(SAME);
    }

    @Test
    void studiesOfOneStrengthThatDisagreeAreShownWithBothSides() throws Exception {
        Answer opposed = ask(QUESTION, new Made(TRIAL, LOWER), new Made(TRIAL, HIGHER));
        assertThat(opposed.direction()).isEqualTo("conflict");
        assertThat(grounds(opposed)).containsExactlyInAnyOrder(LOWER, HIGHER);
    }

    @Test
    void oneWayBesideNoDifferenceIsNotSettled() throws Exception {
        Answer mixed = ask(QUESTION, new Made(TRIAL, LOWER), new Made(TRIAL, SAME));
        assertThat(mixed.direction()).isEqualTo("mixedLower");
        assertThat(Objects.requireNonNull(DirectionWords.of(mixed))).contains("not settled");
    }

    /// Other arms, another outcome, other people, aims, both arms together: none of them is a direction.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Itching was lower with crotamiton than with permethrin.",
                "Itching was lower with ivermectin than with placebo.",
                "Cure was lower with ivermectin than with permethrin.",
                "We assessed whether itching is lower with ivermectin than with permethrin.",
                "Itching was lower with ivermectin plus permethrin than with permethrin.",
                "Itching was reduced by both ivermectin and permethrin.",
                "Whether itching is lower with ivermectin than with permethrin is unknown.",
                "In patients younger than 20 years itching was lower with ivermectin than with permethrin.",
                "Patients on permethrin who had lower itching were older than those on ivermectin."
            })
    void whatIsSaidOfSomethingElseIsNoDirection(String said) throws Exception {
        Answer answer = ask(QUESTION, new Made(TRIAL, said));
        assertThat(grounds(answer)).isEmpty();
        assertThat(answer.direction()).isIn("unknown", null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Does ivermectin reduce itching compared with permethrin in atopic dermatitis?",
                "Does ivermectin reduce itching compared with permethrin in children with scabies?",
                "Does ivermectin reduce itching compared with crotamiton in scabies?",
                "Does ivermectin reduce fever compared with permethrin in scabies?",
                "Does ivermectin reduce itching compared with permethrin in pregnant women with scabies?",
                "Does ivermectin reduce itching after 24 months compared with permethrin in scabies?",
                "Is ivermectin safe with permethrin in scabies?",
                "Does ivermectin cure scabies?"
            })
    void whatIsAskedOfOtherPeopleOrThingsIsNotAnswered(String question) throws Exception {
        Answer answer = ask(question, new Made(TRIAL, LOWER));
        assertThat(grounds(answer)).isEmpty();
    }
}
