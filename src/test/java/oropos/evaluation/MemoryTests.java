package oropos.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTests {

    private static final List<String> STATUS =
            List.of("Name:\tjava", "VmHWM:\t  409600 kB", "VmRSS:\t  204800 kB", "Threads:\t12");

    @Test
    void readsKilobytesOfTheSystemAsMegabytes() {
        assertThat(Memory.read(STATUS, "VmRSS:")).hasValue(200);
        assertThat(Memory.read(STATUS, "VmHWM:")).hasValue(400);
    }

    @Test
    void saysNothingWhereTheSystemSaysNothing() {
        assertThat(Memory.read(STATUS, "VmSwap:")).isEmpty();
        assertThat(Memory.read(List.of("VmRSS: many"), "VmRSS:")).isEmpty();
        assertThat(Memory.read(List.of("VmRSS: 12 MB"), "VmRSS:")).isEmpty();
    }

    @Test
    void thisProcessIsNoSmallerThanAJavaMachineAndNoLargerThanItsPeak() {
        assumeThat(Path.of("/proc/self/status")).as("Linux's /proc").is(readable());
        double now = Memory.resident().orElseThrow();
        assertThat(now).isGreaterThan(20);
        assertThat(Memory.peak().orElseThrow()).isGreaterThanOrEqualTo(now - 1);
    }

    private static org.assertj.core.api.Condition<Path> readable() {
        return new org.assertj.core.api.Condition<>(Files::isReadable, "readable");
    }
}
