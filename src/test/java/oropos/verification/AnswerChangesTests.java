package oropos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.answer.Answer;
import oropos.library.Progress;
import oropos.library.SourceId;
import oropos.library.Version;
import oropos.question.Reader;

/// Which source or rule made two answers differ.
class AnswerChangesTests {

    private static final String ASKED =
            "What is the best treatment for a 40-year-old with scabies?";

    @TempDir Path folder;

    private Path guideline(String key, String drug, String standing) throws IOException {
        return Files.writeString(
                folder.resolve(key + ".md"),
                "---\ntitle: Scabies care "
                        + key
                        + "\nissuer: A place\nkey: "
                        + key
                        + "\ndesign: practice guideline\nyear: 2024\nages: 18-80\n"
                        + standing
                        + "---\n\n::: recommendation\nsection: drugs\nabout: scabies\nintervention: "
                        + drug
                        + "\ndirection: favours\nstrength: recommended\n---\n"
                        + drug
                        + " is recommended for scabies.\n:::\n");
    }

    private static void add(AskedLibrary asked, Path file) {
        asked.library.add(List.of(file), Progress.none());
        asked.retrieval.refresh(Progress.none());
    }

    private static AnswerChanges.Told between(AskedLibrary asked, Answer one, Answer other) {
        return AnswerChanges.between(
                one,
                other,
                id -> asked.library.current(id).stream().findFirst().map(Version::source));
    }

    @Test
    void anAnswerIsTheSameAsItself() {
        try (AskedLibrary asked = AskedLibrary.in(folder.resolve("data"))) {
            Answer one = asked.ask(ASKED);

            AnswerChanges.Told told = between(asked, one, asked.ask(ASKED).withId("line 2"));

            assertThat(told.same()).isTrue();
            assertThat(told.lines()).isEmpty();
        }
    }

    @Test
    void theNewSourceThatLeadsIsNamedFirst() throws IOException {
        try (AskedLibrary asked = AskedLibrary.in(folder.resolve("data"))) {
            Answer before = asked.ask(ASKED);
            add(asked, guideline("a", "Permethrin", ""));
            Answer after = asked.ask(ASKED);

            AnswerChanges.Told told = between(asked, before, after);

            assertThat(told.same()).isFalse();
            assertThat(told.sentence())
                    .startsWith("The bottom line changed because of")
                    .contains("Scabies care a")
                    .contains("(new)");
            assertThat(told.lines())
                    .anyMatch(line -> line.startsWith("only in the second: Permethrin"));
        }
    }

    @Test
    void aRetractionIsNamedAsTheReason() throws IOException {
        try (AskedLibrary asked = AskedLibrary.in(folder.resolve("data"))) {
            add(asked, guideline("a", "Permethrin", ""));
            Answer before = asked.ask(ASKED);
            add(asked, guideline("a", "Permethrin", "standing: retracted\n"));
            Answer after = asked.ask(ASKED);

            AnswerChanges.Told told = between(asked, before, after);

            assertThat(told.sentence())
                    .contains("Scabies care a")
                    .contains("changed standing")
                    .contains("now retracted");
        }
    }

    @Test
    void anotherQuestionIsSaidBeforeAnything() {
        try (AskedLibrary asked = AskedLibrary.in(folder.resolve("data"))) {
            AnswerChanges.Told told =
                    between(asked, asked.ask(ASKED), asked.ask(Reader.NURSE, ASKED));

            assertThat(told.sentence()).contains("the reader, physician and nurse");
        }
    }

    @Test
    void withoutALibraryTheFilesAloneTell() throws IOException {
        try (AskedLibrary asked = AskedLibrary.in(folder.resolve("data"))) {
            Answer before = asked.ask(ASKED);
            add(asked, guideline("a", "Permethrin", ""));
            Answer after = asked.ask(ASKED);

            AnswerChanges.Told told =
                    AnswerChanges.between(after, before, (SourceId any) -> Optional.empty());

            assertThat(told.sentence()).contains("Scabies care a").contains("no longer found");
        }
    }
}
