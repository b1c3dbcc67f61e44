package oropos.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.library.Library;
import oropos.library.Source;
import oropos.library.SourceId;
import oropos.library.Version;
import oropos.verification.AnswerChanges;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Says what made two answers differ.
@Command(
        name = "diff",
        description = {
            "Says in a sentence which source or rule made two JSON answers differ, then lists what changed.",
            "Exit code 0 where they are the same, 1 where they differ."
        },
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

    @ParentCommand @Nullable Main main;

    @Parameters(index = "0", paramLabel = "A.json", description = "The earlier answer.")
    Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "B.json", description = "The later answer.")
    Path second = Path.of("");

    @Override
    public Integer call() throws IOException {
        Main main = Objects.requireNonNull(this.main);
        Answer one = read(first);
        Answer other = read(second);
        AnswerChanges.Told told;
        if (Library.isThere(main.data)) {
            try (Library library = Library.open(main.data, Library.Access.READ)) {
                told = AnswerChanges.between(one, other, standing(library));
            }
        } else {
            told = AnswerChanges.between(one, other, any -> Optional.empty());
        }
        System.out.println(told.text());
        return told.same() ? Main.DONE : Main.SOME_FAILED;
    }

    private static Function<SourceId, Optional<Source>> standing(Library library) {
        return id -> library.current(id).stream().findFirst().map(Version::source);
    }

    private static Answer read(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw Refusal.wrongUse(file + " is no file that can be read: check the name");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return AnswerJson.read(in);
        } catch (IllegalArgumentException notAnAnswer) {
            throw Refusal.wrongUse(file + ": " + notAnAnswer.getMessage());
        }
    }
}
