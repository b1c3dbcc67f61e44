package oropos.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.consultation.Consultation;
import oropos.library.Progress;
import oropos.question.Asked;
import oropos.question.Reader;

/// Whether what heads an answer tells what was asked, counted against a file of one of two forms.
///
/// Keyed (`question`, `wanted`, `source`, `key`): where `wanted` is `head`, a head that matches the key is
/// right; else silence is. Judged (`question`, `sentence`, `judged`): people held sentences of the library
/// against the question. A sentence stands there as the first twelve digits of the SHA-256 of its words,
/// so that no text of others is copied; `A` answers, `P` is a part of an answer or near one, `N` does not
/// answer.
public final class HeadRun {

    private static final String KEYED = "question\twanted\tsource\tkey";
    private static final String JUDGED = "question\tsentence\tjudged";
    private static final int DIGITS = 12;
    private static final String SILENT = "silent";

    private HeadRun() {}

    /// One question with what is known of what may head its answer.
    ///
    /// @param key matches a head that is right; null where silence is right, and in the judged form
    /// @param judged letters by the digest of a sentence; empty in the keyed form
    public record Known(String question, @Nullable Pattern key, Map<String, String> judged) {
        public Known {
            judged = Map.copyOf(judged);
        }

        boolean isAnswered() {
            return key != null || judged.containsValue("A");
        }

        boolean isHalfA() {
            return Character.digit(digest(question).charAt(0), 16) % 2 == 0;
        }

        /// What a head is: right or other where keyed, its letter where judged, `?` where nobody judged it.
        String said(String text, String quote) {
            if (text.isEmpty()) {
                return SILENT;
            }
            if (judged.isEmpty()) {
                return key != null && key.matcher(text).find() ? "right" : "other";
            }
            return judged.getOrDefault(digest(quote), "?");
        }
    }

    /// @param counts how many heads are what, for each half and for what is right: "A answered"
    public record Outcome(int questions, Map<String, Map<String, Integer>> counts) {
        public Outcome {
            counts = Map.copyOf(counts);
        }

        public String text() {
            return questions
                    + " questions; half and what the library holds: what heads the answer\n"
                    + new TreeMap<>(counts)
                            .entrySet().stream()
                                    .map(one -> one.getKey() + ": " + one.getValue())
                                    .collect(Collectors.joining("\n"));
        }
    }

    /// @throws IllegalArgumentException naming the line that cannot be read
    public static List<Known> known(Path file) throws IOException {
        List<Known> all = new ArrayList<>();
        Map<String, Map<String, String>> judged = new LinkedHashMap<>();
        String form = null;
        try (BufferedReader lines = TextFiles.open(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String where = file + ", line " + number + ": ";
                if (form == null) {
                    form = line.strip();
                    if (!form.equals(KEYED) && !form.equals(JUDGED)) {
                        throw new IllegalArgumentException(
                                where
                                        + "the columns \""
                                        + KEYED.replace('\t', ' ')
                                        + "\" or \""
                                        + JUDGED.replace('\t', ' ')
                                        + "\" are expected, parted by tabs");
                    }
                    continue;
                }
                String[] cells = line.split("\t", -1);
                if (cells.length != form.split("\t").length) {
                    throw new IllegalArgumentException(
                            where + "it has " + cells.length + " columns, the first line others");
                }
                if (form.equals(KEYED)) {
                    all.add(keyed(cells, where));
                } else {
                    judged.computeIfAbsent(cells[0], any -> new LinkedHashMap<>())
                            .put(cells[1], cells[2]);
                }
            }
        }
        judged.forEach((question, letters) -> all.add(new Known(question, null, letters)));
        if (all.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no question");
        }
        return all;
    }

    private static Known keyed(String[] cells, String where) {
        try {
            Pattern key =
                    cells[1].equals("head")
                            ? Pattern.compile(cells[3], Pattern.CASE_INSENSITIVE)
                            : null;
            return new Known(cells[0], key, Map.of());
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(
                    where + "\"" + cells[3] + "\" is no regular expression", wrong);
        }
    }

    public static Outcome of(Consultation consultation, List<Known> known, Progress progress) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        int done = 0;
        for (Known one : known) {
            Answer answer =
                    consultation.ask(Asked.by(Reader.PHYSICIAN, one.question()), stage -> {});
            List<Answer.Statement> lead = answer.bottomLine().lead();
            String text =
                    lead.stream().map(Answer.Statement::text).collect(Collectors.joining(" "));
            String quote =
                    lead.isEmpty() || lead.getFirst().citations().isEmpty()
                            ? ""
                            : lead.getFirst().citations().getFirst().quote();
            counts.computeIfAbsent(
                            (one.isHalfA() ? "A " : "B ")
                                    + (one.isAnswered() ? "answered" : "not answered"),
                            any -> new TreeMap<>())
                    .merge(one.said(text, quote), 1, Integer::sum);
            progress.step(++done, known.size(), "questions");
        }
        return new Outcome(known.size(), counts);
    }

    /// Twelve digits of the SHA-256 of a sentence, whatever white space it has.
    static String digest(String sentence) {
        try {
            byte[] all =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    sentence.strip()
                                            .replaceAll("\\s+", " ")
                                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
