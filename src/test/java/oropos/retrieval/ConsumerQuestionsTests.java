package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import oropos.inference.Embedder;
import oropos.inference.Encoders;
import oropos.library.Library;
import oropos.terminology.Terminology;

/// Whether the first pair of MedQuAD that is found for a consumer's letter, or for the short form an
/// expert made of it, is about the subject and the aspect that were asked for.
///
/// Needs a data folder into which MedQuAD was put with `library add`:
/// `-Dsurefire.extra="-Doropos.medquad=FOLDER"`; its vectors are used where all are there.
class ConsumerQuestionsTests {

    private static final ConsumerQuestions.Topic NONE =
            new ConsumerQuestions.Topic(Set.of(), Set.of());

    @Test
    void theFirstPairIsAboutWhatWasAsked() throws IOException {
        String folder = System.getProperty("oropos.medquad");
        assumeTrue(folder != null, "needs a data folder with MedQuAD: -Doropos.medquad=FOLDER");
        assumeTrue(ConsumerQuestions.areThere(), "needs ../shared/data");
        Map<String, ConsumerQuestions.Topic> topics = new HashMap<>();
        try (Library library = Library.open(Path.of(folder), Library.Access.READ);
                Embedder encoder = Encoders.builtIn();
                Retrieval retrieval =
                        Retrieval.open(Path.of(folder), library, Terminology.builtIn(), encoder)) {
            Shelf.of(library)
                    .eachCurrent(version ->
                            topics.put(
                                    version.source().id().value(),
                                    ConsumerQuestions.Topic.of(version)));
            for (Stage stage : Stage.values()) {
                print(retrieval, stage, topics, "1", ConsumerQuestions.first().all());
                print(retrieval, stage, topics, "2", ConsumerQuestions.second().all());
            }
        }
    }

    private static void print(
            Retrieval retrieval,
            Stage stage,
            Map<String, ConsumerQuestions.Topic> topics,
            String set,
            List<ConsumerQuestions.Labelled> questions) {
        for (boolean isHalfA : List.of(true, false)) {
            List<ConsumerQuestions.Labelled> half =
                    questions.stream().filter(q -> q.isInHalfA() == isHalfA).toList();
            String name = set + (isHalfA ? "A" : "B");
            double letters = print(retrieval, stage, topics, name, half, true);
            double summaries = print(retrieval, stage, topics, name, half, false);
            if (stage == Stage.ALL) {
                assertThat(letters).isGreaterThan(1.1);
                assertThat(summaries).isGreaterThan(1.8);
            }
        }
    }

    private static double print(
            Retrieval retrieval,
            Stage stage,
            Map<String, ConsumerQuestions.Topic> topics,
            String half,
            List<ConsumerQuestions.Labelled> questions,
            boolean isLetter) {
        int subjects = 0;
        int both = 0;
        double grades = 0;
        for (ConsumerQuestions.Labelled question : questions) {
            String first =
                    first(retrieval, isLetter ? question.letter() : question.summary(), stage);
            int grade = first == null ? 0 : question.grade(topics.getOrDefault(first, NONE));
            subjects += grade > 0 ? 1 : 0;
            both += grade == 3 ? 1 : 0;
            grades += grade;
        }
        int count = questions.size();
        System.out.printf(
                Locale.ROOT,
                "%-8s half %s, %d %-9s subject %.3f, subject and aspect %.3f, grade %.3f%n",
                stage,
                half,
                count,
                isLetter ? "letters" : "summaries",
                (double) subjects / count,
                (double) both / count,
                grades / count);
        return grades / count;
    }

    private static @Nullable String first(Retrieval retrieval, String text, Stage stage) {
        return retrieval.rank(text, 60, stage).sources().stream()
                .map(found -> found.source().value())
                .filter(id -> id.startsWith("medquad:"))
                .findFirst()
                .orElse(null);
    }
}
