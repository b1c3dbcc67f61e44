package oropos.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import oropos.answer.Answer;
import oropos.answer.UnderstoodView;

/// Which topics were asked about since the server began, and how often they got no answer: what an
/// administrator would add to the library next.
///
/// Counted are the vocabulary's name of the first problem, drug or procedure and the kind of question.
/// No word of a question is kept, nor who asked, nor when; a topic asked about once is shown like any
/// other, because its name is one of tens of thousands in a public vocabulary and names nobody.
@Component
class Coverage {

    /// Topics counted; what comes after is counted as one.
    static final int MOST = 2_000;

    private static final String OTHER = "other topics";
    private static final String NONE = "no topic recognised";

    private final Map<Topic, Count> counts = new ConcurrentHashMap<>();

    record Topic(String name, String kind) {}

    /// @param asked how often
    /// @param partly how often only in part
    /// @param unanswered how often not at all
    record Count(int asked, int partly, int unanswered) {
        Count and(String outcome) {
            return new Count(
                    asked + 1,
                    partly + (outcome.equals("partly") ? 1 : 0),
                    unanswered + (outcome.equals("abstained") ? 1 : 0));
        }
    }

    record Row(String name, String kind, Count count) {}

    void add(Answer answer) {
        if (answer.parts() != null) {
            answer.parts().forEach(this::add);
            return;
        }
        Topic topic = new Topic(name(answer.understood()), answer.understood().kind());
        Topic counted =
                counts.containsKey(topic) || counts.size() < MOST ? topic : new Topic(OTHER, "");
        counts.merge(
                counted,
                new Count(0, 0, 0).and(answer.outcome().kind()),
                (before, one) -> before.and(answer.outcome().kind()));
    }

    private static String name(UnderstoodView read) {
        for (List<UnderstoodView.FindingView> findings :
                List.of(read.problems(), read.drugs(), read.procedures(), read.tests())) {
            if (!findings.isEmpty()) {
                return findings.getFirst().name();
            }
        }
        return NONE;
    }

    /// What was answered worst, first.
    List<Row> worst(int most) {
        return counts.entrySet().stream()
                .map(one -> new Row(one.getKey().name(), one.getKey().kind(), one.getValue()))
                .sorted(
                        Comparator.comparingInt((Row row) -> -row.count().unanswered())
                                .thenComparingInt(row -> -row.count().partly())
                                .thenComparingInt(row -> -row.count().asked())
                                .thenComparing(Row::name)
                                .thenComparing(Row::kind))
                .limit(most)
                .toList();
    }
}
