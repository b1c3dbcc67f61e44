package oropos.verification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.library.Held;
import oropos.library.Passage;
import oropos.library.SourceId;
import oropos.library.Version;

/// The record as it is open during one check: each version is read once.
final class OpenRecord {

    private final Records records;
    private final Map<String, Optional<Version>> read = new HashMap<>();

    OpenRecord(Records records) {
        this.records = records;
    }

    Optional<Version> version(String source, String hash) {
        return read.computeIfAbsent(
                source + "@" + hash,
                key -> {
                    try {
                        return records.version(new SourceId(source), hash);
                    } catch (IllegalArgumentException notAnId) {
                        return Optional.empty();
                    }
                });
    }

    @Nullable Version version(Answer.Citation citation) {
        return version(citation.source(), citation.version()).orElse(null);
    }

    /// What the record holds at a citation's place, or null.
    @Nullable Cited at(Answer.Citation citation) {
        return Cited.of(citation, version(citation));
    }

    /// What the record holds for a statement; citations that lead nowhere are left out.
    List<Cited> cited(Answer.Statement statement) {
        return statement.citations().stream().map(this::at).filter(Objects::nonNull).toList();
    }

    /// A passage by its place in its version, where the record holds it.
    Optional<Held> held(Passage.Id id) {
        return version(id.source().value(), id.version())
                .filter(version -> id.ordinal() < version.passages().size())
                .map(version ->
                        new Held(
                                version.source(),
                                version.hash(),
                                version.study(),
                                version.passages().get(id.ordinal())));
    }
}
