package oropos.consultation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.util.FileSystemUtils;
import oropos.answer.Answer;
import oropos.library.Library;
import oropos.library.Progress;
import oropos.question.Asked;
import oropos.question.Reader;
import oropos.retrieval.Retrieval;
import oropos.terminology.Terminology;
import oropos.verification.ServerKey;

/// The starter library without vectors, ready to be asked; made once a process for all tests that change
/// nothing in it.
record StarterHouse(Library library, Retrieval retrieval, Consultation consultation) {

    private static final Clock DAY =
            Clock.fixed(Instant.parse("2026-11-30T08:00:00Z"), ZoneOffset.UTC);

    static StarterHouse shared() {
        return Shared.HOUSE;
    }

    Answer ask(String question) {
        return ask(Reader.PHYSICIAN, question);
    }

    Answer ask(Reader reader, String question) {
        return consultation.ask(Asked.by(reader, question), stage -> {});
    }

    private static final class Shared {
        static final StarterHouse HOUSE = opened();

        private static StarterHouse opened() {
            try {
                Path folder = Files.createTempDirectory("starter-house");
                Library library = Library.open(folder, Library.Access.WRITE, DAY);
                library.addStarter();
                Terminology terminology = Terminology.builtIn();
                Retrieval retrieval = Retrieval.open(folder, library, terminology, null);
                retrieval.refresh(Progress.none());
                Runtime.getRuntime()
                        .addShutdownHook(
                                new Thread(() -> {
                                    retrieval.close();
                                    library.close();
                                    FileSystemUtils.deleteRecursively(folder.toFile());
                                }));
                return new StarterHouse(
                        library,
                        retrieval,
                        new Consultation(library, terminology, retrieval, ServerKey.passing()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
