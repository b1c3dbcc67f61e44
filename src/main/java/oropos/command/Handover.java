package oropos.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oropos.library.DataFolderException;
import oropos.library.DataLock;
import oropos.library.Progress;
import oropos.library.SourceFileException;
import oropos.library.Tally;

/// Hands writing commands to the server that holds the data folder, over a socket inside the folder:
/// whoever may write the folder may use it, and nobody else can.
///
/// The talk is lines: the command, its paths, an empty line; back come `step done total what`, then
/// `exit N` and the words to print.
final class Handover implements AutoCloseable {

    /// What a server did for a command.
    record Result(int exit, String words) {}

    private final ServerSocketChannel door;
    private final Path socket;
    private final Rooms rooms;

    private Handover(ServerSocketChannel door, Path socket, Rooms rooms) {
        this.door = door;
        this.socket = socket;
        this.rooms = rooms;
    }

    // ---- the server's side

    static Handover open(Rooms rooms, Path data) throws IOException {
        Path socket = socketOf(data);
        Files.deleteIfExists(socket);
        ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        door.bind(UnixDomainSocketAddress.of(socket));
        if (socket.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(
                    socket, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        }
        rooms.library().announce(socket);
        Handover handover = new Handover(door, socket, rooms);
        Thread.ofPlatform().daemon().name("handover").start(handover::serve);
        return handover;
    }

    /// A unix socket's address has about 100 bytes: a deep data folder gets a short name elsewhere.
    static Path socketOf(Path data) {
        Path inside = data.toAbsolutePath().normalize().resolve("oropos.sock");
        if (inside.toString().getBytes(StandardCharsets.UTF_8).length < 100) {
            return inside;
        }
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "oropos-" + Integer.toHexString(inside.toString().hashCode()) + ".sock");
    }

    private void serve() {
        while (door.isOpen()) {
            try (SocketChannel one = door.accept()) {
                answer(one);
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException broken) {
                System.err.println(
                        "oropos: a command that was being served went away: "
                                + broken.getMessage());
            }
        }
    }

    private void answer(SocketChannel one) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(
                                Channels.newInputStream(one), StandardCharsets.UTF_8));
        var out = new PrintWriter(Channels.newOutputStream(one), true, StandardCharsets.UTF_8);
        String command = in.readLine();
        List<Path> paths = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            paths.add(Path.of(line));
        }
        Progress tell =
                (done, total, what) -> out.println("step " + done + " " + total + " " + what);
        Result result;
        try {
            result = run(command, paths, tell);
        } catch (DataFolderException unusable) {
            result = new Result(Main.DATA_UNUSABLE, String.valueOf(unusable.getMessage()));
        } catch (SourceFileException | IllegalArgumentException wrong) {
            result = new Result(Main.SOME_FAILED, String.valueOf(wrong.getMessage()));
        } catch (RuntimeException ours) {
            ours.printStackTrace();
            result = new Result(Main.SOME_FAILED, "The server failed: " + ours);
        }
        out.println("exit " + result.exit());
        out.println(result.words());
    }

    private Result run(@Nullable String command, List<Path> paths, Progress tell) {
        if ("add".equals(command)) {
            Tally tally = rooms.library().add(paths, tell);
            rooms.retrieval().refresh(tell);
            return new Result(
                    tally.skipped() == 0 ? Main.DONE : Main.SOME_FAILED, Counts.of(tally));
        }
        if ("rebuild".equals(command)) {
            rooms.retrieval().rebuild(tell);
            return new Result(Main.DONE, "Index " + rooms.retrieval().generation() + " is in use.");
        }
        if ("embed".equals(command)) {
            rooms.retrieval().embed(tell);
            return new Result(Main.DONE, "Meaning is searched too.");
        }
        return new Result(Main.WRONG_USE, "this server does not know the command " + command);
    }

    @Override
    public void close() throws IOException {
        door.close();
        Files.deleteIfExists(socket);
    }

    // ---- the command's side

    /// Has the server that holds `data` do it, where one does.
    static Optional<Result> toServer(Path data, String command, List<Path> paths, ProgressBar bar)
            throws IOException {
        Path socket = DataLock.holder(data).map(DataLock.Holder::socket).orElse(null);
        if (socket == null || !Files.exists(socket)) {
            return Optional.empty();
        }
        try (SocketChannel server = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            var out =
                    new PrintWriter(Channels.newOutputStream(server), true, StandardCharsets.UTF_8);
            out.println(command);
            paths.forEach(out::println);
            out.println();
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    Channels.newInputStream(server), StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("step ")) {
                    String[] step = line.split(" ", 4);
                    bar.step(Long.parseLong(step[1]), Long.parseLong(step[2]), step[3]);
                } else if (line.startsWith("exit ")) {
                    bar.done();
                    StringBuilder words = new StringBuilder();
                    for (String more = in.readLine(); more != null; more = in.readLine()) {
                        words.append(words.isEmpty() ? "" : "\n").append(more);
                    }
                    return Optional.of(
                            new Result(Integer.parseInt(line.substring(5)), words.toString()));
                }
            }
        }
        throw new IOException(
                "the server that holds "
                        + data
                        + " went away before it was done; what it had stored is kept");
    }
}
