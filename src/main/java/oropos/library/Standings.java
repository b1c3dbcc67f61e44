package oropos.library;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Decides how works stand, from every notice about any of their members.
///
/// The gravest word wins: retracted, then superseded, concern, corrected. A notice counts for the
/// work of the publication it names, never for the notice's own work. A reinstatement takes back the
/// retractions that are dated up to its own day; one without a day stays, because nobody says that it is
/// meant.
final class Standings {

    private Standings() {}

    /// What a notice makes of the work it affects.
    static Standing of(Notice.Kind kind) {
        return switch (kind) {
            case RETRACTION_IN, RETRACTED_AND_REPUBLISHED_IN -> Standing.RETRACTED;
            case CONCERN_IN -> Standing.CONCERN;
            case ERRATUM_IN, CORRECTED_AND_REPUBLISHED_IN -> Standing.CORRECTED;
            case UPDATE_IN -> Standing.SUPERSEDED;
            case RETRACTION_OF,
                    RETRACTED_AND_REPUBLISHED_OF,
                    CONCERN_OF,
                    ERRATUM_OF,
                    CORRECTED_AND_REPUBLISHED_OF,
                    UPDATE_OF,
                    REINSTATED_IN,
                    REINSTATED_OF ->
                    Standing.CURRENT;
        };
    }

    /// @param day of the notice, ISO 8601; empty where it is not stated
    /// @param reinstates whether it takes earlier retractions back
    private record Said(Standing standing, String note, String day, boolean reinstates) {

        Said(Standing standing, String note) {
            this(standing, note, "", false);
        }
    }

    private record Member(
            long number,
            @Nullable Integer year,
            Standing standing,
            @Nullable String note,
            boolean current) {}

    /// Sources that may stand otherwise once `names` are spoken of: those that bear one of them.
    static Set<Long> bearers(Connection connection, Collection<String> names) throws SQLException {
        Set<Long> bearers = new TreeSet<>();
        Rows.of(
                connection,
                "select source from membership where name in (:keys)",
                names,
                row -> bearers.add(row.getLong(1)));
        return bearers;
    }

    /// Decides again for the given works.
    ///
    /// @param works source numbers with their work, whole works only
    /// @return the sources whose standing changed
    static Set<Long> decide(
            Connection connection, Map<Long, String> works, long snapshot, Earlier earlier)
            throws SQLException {
        Map<Long, Member> members = members(connection, works.keySet());
        Map<String, List<Long>> byName = new HashMap<>();
        Map<String, List<Long>> byEdition = new TreeMap<>();
        Rows.of(
                connection,
                "select name, source from membership where source in (:keys)",
                works.keySet(),
                row -> {
                    String name = row.getString(1);
                    (name.startsWith("edition:") ? byEdition : byName)
                            .computeIfAbsent(name, any -> new ArrayList<>())
                            .add(row.getLong(2));
                });
        Map<String, Set<Said>> said = new TreeMap<>();
        notices(connection, byName, works, said);
        editions(connection, byEdition, members, works, said);
        Set<Long> changed = new TreeSet<>();
        Map<String, Said> changedWorks = new TreeMap<>();
        try (var update =
                connection.prepareStatement(
                        "update source set standing = ?, standing_note = ? where number = ?")) {
            for (Map.Entry<Long, Member> entry : members.entrySet()) {
                String work = Objects.requireNonNull(works.get(entry.getKey()));
                Said now = gravest(said.getOrDefault(work, Set.of()));
                Member was = entry.getValue();
                String note = now.note.isEmpty() ? null : now.note;
                if (was.standing == now.standing && Objects.equals(was.note, note)) {
                    continue;
                }
                earlier.source(entry.getKey());
                Rows.bind(update, now.standing.code(), note, entry.getKey());
                update.addBatch();
                changed.add(entry.getKey());
                changedWorks.put(work, now);
            }
            update.executeBatch();
        }
        for (Map.Entry<String, Said> work : changedWorks.entrySet()) {
            Rows.run(
                    connection,
                    "insert into standing_change (work, snapshot, standing, note) values (?, ?, ?,"
                            + " ?) on conflict (work, snapshot) do update set standing ="
                            + " excluded.standing, note = excluded.note",
                    work.getKey(),
                    snapshot,
                    work.getValue().standing.code(),
                    work.getValue().note);
        }
        return changed;
    }

    private static Map<Long, Member> members(Connection connection, Collection<Long> numbers)
            throws SQLException {
        Map<Long, Member> members = new TreeMap<>();
        Rows.of(
                connection,
                "select number, year, standing, standing_note, version from source where number in"
                        + " (:keys)",
                numbers,
                row ->
                        members.put(
                                row.getLong("number"),
                                new Member(
                                        row.getLong("number"),
                                        Rows.integer(row, "year"),
                                        Standing.valueOf(
                                                FieldsJson.name(row.getString("standing"))),
                                        row.getString("standing_note"),
                                        row.getObject("version") != null)));
        return members;
    }

    private static void notices(
            Connection connection,
            Map<String, List<Long>> byName,
            Map<Long, String> works,
            Map<String, Set<Said>> said)
            throws SQLException {
        Rows.of(
                connection,
                "select affected, kind, other, note, day from notice where affected in (:keys)",
                new TreeSet<>(byName.keySet()),
                row -> {
                    Notice.Kind kind = Notice.Kind.valueOf(row.getString("kind"));
                    List<String> words = new ArrayList<>();
                    for (String column : List.of("day", "other", "note")) {
                        String word = row.getString(column);
                        if (word != null && !word.isBlank()) {
                            words.add(word);
                        }
                    }
                    String day = row.getString("day");
                    boolean reinstates = kind == Notice.Kind.REINSTATED_IN;
                    Said one =
                            new Said(
                                    of(kind),
                                    (reinstates ? "reinstated " : "") + String.join(", ", words),
                                    day == null ? "" : day,
                                    reinstates);
                    for (long source : byName.getOrDefault(row.getString("affected"), List.of())) {
                        said.computeIfAbsent(
                                        Objects.requireNonNull(works.get(source)), any -> newSet())
                                .add(one);
                    }
                });
    }

    /// A guideline of the same issuer and title from an earlier year is superseded by the newer one.
    private static void editions(
            Connection connection,
            Map<String, List<Long>> byEdition,
            Map<Long, Member> members,
            Map<Long, String> works,
            Map<String, Set<Said>> said)
            throws SQLException {
        Rows.of(
                connection,
                "select membership.name, source.id, source.year, source.work from membership join"
                        + " source on source.number = membership.source where source.version is not"
                        + " null and membership.name in (:keys)",
                byEdition.keySet(),
                row -> {
                    Integer year = Rows.integer(row, "year");
                    for (long source : byEdition.getOrDefault(row.getString("name"), List.of())) {
                        Member member = Objects.requireNonNull(members.get(source));
                        String work = Objects.requireNonNull(works.get(source));
                        if (member.current
                                && member.year != null
                                && year != null
                                && year > member.year
                                && !work.equals(row.getString("work"))) {
                            said.computeIfAbsent(work, any -> newSet())
                                    .add(
                                            new Said(
                                                    Standing.SUPERSEDED,
                                                    year
                                                            + ", newer edition "
                                                            + row.getString("id")));
                        }
                    }
                });
    }

    private static Set<Said> newSet() {
        return new TreeSet<>(
                Comparator.comparing(Said::standing)
                        .thenComparing(Said::note)
                        .thenComparing(Said::day));
    }

    private static Said gravest(Set<Said> said) {
        Optional<Said> reinstated =
                said.stream().filter(Said::reinstates).max(Comparator.comparing(Said::day));
        List<Said> all =
                said.stream()
                        .filter(one ->
                                reinstated.isEmpty()
                                        || one.standing != Standing.RETRACTED
                                        || one.day.isEmpty()
                                        || one.day.compareTo(reinstated.get().day) > 0)
                        .toList();
        boolean back = all.size() < said.size();
        Standing gravest =
                all.stream()
                        .map(Said::standing)
                        .max(Comparator.naturalOrder())
                        .orElse(Standing.CURRENT);
        if (gravest == Standing.CURRENT) {
            return new Said(Standing.CURRENT, back ? reinstated.orElseThrow().note : "");
        }
        List<String> notes =
                all.stream()
                        .filter(one -> one.standing == gravest && !one.note.isEmpty())
                        .map(Said::note)
                        .toList();
        return new Said(gravest, String.join("; ", notes));
    }
}
