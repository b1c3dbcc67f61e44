package oropos.answer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the question was understood to be, as an answer tells it.
///
/// @param askedFor how a question that tells of several people names the one it is asked for; null
///     where it tells of one, or is asked for several
/// @param others who else it tells of, and what is told of them; null where it tells of one
public record UnderstoodView(
        PatientView patient,
        String kind,
        String reader,
        List<FindingView> problems,
        List<FindingView> drugs,
        List<FindingView> procedures,
        List<FindingView> tests,
        List<String> unknownWords,
        List<RemovedView> removed,
        @Nullable String askedFor,
        @Nullable List<PersonView> others) {

    /// Of a question that tells of one person.
    public UnderstoodView(
            PatientView patient,
            String kind,
            String reader,
            List<FindingView> problems,
            List<FindingView> drugs,
            List<FindingView> procedures,
            List<FindingView> tests,
            List<String> unknownWords,
            List<RemovedView> removed) {
        this(
                patient,
                kind,
                reader,
                problems,
                drugs,
                procedures,
                tests,
                unknownWords,
                removed,
                null,
                null);
    }

    /// Somebody told of who is not the one it is asked for.
    ///
    /// @param who as the question names them
    /// @param relation self, partner, child, mother, father, sibling, grandparent, relative, friend or
    ///     patient
    public record PersonView(
            String who, String relation, PatientView patient, List<FindingView> findings) {}

    public record PatientView(
            @Nullable AgeView age,
            @Nullable String ageRange,
            List<String> ageGroups,
            @Nullable String sex,
            @Nullable Boolean pregnant,
            @Nullable Boolean lactating,
            Map<String, String> facts) {}

    /// @param unit UCUM: d, wk, mo, a
    public record AgeView(double value, String unit) {}

    /// @param assertion present, negated, possible, past or family
    public record FindingView(
            String id,
            String name,
            String words,
            String assertion,
            List<String> levels,
            @Nullable String side) {}

    public record RemovedView(String kind, String replacement, @Nullable Boolean restored) {
        public RemovedView(String kind, String replacement) {
            this(kind, replacement, null);
        }
    }
}
