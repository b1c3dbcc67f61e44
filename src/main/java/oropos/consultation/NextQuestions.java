package oropos.consultation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import oropos.answer.Answer;
import oropos.answer.UnderstoodView;
import oropos.question.Asked;
import oropos.question.FollowUp;
import oropos.question.FollowUps;
import oropos.question.Reader;
import oropos.terminology.Concept;
import oropos.terminology.Mention;
import oropos.terminology.Terminology;

/// What may be asked next.
///
/// A suggestion that the library cannot answer wastes the time of somebody with a patient in front of
/// them. So each is asked before it is offered, in the words it will be asked in, against the same
/// thread: only what is answered, and says something new, is offered. What may be tried is a file that
/// editors own (`consultation/next-questions.tsv`).
///
/// This costs as much as the questions tried. It is done where somebody looks for it, never while an
/// answer is made, and sends nothing to a language model.
final class NextQuestions {

    /// Offered at most: what is read at a glance.
    static final int MOST = 4;

    /// Tried at most, which bounds the cost at that many answers.
    static final int TRIED = 12;

    /// Offered of the same row, so that four drugs do not fill the list.
    static final int OF_A_ROW = 2;

    /// As if named so often in the answer: what is asked about comes first.
    private static final int OFTENEST = 1_000;

    private static final String FILE = "/consultation/next-questions.tsv";
    private static final int COLUMNS = 7;

    /// The longest name put into a question, in characters.
    private static final int LONGEST_NAME = 80;

    /// A finding that is denied or somebody else's is not what is asked about.
    private static final Set<String> ASKED_ABOUT = Set.of("present", "possible");

    private record Row(
            String key,
            String kind,
            String about,
            List<String> after,
            String words,
            String plain,
            String source) {}

    private final List<Row> rows;
    private final FollowUps followUps;
    private final Terminology terminology;
    private final Function<Asked, Answer> preview;

    /// @param preview answers without telling anybody and without a language model
    NextQuestions(FollowUps followUps, Terminology terminology, Function<Asked, Answer> preview) {
        this.rows = read();
        this.followUps = followUps;
        this.terminology = terminology;
        this.preview = preview;
    }

    /// Questions that follow an answer, the most telling first.
    ///
    /// @param before the texts of the thread, this answer's last
    List<String> of(List<String> before, Answer answer, Reader reader) {
        if (answer.outcome().kind().equals("abstained")
                || answer.parts() != null
                || answer.urgent().stream().anyMatch(sign -> sign.severity().equals("now"))) {
            return List.of();
        }
        Set<String> said = texts(answer);
        List<String> offered = new ArrayList<>();
        Map<String, Integer> ofRow = new LinkedHashMap<>();
        Set<String> first = new HashSet<>();
        int tried = 0;
        for (Map.Entry<String, Row> candidate : candidates(answer, reader).entrySet()) {
            if (offered.size() == MOST || tried == TRIED) {
                break;
            }
            String row = candidate.getValue().key();
            if (ofRow.getOrDefault(row, 0) == OF_A_ROW) {
                continue;
            }
            tried++;
            Optional<Answer> next = answered(before, candidate, reader);
            if (next.isPresent()
                    && texts(next.get()).stream().anyMatch(text -> !said.contains(text))
                    && first.add(head(next.get()))) {
                offered.add(candidate.getKey());
                ofRow.merge(row, 1, Integer::sum);
            }
        }
        return List.copyOf(offered);
    }

    private Optional<Answer> answered(
            List<String> before, Map.Entry<String, Row> candidate, Reader reader) {
        if (!(followUps.read(before, candidate.getKey()) instanceof FollowUp.Question question)) {
            return Optional.empty();
        }
        Answer answer = preview.apply(Asked.by(reader, question.text()));
        String kind = candidate.getValue().kind();
        boolean understood = kind.equals("-") || kind.equals(answer.understood().kind());
        return understood && isAnswer(answer) ? Optional.of(answer) : Optional.empty();
    }

    private static boolean isAnswer(Answer answer) {
        return !answer.outcome().kind().equals("abstained")
                && !(answer.bottomLine().lead().isEmpty()
                        && answer.bottomLine().branches().isEmpty());
    }

    private static String head(Answer answer) {
        StringBuilder head = new StringBuilder(answer.understood().kind());
        answer.bottomLine().lead().forEach(one -> head.append('\n').append(one.text()));
        answer.bottomLine()
                .branches()
                .forEach(branch ->
                        branch.statements().forEach(one -> head.append('\n').append(one.text())));
        return head.toString();
    }

    /// Questions with the row each comes from, in the order they are tried: of each row its first, then
    /// of each its second.
    private Map<String, Row> candidates(Answer answer, Reader reader) {
        Map<String, List<String>> subjects =
                Map.of(
                        "condition",
                        answer.bottomLine().branches().stream()
                                .map(Answer.Branch::condition)
                                .map(NextQuestions::withoutIf)
                                .filter(words -> !words.isEmpty())
                                .toList(),
                        "outcome",
                        answer.conflicts().stream().map(Answer.Conflict::outcome).toList(),
                        "problem",
                        answer.understood().problems().stream()
                                .filter(one -> ASKED_ABOUT.contains(one.assertion()))
                                .map(UnderstoodView.FindingView::words)
                                .distinct()
                                .toList(),
                        "people",
                        answer.adultOrIndirect().isEmpty()
                                ? List.of()
                                : List.of("adults", "children"),
                        "drug",
                        drugs(answer));
        boolean isPlain = reader == Reader.PATIENT || reader == Reader.CARER;
        Map<String, Row> candidates = new LinkedHashMap<>();
        for (int at = 0; at < OF_A_ROW + 1; at++) {
            for (Row row : rows) {
                List<String> names = Objects.requireNonNull(subjects.get(row.about()));
                if (row.after().contains(answer.understood().kind()) && at < names.size()) {
                    String name = names.get(at);
                    if (name.length() <= LONGEST_NAME) {
                        candidates.putIfAbsent(
                                (isPlain ? row.plain() : row.words()).replace("{0}", name), row);
                    }
                }
            }
        }
        return candidates;
    }

    /// "If no injury explains the fractures" without its "If"; nothing where it begins otherwise.
    private static String withoutIf(String condition) {
        return condition.regionMatches(true, 0, "if ", 0, 3) ? condition.substring(3) : "";
    }

    /// The drugs that are asked about and those an answer names, these by how often; each in the words
    /// it is named by most often.
    private List<String> drugs(Answer answer) {
        Map<String, Map<String, Integer>> named = new LinkedHashMap<>();
        for (UnderstoodView.FindingView asked : answer.understood().drugs()) {
            named.computeIfAbsent(asked.id(), id -> new TreeMap<>())
                    .merge(asked.words().toLowerCase(Locale.ROOT), OFTENEST, Integer::sum);
        }
        for (String text : texts(answer)) {
            for (Mention mention : terminology.read(text).mentions()) {
                if (mention.concept().kind() == Concept.Kind.DRUG) {
                    named.computeIfAbsent(mention.concept().id(), id -> new TreeMap<>())
                            .merge(mention.words().toLowerCase(Locale.ROOT), 1, Integer::sum);
                }
            }
        }
        String head = head(answer).toLowerCase(Locale.ROOT);
        return named.values().stream()
                .filter(words ->
                        times(words) > 1 || words.keySet().stream().anyMatch(head::contains))
                .sorted(Comparator.comparing(NextQuestions::times).reversed())
                .map(words -> Collections.max(words.entrySet(), Map.Entry.comparingByValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int times(Map<String, Integer> words) {
        return words.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Every text an answer says for this patient, in its order.
    private static Set<String> texts(Answer answer) {
        Set<String> texts = new LinkedHashSet<>();
        Stream.of(
                        answer.bottomLine().lead().stream(),
                        answer.bottomLine().branches().stream()
                                .map(Answer.Branch::statements)
                                .flatMap(Collection::stream),
                        answer.sections().stream()
                                .map(Answer.Section::statements)
                                .flatMap(Collection::stream))
                .flatMap(statements -> statements)
                .forEach(statement -> texts.add(statement.text()));
        return texts;
    }

    private static List<Row> read() {
        try (BufferedReader file =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        NextQuestions.class.getResourceAsStream(FILE)),
                                StandardCharsets.UTF_8))) {
            return file.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .skip(1)
                    .map(NextQuestions::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split("\t", -1);
        boolean whole =
                cells.length == COLUMNS
                        && Set.of("drug", "problem", "outcome", "condition", "people")
                                .contains(cells[2])
                        && cells[4].contains("{0}")
                        && cells[5].contains("{0}")
                        && !cells[6].isBlank();
        if (!whole) {
            throw new IllegalStateException(
                    FILE + ": a row needs " + COLUMNS + " cells and {0} in its words: " + line);
        }
        return new Row(
                cells[0],
                cells[1],
                cells[2],
                List.of(cells[3].split(",")),
                cells[4],
                cells[5],
                cells[6]);
    }
}
