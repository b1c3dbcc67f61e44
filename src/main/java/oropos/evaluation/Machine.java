package oropos.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// The machine a measurement ran on, in words.
final class Machine {

    private static final Path TOTAL = Path.of("/proc/meminfo");
    private static final double MEGABYTES_OF_A_GIGABYTE = 1024;

    private Machine() {}

    static String words() {
        StringBuilder words = new StringBuilder();
        words.append(Runtime.getRuntime().availableProcessors()).append(" processors (");
        words.append(System.getProperty("os.arch")).append("), ");
        memory().ifPresent(total ->
                words.append(
                        String.format(
                                Locale.ROOT,
                                "%.1f GB of memory, ",
                                total / MEGABYTES_OF_A_GIGABYTE)));
        words.append(System.getProperty("os.name")).append(' ');
        words.append(System.getProperty("os.version"));
        return words.toString();
    }

    static String java() {
        return System.getProperty("java.vm.name")
                + " "
                + System.getProperty("java.runtime.version")
                + ", heap at most "
                + (Runtime.getRuntime().maxMemory() >> 20)
                + " MB";
    }

    private static OptionalDouble memory() {
        if (!Files.isReadable(TOTAL)) {
            return OptionalDouble.empty();
        }
        try {
            List<String> lines = Files.readAllLines(TOTAL);
            return Memory.read(lines, "MemTotal:");
        } catch (IOException unreadable) {
            return OptionalDouble.empty();
        }
    }
}
