package oropos.answer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import oropos.question.Reader;

/// An answer as one reader sees it: which words a statement has, and in which order they come. Pages
/// and the terminal show this and decide nothing of their own.
public final class ReaderView {

    private final Answer answer;
    private final Map<String, List<String>> told = new HashMap<>();
    private final boolean inOwnOrder;

    /// @param reader who reads; a reader the answer was not told to reads it as it stands
    public ReaderView(Answer answer, Reader reader) {
        this.answer = answer;
        List<Answer.Telling> tellings =
                answer.tellings() == null ? null : answer.tellings().get(reader.code());
        this.inOwnOrder = tellings != null;
        if (tellings != null) {
            tellings.forEach(one -> told.put(one.id(), lines(one.text())));
        }
    }

    /// The words with their list, then a line for each thing below them.
    static List<String> lines(String telling) {
        return Arrays.asList(telling.split("\n(?!" + ListedItems.BULLET + ")"));
    }

    /// Whether this reader has words and an order of their own.
    public boolean isTold() {
        return inOwnOrder;
    }

    /// The words of a statement.
    public String words(Answer.Statement statement) {
        List<String> lines = told.get(statement.id());
        return lines == null ? statement.text() : lines.getFirst();
    }

    /// The lines that explain its terms.
    public List<String> terms(Answer.Statement statement) {
        List<String> lines = told.get(statement.id());
        return lines == null ? List.of() : lines.subList(1, lines.size());
    }

    /// The sections in this reader's order; only for a reader the answer was told to.
    public List<ReaderSection> sections() {
        return ReaderPlan.shipped().sections(answer);
    }

    /// Whether a statement is folded away for professionals.
    public boolean isForProfessionals(Answer.Statement statement) {
        return inOwnOrder && ReaderPlan.isForProfessionals(statement);
    }

    /// How hard the words of this reader are, statements and explanations together; as they stand for a
    /// reader without words of their own. What is folded away for professionals is not counted, unless
    /// there is nothing else.
    ///
    /// @throws IllegalArgumentException where the answer has no statement
    public Readability readability() {
        String open =
                ReaderPlan.shipped().order(answer).stream()
                        .filter(one -> !isForProfessionals(one))
                        .map(this::open)
                        .collect(Collectors.joining("\n"));
        return Readability.of(open.isBlank() ? wholly() : open);
    }

    /// The same with all that is folded away.
    public Readability readabilityOfAll() {
        return Readability.of(wholly());
    }

    private String wholly() {
        return ReaderPlan.shipped().order(answer).stream()
                .map(one ->
                        inOwnOrder
                                ? String.join("\n", told.getOrDefault(one.id(), List.of()))
                                : one.text())
                .collect(Collectors.joining("\n"));
    }

    private String open(Answer.Statement statement) {
        return inOwnOrder
                ? told.getOrDefault(statement.id(), List.of()).stream()
                        .filter(line -> !LayTellings.isForProfessionals(line))
                        .collect(Collectors.joining("\n"))
                : statement.text();
    }
}
