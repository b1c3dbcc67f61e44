package oropos.answer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the tab-separated lists editors own. Lines that start with `#` are notes.
final class Tables {

    private Tables() {}

    /// What the first line names as the version.
    static String version(String resource) {
        try (InputStream file = Tables.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is not in the jar");
            }
            String first =
                    new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .findFirst()
                            .orElse("");
            if (!first.startsWith(VERSION)) {
                throw new IllegalStateException(resource + " must begin with \"" + VERSION + "\"");
            }
            return first.substring(VERSION.length()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String VERSION = "# version:";

    /// The rows below the heading line, each with exactly `columns` cells.
    static List<List<String>> rows(String resource, int columns) {
        List<List<String>> rows = new ArrayList<>();
        try (InputStream file = Tables.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is not in the jar");
            }
            var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            boolean heading = true;
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (heading) {
                    heading = false;
                    continue;
                }
                List<String> cells = List.of(line.split("\t", -1));
                if (cells.size() != columns) {
                    throw new IllegalArgumentException(
                            resource
                                    + " line "
                                    + number
                                    + " needs "
                                    + columns
                                    + " cells, but has "
                                    + cells.size());
                }
                rows.add(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
