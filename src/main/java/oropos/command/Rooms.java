package oropos.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import oropos.answer.Explanations;
import oropos.consultation.Consultation;
import oropos.consultation.ModelUse;
import oropos.inference.Embedder;
import oropos.inference.EncoderUnavailable;
import oropos.inference.Encoders;
import oropos.ledger.Ledger;
import oropos.library.DataFolderException;
import oropos.library.DataLock;
import oropos.library.Library;
import oropos.library.Progress;
import oropos.publication.Overviews;
import oropos.retrieval.Retrieval;
import oropos.review.GlossaryDesk;
import oropos.review.Reviews;
import oropos.terminology.Terminology;
import oropos.verification.ServerKey;
import oropos.verification.Verification;

/// Opens the rooms on one data folder and closes them again.
final class Rooms implements AutoCloseable {

    private final Library library;
    private final Retrieval retrieval;
    private final Consultation consultation;
    private final @Nullable Embedder embedder;
    private final @Nullable ModelUse model;
    private final Terminology terminology;
    private boolean writes;
    private final Explanations explanations;
    private @Nullable Ledger ledger;
    private @Nullable Reviews reviews;

    private Rooms(
            Terminology terminology,
            Library library,
            Retrieval retrieval,
            Consultation consultation,
            @Nullable Embedder embedder,
            @Nullable ModelUse model,
            Explanations explanations) {
        this.explanations = explanations;
        this.terminology = terminology;
        this.library = library;
        this.retrieval = retrieval;
        this.consultation = consultation;
        this.embedder = embedder;
        this.model = model;
    }

    /// Opens a data folder to read and write; makes it, with the starter library, where there is none.
    static Rooms toWrite(Path data, boolean vectors) throws IOException {
        return toWrite(data, vectors, new ModelOptions());
    }

    /// @param models which language model words answers, if any
    static Rooms toWrite(Path data, boolean vectors, ModelOptions models) throws IOException {
        Library library = Library.open(data, Library.Access.WRITE);
        try {
            library.addStarter();
            Rooms rooms = open(data, library, vectors, ServerKey.of(data), models);
            rooms.writes = true;
            return rooms;
        } catch (IOException | RuntimeException failure) {
            library.close();
            throw failure;
        }
    }

    /// Opens a data folder to read beside whoever writes; makes it first where there is none.
    static Rooms toRead(Path data, boolean vectors) throws IOException {
        return toRead(data, vectors, new ModelOptions());
    }

    /// @param models which language model words answers, if any; the ledger is then written
    static Rooms toRead(Path data, boolean vectors, ModelOptions models) throws IOException {
        makeIfMissing(data);
        return open(data, Library.open(data, Library.Access.READ), vectors, key(data), models);
    }

    private static ServerKey key(Path data) {
        try {
            return ServerKey.of(data);
        } catch (IOException unusable) {
            System.err.println(
                    "oropos: receipts are signed with a key of this run only: "
                            + unusable.getMessage());
            return ServerKey.passing();
        }
    }

    /// Opens the library as it stood on a day, with the words, rules and vectors of today. It is made
    /// beside the index where it is asked for the first time.
    static Rooms asOf(Path data, LocalDate day, boolean vectors, ModelOptions models)
            throws IOException {
        makeIfMissing(data);
        Path past;
        try (Library now = Library.open(data, Library.Access.READ)) {
            past = past(now, day);
        }
        if (past.equals(data)) {
            return toRead(data, vectors, models);
        }
        Retrieval.lendVectors(data, past);
        return open(data, Library.open(past, Library.Access.READ), vectors, key(data), models);
    }

    /// The folder of the library as it stood on a day.
    static Path past(Library now, LocalDate day) {
        Path pasts = now.folder().resolve("as-of");
        try {
            return now.asOf(day, pasts);
        } catch (IOException unwritable) {
            throw new DataFolderException(
                    "the library of an earlier day cannot be put there ("
                            + unwritable.getMessage()
                            + ")",
                    pasts,
                    "check that there is room and that this account may write there",
                    unwritable);
        }
    }

    /// Makes a data folder with the starter library where there is none. Who comes while another
    /// process makes it waits until it is made.
    static void makeIfMissing(Path data) throws IOException {
        if (Library.isThere(data)) {
            return;
        }
        try {
            toWrite(data, false).close();
        } catch (DataFolderException unusable) {
            if (!isFreeInTime(data) || !Library.isThere(data)) {
                throw unusable;
            }
        }
    }

    /// How long a folder takes to be made on a slow machine, in tenths of a second.
    private static final int LONGEST_MAKING = 300;

    /// Whether whoever writes the folder is done, or serves, before patience ends.
    private static boolean isFreeInTime(Path data) {
        for (int waited = 0; waited < LONGEST_MAKING; waited++) {
            var holder = DataLock.holder(data);
            if (holder.isEmpty() || holder.get().socket() != null) {
                return true;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    /// @param data the folder of vocabularies and of what a model costs; the index is the library's
    private static Rooms open(
            Path data, Library library, boolean vectors, ServerKey key, ModelOptions models)
            throws IOException {
        Terminology terminology = Terminology.of(data.resolve("vocabulary"));
        Embedder embedder = vectors ? encoder(data) : null;
        ModelUse model = null;
        try {
            model = models.use(data);
            Retrieval retrieval = Retrieval.open(library.folder(), library, terminology, embedder);
            Explanations explanations = new Explanations(GlossaryDesk.accepted(data));
            Rooms rooms =
                    new Rooms(
                            terminology,
                            library,
                            retrieval,
                            new Consultation(
                                    library, terminology, retrieval, key, model, explanations),
                            embedder,
                            model,
                            explanations);
            rooms.refresh(Progress.none());
            return rooms;
        } catch (IOException | RuntimeException failure) {
            library.close();
            if (embedder != null) {
                embedder.close();
            }
            if (model != null) {
                model.ledger().close();
            }
            throw failure;
        }
    }

    /// Brings the index to the state of the library.
    void refresh(Progress progress) {
        try {
            retrieval.refresh(progress);
        } catch (RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException disk) {
                    throw new DataFolderException(
                            "the index cannot be written (" + disk.getMessage() + ")",
                            library.folder().resolve("index"),
                            "check that there is room and that this account may write there, then run oropos library rebuild",
                            failure);
                }
            }
            throw failure;
        }
    }

    /// The encoder that ships with Oropos. Without one the product goes on with words alone, and says
    /// so once.
    static @Nullable Embedder encoder() {
        return encoder(Encoders::builtIn);
    }

    /// The encoder an operator put into the data folder, else the one that ships.
    private static @Nullable Embedder encoder(Path data) {
        return encoder(() -> Encoders.of(data.resolve("encoder")));
    }

    private static @Nullable Embedder encoder(Supplier<Embedder> source) {
        try {
            return source.get();
        } catch (EncoderUnavailable missing) {
            System.err.println("oropos: searching by words only: " + missing.getMessage());
            return null;
        }
    }

    /// Whether there is an encoder to compute vectors with.
    boolean encodes() {
        return embedder != null;
    }

    Library library() {
        return library;
    }

    Retrieval retrieval() {
        return retrieval;
    }

    Consultation consultation() {
        return consultation;
    }

    /// The articles of this folder; made where there are none yet.
    synchronized Reviews reviews() {
        Reviews open = reviews;
        if (open == null) {
            Ledger told = Ledger.open(library.folder());
            try {
                open =
                        Reviews.open(
                                library.folder(),
                                library,
                                new Verification(terminology, library::version, explanations),
                                told);
            } catch (RuntimeException failure) {
                told.close();
                throw failure;
            }
            ledger = told;
            reviews = open;
            if (writes) {
                new Overviews(open, library, () -> refresh(Progress.none())).follow();
            }
        }
        return open;
    }

    private synchronized void closeReviews() {
        if (reviews != null) {
            reviews.close();
        }
        if (ledger != null) {
            ledger.close();
        }
    }

    @Override
    public void close() {
        closeReviews();
        consultation.close();
        retrieval.close();
        library.close();
        if (model != null) {
            model.ledger().close();
        }
        if (embedder != null) {
            embedder.close();
        }
    }
}
