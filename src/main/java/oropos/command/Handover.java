package oropos.command;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import oropos.library.DataFolderException;
import oropos.library.DataLock;
import oropos.library.Progress;

/// Hands errands to the server that holds the data folder, over a socket inside the folder: whoever
/// may write the folder may use it, and nobody else can.
///
/// The talk is lines: the errand, its files as addresses (`file:///...`, so that no name breaks a
/// line), an empty line; back come `step done total what`, then `done N` or `failed N`, and the
/// words to print. Errands are run one after another; who connects and says nothing holds up nobody.
final class Handover implements AutoCloseable {

    private final ServerSocketChannel door;
    private final Path socket;
    private final Rooms rooms;
    private final Object turn = new Object();

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
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
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
            try {
                SocketChannel one = door.accept();
                Thread.ofPlatform().daemon().name("errand").start(() -> answer(one));
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException broken) {
                System.err.println("oropos: a command did not come through: " + broken);
            }
        }
    }

    private void answer(SocketChannel one) {
        try (one) {
            BufferedReader in = reader(one);
            PrintWriter out = writer(one);
            String code = in.readLine();
            if (code == null) {
                return;
            }
            List<String> files = new ArrayList<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); ) {
                files.add(line);
                line = in.readLine();
            }
            try {
                Errand.Done done = run(code, files, steps(out));
                out.println("done " + done.exit());
                out.println(done.words());
            } catch (Exception failure) {
                Failures.Told told = Failures.told(failure);
                out.println("failed " + told.exit());
                out.println(told.words());
            }
        } catch (IOException broken) {
            System.err.println("oropos: a command that was being served went away: " + broken);
        }
    }

    private Errand.Done run(String code, List<String> files, Progress progress) {
        Errand errand =
                Errand.of(code)
                        .orElseThrow(() ->
                                Refusal.wrongUse(
                                        "the server that runs here does not know " + code));
        List<Path> paths;
        try {
            paths = files.stream().map(file -> Path.of(URI.create(file))).toList();
        } catch (IllegalArgumentException | FileSystemNotFoundException broken) {
            throw Refusal.wrongUse("a file was named in a way no command names it");
        }
        synchronized (turn) {
            return errand.run(rooms, paths, progress);
        }
    }

    private static Progress steps(PrintWriter out) {
        return (done, total, what) ->
                out.println("step " + done + " " + total + " " + ProgressBar.printable(what));
    }

    @Override
    public void close() throws IOException {
        door.close();
        Files.deleteIfExists(socket);
    }

    // ---- the command's side

    /// Has the server that holds `data` run it, where one does.
    static Optional<Errand.Done> toServer(
            Path data, Errand errand, List<Path> files, ProgressBar bar) throws IOException {
        Path socket = DataLock.holder(data).map(DataLock.Holder::socket).orElse(null);
        if (socket == null || !Files.exists(socket)) {
            return Optional.empty();
        }
        try (SocketChannel server = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            PrintWriter out = writer(server);
            out.println(errand.code());
            files.forEach(file -> out.println(file.toUri()));
            out.println();
            return Optional.of(heard(reader(server), bar));
        } catch (ConnectException stopping) {
            throw new DataFolderException(
                    "the server that holds it does not answer",
                    data,
                    "wait until it has stopped, then run the command again",
                    stopping);
        } catch (SocketException | UncheckedIOException | EOFException gone) {
            throw new IOException(
                    "the server that holds "
                            + data
                            + " went away before it was done; what it had stored is kept",
                    gone);
        } finally {
            bar.done();
        }
    }

    private static Errand.Done heard(BufferedReader in, ProgressBar bar) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] said = line.split(" ", 4);
            switch (said[0]) {
                case "step" -> bar.step(Long.parseLong(said[1]), Long.parseLong(said[2]), said[3]);
                case "done" -> {
                    return new Errand.Done(Integer.parseInt(said[1]), rest(in));
                }
                case "failed" -> throw new Refusal(Integer.parseInt(said[1]), rest(in));
                default -> throw new IOException("the server answered in words nobody knows");
            }
        }
        throw new EOFException("it said neither done nor failed");
    }

    private static String rest(BufferedReader in) {
        return in.lines().collect(Collectors.joining("\n"));
    }

    private static BufferedReader reader(SocketChannel channel) {
        return new BufferedReader(
                new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
    }

    private static PrintWriter writer(SocketChannel channel) {
        return new PrintWriter(Channels.newOutputStream(channel), true, StandardCharsets.UTF_8);
    }
}
