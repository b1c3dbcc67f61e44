package oropos.library;

import java.util.Arrays;

/// MeSH groups with their bounds in years, the upper one left out.
enum MeshGroup {
    NEWBORN("Infant, Newborn", 0, .08),
    INFANT("Infant", .08, 2),
    PRESCHOOL("Child, Preschool", 2, 6),
    CHILD("Child", 6, 13),
    ADOLESCENT("Adolescent", 13, 19),
    YOUNG_ADULT("Young Adult", 19, 25),
    ADULT("Adult", 19, 45),
    MIDDLE_AGED("Middle Aged", 45, 65),
    AGED("Aged", 65, 120),
    OLDEST_OLD("Aged, 80 and over", 80, 120);

    /// From here on a number is no age, in years.
    static final double OLDEST = 120;

    private final String tag;
    private final double from;
    private final double before;

    MeshGroup(String tag, double from, double before) {
        this.tag = tag;
        this.from = from;
        this.before = before;
    }

    /// Indexers give "Young Adult" to young people and not to everybody from 19 to 80, and the
    /// oldest group only where ages from 82 up are told.
    boolean isIn(double youngest, double oldest) {
        return switch (this) {
            case YOUNG_ADULT ->
                    youngest < before
                            && oldest >= from
                            && (oldest <= ADULT.before || youngest <= from + 3);
            case OLDEST_OLD -> (oldest >= from + 2 && oldest < OLDEST) || youngest >= from - 5;
            default -> youngest < before && oldest >= from;
        };
    }

    boolean isChildren() {
        return compareTo(CHILD) <= 0;
    }

    boolean isAdults() {
        return compareTo(ADULT) >= 0;
    }

    static MeshGroup of(RuleFile file, String tag) {
        return Arrays.stream(values())
                .filter(group -> group.tag.equals(tag))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "rule file " + file.name() + " has no age group \"" + tag + "\""));
    }

    /// The descriptor.
    String tag() {
        return tag;
    }
}
