package oropos.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Questions with the statements a good answer holds, as physicians wrote them: JSON lines with
/// `Question`, `Must_have` and `Nice_to_have` (the form of K-QA, Manes et al. 2024,
/// arXiv 2401.14493).
public final class ExpectedStatements {

    private ExpectedStatements() {}

    /// @param number of the line, from 1
    /// @param must what an answer must say
    /// @param nice what it may say
    public record Expected(int number, String question, List<String> must, List<String> nice) {
        public Expected {
            must = List.copyOf(must);
            nice = List.copyOf(nice);
        }
    }

    /// In the order of the file.
    ///
    /// @throws IllegalArgumentException naming the line that cannot be read
    public static List<Expected> of(Path file) throws IOException {
        List<Expected> all = new ArrayList<>();
        try (BufferedReader lines = TextFiles.open(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    all.add(read(line, number, file));
                }
            }
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no question");
        }
        return all;
    }

    /// Questions alone, one a line, where the file is no JSON; a line that begins with # says nothing.
    public static List<Expected> orQuestions(Path file) throws IOException {
        List<Expected> all = new ArrayList<>();
        try (BufferedReader lines = TextFiles.open(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.startsWith("{")) {
                    return of(file);
                }
                if (!line.isBlank() && !line.startsWith("#")) {
                    all.add(new Expected(number, line.strip(), List.of(), List.of()));
                }
            }
        }
        return all;
    }

    /// One half, so that what is chosen on it can be judged on the other.
    ///
    /// @param half A, B, or null for all
    public static List<Expected> half(List<Expected> all, @Nullable String half) {
        if (half == null) {
            return all;
        }
        if (!half.equals("A") && !half.equals("B")) {
            throw new IllegalArgumentException("a half is A or B, not " + half);
        }
        return all.stream()
                .filter(one -> RefusalRun.isHalfA(one.question()) == half.equals("A"))
                .toList();
    }

    private static Expected read(String line, int number, Path file) {
        try {
            JsonNode object = JsonMapper.shared().readTree(line);
            String question = object.path("Question").asString("").strip();
            List<String> must = texts(object.path("Must_have"));
            if (!question.isEmpty() && !must.isEmpty()) {
                return new Expected(number, question, must, texts(object.path("Nice_to_have")));
            }
        } catch (JacksonException broken) {
            // told below
        }
        throw new IllegalArgumentException(
                file
                        + ", line "
                        + number
                        + ": a JSON object with \"Question\" and \"Must_have\" is expected");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : list) {
            String text = one.asString("").strip();
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }
}
