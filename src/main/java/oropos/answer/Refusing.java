package oropos.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import oropos.question.Understood;

/// The answer to what cannot be searched: it abstains, says why, and still shows urgent signs.
final class Refusing {

    private Refusing() {}

    static Answer answer(Understood.Refused refused, LocalDate asOf) {
        Map<String, String> rules = new TreeMap<>();
        rules.put("question", refused.rules());
        List<Answer.UrgentSign> urgent = refused.urgent().stream().map(Views::of).toList();
        return new Answer(
                Answer.SCHEMA,
                null,
                refused.asked(),
                "Question not answered",
                new UnderstoodView(
                        new UnderstoodView.PatientView(
                                null, null, List.of(), null, null, null, new TreeMap<>()),
                        "definition",
                        refused.reader().code(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Views.removed(refused.removed())),
                urgent,
                List.of(),
                new Answer.Outcome("abstained", refused.reason(), refused.words(), List.of()),
                new Answer.BottomLine(List.of(), List.of(), emptyCard(asOf)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                0.0,
                new Answer.Basis(
                        0,
                        0,
                        0,
                        new TreeMap<>(),
                        new TreeMap<>(),
                        asOf.toString(),
                        Basing.METHOD,
                        Basing.LIMITS,
                        rules),
                null);
    }

    private static Answer.Card emptyCard(LocalDate asOf) {
        return new Answer.Card(
                List.of(),
                List.of(),
                "not reported",
                "",
                "not reported",
                List.of(),
                List.of(),
                "evidence to " + asOf);
    }
}
