package oropos.library;

import java.util.List;
import org.jspecify.annotations.Nullable;
import oropos.terminology.AgeRange;
import oropos.terminology.Sex;

/// Whom a source studied or addresses, as far as it says so. A guideline's population is whom it
/// addresses, not whom its trials enrolled.
///
/// @param words how a reader is told, for example "children 5-17, all with low-trauma vertebral
///     fracture"; empty where the source says nothing
/// @param ages null where the source states none
/// @param sex null where both or not stated
/// @param pregnancy null where the source does not speak of it
/// @param conditions diseases or exposures everyone had ("osteogenesis imperfecta",
///     "glucocorticoids"), in words the terminology can read
/// @param ageGroups MeSH age group descriptors (`D002648`) of those who took part: the record's tags, or
///     where it has none what its words tell ([GroupReading])
/// @param mixed whether `ages` covers several age groups without separate results
public record Population(
        String words,
        @Nullable AgeRange ages,
        @Nullable Sex sex,
        @Nullable Pregnancy pregnancy,
        List<String> conditions,
        List<String> ageGroups,
        boolean mixed) {

    /// Whether pregnant people are who the source is about, or are left out of it.
    public enum Pregnancy {
        ONLY,
        EXCLUDED,
        /// The words speak of pregnancy or birth, and do not say that everybody was pregnant.
        INCLUDED
    }

    public static final Population UNSTATED =
            new Population("", null, null, null, List.of(), List.of(), false);

    public Population {
        conditions = List.copyOf(conditions);
        ageGroups = List.copyOf(ageGroups);
    }

    public boolean isUnstated() {
        return ages == null && sex == null && pregnancy == null && conditions.isEmpty();
    }
}
