package oropos.inference;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What models said before, by the name of the request: the same request gives the same reply, also
/// without a network, and nothing is sent twice.
///
/// A file a reply. Only the reply is kept, never the request; a reply holds words of the library that
/// were sent and words of the model. It is believed as little as a fresh one.
public final class Replies {

    /// Most replies kept; about 400 MB. Beyond, new ones are used and not kept.
    static final int MOST = 100_000;

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    /// @param folder made when the first reply is kept
    public Replies(Path folder) {
        this.folder = folder;
    }

    /// What was said to this request, if it was ever asked.
    ///
    /// @param longest a file longer than this many bytes is none of ours
    public Optional<String> to(String request, int longest) {
        Path file = file(request);
        try {
            if (Files.size(file) > longest) {
                return Optional.empty();
            }
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException | MalformedInputException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// Keeps a reply. The first one stays; where it cannot be written it is asked for again next time.
    ///
    /// @return whether it is kept
    public boolean keep(String request, String said) {
        Path file = file(request);
        try {
            Files.createDirectories(folder);
            if (Files.exists(file) || isFull()) {
                return Files.exists(file);
            }
            Path part = Files.createTempFile(folder, "reply", ".part");
            Files.write(part, said.getBytes(StandardCharsets.UTF_8));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException unwritable) {
            return false;
        }
    }

    private boolean isFull() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.limit(MOST).count() >= MOST;
        }
    }

    private Path file(String request) {
        if (!NAME.matcher(request).matches()) {
            throw new IllegalArgumentException("\"" + request + "\" names no request");
        }
        return folder.resolve(request);
    }
}
