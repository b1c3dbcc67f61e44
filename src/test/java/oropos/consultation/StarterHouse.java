package oropos.consultation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import oropos.answer.Answer;
import oropos.library.Library;
import oropos.library.Progress;
import oropos.question.Asked;
import oropos.question.Reader;
import oropos.retrieval.Retrieval;
import oropos.terminology.Terminology;
import oropos.verification.ServerKey;

/// The starter library, ready to be asked; made once for all tests that change nothing in it.
///
/// A test class says `@ExtendWith(StarterHouse.Door.class)` and takes the house as a parameter.
record StarterHouse(Path folder, Library library, Retrieval retrieval, Consultation consultation)
        implements AutoCloseable {

    Answer ask(String question) {
        return ask(Reader.PHYSICIAN, question);
    }

    Answer ask(Reader reader, String question) {
        return consultation.ask(Asked.by(reader, question), stage -> {});
    }

    private static StarterHouse open() {
        try {
            Path folder = Files.createTempDirectory("starter-house");
            Library library = Library.open(folder, Library.Access.WRITE);
            library.addStarter();
            Terminology terminology = Terminology.builtIn();
            Retrieval retrieval = Retrieval.open(folder, library, terminology, null);
            retrieval.refresh(Progress.none());
            return new StarterHouse(
                    folder,
                    library,
                    retrieval,
                    new Consultation(library, terminology, retrieval, ServerKey.passing()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        retrieval.close();
        library.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// Gives the house to whoever asks for it, and closes it when all tests have run.
    static final class Door implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == StarterHouse.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(StarterHouse.class))
                    .computeIfAbsent(
                            StarterHouse.class, key -> StarterHouse.open(), StarterHouse.class);
        }
    }
}
