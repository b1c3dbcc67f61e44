package oropos.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.answer.Answer;
import oropos.library.Library;
import oropos.library.Progress;
import oropos.question.Asked;
import oropos.question.Reader;
import oropos.retrieval.Retrieval;
import oropos.terminology.Terminology;
import oropos.verification.ServerKey;

/// The yes or no of an answer that rests on abstracts alone. The records are invented.
class DirectionTests {

    private static final String TRIAL = "Randomized Controlled Trial";
    private static final String COHORT = "Observational Study";
    private static final String IMPROVED = "Ivermectin significantly improved cure of scabies.";
    private static final String NOT = "Ivermectin did not improve cure of scabies.";
    private static final String QUESTION = "Does ivermectin improve cure of scabies?";

    @TempDir Path folder;

    private record Made(String type, String conclusion) {}

    private static String record(int number, Made made) {
        String design =
                made.type().equals(TRIAL)
                        ? "In this randomised controlled trial 400 adults with scabies were randomly assigned to ivermectin or placebo."
                        : "In this prospective cohort study 400 adults with scabies received ivermectin.";
        return "PMID- 9200000"
                + number
                + "\nDP  - 20"
                + (10 + number)
                + " Jan\nTI  - Cure of scabies with ivermectin, study "
                + number
                + ".\nAB  - METHODS: "
                + design
                + " CONCLUSIONS: "
                + made.conclusion()
                + "\nAU  - Made "
                + (char) ('A' + number)
                + "\nPT  - "
                + made.type()
                + "\nMH  - Adult\nMH  - Humans\nTA  - J Made-up "
                + number
                + "\n";
    }

    private Answer ask(Made... records) throws Exception {
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
                        .ask(Asked.by(Reader.PHYSICIAN, QUESTION), stage -> {});
            } finally {
                retrieval.close();
            }
        }
    }

    @Test
    void theStrongestStudyDecidesHoweverManyWeakerOnesSayOtherwise() throws Exception {
        Answer answer =
                ask(
                        new Made(COHORT, IMPROVED),
                        new Made(COHORT, IMPROVED),
                        new Made(COHORT, IMPROVED),
                        new Made(TRIAL, NOT));
        assertThat(answer.direction()).isEqualTo("no");
    }

    @Test
    void studiesOfOneStrengthThatDisagreeAreAConflict() throws Exception {
        Answer answer = ask(new Made(TRIAL, IMPROVED), new Made(TRIAL, NOT));
        assertThat(answer.direction()).isEqualTo("conflict");
    }

    @Test
    void studiesThatConcludeNothingOnItLeaveItUnknown() throws Exception {
        Answer answer = ask(new Made(TRIAL, "Scabies was frequent."));
        assertThat(answer.direction()).isEqualTo("unknown");
    }
}
