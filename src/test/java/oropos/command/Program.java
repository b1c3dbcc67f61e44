package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The program as it is shipped, without the tests' classes, in a process of its own.
final class Program implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)");

    /// Where the classes of the tests are.
    private static final Path TESTS =
            Path.of(
                    URI.create(
                            Program.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toString()));

    private final Process process;
    private final Path complaints;
    private int port;

    private Program(Process process, Path complaints) {
        this.process = process;
        this.complaints = complaints;
    }

    static Program run(Object... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.util.logging.config.file=tools/logging.properties",
                        "-cp",
                        Arrays.stream(
                                        System.getProperty("java.class.path")
                                                .split(File.pathSeparator))
                                .filter(part -> !Path.of(part).toAbsolutePath().equals(TESTS))
                                .collect(Collectors.joining(File.pathSeparator)),
                        Main.class.getName()));
        Arrays.stream(words).map(Object::toString).forEach(command::add);
        Path complaints = Files.createTempFile("oropos", ".err");
        return new Program(
                new ProcessBuilder(command).redirectError(complaints.toFile()).start(), complaints);
    }

    /// A server, as soon as it answers.
    static Program serving(Path data, Object... more) throws IOException {
        List<Object> words =
                new ArrayList<>(List.of("--data", data, "--no-vectors", "serve", "--port", 0));
        words.addAll(List.of(more));
        Program program = run(words.toArray());
        String line = program.out().readLine();
        Matcher address = ADDRESS.matcher(String.valueOf(line));
        assertThat(address.find()).as(line + program.err()).isTrue();
        program.port = Integer.parseInt(address.group(1));
        return program;
    }

    int port() {
        return port;
    }

    BufferedReader out() {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    Process process() {
        return process;
    }

    String err() {
        try {
            return Files.readString(complaints);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int exit() {
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("it ends").isTrue();
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        exit();
        Files.deleteIfExists(complaints);
    }
}
