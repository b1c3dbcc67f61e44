package oropos.command;

import java.io.IOException;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import oropos.Oropos;
import oropos.library.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Serves the pages and the JSON interface.
@Command(
        name = "serve",
        description = "Serves the pages and the JSON interface.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    /// The process stays when the command returns.
    static final int STAYS = -1;

    @ParentCommand @Nullable Main main;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Port (default: ${DEFAULT-VALUE}).")
    int port = 8080;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description =
                    "Address to bind (default: ${DEFAULT-VALUE}, this machine only). Another one needs --behind-proxy.")
    String host = "127.0.0.1";

    @Option(
            names = "--behind-proxy",
            description =
                    "A proxy in front ends TLS and sets X-Forwarded-For; without it only this machine is served.")
    boolean behindProxy;

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            split = ",",
            description = "Host names a browser may ask for, behind a proxy.")
    String[] hosts = {};

    @Option(
            names = "--train",
            hidden = true,
            description = "Start, ask once, stop: what the build does to fill the start-up cache.")
    boolean train;

    @Override
    public Integer call() throws IOException {
        Main main = Objects.requireNonNull(this.main);
        if (!InetAddress.getByName(host).isLoopbackAddress() && !behindProxy) {
            throw new IllegalArgumentException(
                    "--host "
                            + host
                            + " would serve other machines without TLS. Put a proxy that ends TLS in front and say --behind-proxy, or leave --host away.");
        }
        Rooms rooms = Rooms.toWrite(main.data, main.vectors);
        Handover handover = Handover.open(rooms, main.data);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.address", host);
        settings.put("server.port", train ? 0 : port);
        settings.put("server.forward-headers-strategy", behindProxy ? "native" : "none");
        settings.put("oropos.hosts", String.join(",", hosts));
        settings.put("oropos.behind-proxy", behindProxy);
        SpringApplication application = new SpringApplication(Oropos.class);
        application.setDefaultProperties(settings);
        application.addInitializers(context -> {
            var beans = context.getBeanFactory();
            beans.registerSingleton("library", rooms.library());
            beans.registerSingleton("consultation", rooms.consultation());
        });
        ConfigurableApplicationContext context = application.run();
        context.addApplicationListener(event -> {
            if (event instanceof org.springframework.context.event.ContextClosedEvent) {
                close(handover, rooms);
            }
        });
        if (train) {
            rooms.consultation()
                    .ask(
                            oropos.question.Asked.by(oropos.question.Reader.PHYSICIAN, TRAINING),
                            stage -> {});
            context.close();
            return Main.DONE;
        }
        Snapshot snapshot = rooms.library().snapshot();
        System.out.println(
                "Oropos serves http://"
                        + (host.equals("127.0.0.1") ? "localhost" : host)
                        + ":"
                        + port);
        System.out.println(
                "The library holds "
                        + snapshot.sources()
                        + " sources and is as of "
                        + snapshot.date()
                        + ". Stop with Ctrl-C.");
        System.out.flush();
        return STAYS;
    }

    private static final String TRAINING =
            "Should a 67-year-old woman be screened for osteoporosis?";

    private static void close(Handover handover, Rooms rooms) {
        try {
            handover.close();
        } catch (IOException late) {
            System.err.println(
                    "oropos: the local socket could not be closed: " + late.getMessage());
        }
        rooms.close();
    }
}
