package oropos.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import oropos.answer.Answer;
import oropos.library.Progress;
import oropos.library.Tally;
import oropos.question.Asked;
import oropos.question.Reader;
import oropos.review.Reopened;
import oropos.review.Reviews;

/// What a command has done to the library: by the server that holds the data folder where one runs,
/// here otherwise. Both do the same and say the same.
enum Errand {
    /// Adds files and folders, and takes them into the index.
    ADD {
        @Override
        Done run(Rooms rooms, List<Path> files, Progress progress) {
            long before = rooms.library().snapshot().number();
            Tally tally = rooms.library().add(files, progress);
            rooms.refresh(progress);
            String articles = reopened(rooms) + askedAgain(rooms, before);
            if (tally.perFormat().containsKey("mesh names")
                    || tally.perFormat().containsKey("mesh trees")) {
                return new Done(
                        tally.skipped() == 0 ? Main.DONE : Main.SOME_FAILED,
                        Counts.of(tally)
                                + "\nThe vocabulary is read from the next start on; the index is then"
                                + " made anew."
                                + articles);
            }
            return new Done(
                    tally.skipped() == 0 ? Main.DONE : Main.SOME_FAILED,
                    Counts.of(tally) + articles);
        }
    },

    /// Adds lists of retractions, and takes them to every answer and every article.
    RETRACTIONS {
        @Override
        Done run(Rooms rooms, List<Path> files, Progress progress) {
            Tally tally = rooms.library().addRetractions(files, progress);
            rooms.refresh(progress);
            return new Done(
                    tally.skipped() == 0 ? Main.DONE : Main.SOME_FAILED,
                    Counts.of(tally) + reopened(rooms));
        }
    },

    /// Takes what the library knows to every article.
    FOLLOW {
        @Override
        Done run(Rooms rooms, List<Path> files, Progress progress) {
            return new Done(
                    Main.DONE,
                    Reviews.isIn(rooms.library().folder())
                            ? "Every article was looked at."
                                    + reopened(rooms)
                                    + askedAgain(rooms, rooms.library().snapshot().number())
                            : "No article was handed in yet.");
        }
    },

    /// Makes the index anew.
    REBUILD {
        @Override
        Done run(Rooms rooms, List<Path> files, Progress progress) {
            rooms.retrieval().rebuild(progress);
            return new Done(Main.DONE, "Index " + rooms.retrieval().generation() + " is in use.");
        }
    },

    /// Computes the vectors that are missing.
    EMBED {
        @Override
        Done run(Rooms rooms, List<Path> files, Progress progress) {
            if (!rooms.encodes()) {
                throw Refusal.wrongUse(
                        "meaning cannot be searched here: start the server without --no-vectors, on a machine where the encoder runs");
            }
            rooms.retrieval().embed(progress);
            return new Done(Main.DONE, "Meaning is searched too.");
        }
    };

    /// @param words what was done, for standard output
    record Done(int exit, String words) {}

    abstract Done run(Rooms rooms, List<Path> files, Progress progress);

    /// What the library learned reaches every article in the same job.
    private static String reopened(Rooms rooms) {
        return Reviews.isIn(rooms.library().folder())
                ? ReviewCommand.words(rooms.reviews().reopenings().follow())
                : "";
    }

    /// What came in since a snapshot reaches every page whose answer it would change.
    private static String askedAgain(Rooms rooms, long since) {
        if (!Reviews.isIn(rooms.library().folder())) {
            return "";
        }
        // a page that could not be answered before has to hear of everything since
        long from = Math.min(since, rooms.reviews().reopenings().notAnsweredSince().orElse(since));
        return ReviewCommand.words(
                rooms.reviews()
                        .reopenings()
                        .askedAgain(fresh(rooms, from), from, answer -> askedAgain(rooms, answer)));
    }

    /// Asks once more where a question could not be answered again.
    static List<Reopened> retried(Rooms rooms) {
        OptionalLong since = rooms.reviews().reopenings().notAnsweredSince();
        return since.isEmpty()
                ? List.of()
                : rooms.reviews()
                        .reopenings()
                        .retried(
                                fresh(rooms, since.getAsLong()),
                                since.getAsLong(),
                                answer -> askedAgain(rooms, answer));
    }

    private static Set<String> fresh(Rooms rooms, long since) {
        Set<String> fresh = new HashSet<>();
        rooms.library()
                .changedSince(
                        since, gone -> {}, version -> fresh.add(version.source().id().value()));
        return fresh;
    }

    /// A page whose question fails keeps what it says, and is flagged; the others go on.
    private static Optional<Answer> askedAgain(Rooms rooms, Answer answer) {
        try {
            return Optional.of(
                    rooms.consultation()
                            .askByRules(
                                    Asked.by(
                                            Reader.named(answer.understood().reader())
                                                    .orElse(Reader.PHYSICIAN),
                                            answer.asked())));
        } catch (RuntimeException failure) {
            System.err.println(
                    "oropos: an article could not be asked again (" + answer.title() + ")");
            return Optional.empty();
        }
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Errand> of(String code) {
        for (Errand errand : values()) {
            if (errand.code().equals(code)) {
                return Optional.of(errand);
            }
        }
        return Optional.empty();
    }

    /// Runs it where it can be run, and prints what was done.
    int on(Main main, List<Path> files) throws IOException {
        ProgressBar bar = new ProgressBar(System.err);
        Optional<Done> handed = Handover.toServer(main.data, this, files, bar);
        Done done = handed.isPresent() ? handed.get() : here(main, files, bar);
        System.out.println(done.words());
        return done.exit();
    }

    private Done here(Main main, List<Path> files, ProgressBar bar) throws IOException {
        try (Rooms rooms = Rooms.toWrite(main.data, main.vectors || this == EMBED)) {
            return run(rooms, files, bar);
        } finally {
            bar.done();
        }
    }
}
