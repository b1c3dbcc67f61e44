package oropos.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// How relevant sources are to questions, as people judged them: TREC's lines `qid 0 id grade`, or
/// `qid<TAB>id<TAB>grade` with or without a header, as BEIR has them. What was not judged has grade 0.
public final class Judgments {

    private final Map<String, Map<String, Double>> grades;

    private Judgments(Map<String, Map<String, Double>> grades) {
        this.grades = grades;
    }

    /// The questions that have judgments, in the order of the file.
    Set<String> questions() {
        return grades.keySet();
    }

    /// The grades of one question by source, empty where nobody judged it.
    Map<String, Double> of(String question) {
        return grades.getOrDefault(question, Map.of());
    }

    /// @throws IllegalArgumentException naming the line that cannot be read
    public static Judgments of(Path file) throws IOException {
        Map<String, Map<String, Double>> grades = new LinkedHashMap<>();
        try (BufferedReader lines = TextFiles.open(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                String[] parts = parts(line);
                OptionalDouble grade = parts.length == 3 ? grade(parts[2]) : OptionalDouble.empty();
                if (grade.isPresent()) {
                    grades.computeIfAbsent(parts[0], question -> new LinkedHashMap<>())
                            .merge(parts[1], grade.getAsDouble(), Math::max);
                } else if (number > 1) {
                    throw new IllegalArgumentException(
                            file
                                    + ", line "
                                    + number
                                    + ": \"qid 0 id grade\", or qid, id and grade with tabs"
                                    + " between, is expected, but it is \""
                                    + line
                                    + '"');
                }
            }
        }
        if (grades.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no judgment");
        }
        return new Judgments(grades);
    }

    /// Question, source and grade; an id may hold spaces where tabs divide the line, or where it
    /// stands between TREC's second and last column.
    private static String[] parts(String line) {
        String[] tabbed = line.split("\t");
        if (tabbed.length == 3) {
            return new String[] {tabbed[0].strip(), tabbed[1], tabbed[2].strip()};
        }
        if (tabbed.length == 4) {
            return new String[] {tabbed[0].strip(), tabbed[2], tabbed[3].strip()};
        }
        String[] spaced = line.strip().split("\\s+");
        if (spaced.length == 3) {
            return spaced;
        }
        if (spaced.length < 4) {
            return new String[0];
        }
        String rest = line.strip().split("\\s+", 3)[2];
        String grade = spaced[spaced.length - 1];
        return new String[] {
            spaced[0], rest.substring(0, rest.length() - grade.length()).strip(), grade
        };
    }

    private static OptionalDouble grade(String words) {
        try {
            double grade = Double.parseDouble(words);
            return Double.isFinite(grade) ? OptionalDouble.of(grade) : OptionalDouble.empty();
        } catch (NumberFormatException header) {
            return OptionalDouble.empty();
        }
    }
}
