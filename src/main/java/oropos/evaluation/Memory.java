package oropos.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/// What memory this process takes, as the operating system counts it: heap, code, caches, native
/// libraries and mapped pages in use.
final class Memory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double KILOBYTES_OF_A_MEGABYTE = 1024;

    private Memory() {}

    /// Resident now, in MB; empty where the system does not say (it is read from Linux's
    /// `/proc/self/status`).
    static OptionalDouble resident() {
        return of("VmRSS:");
    }

    /// The most that was resident since the process started, in MB.
    static OptionalDouble peak() {
        return of("VmHWM:");
    }

    private static OptionalDouble of(String key) {
        if (!Files.isReadable(STATUS)) {
            return OptionalDouble.empty();
        }
        try {
            return read(Files.readAllLines(STATUS), key);
        } catch (IOException unreadable) {
            return OptionalDouble.empty();
        }
    }

    /// @param lines as in `VmRSS:     234567 kB`
    static OptionalDouble read(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).strip().split("\\s+"))
                .filter(words -> words.length == 2 && words[1].equals("kB"))
                .mapToDouble(words -> Double.parseDouble(words[0]) / KILOBYTES_OF_A_MEGABYTE)
                .findFirst();
    }
}
