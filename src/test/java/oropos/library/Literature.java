package oropos.library;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// The real files that are kept out of the repository: at OROPOS_SHARED or ../shared/data.
public final class Literature {

    private Literature() {}

    /// A file or folder of it; the test is skipped, saying so, where it is absent.
    public static Path at(String path) {
        String stated = System.getenv("OROPOS_SHARED");
        Path shared = Path.of(stated == null ? "../shared/data" : stated);
        Path wanted = shared.resolve(path);
        assumeTrue(Files.exists(wanted), "real data absent: " + wanted + " (set OROPOS_SHARED)");
        return wanted;
    }
}
