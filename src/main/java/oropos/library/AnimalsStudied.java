package oropos.library;

import java.util.List;

/// Whether animals, or parts of them, were studied: told apart from the design, because a trial in people may
/// use them ("repaired bovine intestines") and laboratory work may do without (a computer simulation).
///
/// It sorts records and never counts for or against a patient: that work without people says little about
/// one is told by the design.
public final class AnimalsStudied {

    private static final GroupReading GROUPS = GroupReading.shipped();

    private AnimalsStudied() {}

    /// @param mesh descriptors where the record has them; they count before its words
    public static boolean in(List<String> mesh, String title, String text) {
        return mesh.contains("Animals") || GROUPS.speaksOfAnimals(title, text);
    }
}
