package oropos.terminology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// MeSH age groups: who PubMed's indexers mean by "Child" or "Aged".
public final class AgeGroups {

    /// A group.
    ///
    /// @param descriptor `D002648`
    /// @param name its MeSH name
    public record Group(String descriptor, String name, AgeRange range) {}

    private static final List<Group> ALL = groups();

    private AgeGroups() {}

    /// All groups, youngest first.
    public static List<Group> all() {
        return ALL;
    }

    /// Descriptors of the groups that share at least a day with the range, youngest first.
    public static List<String> of(AgeRange range) {
        return ALL.stream()
                .filter(group -> group.range().overlaps(range))
                .map(Group::descriptor)
                .toList();
    }

    /// The group of a descriptor, or empty where it is none.
    public static Optional<Group> group(String descriptor) {
        return ALL.stream().filter(group -> group.descriptor().equals(descriptor)).findFirst();
    }

    /// The MeSH name of a group (`D002648` is "Child"); what is no group is returned as it is.
    public static String name(String descriptor) {
        return group(descriptor).map(Group::name).orElse(descriptor);
    }

    private static List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (Tables.Row row :
                Tables.read(
                        "/terminology/age-groups.tsv",
                        "descriptor",
                        "name",
                        "youngest",
                        "oldest",
                        "source")) {
            AgeRange range = new AgeRange(AgeWords.ofTable(row, 2), AgeWords.ofTable(row, 3));
            groups.add(new Group(row.cell(0), row.cell(1), range));
        }
        return List.copyOf(groups);
    }
}
