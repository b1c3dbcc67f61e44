package oropos.library;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Joins sources that are the same publication into works.
///
/// First by ids, then by title, year and first author. A title joins only where it cannot be wrong
/// about ids: if the sources of one title would bring two different PMIDs, PMC ids or DOIs into one
/// work, none of them is joined by it, because a wrong join would let one paper's standing and
/// numbers speak for another.
final class Works {

    /// Which id names a work: the first by scheme in this order, then the shorter, then by letter.
    private static final List<String> SCHEMES =
            List.of("pmid", "pmc", "doi", "guideline", "label", "medquad", "beir", "starter");

    static final Comparator<String> NAMING =
            Comparator.comparingInt(Works::rank)
                    .thenComparingInt(String::length)
                    .thenComparing(Comparator.naturalOrder());

    private Works() {}

    private static int rank(String id) {
        int at = SCHEMES.indexOf(id.substring(0, id.indexOf(':')));
        return at < 0 ? SCHEMES.size() : at;
    }

    /// A source as far as joining goes.
    private record Member(long number, String id, Set<String> names) {}

    /// Joins again everything that the touched sources belong or belonged to.
    ///
    /// @param before filled with the work each of them had
    /// @return the sources in the works that were looked at, by number, with the work each has now
    static Map<Long, String> rejoin(
            Connection connection,
            Collection<Long> touched,
            Map<Long, String> before,
            Earlier earlier)
            throws SQLException {
        Map<Long, Member> members = reach(connection, touched);
        Map<Long, String> works = join(members.values());
        Rows.of(
                connection,
                "select number, work from source where number in (:keys)",
                members.keySet(),
                row -> before.put(row.getLong(1), row.getString(2)));
        try (var update =
                connection.prepareStatement("update source set work = ? where number = ?")) {
            for (Map.Entry<Long, String> entry : new TreeMap<>(works).entrySet()) {
                if (!entry.getValue().equals(before.get(entry.getKey()))) {
                    earlier.source(entry.getKey());
                    update.setString(1, entry.getValue());
                    update.setLong(2, entry.getKey());
                    update.addBatch();
                }
            }
            update.executeBatch();
        }
        return works;
    }

    /// All sources that share a name, directly or through others, with a touched one, or are in one
    /// work with it.
    private static Map<Long, Member> reach(Connection connection, Collection<Long> touched)
            throws SQLException {
        Map<Long, Member> reached = new TreeMap<>();
        Set<String> namesSeen = new HashSet<>();
        Set<Long> next = new TreeSet<>(touched);
        while (!next.isEmpty()) {
            Set<String> works = new TreeSet<>();
            Rows.of(
                    connection,
                    "select number, id, work from source where number in (:keys)",
                    next,
                    row -> {
                        reached.put(
                                row.getLong(1),
                                new Member(row.getLong(1), row.getString(2), new TreeSet<>()));
                        works.add(row.getString(3));
                    });
            Set<String> names = new TreeSet<>();
            Rows.of(
                    connection,
                    "select source, name from membership where name not like 'edition:%' and source"
                            + " in (:keys)",
                    next,
                    row -> {
                        Member member = reached.get(row.getLong(1));
                        if (member != null) {
                            member.names.add(row.getString(2));
                        }
                        if (namesSeen.add(row.getString(2))) {
                            names.add(row.getString(2));
                        }
                    });
            Set<Long> found = new TreeSet<>();
            Rows.of(
                    connection,
                    "select source from membership where name in (:keys)",
                    names,
                    row -> found.add(row.getLong(1)));
            Rows.of(
                    connection,
                    "select number from source where work in (:keys)",
                    works,
                    row -> found.add(row.getLong(1)));
            found.removeAll(reached.keySet());
            next = found;
        }
        return reached;
    }

    private static Map<Long, String> join(Collection<Member> members) {
        Joined joined = new Joined(members);
        Map<String, List<Member>> byTitle = new TreeMap<>();
        for (Member member : members) {
            for (String name : member.names) {
                if (name.startsWith("title:")) {
                    byTitle.computeIfAbsent(name, title -> new ArrayList<>()).add(member);
                } else {
                    joined.byId(name, member);
                }
            }
        }
        byTitle.values().forEach(joined::byTitle);
        return joined.works();
    }

    /// Union-find over sources; every root knows the ids of its set.
    private static final class Joined {
        private final Map<Long, Long> parent = new HashMap<>();
        private final Map<Long, Set<String>> ids = new HashMap<>();
        private final Map<String, Long> holder = new HashMap<>();
        private final Map<Long, Member> members = new TreeMap<>();

        Joined(Collection<Member> all) {
            for (Member member : all) {
                members.put(member.number, member);
                parent.put(member.number, member.number);
                Set<String> names = new TreeSet<>(member.names);
                names.removeIf(name -> name.startsWith("title:"));
                ids.put(member.number, names);
            }
        }

        void byId(String name, Member member) {
            Long other = holder.putIfAbsent(name, member.number);
            if (other != null) {
                union(other, member.number);
            }
        }

        void byTitle(List<Member> same) {
            boolean contradicts =
                    List.of("pmid:", "pmc:", "doi:").stream()
                            .anyMatch(scheme -> differ(same, scheme));
            if (!contradicts) {
                same.forEach(member -> union(same.getFirst().number, member.number));
            }
        }

        /// Whether two of the sets to be joined each have ids of the scheme and share none.
        private boolean differ(List<Member> same, String scheme) {
            Set<Set<String>> kinds = new HashSet<>();
            for (Member member : same) {
                Set<String> own = new TreeSet<>(idsOf(root(member.number)));
                own.removeIf(id -> !id.startsWith(scheme));
                if (!own.isEmpty()) {
                    kinds.add(own);
                }
            }
            return kinds.size() > 1;
        }

        private Set<String> idsOf(long root) {
            return ids.getOrDefault(root, Set.of());
        }

        private long root(long number) {
            long at = number;
            while (true) {
                long above = parent.getOrDefault(at, at);
                if (above == at) {
                    break;
                }
                at = above;
            }
            parent.put(number, at);
            return at;
        }

        private void union(long one, long other) {
            long a = root(one);
            long b = root(other);
            if (a == b) {
                return;
            }
            long low = Math.min(a, b);
            long high = Math.max(a, b);
            parent.put(high, low);
            Set<String> together = new TreeSet<>(idsOf(low));
            together.addAll(idsOf(high));
            ids.put(low, together);
        }

        Map<Long, String> works() {
            Map<Long, String> names = new HashMap<>();
            for (Member member : members.values()) {
                names.merge(
                        root(member.number),
                        member.id,
                        (a, b) -> NAMING.compare(a, b) <= 0 ? a : b);
            }
            Map<Long, String> works = new TreeMap<>();
            for (long number : members.keySet()) {
                works.put(number, names.getOrDefault(root(number), ""));
            }
            return works;
        }
    }
}
