package oropos.question;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a question is about that asks for a test or for care of somebody well: screening
/// ([ScreeningTests]) or advice, supplements and medicines ([PreventiveCare]).
final class Prevention {

    /// Kinds of question in which a test is asked about, and not what it shows, costs or does.
    private static final Set<QuestionKind> WHETHER_TO_TEST =
            Set.of(
                    QuestionKind.PREVENTION,
                    QuestionKind.THERAPY,
                    QuestionKind.DIAGNOSIS,
                    QuestionKind.DEFINITION,
                    QuestionKind.PROCEDURE,
                    QuestionKind.MONITORING);

    /// What a question is about.
    ///
    /// @param opening how its title begins, or null where its kind says so
    /// @param screens whether it asks for a test, `cares` whether for other care, of somebody well
    record Matter(
            QuestionKind kind,
            @Nullable String opening,
            List<Finding> problems,
            List<Finding> drugs,
            List<Finding> procedures,
            List<Finding> tests,
            boolean screens,
            boolean cares) {

        Stream<Finding> findings() {
            return Stream.of(problems, drugs, procedures, tests).flatMap(List::stream);
        }

        /// Whether the words say nothing beside it.
        boolean isOfTheWell() {
            return screens || cares;
        }
    }

    private final ScreeningTests tests;
    private final PreventiveCare care;

    Prevention(ScreeningTests tests, PreventiveCare care) {
        this.tests = tests;
        this.care = care;
    }

    /// @param told what the words name, with the kind they were heard as
    /// @param corrected whether the kind was set by whoever asked: then it stays
    Matter of(Matter told, Reading reading, boolean corrected) {
        // "Should I take vitamins before pregnancy?" is read as whether they harm.
        boolean mayHarm = told.kind() == QuestionKind.HARM;
        if (corrected || !mayHarm && !WHETHER_TO_TEST.contains(told.kind())) {
            return told;
        }
        boolean prevention = told.kind() == QuestionKind.PREVENTION;
        List<Finding> screened =
                told.drugs().isEmpty() && !mayHarm
                        ? tests.problems(reading.wording(), told.problems(), prevention)
                        : List.of();
        if (!screened.isEmpty()) {
            // "after a hysterectomy": told, not asked for
            return new Matter(
                    QuestionKind.PREVENTION,
                    "Screening for",
                    screened,
                    told.drugs(),
                    List.of(),
                    Stream.concat(told.tests().stream(), tests.screening().stream())
                            .distinct()
                            .toList(),
                    true,
                    false);
        }
        PreventiveCare.Meant meant =
                care.of(
                        reading.wording(),
                        PreventiveCare.all(told.problems(), told.drugs(), told.procedures()));
        return meant == null
                ? told
                : new Matter(
                        QuestionKind.PREVENTION,
                        "Advice on",
                        meant.problems(),
                        meant.drugs(),
                        meant.procedures(),
                        List.of(),
                        false,
                        true);
    }
}
