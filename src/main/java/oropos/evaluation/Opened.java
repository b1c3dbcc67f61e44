package oropos.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oropos.consultation.Consultation;
import oropos.inference.Embedder;
import oropos.inference.EncoderUnavailable;
import oropos.inference.Encoders;
import oropos.library.Library;
import oropos.library.Progress;
import oropos.retrieval.Retrieval;
import oropos.terminology.Terminology;
import oropos.verification.ServerKey;
import oropos.verification.Verification;

/// The rooms, opened one after another on a data folder to read, each with the time it took.
///
/// @param embedder null where meaning is not wanted or no encoder runs here
/// @param figures milliseconds of each room and of all
record Opened(
        Library library,
        Retrieval retrieval,
        Consultation consultation,
        Verification verification,
        @Nullable Embedder embedder,
        List<Figure> figures)
        implements AutoCloseable {

    static final String GROUP = "opening the rooms";

    static Opened on(Path data, boolean vectors) {
        return on(data, vectors, key(data));
    }

    static Opened on(Path data, boolean vectors, ServerKey key) {
        Stopwatch watch = new Stopwatch(GROUP);
        Library library = Library.open(data, Library.Access.READ);
        watch.lap("library", "");
        Terminology terminology = Terminology.of(data.resolve("vocabulary"));
        watch.lap("vocabularies", "");
        Embedder embedder = null;
        if (vectors) {
            embedder = encoder(data);
            watch.lap("encoder", embedder == null ? "none runs on this machine" : embedder.name());
        }
        Retrieval retrieval = Retrieval.open(data, library, terminology, embedder);
        retrieval.refresh(Progress.none());
        watch.lap("index", retrieval.generation());
        Consultation consultation = new Consultation(library, terminology, retrieval, key);
        watch.lap("rules", "");
        return new Opened(
                library,
                retrieval,
                consultation,
                new Verification(terminology, library::version),
                embedder,
                watch.withTotal("all, one after another"));
    }

    private static @Nullable Embedder encoder(Path data) {
        try {
            return Encoders.of(data.resolve("encoder"));
        } catch (EncoderUnavailable none) {
            return null;
        }
    }

    private static ServerKey key(Path data) {
        try {
            return ServerKey.existing(data).orElseGet(ServerKey::passing);
        } catch (IOException unreadable) {
            return ServerKey.passing();
        }
    }

    @Override
    public void close() {
        retrieval.close();
        library.close();
        if (embedder != null) {
            embedder.close();
        }
    }
}
