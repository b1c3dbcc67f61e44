package oropos.terminology;

import java.util.List;

/// MeSH age groups.
public final class AgeGroups {

    private AgeGroups() {}

    /// Descriptors (`D002648`) of the MeSH age groups that share at least a day with the range.
    public static List<String> of(AgeRange range) {
        return List.of();
    }

    /// The MeSH name of a group (`D002648` is Child).
    public static String name(String descriptor) {
        return descriptor;
    }
}
