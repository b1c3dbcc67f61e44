package oropos.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import oropos.Oropos;
import oropos.review.Mail;
import oropos.review.MailServer;

/// The running server: the rooms, the local socket for commands, and the pages in front of them.
final class Server implements AutoCloseable {

    /// The first round waits until readers are served.
    private static final Duration FIRST_ROUND = Duration.ofSeconds(3);

    private final Rooms rooms;
    private final Board board;
    private final @Nullable Mail mail;
    private final ConfigurableApplicationContext pages;
    private @Nullable Rounds rounds;

    private Server(
            Rooms rooms, Board board, @Nullable Mail mail, ConfigurableApplicationContext pages) {
        this.rooms = rooms;
        this.board = board;
        this.mail = mail;
        this.pages = pages;
    }

    /// @param models which language model words answers, if any
    /// @param interestYears for how many years an interest counts
    /// @param mails through which server letters go, or null where none do
    /// @param settings of the pages, as in application.yaml
    static Server start(
            Path data,
            boolean vectors,
            ModelOptions models,
            int interestYears,
            @Nullable MailServer mails,
            Map<String, Object> settings)
            throws IOException {
        Rooms rooms = Rooms.toWrite(data, vectors, models);
        Board board;
        Handover handover;
        try {
            board = Board.open(data, interestYears);
        } catch (RuntimeException failure) {
            rooms.close();
            throw failure;
        }
        try {
            handover = Handover.open(rooms, data);
        } catch (IOException | RuntimeException failure) {
            board.close();
            rooms.close();
            throw failure;
        }
        Mail mail = mails == null ? null : new Mail(mails, board.people(), InstantSource.system());
        SpringApplication application = new SpringApplication(Oropos.class);
        application.setDefaultProperties(settings);
        application.addInitializers(context -> {
            var beans = context.getBeanFactory();
            beans.registerSingleton("library", rooms.library());
            beans.registerSingleton("consultation", rooms.consultation());
            beans.registerSingleton("retrieval", rooms.retrieval());
            beans.registerSingleton("reviews", rooms.reviews());
            beans.registerSingleton("people", board.people());
            if (mail != null) {
                beans.registerSingleton("mail", mail);
            }
        });
        ConfigurableApplicationContext pages;
        try {
            pages = application.run();
        } catch (RuntimeException failure) {
            close(handover, board, rooms);
            throw failure;
        }
        Server server = new Server(rooms, board, mail, pages);
        pages.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                server.endRounds();
                close(handover, board, rooms);
            }
        });
        return server;
    }

    /// Has the server remind, hand out news, mail it where a mail server is named, and ask again what could
    /// not be answered.
    synchronized void beginRounds() {
        Rounds begun =
                new Rounds(rooms.reviews(), board.people(), mail, () -> Errand.retried(rooms));
        begun.begin(FIRST_ROUND);
        rounds = begun;
    }

    private synchronized void endRounds() {
        if (rounds != null) {
            rounds.close();
        }
    }

    /// Says so before anything is opened where nothing can be served there.
    static void checkFree(InetAddress host, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException taken) {
            throw Refusal.wrongUse(
                    "nothing can be served at "
                            + host.getHostAddress()
                            + ", port "
                            + port
                            + " ("
                            + taken.getMessage()
                            + "): choose another with --port, or stop what serves there");
        }
    }

    Board board() {
        return board;
    }

    Rooms rooms() {
        return rooms;
    }

    int port() {
        return pages.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        pages.close();
    }

    private static void close(Handover handover, Board board, Rooms rooms) {
        try {
            handover.close();
        } catch (IOException late) {
            System.err.println(
                    "oropos: the local socket could not be closed: " + late.getMessage());
        }
        board.close();
        rooms.close();
    }
}
