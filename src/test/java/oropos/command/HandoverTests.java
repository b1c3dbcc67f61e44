package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.library.Library;

/// Commands beside a server that holds the data folder.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HandoverTests {

    private static final String RECORD =
            "PMID- %d\nOWN - NLM\nTI  - Bone density in group %d\nAB  - It was measured.\nLA  - eng\nDP  - 2001\nSO  - A journal. 2001\n\n";

    @TempDir static Path folder;

    private static Path data;
    private static Rooms rooms;
    private static Handover handover;

    @BeforeAll
    static void open() throws IOException {
        data = folder.resolve("data");
        rooms = Rooms.toWrite(data, false);
        handover = Handover.open(rooms, data);
    }

    @AfterAll
    static void close() throws IOException {
        handover.close();
        rooms.close();
    }

    private static Path medline(String name, int pmid) throws IOException {
        return Files.writeString(folder.resolve(name), RECORD.formatted(pmid, pmid));
    }

    @Test
    void whatIsAddedIsAddedByTheServerAndFoundByBoth() throws IOException {
        long before = rooms.library().snapshot().number();
        Typed typed = Typed.in("--data", data, "library", "add", medline("one.txt", 91_000_001));
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.out()).contains("1 added");
        assertThat(rooms.library().snapshot().number()).isGreaterThan(before);
        assertThat(rooms.retrieval().generation())
                .endsWith("-" + rooms.library().snapshot().number());
        Typed asked =
                Typed.in("--data", data, "--no-vectors", "ask", "Is bone density low in children?");
        assertThat(asked.exit()).as(asked.err()).isZero();
    }

    @Test
    void aNameWithALineEndInItIsOneFile() throws IOException {
        Path odd = medline("two\nrebuild\n\nlines.txt", 91_000_002);
        Typed typed = Typed.in("--data", data, "library", "add", odd);
        assertThat(typed.exit()).as(typed.out() + typed.err()).isZero();
        assertThat(typed.out()).contains("1 added");
    }

    @Test
    void whatIsSkippedIsToldAsWithoutAServer() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.xml"), "<invoice/>");
        Typed typed = Typed.in("--data", data, "library", "add", bad);
        assertThat(typed.exit()).isEqualTo(Main.SOME_FAILED);
        assertThat(typed.out()).contains("1 skipped", "bad.xml");
    }

    @Test
    void theServerMakesItsIndexAnew() {
        String before = rooms.retrieval().generation();
        Typed typed = Typed.in("--data", data, "library", "rebuild");
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(rooms.retrieval().generation()).isNotEqualTo(before);
        assertThat(typed.out()).contains(rooms.retrieval().generation());
    }

    @Test
    void withoutAnEncoderTheServerSaysWhatToDo() {
        assertThat(Typed.in("--data", data, "library", "embed").isRefused(Main.WRONG_USE).err())
                .contains("--no-vectors");
    }

    @Test
    void aSecondServerIsToldWhoWrites() {
        assertThat(
                        Typed.in("--data", data, "serve", "--port=0")
                                .isRefused(Main.DATA_UNUSABLE)
                                .sentence())
                .contains(Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    void whoSaysNothingHoldsUpNobody() throws IOException {
        try (SocketChannel silent = SocketChannel.open(socket())) {
            assertThat(silent.isConnected()).isTrue();
            theServerMakesItsIndexAnew();
        }
    }

    @Test
    void nonsenseIsAnsweredAndServingGoesOn() throws IOException {
        assertThat(said("add\n\0not an address\n\n")).startsWith("failed 2\n");
        assertThat(said("add\nhttp://example.com/a\n\n")).startsWith("failed 2\n");
        assertThat(said("add\nrelative/path\n\n")).startsWith("failed 2\n");
        assertThat(said("dance\n\n")).startsWith("failed 2\n").contains("dance");
        assertThat(said("")).isEmpty();
        theServerMakesItsIndexAnew();
    }

    private static String said(String words) throws IOException {
        try (SocketChannel channel = SocketChannel.open(socket())) {
            channel.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)));
            channel.shutdownOutput();
            String answer =
                    new String(
                            Channels.newInputStream(channel).readAllBytes(),
                            StandardCharsets.UTF_8);
            Typed.assertNoJava(answer);
            return answer;
        }
    }

    private static UnixDomainSocketAddress socket() {
        return UnixDomainSocketAddress.of(Handover.socketOf(data));
    }

    @Test
    void onlyItsOwnerMayUseTheSocket() throws IOException {
        assertThat(Files.getPosixFilePermissions(Handover.socketOf(data)))
                .hasSize(2)
                .allMatch(right -> right.name().startsWith("OWNER_"));
    }

    @Test
    void aDeepFolderHasItsSocketElsewhere(@TempDir Path other) throws IOException {
        Path deep = other.resolve("a".repeat(60)).resolve("b".repeat(60));
        assertThat(Handover.socketOf(deep).toString()).hasSizeLessThan(100);
        assertThat(Handover.socketOf(deep))
                .isNotEqualTo(Handover.socketOf(deep.resolveSibling("c".repeat(60))));
        try (Rooms there = Rooms.toWrite(deep, false);
                Handover open = Handover.open(there, deep)) {
            Typed typed = Typed.in("--data", deep, "library", "rebuild");
            assertThat(typed.exit()).as(typed.err()).isZero();
            assertThat(typed.out()).contains(there.retrieval().generation());
            assertThat(open).isNotNull();
        }
        assertThat(Handover.socketOf(deep)).doesNotExist();
    }

    /// One that goes without having heard the errand resets the line; one that heard it ends it.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServerThatStopsInTheMiddleIsToldInASentence(boolean heard, @TempDir Path other)
            throws IOException, InterruptedException {
        Path socket = other.resolve("dying.sock");
        try (Library held = Library.open(other, Library.Access.WRITE)) {
            try (ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                door.bind(UnixDomainSocketAddress.of(socket));
                held.announce(socket);
                Thread dying = Thread.ofPlatform().start(() -> stepOnceAndGo(door, heard));
                assertThat(Typed.in("--data", other, "library", "rebuild").sentence())
                        .contains("went away before it was done");
                dying.join();
            }
            Typed.in("--data", other, "library", "rebuild").isRefused(Main.DATA_UNUSABLE);
        }
    }

    private static void stepOnceAndGo(ServerSocketChannel door, boolean heard) {
        try (SocketChannel one = door.accept()) {
            ByteBuffer words = ByteBuffer.allocate(100);
            while (heard
                    && !new String(words.array(), 0, words.position(), StandardCharsets.UTF_8)
                            .endsWith("\n\n")) {
                one.read(words);
            }
            one.write(ByteBuffer.wrap("step 1 9 a.xml\n".getBytes(StandardCharsets.UTF_8)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
