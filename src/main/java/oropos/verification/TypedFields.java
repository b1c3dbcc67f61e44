package oropos.verification;

import java.util.Optional;
import java.util.function.Function;
import oropos.library.Claim;

/// The typed fields of a passage that a statement may name, and how each is written.
final class TypedFields {

    private TypedFields() {}

    /// The words of a field as the record has them, or empty where it has none or no such field may
    /// be shown.
    static Optional<String> of(Cited cited, String field) {
        return switch (field) {
            case "n" ->
                    claim(cited, Claim::n)
                            .or(() -> Optional.ofNullable(cited.version().study().n()))
                            .map(String::valueOf);
            case "events" -> claim(cited, Claim::events).map(String::valueOf);
            case "year" -> Optional.ofNullable(cited.source().year()).map(String::valueOf);
            case "issuer" -> Optional.ofNullable(cited.source().issuer());
            case "issuerGrade" -> Optional.ofNullable(cited.source().issuerGrade());
            case "design" -> Optional.of(cited.version().study().design().words());
            case "population" ->
                    Optional.of(cited.population().words()).filter(it -> !it.isEmpty());
            case "intervention" -> claim(cited, Claim::intervention);
            case "comparator" -> claim(cited, Claim::comparator);
            case "outcome" -> claim(cited, Claim::outcome);
            case "strength" -> claim(cited, Claim::strength);
            case "certainty" -> claim(cited, Claim::certainty);
            default -> Optional.empty();
        };
    }

    private static <T> Optional<T> claim(
            Cited cited, Function<Claim, @org.jspecify.annotations.Nullable T> field) {
        Claim claim = cited.claim();
        return claim == null ? Optional.empty() : Optional.ofNullable(field.apply(claim));
    }
}
