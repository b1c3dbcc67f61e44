package oropos.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.consultation.Consultation;
import oropos.library.Library;
import oropos.library.Progress;
import oropos.retrieval.Retrieval;
import oropos.terminology.Terminology;
import oropos.verification.ServerKey;

class FunnelRunTests {

    @TempDir Path folder;

    @Test
    void eachExpectedStatementIsFollowedToItsGate() throws IOException {
        Path page =
                Files.writeString(
                        folder.resolve("scabies.md"),
                        "---\ntitle: Scabies care\nissuer: A place\nkey: a\ndesign: practice guideline\n"
                                + "year: 2024\nages: 18-80\n---\n\n::: recommendation\nsection: drugs\n"
                                + "about: scabies\nintervention: permethrin\ndirection: favours\n---\n"
                                + "Permethrin cream is recommended for scabies.\n:::\n\n"
                                + "::: finding\nsection: drugs\nabout: scabies\n"
                                + "intervention: ivermectin\n---\n"
                                + "Ivermectin 12 mg cured scabies.\n:::\n");
        Path data = folder.resolve("data");
        try (Library library = Library.open(data, Library.Access.WRITE)) {
            library.add(List.of(page), Progress.none());
            Terminology terminology = Terminology.builtIn();
            try (Retrieval retrieval = Retrieval.open(data, library, terminology, null)) {
                retrieval.refresh(Progress.none());
                List<FunnelRun.Way> ways = new ArrayList<>();
                List<FunnelRun.Why> whys = new ArrayList<>();
                FunnelRun.Outcome outcome =
                        FunnelRun.of(
                                new Consultation(
                                        library, terminology, retrieval, ServerKey.passing()),
                                List.of(
                                        new ExpectedStatements.Expected(
                                                1,
                                                "What is the treatment of scabies in a 40-year-old?",
                                                List.of(
                                                        "Permethrin cream is recommended for scabies",
                                                        "Ivermectin 12 mg cured scabies",
                                                        "Gout is caused by crystals"),
                                                List.of())),
                                null,
                                ways::add,
                                whys::add,
                                Progress.none());

                assertThat(outcome.said()).isEqualTo(1);
                assertThat(outcome.missing()).isEqualTo(1);
                assertThat(ways)
                        .extracting(way -> way.gate() == null ? "-" : way.gate().name())
                        .containsExactly("-", "INCOMPLETE_DOSE", "-");
                assertThat(outcome.text()).contains("INCOMPLETE_DOSE");
                assertThat(whys)
                        .singleElement()
                        .satisfies(why -> {
                            assertThat(why.outcome()).startsWith("answered");
                            assertThat(why.said()).contains("Permethrin cream");
                            assertThat(why.nearest())
                                    .anyMatch(lost -> lost.text().contains("Ivermectin 12 mg"));
                        });
            }
        }
    }

    @Test
    void bothHalvesTogetherAreAllQuestionsAndNoneStandsInBoth() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("q.txt"), "# none\nOne?\nTwo?\nThree?\nFour?\nFive?\n");
        List<ExpectedStatements.Expected> all = ExpectedStatements.orQuestions(file);

        List<ExpectedStatements.Expected> both = new ArrayList<>(ExpectedStatements.half(all, "A"));
        both.addAll(ExpectedStatements.half(all, "B"));

        assertThat(all).hasSize(5);
        assertThat(both).containsExactlyInAnyOrderElementsOf(all);
        assertThatThrownBy(() -> ExpectedStatements.half(all, "C")).hasMessageContaining("A or B");
    }
}
